// KA-06, KA-07: the weekly meeting is owed, held or not, and what is agreed in it stays owed until it is done.
import { holdersOf } from '../../../src/core/clock';
import { bytesOf } from '../../../src/core/room';
import { keyTicketOf, keyTicketRows } from '../../../src/procedures/key-account/key-ticket';
import {
  mostActions,
  mostChanges,
  mostOpenActions,
  openActionsList,
} from '../../../src/procedures/key-account/meeting';
import { endOfWork, meetingDay } from '../../../src/procedures/key-account/meeting-day';
import type { KeyStep } from '../../support/acts';
import { Course } from '../../support/course';
import { anAction, beginWeek, engineers, KeyStory } from '../../support/key-account';
import { anas, aPerson, office } from '../../support/sop';

const opened = (): KeyStory => {
  const story = new KeyStory({ account: anas });
  story.doing(beginWeek(), { accountId: 'relay' });
  return story;
};
const held = (change: Partial<KeyStep & { kind: 'hold-meeting' }> = {}): KeyStep => ({
  kind: 'hold-meeting',
  attended: [aPerson('keeper')],
  others: null,
  on: null,
  lookedAt: [],
  ...change,
});
const change: KeyStep = {
  kind: 'note-change',
  text: 'The bank changes its file format.',
  affects: ['accuracy', 'timing'],
  cid: null,
};
const clocks = (story: KeyStory): readonly string[] =>
  (story.ledger.clocks ?? []).map(({ key }) => key);
const clock = (story: KeyStory, key: string) => {
  const found = story.ledger.clocks?.find((one) => one.key === key);
  if (found === undefined) throw new Error(`Nothing is owed that is called ${key}.`);
  return found;
};
const meeting = (story: KeyStory) => {
  const { meeting: found } = story.part;
  if (found == null) throw new Error('No meeting was opened.');
  return found;
};

describe('KA-06: the day of a meeting', () => {
  const closedOn = (...holidays: string[]) => ({ ...office, holidays });

  it('is the weekday of the settings', () => {
    expect(meetingDay(office, '2026-03-02', 'tuesday')).toBe('2026-03-03');
    expect(meetingDay(office, '2026-03-02', 'monday')).toBe('2026-03-02');
  });

  it('moves to the next working day where that is a holiday, over a weekend too', () => {
    expect(meetingDay(closedOn('2026-03-03'), '2026-03-02', 'tuesday')).toBe('2026-03-04');
    expect(meetingDay(closedOn('2026-03-06'), '2026-03-02', 'friday')).toBe('2026-03-09');
    expect(meetingDay(office, '2026-03-02', 'saturday')).toBe('2026-03-09');
  });

  it('is none in a week in which nobody works', () => {
    const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
    expect(meetingDay(closedOn(...week), '2026-03-02', 'tuesday')).toBeNull();
    expect(meetingDay(closedOn(...week.slice(1)), '2026-03-02', 'tuesday')).toBe('2026-03-09');
  });

  it('is recorded until the end of work, in the zone of the queue', () => {
    expect(endOfWork(office, '2026-03-03', 1)).toBe('2026-03-04T17:00:00.000Z');
    expect(endOfWork({ ...office, timeZone: 'America/Los_Angeles' }, '2026-03-03', 0)).toBe(
      '2026-03-04T01:00:00.000Z',
    );
  });
});

