// In whose list an open ask stands, and what the agent owes beside it.
import { asksOf, isAskKey } from '../../../src/procedures/account-manager/asks';
import { peopleOf } from '../../../src/procedures/account-manager/rows';
import type { Clock } from '../../../src/core/clock';
import type { OpenAsk } from '../../../src/procedures/account-manager/ask';
import { queueList } from '../../../src/core/procedure';
import type { Act } from '../../../src/core/act';
import {
  askBack,
  declineWait,
  delegateWait,
  inform,
  promiseWait,
} from '../../../src/core/wait-acts';
import { askedForList, listRows, waitingList } from '../../../src/core/wait-rows';
import { rules as accountManagerRules } from '../../../src/procedures/account-manager/rules';
import { anas, aPerson, aPolicy, aQueue, everybody, Story } from '../../support/sop';
import { defaultReadings } from '../../../src/procedures/account-manager/settings/reading-choices';

const known = { kind: 'known', account: anas, chosen: false } as const;
const asked = (change: ConstructorParameters<typeof Story>[0] = {}): Story => {
  const story = new Story({ account: known, ...change });
  story.request();
  return story;
};
const inList = (story: Story, list: string): readonly (readonly [string, string])[] =>
  listRows([accountManagerRules], story.ledger)
    .filter((row) => row.list === list)
    .map(({ who, order }) => [who, order]);

/** What is owed beside the answer itself. */
const agents = (story: Story): readonly Clock[] =>
  (story.ledger.clocks ?? []).filter(({ key }) => !isAskKey(key));
/** What the app has written in the last turn. */
const said = (story: Story): string =>
  story.last?.effects
    .flatMap(({ command }) => (command.kind === 'comment' ? [JSON.stringify(command.body)] : []))
    .join('\n') ?? '';

describe('A4: what somebody missed stays in their list', () => {
  it('overdue since their own due time, beside whoever has it now', () => {
    const story = asked().at('2026-03-02T14:00:00.000Z');
    story.turn();
    expect(inList(story, waitingList)).toEqual([
      ['Ana', '2026-03-02T14:00:00.000Z'],
      ['Paige', '2026-03-02T16:00:00.000Z'],
    ]);
    expect(inList(story, askedForList)).toEqual([['agent', '2026-03-02T16:00:00.000Z']]);
    story.comment('Ana').turn();
    expect(listRows([accountManagerRules], story.ledger)).toEqual([]);
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
    expect([...peopleOf(asksOf(story.ledger).ask as OpenAsk).keys()].sort()).toEqual([
      'Ana',
      'delegate',
    ]);
  });
});

describe('M9: whoever is asked does what is done about every wait', () => {
  const wait = 'ask:1';
  const doing = (story: Story, by: string, perform: Act['perform']) =>
    story.doing({ procedure: 'account-manager', perform }, { accountId: by });

  it('sets a date', () => {
    const story = asked();
    const step = { procedure: 'account-manager', wait, by: '2026-03-03T12:00:00.000Z' } as const;
    const set = () => doing(story, 'Ana', (c, actor) => promiseWait(c, actor, step)).refused?.text;
    expect(set()).toBeUndefined();
    expect(asksOf(story.ledger).ask?.dueAt).toBe(step.by);
    story.comment('Ana').turn();
    expect(set()).toContain('not owed any more');
  });

  it('sets a date after it was escalated: it is theirs again until then, and the ticket waits for them', () => {
    const story = asked().at('2026-03-02T14:00:00.000Z');
    story.turn();
    expect(story.status).toBe('wfm');
    const step = { procedure: 'account-manager', wait, by: '2026-03-03T12:00:00.000Z' } as const;
    doing(story, 'Ana', (c, actor) => promiseWait(c, actor, step));
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Ana', rung: 0, dueAt: step.by });
    expect(story.status).toBe('wfam');
    story.at(step.by).turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Paige', rung: 1 });
    expect(story.status).toBe('wfm');
  });

  it('hands it to somebody else: both see it, whoever has it now is told what was asked, and answers', () => {
    const story = asked();
    const step = { procedure: 'account-manager', wait, to: aPerson('Rita') } as const;
    story.people = { ...story.people, Rita: step.to };
    doing(story, 'Ana', (c, actor) => delegateWait(c, actor, step));
    expect(story.tagged).toEqual(['Rita']);
    expect(said(story)).toContain('Ana has handed this request to Rita.');
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Rita', standsInFor: 'Ana', rung: 0 });
    expect(inList(story, waitingList).map(([who]) => who)).toEqual(
      expect.arrayContaining(['Ana', 'Rita']),
    );
    story.comment('Rita').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
  });

  it('says that it is not theirs: whoever stands above takes it in their place, and hears why', () => {
    const story = asked();
    const step = { procedure: 'account-manager', wait, reason: 'Chad has this bank now.' } as const;
    doing(story, 'Ana', (c, actor) => declineWait(c, actor, step));
    expect(story.tagged).toEqual(['Paige']);
    expect(said(story)).toContain('Ana says that it is not theirs: Chad has this bank now.');
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Paige', rung: 0 });
    expect(story.status).toBe('wfam');
  });

  it('needs information: whoever asked owes it, and the clock stands still until it is there', () => {
    const story = asked();
    const step = { procedure: 'account-manager', wait, text: 'Which contract?' } as const;
    doing(story, 'Ana', (c, actor) => askBack(c, actor, step));
    expect(story.tagged).toEqual(['agent']);
    story.at('2026-03-02T16:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Ana', rung: 0 });
    const answer = { ...step, text: 'The one of May.' };
    doing(story, 'agent', (c, actor) => inform(c, actor, answer));
    expect(asksOf(story.ledger).ask?.dueAt).toBe('2026-03-03T12:00:00.000Z');
    story.at('2026-03-03T12:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Paige', rung: 1 });
  });
});

