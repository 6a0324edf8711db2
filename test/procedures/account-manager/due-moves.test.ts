// How the due time of an open ask moves, and how it does not.
import { asksOf } from '../../../src/procedures/account-manager/asks';
import type { OpenAsk } from '../../../src/procedures/account-manager/ask';
import { defaultReadings } from '../../../src/procedures/account-manager/settings/reading-choices';
import type { Change } from '../../../src/core/ticket';
import {
  anas,
  aPerson,
  aPolicy,
  aQueue,
  everybody,
  office,
  Story,
  urgent,
} from '../../support/sop';

const known = { kind: 'known', account: anas, chosen: false } as const;
const askOf = (story: Story): OpenAsk => asksOf(story.ledger).ask as OpenAsk;

/** Asked on Monday at ten, with four hours; at the priority "highest" it would be thirty minutes. */
const asked = (change: ConstructorParameters<typeof Story>[0] = {}): Story => {
  const story = new Story({ account: known, ...change });
  story.request();
  return story;
};

let changes = 1000;
function priority(story: Story, to: string, by = 'agent', ours = false): Story {
  changes += 1;
  const change: Change = {
    id: changes,
    at: story.now,
    by: aPerson(by),
    field: 'priority',
    from: story.ticket.priority?.id ?? null,
    fromName: null,
    to,
    ours,
  };
  story.ticket = {
    ...story.ticket,
    priority: { id: to, name: to },
    changes: [...story.ticket.changes, change],
  };
  return story;
}

