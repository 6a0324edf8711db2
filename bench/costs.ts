// npm run costs: plays a working day of a large desk, says what it took, and writes that into docs/costs.md.
// A figure over its bound fails the run.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../host/jira/limits';
import { forgeLimits, latencyMs } from '../host/forge/limits';
import { desk, type PlayedDay, playDay } from './day/play';
import { purposes, type Spent } from './day/spent';
import { type Figure, isOver } from './figure';

/** https://developer.atlassian.com/platform/forge/forge-platform-pricing/, August 2026: a month, per app. */
const prices = {
  compute: { free: 200_000, each: 0.000025 },
  reads: { free: 0.1, each: 0.055 },
  writes: { free: 0.1, each: 1.09 },
} as const;
const memoryGb = 0.5;
const daysAMonth = 30;
const document = join(__dirname, '..', 'docs', 'costs.md');
const marks = ['<!-- npm run costs writes from here', 'to here -->'] as const;

const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const charge = ({ free, each }: { free: number; each: number }, used: number): string =>
  `$${(Math.max(0, used - free) * each).toFixed(2)}`;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The same bounds as in the design; a day of the whole desk. */
function figuresOf(played: PlayedDay): readonly Figure[] {
  const { each, day, busiestHour, busiestMinute, escalations, latestEscalationMs } = played;
  const points = (...of: readonly (typeof purposes)[number][]): number =>
    of.reduce((sum, purpose) => sum + (each.get(purpose)?.points ?? 0), 0);
  const { unitsPerMinute } = forgeLimits.storage;
  const gadgets = each.get('gadgets');
  return [
    {
      name: 'A ticket page that is worked in, in an hour',
      value: points('ticket pages') / (desk.agents * desk.hours),
      bound: 60,
      unit: 'points',
    },
    {
      name: 'A refresh of a gadget',
      value: points('gadgets') / (gadgets?.invocations ?? NaN),
      bound: 5,
      unit: 'points',
    },
    {
      name: 'Points of a ticket, in the background',
      value: points('events', 'turns of tickets', 'sweeps', 'the hour') / desk.tickets,
      bound: 10,
      unit: 'points',
    },
    {
      name: 'The hourly reconcile, of all points',
      value: (100 * points('the hour')) / day.points,
      bound: 33,
      unit: '%',
    },
    {
      name: `The latest of ${escalations} escalations, after it was due`,
      value: latestEscalationMs / 1000,
      bound: 10,
      unit: 's',
    },
    {
      name: 'Points in the busiest hour',
      value: busiestHour,
      bound: limits.pointsPerHour,
      unit: 'points',
    },
    {
      name: 'Units read from storage in the busiest minute',
      value: busiestMinute.reads,
      bound: unitsPerMinute.read,
      unit: 'units',
    },
    {
      name: 'Units written to storage in the busiest minute',
      value: busiestMinute.writes,
      bound: unitsPerMinute.write,
      unit: 'units',
    },
  ];
}

const spentRow = (name: string, of: Spent): string =>
  row(
    name,
    count(of.invocations),
    count(of.requests),
    count(of.points),
    count(of.storageRequests),
    count(of.reads),
    count(of.writes),
  );

function pageOf(played: PlayedDay, figures: readonly Figure[]): string {
  const { each, day, busiestHour } = played;
  const gb = (bytes: number): number => (bytes * daysAMonth) / 1e9;
  const seconds =
    (day.requests * latencyMs.jira +
      day.storageRequests * latencyMs.storage +
      day.invocations * latencyMs.invocation) /
    1000;
  const gbSeconds = seconds * memoryGb * daysAMonth;
  const sites = limits.pointsPerHour / busiestHour;
  return [
    row(
      'in a day, for',
      'invocations',
      'requests to Jira',
      'points',
      'requests to storage',
      'units read',
      'units written',
    ),
    row('---', '--:', '--:', '--:', '--:', '--:', '--:'),
    ...purposes
      .filter((purpose) => (each.get(purpose)?.invocations ?? 0) > 0)
      .map((purpose) => spentRow(purpose, each.get(purpose) as Spent)),
    spentRow('**all**', day),
    '',
    `The busiest hour takes ${count(busiestHour)} points of the ${count(limits.pointsPerHour)} that all sites of the app share: one pool serves **${sites.toFixed(2)} such sites, or ${count(sites * desk.agents)} agents**.`,
    '',
    row('figure', 'counted', 'at most', ''),
    row('---', '--:', '--:', '---'),
    ...figures.map((figure) =>
      row(
        figure.name,
        `${figure.value < 100 ? figure.value.toFixed(1) : count(figure.value)} ${figure.unit}`,
        count(figure.bound),
        isOver(figure) ? '**over**' : 'within',
      ),
    ),
    '',
    row('in a month', 'used', 'price'),
    row('---', '--:', '--:'),
    row(
      'Read from storage',
      `${gb(day.bytesRead).toFixed(2)} GB`,
      charge(prices.reads, gb(day.bytesRead)),
    ),
    row(
      'Written to storage',
      `${gb(day.bytesWritten).toFixed(2)} GB`,
      charge(prices.writes, gb(day.bytesWritten)),
    ),
    row(
      'Function time (believed times)',
      `${count(gbSeconds)} GB-seconds`,
      charge(prices.compute, gbSeconds),
    ),
  ].join('\n');
}

async function main(): Promise<void> {
  const played = await playDay();
  const figures = figuresOf(played);
  const made = pageOf(played, figures);
  console.log(made);
  const [from, to] = marks;
  const before = readFileSync(document, 'utf8');
  const begins = before.indexOf('\n', before.indexOf(from));
  const ends = before.indexOf(`<!-- ${to}`);
  if (!before.includes(from) || ends < begins) throw new Error(`${document} has lost its marks.`);
  const after = `${before.slice(0, begins)}\n\n${made}\n\n${before.slice(ends)}`;
  writeFileSync(document, after);
  process.exitCode = figures.some(isOver) ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