describe('KA-06: an opened meeting', () => {
  it('is asked of whoever attends for ISD, once, with the day and the open actions of before', () => {
    const story = new KeyStory({ account: anas });
    story.doing(beginWeek({ earlier: ['OPS-3', 'OPS-1'] }), { accountId: 'relay' });
    expect(story.tagged).toEqual(['keeper']);
    const said = JSON.stringify(story.effects);
    expect(said).toContain('is on 3 Mar 2026');
    expect(said).toContain('still open in OPS-3, OPS-1');
    story.doing(beginWeek(), { accountId: 'relay' });
    expect(story.tagged).toEqual([]);
    expect(clocks(story)).toEqual(['meeting:2026-03-02']);
    expect(clock(story, 'meeting:2026-03-02').dueAt).toBe('2026-03-04T17:00:00.000Z');
    expect(story.counted).toEqual(['meeting-opened']);
  });

  it('that was opened late is not late at once', () => {
    const story = new KeyStory({ account: anas });
    story.at('2026-03-06T10:00:00.000Z').doing(beginWeek(), { accountId: 'relay' });
    expect(clock(story, 'meeting:2026-03-02').dueAt).toBe('2026-03-06T14:00:00.000Z');
  });

  it('nobody records goes up the ladder, and is reminded of on working days', () => {
    const course = new Course(opened()).until('2026-03-12T12:00:00.000Z');
    expect(
      course.words.flatMap(({ at, to }) => to.map((who) => `${at.slice(0, 16)} ${who}`)),
    ).toEqual(expect.arrayContaining(['2026-03-04T17:00 keeper', '2026-03-05T17:00 boss']));
    expect(course.words.some(({ at }) => at.startsWith('2026-03-11'))).toBe(true);
  });

  it('keeps its terms where the settings keep no meeting any more, and stands still without any', () => {
    const story = opened();
    const { queues } = story.policy;
    story.policy = {
      ...story.policy,
      queues: { '1': { ...queues['1'], procedures: {} } as never },
    };
    story.at('2026-03-09T10:00:00.000Z').turn();
    expect(clocks(story)).toEqual(['meeting:2026-03-02']);
    expect(story.refusal(held(), 'keeper')).toContain('knows no key accounts');
    story.policy = { ...story.policy, queues };
    story.turn();
    expect(story.refusal(held(), 'keeper')).toBeNull();
  });
});

describe('KA-06: recording it', () => {
  it('says on which day and who attended for ISD, ends the wait and the ticket', () => {
    const story = opened().at('2026-03-04T09:00:00.000Z');
    story.step(
      held({
        attended: [aPerson('keeper'), aPerson('senior')],
        others: ' Sales ',
        on: '2026-03-03',
        lookedAt: [{ key: 'OPS-1', id: 2 }],
      }),
      'keeper',
    );
    expect(meeting(story).outcome).toEqual({
      how: 'held',
      by: 'keeper',
      at: story.now,
      on: '2026-03-03',
      attended: ['keeper', 'senior'],
      others: 'Sales',
      lookedAt: [{ key: 'OPS-1', id: 2 }],
    });
    expect(clocks(story)).toEqual([]);
    expect(story.status).toBe('done');
    expect(story.counted).toEqual(['meeting-opened', 'meeting-held']);
  });

  it.each<[string, Partial<KeyStep & { kind: 'hold-meeting' }>, string]>([
    ['with nobody', { attended: [] }, 'Choose who attended for ISD.'],
    ['before it was', { on: '2026-03-05' }, 'once it has been held'],
    ['in another week', { on: '2026-03-01' }, 'the week from 2 Mar 2026'],
  ])('is refused %s', (_what, given, why) => {
    expect(opened().at('2026-03-04T09:00:00.000Z').refusal(held(given), 'keeper')).toContain(why);
  });

  it('is for whoever attends for ISD, and for who was asked in their place', () => {
    const story = opened();
    for (const who of ['agent', 'olga', 'dev', 'customer'])
      expect(story.refusal(held(), who)).toContain('KA-06 This is for the keeper');
    story.people = {
      ...story.people,
      keeper: aPerson('keeper', {
        delegation: {
          delegate: 'delegate',
          from: '2026-03-02T00:00:00.000Z',
          until: '2026-03-20T00:00:00.000Z',
        },
      }),
    };
    story.turn();
    expect(story.refusal(held(), 'delegate')).toBeNull();
  });

  it('happens once, whoever is second; a meeting that was not held may still be', () => {
    const story = opened();
    story.step({ kind: 'skip-meeting', reason: 'All are at the fair.' }, 'keeper');
    expect(meeting(story).outcome).toMatchObject({ how: 'not-held' });
    expect(story.refusal({ kind: 'skip-meeting', reason: 'Again, all.' }, 'keeper')).toContain(
      'recorded already',
    );
    story.at('2026-03-05T09:00:00.000Z').step(held(), 'keeper');
    expect(meeting(story).outcome).toMatchObject({ how: 'held', on: '2026-03-05' });
    expect(story.refusal(held(), 'keeper')).toContain('keeper has recorded this meeting already');
    expect(story.refusal({ kind: 'skip-meeting', reason: 'All away.' }, 'keeper')).toContain(
      'keeper has recorded',
    );
    expect(story.counted).toEqual(['meeting-opened', 'meeting-not-held', 'meeting-held']);
  });

  it('stays owed in a ticket that is closed by hand', () => {
    const story = opened();
    story.moves('done').turn();
    expect(clocks(story)).toEqual(['meeting:2026-03-02']);
    story.step(held(), 'keeper');
    expect(clocks(story)).toEqual([]);
  });

  it('is no act of other tickets, nor is any other about meetings', () => {
    const story = new KeyStory({ account: anas });
    for (const [step, by] of [
      [held(), 'keeper'],
      [{ kind: 'skip-meeting', reason: 'No time.' }, 'keeper'],
      [change, 'agent'],
      [anAction('dev'), 'agent'],
      [{ kind: 'finish-action', id: 1, note: null }, 'agent'],
    ] as const)
      expect(story.refusal(step, by)).toBe('KA-06 This ticket is not a weekly meeting.');
  });
});