describe('A18: the priority is raised while somebody is asked', () => {
  it('the shorter time counts from the start of the rung, and whoever is asked hears of it', () => {
    const story = asked({
      policy: aPolicy(
        aQueue({
          entries: [
            {
              ...urgent,
              ladder: urgent.ladder.map((rung) => ({
                ...rung,
                respondWithin: { default: 240, highest: 120 },
              })),
            },
          ],
        }),
      ),
    });
    priority(story.at('2026-03-02T10:30:00.000Z'), 'highest').turn();
    expect(askOf(story).dueAt).toBe('2026-03-02T12:00:00.000Z');
    expect(story.tagged).toEqual(['Ana']);
    expect(story.clauses).toContain('A18');
  });

  it('leaves at least the grace, and never more than there was', () => {
    const story = asked();
    priority(story.at('2026-03-02T13:00:00.000Z'), 'highest').turn();
    expect(askOf(story).dueAt).toBe('2026-03-02T13:30:00.000Z');
    const late = asked();
    priority(late.at('2026-03-02T13:50:00.000Z'), 'highest').turn();
    expect(askOf(late).dueAt).toBe('2026-03-02T14:00:00.000Z');
    expect(late.tagged).toEqual([]);
  });

  it('does so whoever raised it, also another procedure of the app', () => {
    const story = asked();
    priority(story.at('2026-03-02T11:00:00.000Z'), 'highest', 'relay', true).turn();
    expect(askOf(story).dueAt).toBe('2026-03-02T11:30:00.000Z');
  });

  it('the next rung runs on it, also when it is lowered again meanwhile', () => {
    const story = asked();
    priority(story.at('2026-03-02T11:00:00.000Z'), 'highest').turn();
    priority(story.at('2026-03-02T11:10:00.000Z'), 'low').turn();
    expect(askOf(story).dueAt).toBe('2026-03-02T11:30:00.000Z');
    story.at('2026-03-02T11:30:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ holder: 'Paige', dueAt: '2026-03-02T12:00:00.000Z' });
  });

  it.each(['low', 'medium'])('nothing changes when it is lowered to %s', (lower) => {
    const story = asked();
    priority(story.at('2026-03-02T11:00:00.000Z'), lower).turn();
    expect(askOf(story)).toMatchObject({ priority: 'medium', dueAt: '2026-03-02T14:00:00.000Z' });
  });

  it('a date that was promised outranks it', () => {
    const story = asked().at('2026-03-02T11:00:00.000Z');
    story.turn(
      { kind: 'promise', by: '2026-03-03T12:00:00.000Z', text: null },
      { accountId: 'Ana', mayTransition: false },
    );
    priority(story.at('2026-03-02T11:10:00.000Z'), 'highest').turn();
    expect(askOf(story).dueAt).toBe('2026-03-03T12:00:00.000Z');
  });

  it('is left alone where the settings read it so', () => {
    const story = asked({
      policy: aPolicy(aQueue({ readings: { ...defaultReadings, priorityRaised: 'unchanged' } })),
    });
    priority(story.at('2026-03-02T11:00:00.000Z'), 'highest').turn();
    expect(askOf(story)).toMatchObject({ priority: 'medium', dueAt: '2026-03-02T14:00:00.000Z' });
  });
});

describe('X11: settings and calendars that change meanwhile', () => {
  const faster = aPolicy(
    aQueue({
      entries: [
        {
          ...urgent,
          ladder: [
            { to: 'account-manager', respondWithin: { default: 60 }, remindBefore: [15] },
            { to: 'fallback', respondWithin: { default: 5 }, remindBefore: [] },
          ],
        },
      ],
    }),
  );

  it('an open ask climbs the ladder that it was opened under', () => {
    const story = asked();
    story.policy = faster;
    story.at('2026-03-02T12:00:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ holder: 'Ana', dueAt: '2026-03-02T14:00:00.000Z' });
    story.at('2026-03-02T14:00:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ holder: 'Paige', dueAt: '2026-03-02T16:00:00.000Z' });
    story.turn({ kind: 'withdraw', reason: 'new times' });
    story.request();
    expect(askOf(story).dueAt).toBe('2026-03-02T15:00:00.000Z');
  });

  it('a holiday that is declared meanwhile moves the due time to later, and one that is lifted not to earlier', () => {
    const story = asked().at('2026-03-02T16:00:00.000Z');
    story.turn({ kind: 'withdraw', reason: 'later' });
    story.request();
    expect(askOf(story).dueAt).toBe('2026-03-03T12:00:00.000Z');
    const { policy } = story;
    story.policy = { ...policy, calendars: { office: { ...office, holidays: ['2026-03-03'] } } };
    story.turn();
    expect(askOf(story).dueAt).toBe('2026-03-04T12:00:00.000Z');
    story.policy = policy;
    story.turn();
    expect(askOf(story).dueAt).toBe('2026-03-04T12:00:00.000Z');
  });
});

describe('A14: a hand-over leaves time to answer', () => {
  it('keeps the due time, but at least the grace from when the other is told', () => {
    const story = asked();
    story.people = { ...everybody, Ana: aPerson('Ana', { active: false }) };
    story.at('2026-03-02T13:55:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ holder: 'Paige', dueAt: '2026-03-02T14:25:00.000Z' });
    expect(JSON.stringify(story.last?.effects)).toContain('Is the contract signed?');
  });

  it('to the delegate of somebody who goes away meanwhile; who returns does not take it back, and may answer', () => {
    const story = asked();
    const delegation = {
      delegate: 'delegate',
      from: '2026-03-02T11:00:00.000Z',
      until: '2026-03-02T12:00:00.000Z',
    };
    story.people = { ...everybody, Ana: aPerson('Ana', { delegation }) };
    story.at('2026-03-02T11:30:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ holder: 'delegate', standsInFor: 'Ana' });
    story.at('2026-03-02T12:30:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ holder: 'delegate', standsInFor: 'Ana' });
    story.comment('Ana').turn();
    expect(asksOf(story.ledger).closed).toMatchObject([{ how: 'answered', by: 'Ana' }]);
  });
});

describe('AM-21: nobody is told of their own silence', () => {
  const awayAll = { from: '2026-03-01T00:00:00.000Z', until: '2026-03-09T00:00:00.000Z' };

  it('the account manager is the delegate of the regional manager: the fallback stands in', () => {
    const people = {
      ...everybody,
      Paige: aPerson('Paige', { delegation: { delegate: 'Ana', ...awayAll } }),
    };
    const story = asked({ people }).at('2026-03-02T14:00:00.000Z');
    story.turn();
    expect(askOf(story)).toMatchObject({ holder: 'James Lee', standsInFor: 'Paige', rung: 1 });
    expect(story.tagged).toEqual(['James Lee']);
  });

  it('where nobody else is left, the regional manager keeps it although away', () => {
    const people = {
      ...everybody,
      Paige: aPerson('Paige', { delegation: { delegate: 'Ana', ...awayAll } }),
    };
    const story = asked({ people, policy: aPolicy(aQueue(), { fallback: [] }) });
    story.at('2026-03-02T14:00:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ holder: 'Paige', rung: 1 });
  });

  it('a delegate who was silent is not the one above either', () => {
    const people = {
      ...everybody,
      Ana: aPerson('Ana', { delegation: { delegate: 'Paige', ...awayAll } }),
    };
    const story = asked({ people });
    expect(askOf(story)).toMatchObject({ holder: 'Paige', standsInFor: 'Ana' });
    story.at('2026-03-02T14:00:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ holder: 'James Lee' });
  });
});

describe('A7: a queue that escalated nothing by itself does so from now on', () => {
  it.each(['prompt', 'shadow'] as const)(
    'from %s: a word first, the grace, then it climbs',
    (how) => {
      const story = asked({
        policy: aPolicy(aQueue({ readings: { ...defaultReadings, atDueTime: how } })),
      });
      story.at('2026-03-02T14:00:00.000Z').turn();
      expect(askOf(story).heldAtDue).toBe(how);
      story.turn();
      const why = story.last?.declined.map(({ text }) => text).join(' ');
      expect(why).not.toContain('has time until');
      story.policy = aPolicy();
      story.at('2026-03-03T09:30:00.000Z').turn();
      expect(story.tagged).toEqual(['Ana']);
      expect(askOf(story)).toMatchObject({ rung: 0, dueAt: '2026-03-03T10:00:00.000Z' });
      expect(story.turn().effects).toEqual([]);
      story.at('2026-03-03T10:00:00.000Z').turn();
      expect(story.tagged).toEqual(['Paige']);
      expect(story.status).toBe('wfm');
    },
  );

  it('from shadow to prompt: the agent is told', () => {
    const story = asked({
      policy: aPolicy(aQueue({ readings: { ...defaultReadings, atDueTime: 'shadow' } })),
    });
    story.at('2026-03-02T14:00:00.000Z').turn();
    story.policy = aPolicy(aQueue({ readings: { ...defaultReadings, atDueTime: 'prompt' } }));
    story.at('2026-03-02T15:00:00.000Z').turn();
    expect(story.tagged).toEqual(['agent']);
  });
});
