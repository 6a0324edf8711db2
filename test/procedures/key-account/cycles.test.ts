import { everyRule } from '../../support/procedures';
import fc from 'fast-check';
import { wakeAt } from '../../../src/core/decide';
import { withKeyAccount } from '../../../src/procedures/key-account/account';
import { setRhythm } from '../../../src/procedures/key-account/effects';
import {
  cycleStanding,
  nextRun,
  type Rhythm,
  runsOn,
} from '../../../src/procedures/key-account/cycles';
import { monitoring } from '../../../src/procedures/key-account/monitoring';
import { gates, keyPolicy, KeyStory } from '../../support/key-account';

it.each<[string, Rhythm | null, string, string | null]>([
  ['every day', { kind: 'daily' }, '2026-02-28', '2026-03-01'],
  ['every Friday', { kind: 'weekly', weekday: 5 }, '2026-03-06', '2026-03-13'],
  ['on the 31st, in a shorter month', { kind: 'monthly', day: 31 }, '2026-02-01', '2026-02-28'],
  ['on the 15th', { kind: 'monthly', day: 15 }, '2026-03-15', '2026-04-15'],
  [
    'on dates of its own',
    { kind: 'dates', dates: ['2026-03-20', '2026-06-20'] },
    '2026-03-20',
    '2026-06-20',
  ],
  ['on dates that are over', { kind: 'dates', dates: ['2026-03-20'] }, '2026-03-20', null],
  ['an account without a rhythm', null, '2026-03-20', null],
])('K10: production %s', (_what, rhythm, after, next) => {
  expect(nextRun({ now: rhythm }, after)).toBe(next);
  if (next !== null) expect(runsOn(rhythm, next)).toBe(true);
});

const monitored = (onFailure: 'restart' | 'go-on' = 'restart'): KeyStory => {
  const story = new KeyStory({
    policy: { release: { ...keyPolicy.release, cycles: { needed: 3, onFailure } } },
  }).signedOff();
  story.step({ kind: 'set-processing', value: true });
  return story.at('2026-04-30T18:00:00.000Z');
};

const cycle = (date: string, passed = true) => ({
  kind: 'record-cycle' as const,
  date,
  passed,
  note: passed ? '' : 'Two files were rejected.',
  ...(passed ? {} : { aspect: 'timing' as const }),
});

const counted = (story: KeyStory): number | undefined =>
  monitoring(story.situation, keyPolicy.release, story.release)?.counted;

it("KA-11: three cycles by the account's rhythm, then it may finish", () => {
  const story = monitored();
  for (const date of ['2026-03-06', '2026-03-13']) story.step(cycle(date));
  expect(story.refusal({ kind: 'finish-release' })).toContain('2 of 3 production cycles');
  story.step(cycle('2026-03-20'));
  expect(story.refusal({ kind: 'finish-release' })).toBeNull();
  expect(story.release.nextCycle).toBeNull();
});

it('31: a failed cycle is an escalation, the count restarts, and the release stays open', () => {
  const story = monitored();
  story.step(cycle('2026-03-06'));
  story.step(cycle('2026-03-13', false));
  expect(counted(story)).toBe(0);
  expect(story.part.escalations).toHaveLength(1);
  expect(story.counted.slice(-2)).toEqual(['cycle', 'escalated']);
  expect(story.refusal({ kind: 'finish-release' })).toContain('0 of 3');
});

it('31: a failure while an escalation is open counts to it, and whoever answers for it is told', () => {
  const story = monitored();
  story.step(cycle('2026-03-06', false));
  const [open] = story.part.escalations;
  story.step(cycle('2026-03-13', false));
  const what =
    'The production cycle of 2026-03-13 failed after a release: Two files were rejected.';
  expect(story.part.escalations).toEqual([{ ...open, more: [expect.objectContaining({ what })] }]);
  expect(story.tagged.slice(0, 2)).toEqual(['senior', 'second senior']);
  expect(story.ledger.journal.map(({ because }) => because)).toContainEqual(
    expect.objectContaining({
      clause: 'KA-13',
      values: expect.objectContaining({ escalation: '1' }),
    }),
  );
});

