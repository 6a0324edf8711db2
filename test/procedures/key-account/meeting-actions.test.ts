// KA-07: an action of a weekly meeting is owed by its owner until it is done, whatever becomes of them; and how much fits.
import { holdersOf } from '../../../src/core/clock';
import { bytesOf } from '../../../src/core/room';
import { keyTicketOf, keyTicketRows } from '../../../src/procedures/key-account/key-ticket';
import {
  mostActions,
  mostChanges,
  mostOpenActions,
  openActionsList,
} from '../../../src/procedures/key-account/meeting';
import type { KeyStep } from '../../support/acts';
import { Course } from '../../support/course';
import { anAction, beginWeek, engineers, KeyStory } from '../../support/key-account';
import { anas, aPerson } from '../../support/sop';

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
    expect(story.refusal({ ...change, text: wide })).toContain('no more room');
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
