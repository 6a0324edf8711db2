// In whose list an open ask stands, and what the agent owes beside it.
import { asksOf } from '../../../src/procedures/account-manager/asks';
import { askWait, openAskRows, peopleOf } from '../../../src/procedures/account-manager/rows';
import type { Ask } from '../../../src/procedures/account-manager/ask';
import { holderList, queueList } from '../../../src/core/procedure';
import { promiseWait } from '../../../src/core/wait-acts';
import { askedForList, waitingList } from '../../../src/core/wait-rows';
import { anas, aPerson, aPolicy, aQueue, everybody, Story } from '../../support/sop';
import { defaultReadings } from '../../../src/procedures/account-manager/settings/reading-choices';

const known = { kind: 'known', account: anas, chosen: false } as const;
const asked = (change: ConstructorParameters<typeof Story>[0] = {}): Story => {
  const story = new Story({ account: known, ...change });
  story.request();
  return story;
};
const inList = (story: Story, list: string): readonly (readonly [string, string])[] =>
  openAskRows(story.ledger)
    .filter((row) => row.list === list)
    .map(({ who, order }) => [who, order]);

describe('A4: what somebody missed stays in their list', () => {
  it('overdue since their own due time, beside whoever has it now', () => {
    const story = asked().at('2026-03-02T14:00:00.000Z');
    story.turn();
    for (const list of [holderList, waitingList])
      expect(inList(story, list)).toEqual([
        ['Ana', '2026-03-02T14:00:00.000Z'],
        ['Paige', '2026-03-02T16:00:00.000Z'],
      ]);
    expect(inList(story, askedForList)).toEqual([['agent', '2026-03-02T16:00:00.000Z']]);
    story.comment('Ana').turn();
    expect(openAskRows(story.ledger)).toEqual([]);
  });

  it('not where only management may answer by now', () => {
    const story = asked({
      policy: aPolicy(
        aQueue({ readings: { ...defaultReadings, managementAnswer: 'management-only' } }),
      ),
    }).at('2026-03-02T14:00:00.000Z');
    story.turn();
    expect(inList(story, waitingList).map(([who]) => who)).toEqual(['Paige']);
  });

  it('a stand-in and whoever is away both see it', () => {
    const delegation = {
      delegate: 'delegate',
      from: '2026-03-01T00:00:00.000Z',
      until: '2026-03-09T00:00:00.000Z',
    };
    const story = asked({ people: { ...everybody, Ana: aPerson('Ana', { delegation }) } });
    expect([...peopleOf(asksOf(story.ledger).ask as Ask).keys()].sort()).toEqual([
      'Ana',
      'delegate',
    ]);
  });
});

describe('the request has acts of its own', () => {
  const set = (story: Story): string | undefined =>
    story.doing(
      {
        procedure: 'account-manager',
        perform: (c, actor) =>
          promiseWait(c, actor, {
            procedure: 'account-manager',
            wait: askWait,
            by: '2026-03-03T12:00:00.000Z',
          }),
      },
      { accountId: 'Ana' },
    ).refused?.text;

  it('those of every wait say so, and not that it is over', () => {
    const story = asked();
    expect(set(story)).toBe('This has buttons of its own on the ticket. Use those.');
    story.comment('Ana').turn();
    expect(set(story)).toContain('not owed any more');
  });
});

describe('what is owed on a ticket that is assigned to no colleague', () => {
  const bot = aPerson('bot', { kind: 'app' });
  const waiting = (story: Story): readonly string[] =>
    (story.ledger.clocks ?? []).flatMap(({ asked: people }) => people.map(({ person }) => person));

  it.each([
    ['nobody', null],
    ['an automation', bot],
  ])('assigned to %s: the word to the customer is of whoever asked', (_who, assignee) => {
    const story = asked({ ticket: { assignee } });
    story.at('2026-03-02T10:30:00.000Z').customerReplies().turn();
    expect(waiting(story)).toEqual(['agent']);
  });

  it('A12: the account is asked of whoever looped the manager in', () => {
    const story = new Story({ ticket: { assignee: null, organizations: [] } });
    story.account = { kind: 'unknown' };
    story.comment('agent', { mentions: ['Ana'], text: '@Ana can you please check this?' }).turn();
    expect(waiting(story)).toEqual(['agent']);
  });
});