it('K10: where the count goes on, a failure costs only itself', () => {
  const story = monitored('go-on');
  story.step(cycle('2026-03-06'));
  story.step(cycle('2026-03-13', false));
  story.step(cycle('2026-03-20'));
  expect(story.refusal({ kind: 'finish-release' })).toContain('2 of 3');
});

it.each([
  ['in the future', '2026-05-01', 'lies in the future'],
  ['before the release', '2026-02-27', 'before the release was deployed'],
  ['recorded already', '2026-03-06', 'recorded already'],
  ['on a day without production', '2026-03-12', 'every Friday'],
])('refused: a cycle %s', (_what, date, says) => {
  const story = monitored();
  story.step(cycle('2026-03-06'));
  expect(story.refusal(cycle(date))).toContain(says);
});

it('refused: cycles of a release that is not processing-related, and a failure without words', () => {
  const story = new KeyStory().signedOff();
  expect(story.refusal(cycle('2026-03-02'))).toContain('First say whether');
  story.step({ kind: 'set-processing', value: false });
  expect(story.refusal(cycle('2026-03-02'))).toContain('not processing-related');
  expect(monitored().refusal({ ...cycle('2026-03-06', false), note: '' })).toContain(
    'Say what failed',
  );
});

it('KA-11: a production day that nobody recorded is asked for the morning after, and reminded', () => {
  const story = new KeyStory().signedOff();
  story.step({ kind: 'set-processing', value: true });
  expect(story.release).toMatchObject({
    nextCycle: '2026-03-06',
    askAt: '2026-03-09T10:00:00.000Z',
  });
  expect(wakeAt(everyRule, story.ledger)).toBe('2026-03-09T10:00:00.000Z');
  story.at('2026-03-09T10:00:00.000Z').turn();
  expect(story.tagged).toEqual(['agent']);
  story.at('2026-03-09T12:00:00.000Z').turn();
  expect(story.tagged).toEqual([]);
  story.at('2026-03-09T14:00:00.000Z').turn();
  expect(story.tagged).toEqual(['agent']);
});

it('K10: every day that was due is asked for, not only the newest, and stays owed until it is recorded', () => {
  const story = new KeyStory().signedOff();
  story.step({ kind: 'set-processing', value: true });
  story.at('2026-04-30T18:00:00.000Z').turn();
  const owed = () =>
    (story.ledger.clocks ?? []).flatMap(({ key }) => (key.startsWith('cycle:') ? [key] : []));
  expect(owed()).toEqual(['cycle:2026-03-06', 'cycle:2026-03-13', 'cycle:2026-03-20']);
  story.step(cycle('2026-03-13'));
  expect(counted(story)).toBe(0);
  expect(owed()).toEqual(['cycle:2026-03-06', 'cycle:2026-03-20']);
  expect(story.refusal({ kind: 'finish-release' })).toContain(
    '0 of 3 production cycles have passed. Not recorded: 2026-03-06, 2026-03-20.',
  );
  story.step(cycle('2026-03-06'));
  story.step(cycle('2026-03-20'));
  expect(counted(story)).toBe(3);
  expect(owed()).toEqual([]);
});

it('K10: a day that was missed and failed, recorded late, starts the count again', () => {
  const story = monitored();
  for (const date of ['2026-03-13', '2026-03-20']) story.step(cycle(date));
  story.step(cycle('2026-03-06', false));
  expect(counted(story)).toBe(2);
  story.step(cycle('2026-03-27'));
  expect(counted(story)).toBe(3);
});

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + at * 86_400_000).toISOString().slice(0, 10),
  );

