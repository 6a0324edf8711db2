// A comment that is edited is judged again, for what it now adds, from when it was edited.
import { asksOf } from '../../../src/procedures/account-manager/asks';
import type { OpenAsk } from '../../../src/procedures/account-manager/ask';
import { emptyLedger } from '../../../src/core/ledger';
import type { Comment } from '../../../src/core/ticket';
import { anas, Story } from '../../support/sop';

const known = { kind: 'known', account: anas, chosen: false } as const;
const askOf = (story: Story): OpenAsk => asksOf(story.ledger).ask as OpenAsk;
const question = { mentions: ['Ana'], text: 'Is it signed, please?' };
const noted = (): Story => {
  const story = new Story({ account: known });
  story.comment('agent', { text: 'The customer has called.' }).turn();
  return story.at('2026-03-02T12:00:00.000Z');
};

describe('AM-23: a tag with a question is added to a comment', () => {
  it('asks then, with the time counted from the edit', () => {
    const story = noted();
    story.edits(question).turn();
    expect(askOf(story)).toMatchObject({ holder: 'Ana', dueAt: '2026-03-02T16:00:00.000Z' });
    expect(story.turn()).toMatchObject({ changed: false, effects: [] });
  });

  it('once: a comment that has asked asks nothing again when a letter of it is corrected', () => {
    const story = new Story({ account: known });
    story.comment('agent', question).turn();
    story.at('2026-03-02T11:00:00.000Z').turn({ kind: 'withdraw', reason: 'known by now' });
    story.at('2026-03-02T12:00:00.000Z').edits({ text: 'Is it signed yet, please?' }).turn();
    expect(asksOf(story.ledger)).toMatchObject({ ask: null, asks: 1 });
  });

  it('joins the request that is open', () => {
    const story = new Story({ account: known });
    story.request();
    story.comment('other agent', { text: 'A note.' }).turn();
    story.at('2026-03-02T12:00:00.000Z').edits(question).turn();
    expect(askOf(story).also).toMatchObject([{ by: 'other agent' }]);
    story
      .at('2026-03-02T12:30:00.000Z')
      .edits({ ...question, text: 'Is it signed?' })
      .turn();
    expect(askOf(story).also).toHaveLength(1);
  });

  it('not in a ticket that was looked at before edits were remembered, where the edit is old', () => {
    const story = noted();
    const { edits: _, ...before } = story.ledger;
    story.ledger = before;
    story.edits(question).at('2026-03-03T12:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
  });

  it('is remembered once however many comments there are, and takes no room where nothing was edited', () => {
    const story = noted();
    expect(story.ledger.edits).toEqual({});
    for (let more = 0; more < 60; more += 1) story.comment('agent', { updated: story.now });
    story.turn();
    expect(Object.keys(story.ledger.edits ?? {})).toHaveLength(50);
  });
});

describe('a tag that Jira has told nobody of', () => {
  it('is told by the app to whoever is asked', () => {
    const story = new Story({ account: known });
    const fyi = '@Ana FYI, the customer asked about the contract.';
    story.comment('agent', { mentions: ['Ana'], text: fyi }).turn();
    story
      .at('2026-03-02T12:00:00.000Z')
      .edits({ text: `${fyi} Can you please check?` })
      .turn();
    expect(askOf(story).holder).toBe('Ana');
    expect(story.tagged).toContain('Ana');
  });

  it('opens nothing where the comment is more than a week old: it is offered', () => {
    const story = noted();
    story.at('2026-03-12T12:00:00.000Z').edits(question).turn();
    expect(asksOf(story.ledger)).toMatchObject({ ask: null, offer: { why: 'late' } });
  });
});

describe('A3: a comment of somebody asked is edited', () => {
  const edited = (change: Partial<Comment>): Story => {
    const story = new Story({ account: known });
    story.comment('Ana', { text: 'We visited them last week.' }).turn();
    story.at('2026-03-02T10:30:00.000Z').request();
    story.at('2026-03-02T12:00:00.000Z');
    const [old] = story.ticket.comments;
    if (old === undefined) throw new Error('no comment');
    story.ticket = { ...story.ticket, comments: [{ ...old, updated: story.now, ...change }] };
    story.turn();
    return story;
  };

  it('into the answer, where it was written after the request', () => {
    const story = new Story({ account: known });
    story.request();
    story.comment('Ana', { text: 'I will look into it.' }).turn();
    expect(asksOf(story.ledger).ask).not.toBeNull();
    story.at('2026-03-02T12:00:00.000Z').edits({ text: 'The contract is signed.' }).turn();
    expect(asksOf(story.ledger).closed).toMatchObject([
      { how: 'answered', by: 'Ana', closedAt: '2026-03-02T12:00:00.000Z' },
    ]);
  });

  it('where it is older than the request, people say whether that is the answer', () => {
    const story = edited({ text: 'We visited them last week' });
    expect(askOf(story)).toMatchObject({ promiseSaid: { by: 'Ana', edited: true } });
    story.turn({ kind: 'count-as-answer' });
    expect(asksOf(story.ledger).closed).toMatchObject([{ how: 'answered', by: 'Ana' }]);
  });

  it('by somebody else: those are not its author’s words', () => {
    expect(askOf(edited({ text: 'Signed.', editedBy: 'admin' })).promiseSaid).toBeUndefined();
  });
});

describe('a ticket that the app has not met', () => {
  it('judges an edited comment as it stands, once', () => {
    const story = new Story({ account: known });
    story.ledger = emptyLedger('100', 'EBH-1', '1');
    story.comment('agent', { ...question, updated: '2026-03-02T10:05:00.000Z' });
    story.at('2026-03-02T10:10:00.000Z').turn();
    expect(asksOf(story.ledger).asks).toBe(1);
    expect(story.turn()).toMatchObject({ changed: false, effects: [] });
  });
});