describe('A17: somebody else is meant by now', () => {
  const midland = { ...anas, cid: 'MSBK', name: 'Midland', accountManager: 'Chad' };
  const moves = (story: Story): readonly string[] =>
    (story.ledger.clocks ?? []).flatMap(({ key }) => (key.startsWith('move:') ? [key] : []));

  it('the agent owes the decision from when the organization was corrected', () => {
    const story = asked();
    story.organizationAccount = midland;
    story.at('2026-03-02T11:00:00.000Z').turn();
    expect(moves(story)).toEqual(['move:MSBK']);
    expect(story.tagged.at(-1)).toBe('agent');
    story.turn({ kind: 'move', to: 'stay' });
    expect(moves(story)).toEqual([]);
  });

  it('whom an agent has named in the field is not written over when it is escalated', () => {
    const story = asked();
    story.turn();
    story.at('2026-03-02T11:00:00.000Z');
    story.ticket = { ...story.ticket, accountManager: aPerson('Rita') };
    story.turn();
    expect(moves(story)).toEqual(['move:Rita']);
    story.at('2026-03-02T14:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask?.rung).toBe(1);
    story.turn();
    expect(story.ticket.accountManager?.accountId).toBe('Rita');
    story.turn({ kind: 'move', to: 'stay' });
    expect(moves(story)).toEqual([]);
  });
});

describe('X10: what the agent owes meanwhile', () => {
  it('A12: the account, from the loop-in on; the assignee is tagged once unless they looped in themselves', () => {
    const story = new Story({ account: { kind: 'unknown' } });
    story.comment('other agent', { mentions: ['Ana'], text: 'Is it signed?' }).turn();
    expect(story.ledger.clocks).toMatchObject([
      { key: 'account', title: 'Choose the account', dueAt: '2026-03-02T12:00:00.000Z' },
    ]);
    expect(story.tagged).toEqual(['agent']);
    story.at('2026-03-02T10:05:00.000Z').turn();
    const tags = story.effects.flatMap(({ command }) =>
      command.kind === 'comment' ? [JSON.stringify(command.body)] : [],
    );
    expect(tags.filter((words) => words.includes('Choose the account'))).toHaveLength(1);
    story.account = known;
    story.at('2026-03-02T11:00:00.000Z').turn();
    expect(story.ledger.clocks ?? []).toEqual([]);
    expect(story.tagged).toEqual(['Ana']);
  });

  it('AM-26: a word to the customer who replied, without a second tag, until somebody answers', () => {
    const story = asked().at('2026-03-02T10:30:00.000Z');
    story.customerReplies().turn();
    expect(story.ledger.clocks).toMatchObject([
      { key: 'reply', title: 'Reply to the customer', dueAt: '2026-03-02T12:30:00.000Z' },
    ]);
    expect(story.tagged).toEqual([]);
    story.at('2026-03-02T12:30:00.000Z').turn();
    expect(story.ledger.clocks).toHaveLength(1);
    story.comment('agent', { public: true }).turn();
    expect(story.ledger.clocks ?? []).toEqual([]);
  });

  it('keeps the time it had when settings change meanwhile', () => {
    const story = asked().at('2026-03-02T10:30:00.000Z');
    story.customerReplies().turn();
    story.policy = aPolicy(aQueue({ waits: { reply: 10, above: [] } }));
    story.turn();
    expect(story.ledger.clocks).toMatchObject([{ dueAt: '2026-03-02T12:30:00.000Z' }]);
  });

  it('AM-23: what is needed, of whoever set the status without a word, until it is said', () => {
    const story = new Story();
    story.moves('wfam').turn();
    expect(story.ledger.clocks).toMatchObject([
      { title: 'Say what is needed', dueAt: '2026-03-02T14:00:00.000Z' },
    ]);
    story.turn({ kind: 'add-note', note: 'Is the contract signed?' });
    expect(story.ledger.clocks ?? []).toEqual([]);
  });

  it('A11: a tag that asks and that no rule takes, of whoever tagged; one that is not clear, of nobody', () => {
    const tagging = (text: string): Story => {
      const story = new Story({ account: known });
      story.managers = ['Chad'];
      story.comment('agent', { mentions: ['Chad'], text }).turn();
      return story;
    };
    const story = tagging('Can you tell us who signs?');
    expect(story.ledger.clocks).toMatchObject([{ dueAt: '2026-03-02T14:00:00.000Z' }]);
    story.turn({ kind: 'set-aside' });
    expect(story.ledger.clocks ?? []).toEqual([]);
    expect(tagging('Northwind wants a discount.').ledger.clocks ?? []).toEqual([]);
  });
});

describe('an account that is deleted while somebody is asked', () => {
  it('keeps the request: it climbs to who was its regional manager, and the fields stay', () => {
    const story = asked();
    story.account = { kind: 'unknown' };
    story.at('2026-03-02T11:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Ana' });
    story.at('2026-03-02T14:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Paige', rung: 1 });
    expect(story.ticket.accountManager?.accountId).toBe('Ana');
  });

  it('is found by its queue, to be named before the queue is removed', () => {
    expect(inList(asked(), queueList)).toEqual([['1', '2026-03-02T14:00:00.000Z']]);
  });
});
