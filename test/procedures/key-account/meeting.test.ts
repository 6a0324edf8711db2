// KA-06, KA-07: the weekly meeting is owed, held or not, and what is agreed in it stays owed until it is done.
import { endOfWork, meetingDay } from '../../../src/procedures/key-account/meeting-day';
import type { KeyStep } from '../../support/acts';
import { Course } from '../../support/course';
import { anAction, beginWeek, KeyStory } from '../../support/key-account';
import { anas, aPerson, aQueue, office } from '../../support/sop';

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
    story.policy = { ...story.policy, queues: { '1': aQueue() } };
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
    expect(story.refusal({ ...change, cid: anas.cid }, 'agent')).toContain(
      'is not on the list of key accounts',
    );
    expect(story.refusal({ ...change, cid: 'NONE' }, 'agent')).toContain(
      'No account has the CID NONE',
    );
  });

  it('need words and at least one aspect, each once', () => {
    const story = opened();
    expect(story.refusal({ ...change, text: ' a ' })).toContain('Say what changes');
    expect(story.refusal({ ...change, affects: [] })).toContain('what it may affect');
    story.step({ ...change, affects: ['timing', 'timing'] });
    expect(meeting(story).changes[0]?.affects).toEqual(['timing']);
  });

  it('are not noted in a closed ticket: it is said what to do', () => {
    const story = opened();
    story.moves('done').turn();
    expect(story.refusal(change)).toContain('Reopen it, or use the ticket of the next meeting.');
    expect(story.refusal(anAction('dev'))).toContain('Reopen it');
  });
});
