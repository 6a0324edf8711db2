// npm run costs: what 1,000 tickets a day cost, counted by the local host, at Forge's and Jira's published prices and limits.
import { limits } from '../host/jira/limits';
import type { Call } from '../host/jira/types';
import { mail, MeasuredDesk } from './desk';

const tickets = 1000;
/** Of ten tickets, in how many an account manager is asked, and how many of those answer in time. */
const askedOfTen = 3;
const answeredOfTen = 7;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const daysAMonth = 30;

/** https://developer.atlassian.com/platform/forge/forge-platform-pricing/, August 2026: a month, per app. */
const prices = {
  compute: { free: 200_000, each: 0.000025 },
  reads: { free: 0.1, each: 0.055 },
  writes: { free: 0.1, each: 1.09 },
} as const;
const memoryGb = 0.5;
/** Believed, since a local host has no network: milliseconds of a request to Jira and to storage, and of the code around. */
const believedMs = { jira: 200, storage: 15, invocation: 30 } as const;

/** What people do with a ticket, and what the app does about it. */
async function life(desk: MeasuredDesk, place: number): Promise<void> {
  const { clock } = desk.host;
  const raisedAt = clock.now();
  const at = (hours: number, act: () => Promise<unknown>): void =>
    void clock.schedule(raisedAt + hours * hourMs, async () => void (await act()));
  const ben = desk.host.as(mail('ben.ito'));
  const { key } = await desk.ticket();
  at(0.2, () => ben.comment(key, 'We are looking into it.', { public: true }));
  at(0.4, () => desk.host.as(mail('nora.quist')).reply(key, 'Thank you.'));
  at(0.6, () => desk.panel(key, 'ben.ito'));
  if (place % 10 < askedOfTen) {
    at(1, () =>
      desk.click(key, 'ben.ito', 'account-manager.request', {
        entryId: 'other',
        note: 'Is the contract signed?',
      }),
    );
    at(2, () => desk.host.as(mail('nora.quist')).reply(key, 'Any news?'));
    at(2.5, () => ben.comment(key, 'We are asking.', { public: true }));
    if (Math.floor(place / 10) % 10 < answeredOfTen)
      at(3, () => desk.host.as(mail('maya.ortiz')).comment(key, 'It is signed.'));
  }
  at(8, () => ben.transition(key, 'Resolved'));
}

const sum = (calls: readonly Call[], of: (call: Call) => number): number =>
  calls.reduce((total, call) => total + of(call), 0);
const charge = ({ free, each }: { free: number; each: number }, used: number): string =>
  `$${(Math.max(0, used - free) * each).toFixed(2)}`;

async function main(): Promise<void> {
  const desk = await MeasuredDesk.open({ start: '2026-03-02T14:00:00.000Z' });
  const { host } = desk;
  const start = host.clock.now();
  for (let place = 0; place < tickets; place += 1)
    host.clock.schedule(start + 1000 + Math.floor((place / tickets) * 7 * hourMs), () =>
      life(desk, place),
    );
  host.clearCalls();
  const before = host.invocations().length;
  await host.advance(dayMs);
  const calls = host.calls();
  const invocations = host.invocations().length - before;
  const jira = calls.filter(({ path }) => path.startsWith('/rest/'));
  const storage = calls.filter(({ path }) => path.startsWith('/api/'));
  const points = sum(jira, (call) => call.points);
  const byHour = new Map<string, number>();
  for (const call of jira)
    byHour.set(call.at.slice(0, 13), (byHour.get(call.at.slice(0, 13)) ?? 0) + call.points);
  const busiest = Math.max(...byHour.values());
  const isWrite = ({ path }: Call): boolean => /\/(set|transaction|batch\/set|delete)$/u.test(path);
  const gb = (bytes: number): number => (bytes * daysAMonth) / 1e9;
  const read = gb(
    sum(
      storage.filter((call) => !isWrite(call)),
      (call) => call.bytes.received,
    ),
  );
  const written = gb(sum(storage.filter(isWrite), (call) => call.bytes.sent));
  const seconds =
    (jira.length * believedMs.jira +
      storage.length * believedMs.storage +
      invocations * believedMs.invocation) /
    1000;
  const gbSeconds = seconds * memoryGb * daysAMonth;
  await host.stop();
  const rows: readonly (readonly [string, string])[] = [
    ['Invocations a day', String(invocations)],
    ['Requests to Jira a day', `${jira.length} (${(jira.length / tickets).toFixed(1)} a ticket)`],
    ['Points of Jira a day', `${points} (${(points / tickets).toFixed(1)} a ticket)`],
    [
      'Points in the busiest hour',
      `${busiest} of ${limits.pointsPerHour}: ${Math.floor(limits.pointsPerHour / busiest)} such sites`,
    ],
    [
      'Requests to storage a day',
      `${storage.length} (${(storage.length / tickets).toFixed(1)} a ticket)`,
    ],
    ['GB read from storage a month', `${read.toFixed(2)}, ${charge(prices.reads, read)}`],
    ['GB written to storage a month', `${written.toFixed(2)}, ${charge(prices.writes, written)}`],
    [
      'GB-seconds a month (believed times)',
      `${Math.round(gbSeconds)}, ${charge(prices.compute, gbSeconds)}`,
    ],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(38)} ${value}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