describe('KA-07: changes that may affect', () => {
  it('are noted by anybody of the team, with what they may affect', () => {
    const story = opened();
    story.step(change, 'olga');
    story.namedAccounts = [];
    expect(meeting(story).changes).toEqual([
      {
        id: 1,
        text: 'The bank changes its file format.',
        affects: ['accuracy', 'timing'],
        account: null,
        by: 'olga',
        at: story.now,
      },
    ]);
    expect(story.refusal(change, 'customer')).toContain('Agents, and everybody with a role');
    expect(story.counted.at(-1)).toBe('change-noted');
  });

  it('are about key accounts only', () => {
    const story = opened();
    story.named = [anas];
    expect(story.refusal({ ...change, cid: anas.cid } as KeyStep, 'agent')).toContain(
      'is not on the list of key accounts',
    );
    expect(story.refusal({ ...change, cid: 'NONE' } as KeyStep, 'agent')).toContain(
      'No account has the CID NONE',
    );
  });

  it('need words and at least one aspect, each once', () => {
    const story = opened();
    expect(story.refusal({ ...change, text: ' a ' } as KeyStep)).toContain('Say what changes');
    expect(story.refusal({ ...change, affects: [] } as KeyStep)).toContain('what it may affect');
    story.step({ ...change, affects: ['timing', 'timing'] } as KeyStep);
    expect(meeting(story).changes[0]?.affects).toEqual(['timing']);
  });

  it('are not noted in a closed ticket: it is said what to do', () => {
    const story = opened();
    story.moves('done').turn();
    expect(story.refusal(change)).toContain('Reopen it, or use the ticket of the next meeting.');
    expect(story.refusal(anAction('dev'))).toContain('Reopen it');
  });
});

