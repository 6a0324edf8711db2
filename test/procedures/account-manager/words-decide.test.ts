// Scenario 53 and what comes of it: the words of a tag decide, both ways; where they do not, people are asked.
import { asksOf } from '../../../src/procedures/account-manager/asks';
import { managersOf } from '../../../src/procedures/account-manager/managers';
import {
  anas,
  aPolicy,
  aQueue,
  chads,
  everybody,
  Story,
  urgent,
  watchOnly,
} from '../../support/sop';

const askOf = (story: Story) => asksOf(story.ledger).ask;
const offerOf = (story: Story) => asksOf(story.ledger).offer ?? null;
const tagging = (text: string, change: ConstructorParameters<typeof Story>[0] = {}): Story => {
  const story = new Story(change);
  story.comment('agent', { mentions: ['Chad'], text }).turn();
  return story;
};
const said = (story: Story): string =>
  (story.last?.effects ?? [])
    .flatMap(({ command }) => (command.kind === 'comment' ? command.body : []))
    .map((paragraph) =>
      paragraph.map((piece) => (piece.kind === 'mention' ? `@${piece.name}` : piece.text)).join(''),
    )
    .join('\n');

describe('A11, AM-13: the words of a tag decide', () => {
  it.each([
    ['for information', 'FYI, the customer has paid. No action needed.'],
    ['thanks', 'Thank you!'],
    ['thanks in another language', 'Vielen Dank, das war alles.'],
  ])('%s starts nothing, though the entry asks for a response', (_what, text) => {
    const story = tagging(text);
    expect(askOf(story)).toBeNull();
    expect(offerOf(story)).toBeNull();
    expect(story.effects).toEqual([]);
    expect(story.clauses).toEqual(['A11']);
  });

  it.each([
    ['in English', 'Chad, can you please tell us who signs?'],
    ['in another script', 'هل تم توقيع العقد؟'],
    ['without a question mark', 'Bitte um Rückmeldung bis Donnerstag.'],
  ])('a request %s starts one', (_what, text) => {
    expect(askOf(tagging(text))).toMatchObject({ holder: 'Chad', note: text });
  });

  it('a request starts one also on a request type whose own entry only informs', () => {
    const news = { ticket: { requestType: 'News' } };
    expect(askOf(tagging('Can you please tell us who signs?', news))).not.toBeNull();
    expect(askOf(tagging('Chad knows about this', news))).toBeNull();
    expect(offerOf(tagging('Chad knows about this', news))).toBeNull();
  });

  it.each([
    ['a quotation', 'She asked "can you tell us when?" this morning.'],
    ['a link', 'https://relay.example/?q=who'],
    ['a statement', 'Northwind wants a discount.'],
  ])('where it is not clear, as with %s, nothing starts and the panel asks', (_what, text) => {
    const story = tagging(text);
    expect(askOf(story)).toBeNull();
    expect(story.effects).toEqual([]);
    expect(offerOf(story)).toMatchObject({ why: 'unclear', tagged: 'Chad', by: 'agent' });
  });

  it('quotes and code that Jira marks are left out', () => {
    const story = new Story();
    story.comment('agent', { mentions: ['Chad'], text: 'Who signs?\nFYI', said: 'FYI' }).turn();
    expect(askOf(story)).toBeNull();
  });

  it('"Yes": the clock starts now, and the app tags whoever is asked with what was said', () => {
    const story = tagging('Northwind wants a discount.').at('2026-03-02T12:00:00.000Z');
    story.turn({ kind: 'request-now' });
    expect(askOf(story)).toMatchObject({
      holder: 'Chad',
      askedBy: 'agent',
      askedAt: '2026-03-02T12:00:00.000Z',
      dueAt: '2026-03-02T16:00:00.000Z',
    });
    expect(story.tagged).toEqual(['Chad']);
    expect(said(story)).toContain('Northwind wants a discount.');
    expect(offerOf(story)).toBeNull();
  });

  it('"No": it is put aside, on the record, and stays so', () => {
    const story = tagging('Northwind wants a discount.');
    story.turn({ kind: 'set-aside' });
    expect(offerOf(story)).toBeNull();
    expect(story.ledger.journal.at(-1)).toMatchObject({ by: 'agent' });
    expect(story.turn({ kind: 'request-now' }).refused).not.toBeNull();
    expect(story.turn().changed).toBe(false);
  });

  it('is only for agents', () => {
    const story = tagging('Northwind wants a discount.');
    for (const kind of ['request-now', 'set-aside'] as const)
      expect(
        story.turn({ kind }, { accountId: 'Joe', mayTransition: false }).refused,
      ).not.toBeNull();
  });
});

