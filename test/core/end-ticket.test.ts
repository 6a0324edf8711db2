// X14: finished work ends its ticket, once, and nobody is fought over it.
import { because, type Because } from '../../src/core/because';
import { decide, type Decision } from '../../src/core/decide';
import { emptyLedger, type Ledger } from '../../src/core/ledger';
import type { Policy, QueuePolicy } from '../../src/core/policy';
import type { Procedure } from '../../src/core/procedure';
import type { Wait } from '../../src/core/wait';
import { everyRule } from '../support/procedures';
import { aPolicy, aQueue, Story } from '../support/sop';

type Work = Because | 'not-yet' | null;

const done = because('T1', 'The work is done.');
const isOwed: Wait = {
  key: 'word',
  clause: 'T1',
  title: 'Say a word',
  of: 'assignee',
  since: '2026-03-02T10:00:00.000Z',
  within: { minutes: 60 },
  above: [],
  tell: 'tag',
  acts: [],
};

const worker = (id: string, work: () => Work, more: Partial<Procedure> = {}): Procedure => ({
  id,
  onTime: () => undefined,
  wakeAt: () => null,
  finished: work,
  ...more,
});

describe('a ticket of finished work', () => {
  let story: Story;
  let ledger: Ledger;
  let first: Work;
  let second: Work;
  let more: Partial<Procedure>;
  let policy: Policy;
  beforeEach(() => {
    story = new Story();
    ledger = emptyLedger('100', 'EBH-1', '1');
    [first, second, more] = [done, null, {}];
    policy = aPolicy();
  });

  const look = (): Decision => {
    const decision = decide(ledger, {
      ...story.situation,
      policy,
      queue: policy.queues['1'] as QueuePolicy,
      procedures: [worker('first', () => first, more), worker('second', () => second)],
    });
    ledger = decision.ledger;
    return decision;
  };
  const moves = (): string[] =>
    look().effects.flatMap(({ command, clause }) =>
      command.kind === 'transition' ? [`${command.to.name} by ${clause}`] : [],
    );
  const ending = (first: object): Policy =>
    aPolicy(
      aQueue({
        procedures: { first: { ending: first } },
        doneStatuses: [
          { id: 'resolved', name: 'Resolved' },
          { id: 'done', name: 'Done' },
        ],
      }),
    );

  it('goes to the first final status that the workflow leads to, with a line that says why', () => {
    policy = ending({});
    expect(moves()).toEqual(['Done by X14']);
    expect(ledger.journal).toMatchObject([
      { text: 'The work here is done: the ticket goes to Done', because: { clause: 'X14' } },
    ]);
  });

  it('goes to the status that the settings name', () => {
    policy = ending({ how: 'end', status: { id: 'resolved', name: 'Resolved' } });
    expect(moves()).toEqual(['Resolved by X14']);
  });

  it('goes to the status that the settings of the whole site name, in its own queue', () => {
    policy = {
      ...ending({}),
      ...aPolicy(aQueue({ doneStatuses: ending({}).queues['1']?.doneStatuses ?? [] }), {
        procedures: { first: { ending: { how: 'end', status: 'resolved' } } },
      }),
    };
    expect(moves()).toEqual(['Resolved by X14']);
  });

  it('is left to people where the settings say so, also once they say otherwise', () => {
    policy = ending({ how: 'leave' });
    expect(moves()).toEqual([]);
    policy = ending({ how: 'end' });
    expect(moves()).toEqual([]);
  });

  it('is ended once: whoever opens it again keeps it open', () => {
    expect(moves()).toHaveLength(1);
    story.moves('done', null).moves('progress', 'agent');
    expect([moves(), moves()]).toEqual([[], []]);
  });

  it('is ended again when there was work again', () => {
    moves();
    story.moves('done', null).moves('progress', 'agent');
    first = 'not-yet';
    moves();
    first = done;
    expect(moves()).toHaveLength(1);
  });

  it('that somebody closed themselves is not moved, and may be opened again', () => {
    story.moves('done', 'agent');
    expect(moves()).toEqual([]);
    story.moves('progress', 'agent');
    expect(moves()).toEqual([]);
  });

  it('waits for every procedure that has work there', () => {
    second = 'not-yet';
    expect(moves()).toEqual([]);
    second = done;
    expect(moves()).toHaveLength(1);
  });

  it('is none where nobody ever had work that ends', () => {
    first = null;
    expect(moves()).toEqual([]);
  });

  it('waits while anybody is owed something, or asked', () => {
    more = { waits: () => [isOwed] };
    expect(moves()).toEqual([]);
    more = { waits: () => [], ownsStatus: () => true };
    expect(moves()).toEqual([]);
    more = { waits: () => [] };
    expect(moves()).toHaveLength(1);
  });

  it('waits for a veto, and goes once nothing is against it', () => {
    more = { vetoStatus: () => because('T2', 'Not before the release is out.') };
    expect(moves()).toEqual([]);
    more = {};
    expect(moves()).toEqual(['Done by X14']);
  });

  it('waits for a procedure that has stopped, as nobody knows what it has to do', () => {
    second = null;
    more = {
      onTime: () => {
        throw new Error('It broke.');
      },
    };
    first = 'not-yet';
    second = done;
    expect(moves()).toEqual([]);
  });

  it('lets another procedure show its status first', () => {
    more = {
      onTime: (c) => {
        if (c.ticket.status.id !== 'wfm')
          c.status = {
            to: { id: 'wfm', name: 'Waiting for Management' },
            actor: null,
            clause: 'T3',
          };
      },
    };
    expect(moves()).toEqual(['Waiting for Management by T3']);
    story.moves('wfm', null);
    expect(moves()).toEqual(['Done by X14']);
  });
});

it('every procedure but the account manager’s says when its work in a ticket is done', () => {
  expect(everyRule.filter(({ finished }) => finished === undefined).map(({ id }) => id)).toEqual([
    'account-manager',
  ]);
});
