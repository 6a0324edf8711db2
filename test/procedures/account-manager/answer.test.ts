import { asksOf } from '../../../src/procedures/account-manager/asks';
import type { DirectoryPerson } from '../../../src/core/people';
import { everybody, Story } from '../../support/sop';

const asked = (): Story => {
  const story = new Story();
  story.request();
  return story.at('2026-03-02T11:00:00.000Z');
};

describe('A3: what counts as the response', () => {
  it('a comment of the person asked; the ticket goes back to support and the assignee is told', () => {
    const story = asked();
    story.comment('Chad').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(story.status).toBe('wfs');
    expect(story.tagged).toEqual(['agent']);
    expect(asksOf(story.ledger).closed).toMatchObject([{ how: 'answered', by: 'Chad' }]);
  });

  it.each(['agent', 'bot', 'relay', 'other agent', 'Rita'])('not a comment of %s', (author) => {
    const story = asked();
    story.comment(author).turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
    expect(story.status).toBe('wfam');
  });

  it('not a comment that a bot makes in the place of somebody asked', () => {
    const story = asked();
    story.people = {
      ...everybody,
      Chad: {
        ...everybody['Chad'],
        delegation: {
          delegate: 'bot',
          from: '2026-03-01T00:00:00.000Z',
          until: '2026-03-09T00:00:00.000Z',
        },
      } as DirectoryPerson,
    };
    story.comment('bot').turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
    expect(story.last?.declined).toMatchObject([
      { clause: 'A3', text: expect.stringContaining('bot') },
      { clause: 'AM-20' },
    ]);
  });

  it('not a comment older than the request, though it is found only now', () => {
    const story = asked();
    story.comment('Chad', { at: '2026-03-02T09:59:00.000Z' }).turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
  });

  it('not a further comment of whoever asked, though they stand in for the person asked', () => {
    const story = asked();
    story.people = {
      ...everybody,
      Chad: {
        ...everybody['Chad'],
        delegation: {
          delegate: 'agent',
          from: '2026-03-02T10:30:00.000Z',
          until: '2026-03-09T00:00:00.000Z',
        },
      } as DirectoryPerson,
    };
    story.comment('agent').turn();
    expect(asksOf(story.ledger).closed).toEqual([]);
  });

  it('A4: either manager, once management is asked', () => {
    for (const author of ['Chad', 'James Lee']) {
      const story = asked();
      story.turn({ kind: 'escalate', reason: 'now' });
      story.at('2026-03-02T12:00:00.000Z').comment(author).turn();
      expect(asksOf(story.ledger).closed.at(-1)).toMatchObject({ how: 'answered', by: author });
      expect(story.status).toBe('wfs');
    }
  });

  it('a later comment of another one asked does not reopen it', () => {
    const story = asked();
    story.turn({ kind: 'escalate', reason: 'now' });
    story.comment('James Lee').turn();
    const { closed } = asksOf(story.ledger);
    story.at('2026-03-02T12:00:00.000Z').comment('Chad').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(asksOf(story.ledger).closed).toEqual(closed);
  });

  it('the answer button posts the words as the person and tells support in the same comment', () => {
    const story = asked();
    story.turn(
      { kind: 'answer', text: 'It is signed.' },
      { accountId: 'Chad', mayTransition: false },
    );
    expect(story.kinds).toEqual(['comment', 'transition']);
    expect(story.last?.effects[0]).toMatchObject({ actor: 'Chad' });
    expect(story.last?.effects[1]).toMatchObject({ actor: null });
    expect(story.tagged).toEqual(['agent']);
  });

  it('the answer button is refused to somebody who was not asked', () => {
    expect(
      asked().turn({ kind: 'answer', text: 'me too' }, { accountId: 'Rita' }).refused?.clause,
    ).toBe('A3');
  });

  it('one turn that finds a tag and its answer together opens and closes, and leaves the ticket where it is', () => {
    const story = new Story();
    story
      .comment('agent', { mentions: ['Chad'], text: 'Chad?' })
      .at('2026-03-02T10:20:00.000Z')
      .comment('Chad')
      .turn();
    expect(asksOf(story.ledger)).toMatchObject({ ask: null, closed: [{ how: 'answered' }] });
    expect(story.status).toBe('wfs');
    expect(story.kinds).not.toContain('transition');
  });

  it('AM-28: a comment found late answers before the due time is looked at', () => {
    const story = asked();
    story.at('2026-03-02T13:59:00.000Z').comment('Chad').at('2026-03-02T14:05:00.000Z').turn();
    expect(asksOf(story.ledger).closed.at(-1)).toMatchObject({ how: 'answered', rung: 0 });
    expect(story.tagged).not.toContain('James Lee');
  });
});

describe('a promise', () => {
  const by = '2026-03-04T15:00:00.000Z';

  it('keeps the ask open and moves the due time, never to earlier', () => {
    const story = asked();
    story.turn({ kind: 'promise', by, text: null }, { accountId: 'Chad', mayTransition: false });
    expect(asksOf(story.ledger).ask).toMatchObject({ dueAt: by, promisedBy: by });
    expect(story.status).toBe('wfam');
    const earlier = asked();
    earlier.turn(
      { kind: 'promise', by: '2026-03-02T12:00:00.000Z', text: null },
      { accountId: 'Chad', mayTransition: false },
    );
    expect(asksOf(earlier.ledger).ask?.dueAt).toBe('2026-03-02T14:00:00.000Z');
  });

  it.each([
    ['a date that has passed', '2026-03-02T09:00:00.000Z'],
    ['a date too far ahead', '2026-05-02T09:00:00.000Z'],
  ])('is refused for %s', (_name, date) => {
    expect(
      asked().turn({ kind: 'promise', by: date, text: null }, { accountId: 'Chad' }).refused
        ?.clause,
    ).toBe('A8');
  });

  it('is taken once for one ask', () => {
    const story = asked();
    story.turn({ kind: 'promise', by, text: null }, { accountId: 'Chad' });
    expect(
      story.turn({ kind: 'promise', by, text: null }, { accountId: 'Chad' }).refused?.clause,
    ).toBe('A8');
  });
});

describe('withdrawing', () => {
  it('puts the ticket back to support', () => {
    const story = asked();
    story.turn({ kind: 'withdraw', reason: 'solved' });
    expect(asksOf(story.ledger).closed.at(-1)).toMatchObject({ how: 'withdrawn' });
    expect(story.status).toBe('wfs');
  });

  it('happens by itself when the ticket is done, and leaves its status', () => {
    const story = asked();
    story.moves('done').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(story.status).toBe('done');
    expect(everybody['agent']).toBeDefined();
  });
});