describe('S4: a tag that no rule takes is not met with silence', () => {
  const ana = { account: { kind: 'known' as const, account: anas, chosen: false } };

  it.each([
    ['the account manager’s delegate', 'delegate', { rung: 0, holder: 'delegate' }],
    ['the regional manager', 'Paige', { rung: 1, holder: 'Paige' }],
  ])('%s who is asked for something is asked', (_who, person, asked) => {
    const story = new Story({
      ...ana,
      people: {
        ...everybody,
        Ana: {
          ...everybody['Ana'],
          delegation: {
            delegate: 'delegate',
            from: '2026-03-01T00:00:00.000Z',
            until: '2026-03-09T00:00:00.000Z',
          },
        } as (typeof everybody)[string],
      },
    });
    story.comment('agent', { mentions: [person], text: 'Can you tell us who signs?' }).turn();
    expect(askOf(story)).toMatchObject(asked);
    expect(story.tagged).toEqual([]); // the agent has tagged them with the question
  });

  it('the manager of another account: the panel offers to ask the right one', () => {
    const story = new Story(ana);
    story.managers = ['Chad'];
    story.comment('agent', { mentions: ['Chad'], text: 'Can you tell us who signs?' }).turn();
    expect(askOf(story)).toBeNull();
    expect(offerOf(story)).toMatchObject({ why: 'other-manager', tagged: 'Chad' });
    story.turn({ kind: 'request-now' });
    expect(askOf(story)).toMatchObject({ holder: 'Ana' });
    expect(story.tagged).toEqual(['Ana']);
  });

  it('somebody who manages nothing is nobody’s business here', () => {
    const story = new Story(ana);
    story.comment('agent', { mentions: ['Joe'], text: 'Can you tell us who signs?' }).turn();
    expect(offerOf(story)).toBeNull();
    expect(story.last?.changed).toBe(false);
  });

  it('a request type without an entry: it can be requested all the same', () => {
    const queue = aQueue({ entries: [watchOnly, { ...urgent, requestTypes: ['Outage'] }] });
    const story = tagging('Can you tell us who signs?', { policy: aPolicy(queue) });
    expect(offerOf(story)).toMatchObject({ why: 'no-entry' });
    story.turn({ kind: 'request-now' });
    expect(askOf(story)).toMatchObject({ entryId: 'urgent', holder: 'Chad' });
  });

  it('managers talk to each other without asking for a response', () => {
    const story = new Story(ana);
    const { regionalManager } = managersOf(story.situation, anas);
    story
      .comment('Ana', { mentions: [regionalManager ?? ''], text: 'Can you tell me who signs?' })
      .turn();
    expect(askOf(story)).toBeNull();
  });
});

describe('S5, AM-23: whoever is asked by hand learns what is asked, by whom and until when', () => {
  it('the status set after a question: the app tags with question, asker and due time', () => {
    const story = new Story();
    story.comment('agent', { text: 'Is the contract signed?' });
    story.at('2026-03-02T10:05:00.000Z').moves('wfam').turn();
    expect(askOf(story)).toMatchObject({ note: 'Is the contract signed?' });
    expect(story.tagged).toEqual(['Chad']);
    expect(said(story)).toContain('agent asked:\nIs the contract signed?');
    expect(said(story)).toMatch(/Please answer by .*14:0/u);
  });

  it('the status set without a word: whoever set it is asked for a note, which then reaches the manager', () => {
    const story = new Story();
    story.moves('wfam').turn();
    expect(story.tagged).toEqual(['Chad', 'agent']);
    expect(story.turn({ kind: 'add-note', note: 'hm' }).refused?.field).toBe('note');
    story.turn({ kind: 'add-note', note: 'Is the contract signed?' });
    expect(story.tagged).toEqual(['Chad']);
    expect(said(story)).toContain('Is the contract signed?');
    expect(askOf(story)?.note).toBe('Is the contract signed?');
    expect(
      story.turn({ kind: 'add-note', note: 'And what else is there?' }).refused,
    ).not.toBeNull();
  });

  it.each([
    [
      'a tag',
      (story: Story) => story.comment('agent', { mentions: ['Chad'], text: 'Is it signed?' }),
    ],
    [
      'the status',
      (story: Story) => story.comment('agent', { text: 'Is it signed?' }).moves('wfam'),
    ],
  ])('the escalation of %s quotes the question and who asked it', (_how, loopIn) => {
    const story = new Story();
    loopIn(story).turn();
    story.at('2026-03-02T14:00:00.000Z').turn();
    expect(story.tagged).toEqual(['James Lee']);
    expect(said(story)).toContain('agent asked:\nIs it signed?');
  });
});