describe('KA-07: an action', () => {
  const agreed = (): KeyStory => {
    const story = opened();
    story.step(anAction('dev'));
    return story;
  };

  it('is owed by its owner, who is told, until its date; and by those above when it is late', () => {
    const story = agreed();
    expect(story.tagged).toEqual(['dev']);
    const owed = clock(story, 'action:1');
    expect(owed).toMatchObject({ clause: 'KA-07', dueAt: '2026-03-05T17:00:00.000Z' });
    expect(holdersOf(owed)).toEqual(['dev']);
    const course = new Course(story).until('2026-03-09T12:00:00.000Z');
    const told = course.words.flatMap(({ at, to }) => to.map((who) => `${at.slice(0, 16)} ${who}`));
    // A working day before, at the due time, and then above.
    expect(told).toEqual(
      expect.arrayContaining([
        '2026-03-04T17:00 dev',
        '2026-03-05T17:00 dev',
        '2026-03-06T17:00 boss',
      ]),
    );
  });

  it.each<[string, Parameters<typeof anAction>, string]>([
    ['to a customer', ['customer'], 'customer does not work here'],
    ['to an app', ['bot'], 'bot does not work here'],
    [
      'to somebody who has left',
      ['dev', { owner: aPerson('dev', { active: false }) }],
      'account is deactivated',
    ],
    [
      'on a Sunday',
      ['dev', { due: '2026-03-08' }],
      'Nobody works on 8 Mar 2026. Choose 9 Mar 2026.',
    ],
    ['on a day that is over', ['dev', { due: '2026-02-27' }], 'This day is over.'],
    ['in two years', ['dev', { due: '2028-03-02' }], 'within a year'],
    ['without words', ['dev', { text: '   ' }], 'Say what is to be done'],
  ])('is not given %s', (_what, given, why) => {
    const story = opened();
    story.people = { ...engineers, customer: aPerson('customer', { kind: 'customer' }) };
    expect(story.refusal(anAction(...given))).toContain(why);
    expect(meeting(story).actions).toEqual([]);
  });

  it('is not due today when work is over', () => {
    const story = opened().at('2026-03-03T18:00:00.000Z');
    expect(story.refusal(anAction('dev', { due: '2026-03-03' }))).toContain(
      'Work is over today. Choose 4 Mar 2026.',
    );
  });

  it('keeps the ticket open after the meeting is held, and ends it when it is done', () => {
    const story = agreed();
    story.at('2026-03-03T15:00:00.000Z').step(held(), 'keeper');
    expect(story.status).not.toBe('done');
    // The page lists it as a meeting until then.
    expect(keyTicketOf(story.ledger)).toMatchObject({ kind: 'meeting' });
    story.step({ kind: 'finish-action', id: 1, note: 'It is there.' }, 'dev');
    expect(clocks(story)).toEqual([]);
    expect(story.status).toBe('done');
    expect(story.counted.slice(-1)).toEqual(['action-done']);
    expect(story.refusal({ kind: 'finish-action', id: 1, note: null }, 'dev')).toContain(
      'dev has finished this action already',
    );
  });

  it('is finished or moved by its owner and by whoever leads the meeting, and by nobody else', () => {
    const finish: KeyStep = { kind: 'finish-action', id: 1, note: null };
    const move: KeyStep = {
      kind: 'move-action',
      id: 1,
      due: '2026-03-10',
      owner: null,
      reason: 'It takes longer.',
    };
    for (const step of [finish, move]) {
      for (const who of ['agent', 'peer', 'olga', 'customer'])
        expect(agreed().refusal(step, who)).toContain('This action is with dev.');
      for (const who of ['dev', 'keeper']) expect(agreed().refusal(step, who)).toBeNull();
    }
    expect(agreed().refusal({ ...finish, id: 7 }, 'dev')).toContain('no such action');
  });

  it('moves to a later date with a reason, and is then not late', () => {
    const story = agreed();
    story.at('2026-03-06T18:00:00.000Z').turn();
    expect(clock(story, 'action:1').rung).toBe(1);
    story.step(
      { kind: 'move-action', id: 1, due: '2026-03-12', owner: null, reason: 'It takes longer.' },
      'dev',
    );
    const moved = clock(story, 'action:1');
    expect(moved).toMatchObject({ rung: 0, dueAt: '2026-03-12T17:00:00.000Z' });
    expect(holdersOf(moved)).toEqual(['dev']);
    expect(meeting(story).actions[0]).toMatchObject({
      due: '2026-03-12',
      moved: { by: 'dev', from: '2026-03-05', reason: 'It takes longer.' },
    });
  });

  it('moves to another owner, who is told and has it alone', () => {
    const story = agreed();
    story.step(
      {
        kind: 'move-action',
        id: 1,
        due: '2026-03-05',
        owner: aPerson('peer'),
        reason: 'They know more.',
      },
      'keeper',
    );
    expect(story.tagged).toEqual(['peer']);
    expect(holdersOf(clock(story, 'action:1'))).toEqual(['peer']);
    expect(story.refusal({ kind: 'finish-action', id: 1, note: null }, 'dev')).toContain(
      'This action is with peer.',
    );
  });

  it.each<[string, Partial<KeyStep & { kind: 'move-action' }>, string]>([
    ['to where it is', { due: '2026-03-05' }, 'another date or another owner'],
    ['without a reason', { reason: ' ' }, 'Say why'],
    ['to a customer', { owner: aPerson('customer', { kind: 'customer' }) }, 'does not work here'],
    ['to a Saturday', { due: '2026-03-07' }, 'Choose 9 Mar 2026.'],
  ])('does not move %s', (_what, given, why) => {
    const move = { kind: 'move-action', id: 1, due: '2026-03-10', owner: null } as const;
    expect(agreed().refusal({ ...move, reason: 'It takes longer.', ...given }, 'dev')).toContain(
      why,
    );
  });

  it('of somebody who leaves goes to who leads, and nothing is lost', () => {
    const story = agreed();
    story.people = { ...story.people, dev: aPerson('dev', { active: false }) };
    story.at('2026-03-04T10:00:00.000Z').turn();
    const [holder] = holdersOf(clock(story, 'action:1'));
    expect(holder).toBe('James Lee');
    expect(story.tagged).toContain('James Lee');
    expect(story.refusal({ kind: 'finish-action', id: 1, note: null }, 'James Lee')).toBeNull();
  });

  it('that is open is found by the meetings after, as long as it is', () => {
    const story = agreed();
    const rows = () => keyTicketRows(story.ledger).filter(({ list }) => list === openActionsList);
    expect(rows()).toMatchObject([
      { who: '1', order: '2026-03-02', doc: { week: '2026-03-02', actions: [{ id: 1 }] } },
    ]);
    story.step({ kind: 'finish-action', id: 1, note: null }, 'dev');
    expect(rows()).toEqual([]);
  });
});

