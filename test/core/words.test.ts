import { isAutomaticReply, isShortPromise } from '../../src/core/words/reply-words';
import { requestIn } from '../../src/core/words/request-words';
import { corpus, detectors, score } from '../../bench/words/corpus';
import { bounds } from '../../bench/words/bounds';

const samples = corpus();

describe('the corpus', () => {
  it('has at least 300 sentences in ten languages, a third of them kept aside', () => {
    expect(samples.length).toBeGreaterThanOrEqual(300);
    expect(new Set(samples.map(({ language }) => language)).size).toBe(10);
    expect(samples.filter(({ heldOut }) => heldOut).length).toBeGreaterThanOrEqual(
      samples.length / 3,
    );
  });

  it('has every kind of sentence in every language', () => {
    for (const language of new Set(samples.map((sample) => sample.language)))
      expect(
        new Set(samples.filter((one) => one.language === language).map(({ label }) => label)),
      ).toEqual(new Set(['asks', 'quiet', 'unclear', 'auto', 'promise']));
  });

  it.each(Object.keys(detectors))('%s is told apart as well as it has to be', (name) => {
    for (const heldOut of [false, true]) {
      const { precision, recall, wrong, missed } = score(
        name,
        samples.filter((sample) => sample.heldOut === heldOut),
      );
      const { [heldOut ? 'heldOut' : 'known']: bound } = bounds;
      expect({ precision: precision >= bound.precision, wrong }).toMatchObject({ precision: true });
      expect({ recall: recall >= bound.recall, missed }).toMatchObject({ recall: true });
    }
  });
});

describe('does a comment ask for something?', () => {
  it.each([
    ['¿Está firmado', 'asks'],
    ['Is it signed？', 'asks'],
    ['هل تم التوقيع؟', 'asks'],
    ['Υπέγραψε ο πελάτης;', 'asks'],
    ['Ստորագրված է՞', 'asks'],
    ['We have signed; they have paid.', 'unclear'],
  ])('"%s": the question marks of other scripts count: %s', (text, verdict) => {
    expect(requestIn(text)).toBe(verdict);
  });

  it.each([
    ['a link', 'See https://relay.example/?q=why'],
    ['a quoted line', '> Can you tell us?\nThis is what they wrote.'],
    ['a quoted mail', 'They wrote back.\nOn Mon, 2 Mar 2026 Nora Quist wrote:\nCan you tell us?'],
    ['quotation marks', 'She asked "can you tell us?" this morning.'],
    ['code', 'The query was `a ? b : c` in the end.'],
    ['a block of code', 'It ran this:\n```\nselect ?\n```'],
  ])('%s is not the author’s own question', (_what, text) => {
    expect(requestIn(text)).not.toBe('asks');
  });

  it('looks at whole words', () => {
    expect(requestIn('The pleased customer needs nothing new.', ['please', 'need'])).toBe(
      'unclear',
    );
    expect(requestIn('Please have a look', ['please'])).toBe('asks');
  });

  it('what asks in passing and says that nothing is needed is left to people', () => {
    expect(requestIn('Please check the log. No action needed.')).toBe('unclear');
  });

  it('a question after a note of thanks is a question', () => {
    expect(requestIn('Thanks! Could you also send us the order form?')).toBe('asks');
  });
});

describe('replies that are no answer', () => {
  it('somebody else’s absence is not an automatic reply', () => {
    expect(isAutomaticReply('Felix is out of the office until Monday, so nobody can sign.')).toBe(
      false,
    );
  });

  it('a promise is short, and nothing but a promise', () => {
    expect(isShortPromise('I will look into it.', 120)).toBe(true);
    expect(isShortPromise('Thanks, I will look into it.', 120)).toBe(true);
    expect(isShortPromise('The contract is signed. I will look into the rest.', 120)).toBe(false);
    expect(isShortPromise('I will look into it.', 10)).toBe(false);
    expect(isShortPromise('Will you look into it?', 120)).toBe(false);
  });
});