describe('S6: the app tags whoever is asked where nobody else did', () => {
  it('a manager of one account was tagged, and an account with another is chosen', () => {
    const story = new Story({ account: { kind: 'choose', choices: [chads, anas] } });
    story.comment('agent', { mentions: ['Chad'], text: 'Can you tell us who signs?' }).turn();
    expect(askOf(story)).toBeNull();
    story.account = { kind: 'known', account: anas, chosen: true };
    story.turn({ kind: 'choose-account', cid: 'GCBK' });
    expect(askOf(story)).toMatchObject({ holder: 'Ana' });
    expect(story.tagged).toEqual(['Ana']);
    expect(said(story)).toContain('Can you tell us who signs?');
  });
});

describe('S3: replies that are no answer', () => {
  const asked = (story = new Story()): Story => {
    story.request();
    return story.at('2026-03-02T11:00:00.000Z');
  };

  it.each([
    'Automatic reply: I am out of the office until Monday.',
    'Ich bin bis Montag im Urlaub. In dringenden Fällen wenden Sie sich an Tom Reyes.',
  ])('an automatic reply never is: "%s"', (text) => {
    const story = asked();
    story.comment('Chad', { text }).turn();
    expect(askOf(story)).not.toBeNull();
    expect(story.last?.declined[0]).toMatchObject({ clause: 'A3' });
  });

  it('A19: a short promise is offered as a date; the request stays open with its clock', () => {
    const story = asked();
    story.comment('Chad', { text: 'I will look into it.' }).turn();
    expect(askOf(story)).toMatchObject({
      dueAt: '2026-03-02T14:00:00.000Z',
      promiseSaid: { by: 'Chad', text: 'I will look into it.' },
    });
    expect(story.clauses.at(-1)).toBe('A19');
    story.comment('Chad', { text: 'It is signed, all good.' }).turn();
    expect(askOf(story)).toBeNull();
  });

  it('A19: people may count it as the answer, and only those asked and agents', () => {
    const story = asked();
    story.comment('Chad', { text: 'I will look into it.' }).turn();
    expect(
      story.turn({ kind: 'count-as-answer' }, { accountId: 'Joe', mayTransition: false }).refused,
    ).not.toBeNull();
    story.turn({ kind: 'count-as-answer' });
    expect(asksOf(story.ledger)).toMatchObject({
      ask: null,
      closed: [{ how: 'answered', by: 'Chad' }],
    });
  });

  it.each([
    ['by the other reading', { shortPromise: 'answer' as const }, 120],
    ['when it is longer than a promise may be', {}, 5],
  ])('A19: it is the answer %s', (_how, change, longest) => {
    const queue = aQueue({ promises: { maxBusinessDays: 5, perAsk: 1, longest } });
    const policy = aPolicy({ ...queue, readings: { ...queue.readings, ...change } });
    const story = asked(new Story({ policy }));
    story.comment('Chad', { text: 'I will look into it.' }).turn();
    expect(askOf(story)).toBeNull();
  });

  it('A19: settings from before the reading take a promise for none', () => {
    const queue = aQueue();
    const { shortPromise: _shortPromise, ...old } = queue.readings;
    const story = asked(new Story({ policy: aPolicy({ ...queue, readings: old }) }));
    story.comment('Chad', { text: 'I will look into it.' }).turn();
    expect(askOf(story)).not.toBeNull();
  });
});

describe('S8: the words of the app follow the readings', () => {
  const withReadings = (change: object): Story => {
    const queue = aQueue();
    return new Story({ policy: aPolicy({ ...queue, readings: { ...queue.readings, ...change } }) });
  };

  it.each([
    ['any-comment', /any comment of yours counts/iu],
    ['internal-comment', /an internal comment of yours counts/iu],
    ['button-only', /comments do not count/iu],
  ])('how to answer, under %s', (from, words) => {
    const story = withReadings({ answer: { from, minLength: 0 } });
    story.request();
    expect(said(story)).toMatch(words);
  });

  it('nobody is said to be reminded daily where nothing more is sent', () => {
    for (const [afterLadder, isDaily] of [
      ['daily', true],
      ['silence', false],
    ] as const) {
      const story = withReadings({ afterLadder });
      story.request();
      for (let day = 2; day < 7; day += 1) story.at(`2026-03-0${day}T16:59:00.000Z`).turn();
      expect(askOf(story)?.exhausted).toBe(true);
      const journal = story.ledger.journal.map(({ text }) => text).join('\n');
      const declined = (story.turn().declined ?? []).map(({ text }) => text).join('\n');
      expect(journal.includes('daily')).toBe(isDaily);
      expect(declined.includes('daily')).toBe(isDaily);
    }
  });
});