describe('room', () => {
  const long = (letter: string, length: number): string => letter.repeat(length);

  it(`${mostOpenActions} actions may be open; one that is finished makes room`, () => {
    const story = opened();
    for (let place = 0; place < mostOpenActions; place += 1) story.step(anAction('dev'));
    expect(story.refusal(anAction('dev'))).toContain('Finish one first');
    story.step({ kind: 'finish-action', id: 3, note: null }, 'keeper');
    expect(story.refusal(anAction('dev'))).toBeNull();
  });

  it('a meeting has a bound of each, said in words', () => {
    const story = opened();
    for (let place = 0; place < mostChanges; place += 1) story.step(change);
    expect(story.refusal(change)).toContain(`at most ${mostChanges} changes`);
    for (let place = 1; place <= mostActions; place += 1) {
      story.step(anAction('dev', { text: 'Ask them' }));
      story.step({ kind: 'finish-action', id: place, note: null }, 'keeper');
    }
    expect(story.refusal(anAction('dev', { text: 'Ask them' }))).toMatch(
      /at most 40 actions|no more room/u,
    );
  });

  it('long words in any script never fill the row: what is there can still be moved and finished', () => {
    const story = opened();
    const wide = long('語', 300);
    for (let place = 0; place < mostOpenActions; place += 1)
      story.step(anAction('dev', { text: wide }));
    expect(story.refusal({ ...change, text: wide } as KeyStep)).toContain('no more room');
    for (const { id } of meeting(story).actions) {
      const reason = long('語', 300);
      story.step({ kind: 'move-action', id, due: '2026-03-10', owner: null, reason }, 'keeper');
    }
    expect(meeting(story).actions.every(({ moved }) => moved !== null)).toBe(true);
    expect(bytesOf({ ...story.ledger, journal: [] })).toBeLessThan(48_000);
    for (const { id } of meeting(story).actions)
      story.step({ kind: 'finish-action', id, note: wide }, 'keeper');
    story.at('2026-03-04T10:00:00.000Z').step(held(), 'keeper');
    expect(story.status).toBe('done');
  });
});