describe('what is owed on a ticket that is assigned to no colleague', () => {
  const bot = aPerson('bot', { kind: 'app' });
  const waiting = (story: Story): readonly string[] =>
    agents(story).flatMap(({ asked: people }) => people.map(({ person }) => person));

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
    expect(agents(story)).toMatchObject([
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
    expect(agents(story)).toEqual([]);
    expect(story.tagged).toEqual(['Ana']);
  });

  it('AM-26: a word to the customer who replied, without a second tag, until somebody answers', () => {
    const story = asked().at('2026-03-02T10:30:00.000Z');
    story.customerReplies().turn();
    expect(agents(story)).toMatchObject([
      { key: 'reply', title: 'Reply to the customer', dueAt: '2026-03-02T12:30:00.000Z' },
    ]);
    expect(story.tagged).toEqual([]);
    story.at('2026-03-02T12:30:00.000Z').turn();
    expect(agents(story)).toHaveLength(1);
    story.comment('agent', { public: true }).turn();
    expect(agents(story)).toEqual([]);
  });

  it('keeps the time it had when settings change meanwhile', () => {
    const story = asked().at('2026-03-02T10:30:00.000Z');
    story.customerReplies().turn();
    story.policy = aPolicy(aQueue({ waits: { reply: 10, above: [] } }));
    story.turn();
    expect(agents(story)).toMatchObject([{ dueAt: '2026-03-02T12:30:00.000Z' }]);
  });

  it('AM-23: what is needed, of whoever set the status without a word, until it is said', () => {
    const story = new Story();
    story.moves('wfam').turn();
    expect(agents(story)).toMatchObject([
      { title: 'Say what is needed', dueAt: '2026-03-02T14:00:00.000Z' },
    ]);
    story.turn({ kind: 'add-note', note: 'Is the contract signed?' });
    expect(agents(story)).toEqual([]);
  });

  it('A11: a tag that asks and that no rule takes, of whoever tagged; one that is not clear, of nobody', () => {
    const tagging = (text: string): Story => {
      const story = new Story({ account: known });
      story.managers = ['Chad'];
      story.comment('agent', { mentions: ['Chad'], text }).turn();
      return story;
    };
    const story = tagging('Can you tell us who signs?');
    expect(agents(story)).toMatchObject([{ dueAt: '2026-03-02T14:00:00.000Z' }]);
    story.turn({ kind: 'set-aside' });
    expect(agents(story)).toEqual([]);
    expect(agents(tagging('Northwind wants a discount.'))).toEqual([]);
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
    expect(inList(asked(), queueList).map(([queue]) => queue)).toEqual(['1']);
  });
});

describe('a request from before the engine kept its time', () => {
  it('goes on with whoever was asked, who is not told again, and climbs', () => {
    const story = asked();
    const { ask, asks, closed, waiting } = asksOf(story.ledger);
    const { clocks: _clocks, ...ledger } = story.ledger;
    const state = { ask, asks, closed, waiting };
    story.ledger = { ...ledger, parts: { 'account-manager': { v: 1, state } } };
    story.at('2026-03-02T11:00:00.000Z').turn();
    expect(story.tagged).toEqual([]);
    expect(asksOf(story.ledger).ask).toMatchObject({
      holder: 'Ana',
      rung: 0,
      dueAt: '2026-03-02T14:00:00.000Z',
    });
    story.at('2026-03-02T14:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toMatchObject({ holder: 'Paige', rung: 1 });
  });
});