it('KA-11: counts the first that were due, in order, none skipped: as one who goes through the calendar day by day', () => {
  const rhythms = fc.oneof(
    fc.constant<Rhythm>({ kind: 'daily' }),
    fc.nat(6).map((weekday): Rhythm => ({ kind: 'weekly', weekday })),
  );
  const all = days('2026-03-03', 60);
  fc.assert(
    fc.property(
      rhythms,
      fc.array(fc.constantFrom('passed', 'failed', 'missed'), { minLength: 60, maxLength: 60 }),
      fc.nat(58),
      fc.constantFrom<'restart' | 'go-on'>('restart', 'go-on'),
      (rhythm, outcomes, until, onFailure) => {
        const past = all.slice(0, until + 1);
        const due = past.filter((day) => runsOn(rhythm, day));
        const cycles = due.flatMap((date, at) =>
          outcomes[at] === 'missed'
            ? []
            : [{ date, passed: outcomes[at] === 'passed', note: '', by: 'dev', at: date }],
        );
        const today = all[until + 1] ?? '';
        const { counted: is, owed } = cycleStanding(
          { now: rhythm },
          cycles,
          { deployed: '2026-03-02', today },
          { needed: 3, onFailure },
        );
        let passed = 0;
        let places = 0;
        const missed: string[] = [];
        for (const [at, day] of due.entries()) {
          if (places === 3) break;
          if (outcomes[at] === 'failed') {
            if (onFailure === 'restart') [places, passed] = [0, 0];
            continue;
          }
          places += 1;
          if (outcomes[at] === 'missed') missed.push(day);
          else if (missed.length === 0) passed += 1;
        }
        expect([is, owed]).toEqual([passed, missed]);
      },
    ),
  );
});

it('KA-07, K4: what a failed cycle is about is asked, or set', () => {
  const asked = monitored();
  expect(asked.refusal({ ...cycle('2026-03-06', false), aspect: null })).toContain(
    'Say what the failure is about',
  );
  asked.step(cycle('2026-03-06', false));
  expect(asked.part.escalations[0]?.aspect).toBe('timing');
  const set = new KeyStory({
    policy: {
      release: {
        ...keyPolicy.release,
        cycles: { needed: 3, onFailure: 'restart', failedIs: 'code-quality' },
      },
    },
  }).signedOff();
  set.step({ kind: 'set-processing', value: true });
  set.at('2026-03-30T10:00:00.000Z').step({ ...cycle('2026-03-06', false), aspect: null });
  expect(set.part.escalations[0]?.aspect).toBe('code-quality');
});

describe('an account of which nobody knows when it runs production', () => {
  const unknown = (): KeyStory => {
    const story = new KeyStory({
      account: withKeyAccount(gates, { periods: [{ from: null, until: null }] }),
    }).signedOff();
    story.step({ kind: 'set-processing', value: true });
    return story;
  };

  it('K10: the keeper of the list is asked, and whoever did the work may record any day meanwhile', () => {
    const story = unknown();
    expect(story.ledger.clocks).toMatchObject([{ key: 'rhythm', of: 'key-account-keeper' }]);
    story.at('2026-03-20T10:00:00.000Z').step(cycle('2026-03-05'));
    expect(counted(story)).toBe(1);
    expect(story.refusal({ kind: 'set-rhythm', rhythm: { kind: 'daily' } })).toContain('keeper');
    story.step({ kind: 'set-rhythm', rhythm: { kind: 'weekly', weekday: 4 } }, 'keeper');
    expect(story.last?.effects.map(({ command }) => command)).toContainEqual(
      setRhythm.command({
        cid: 'MSBK',
        rhythm: { kind: 'weekly', weekday: 4 },
        from: '2026-03-20',
      }),
    );
    expect(story.ledger.clocks?.map(({ key }) => key)).toEqual([
      'cycle:2026-03-12',
      'cycle:2026-03-19',
    ]);
  });

  it('K10: production days that are all over are asked for anew', () => {
    const story = unknown();
    story.step({ kind: 'set-rhythm', rhythm: { kind: 'dates', dates: ['2026-03-05'] } }, 'keeper');
    story.at('2026-03-20T10:00:00.000Z').step(cycle('2026-03-05'));
    expect(story.ledger.clocks).toMatchObject([{ key: 'rhythm', of: 'key-account-keeper' }]);
  });
});
