import type { Happening, What } from '../../../src/procedures/key-account/happening';
import type { KeyTicket } from '../../../src/procedures/key-account/key-ticket';
import { pulseOf } from '../../../src/procedures/key-account/pulse';
import {
  mondayOf,
  monthSummary,
  trends,
  weekSummaries,
} from '../../../src/procedures/key-account/summary';

let number = 0;
const on = (day: string, what: What, change: Partial<Happening> = {}): Happening => ({
  id: `${(number += 1)}`,
  at: `${day}T12:00:00.000Z`,
  day,
  cid: 'MSBK',
  issueId: '7',
  key: 'OPS-7',
  by: 'agent',
  what,
  ...change,
});
const issue = (
  day: string,
  aspect: 'code-quality' | 'timing' | 'accuracy' = 'accuracy',
  key = `SS-${day}`,
): Happening => on(day, { kind: 'escalated', aspect, byRule: false }, { key, issueId: key });

it('K4: a month counts what happened in it, each number with its tickets', () => {
  const summary = monthSummary('2026-02', [
    issue('2026-01-31'),
    on('2026-02-01', { kind: 'added', from: '2026-02-01', reason: 'r' }),
    issue('2026-02-03', 'timing', 'SS-1'),
    issue('2026-02-04', 'timing', 'SS-1'),
    issue('2026-02-28'),
    on('2026-02-28', { kind: 'escalation-answered', inTime: false }),
    issue('2026-03-01'),
    on('2026-03-03', { kind: 'month-confirmed', month: '2026-02' }),
  ]);
  expect(summary).toMatchObject({
    escalations: { count: 3, keys: ['SS-1', 'SS-2026-02-28'] },
    issues: {
      timing: { count: 2, keys: ['SS-1'] },
      accuracy: { count: 1 },
      'code-quality': { count: 0 },
    },
    answeredLate: { count: 1 },
  });
  expect(summary.added).toHaveLength(1);
  expect(summary.confirmed?.day).toBe('2026-03-03');
});

it.each<[string, readonly What[], string]>([
  ['not signed off', [], 'none'],
  ['signed off', [{ kind: 'release-signed-off', retrospective: false }], 'signed-off'],
  [
    'signed off after the fact',
    [{ kind: 'release-signed-off', retrospective: true }],
    'retrospective',
  ],
  [
    'voided by a later change',
    [{ kind: 'release-signed-off', retrospective: false }, { kind: 'sign-off-void' }],
    'void',
  ],
])('K4: a release that is %s at the end of the month', (_what, more, signOff) => {
  const { releases } = monthSummary('2026-02', [
    on('2026-01-20', { kind: 'release-started' }),
    ...more.map((what) => on('2026-02-10', what)),
    on('2026-03-01', { kind: 'release-finished' }),
  ]);
  expect(releases).toMatchObject([{ key: 'OPS-7', signOff, finished: false }]);
});

it('K4: a release is in the months in which it was open, and in the one in which it was finished', () => {
  const all = [
    on('2026-01-20', { kind: 'release-started' }),
    on('2026-02-10', { kind: 'release-finished' }),
  ];
  expect(
    ['2025-12', '2026-01', '2026-02', '2026-03'].map(
      (month) => monthSummary(month, all).releases.length,
    ),
  ).toEqual([0, 1, 1, 0]);
});

it('KA-06: weeks begin on Monday, and each happening is in one', () => {
  expect(['2026-03-01', '2026-03-02', '2026-03-08'].map(mondayOf)).toEqual([
    '2026-02-23',
    '2026-03-02',
    '2026-03-02',
  ]);
  const weeks = weekSummaries(
    [issue('2026-03-01'), issue('2026-03-02'), issue('2026-03-08')],
    '2026-03-04',
    3,
  );
  expect(weeks.map(({ from, issues }) => [from, issues.accuracy.count])).toEqual([
    ['2026-02-16', 0],
    ['2026-02-23', 1],
    ['2026-03-02', 2],
  ]);
});

it.each([
  [[1, 1, 1, 1, 5], 'worse'],
  [[4, 4, 4, 4, 0], 'better'],
  [[1, 2, 1, 2, 2], 'as-usual'],
  [[1, 5], 'too-few'],
] as const)('KA-07: %j is %s', (counts, verdict) => {
  const days = counts.flatMap((count, place) =>
    Array.from({ length: count }, () =>
      issue(new Date(Date.parse('2026-01-05') + place * 7 * 86_400_000).toISOString().slice(0, 10)),
    ),
  );
  const running = new Date(Date.parse('2026-01-05') + counts.length * 7 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  expect(
    trends(weekSummaries(days, running, counts.length + 1)).find(
      ({ aspect }) => aspect === 'accuracy',
    )?.verdict,
  ).toBe(verdict);
});

const ticket = (change: Partial<KeyTicket>): KeyTicket => ({
  issueId: '1',
  key: 'SS-1',
  cid: 'MSBK',
  kind: 'ticket',
  escalated: false,
  dueAt: null,
  ...change,
});

it.each<[string, readonly KeyTicket[], readonly Happening[], readonly [string, string]]>([
  ['nothing', [ticket({})], [issue('2026-01-01')], ['calm', '']],
  ['an open escalation', [ticket({ escalated: true })], [], ['alarm', 'One escalation is open.']],
  [
    'a ticket that is overdue',
    [ticket({ dueAt: '2026-03-01T00:00:00.000Z' })],
    [],
    ['alarm', 'One ticket is overdue.'],
  ],
  [
    'a failed cycle',
    [],
    [on('2026-02-20', { kind: 'cycle', date: '2026-02-20', passed: false })],
    ['alarm', 'One production cycle failed in the last four weeks.'],
  ],
  [
    'two quality issues',
    [],
    [issue('2026-02-20'), issue('2026-02-21')],
    ['watch', '2 quality issues in the last four weeks.'],
  ],
  ["somebody else's escalation", [ticket({ cid: 'GCBK', escalated: true })], [], ['calm', '']],
])('the pulse with %s', (_what, open, happenings, expected) => {
  const pulse = pulseOf('MSBK', open, happenings, '2026-03-02T10:00:00.000Z', '2026-03-02');
  expect([pulse.level, pulse.reasons[0]?.text ?? '']).toEqual(expected);
});
