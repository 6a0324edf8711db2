// KA-05, K4: once a month has ended, one task for Operations, whatever fails on the way.
import { keyPartOf, id } from '../key-part';
import { aboutKeyAccounts } from '../about';
import { beginMonthEnd } from '../month-end-steps';
import { localDateAt } from '../../../core/calendar/local-time';
import type { IssueId } from '../../../core/ids';
import { msOf, plusMs } from '../../../core/instant';
import type { Policy, QueuePolicy } from '../../../core/policy';
import type { Ports } from '../../../app/ports';
import { takeTurn } from '../../../app/take-turn';
import { keyAccountSettingsOf } from '../settings/policy';

/** Longer than a function may run, so that who claimed it before is dead; and longer than Jira's search lags. */
const abandonedMs = 20 * 60_000;

/** The month before the one of that day, such as `2026-02`. */
export function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/**
 * Opens the task of the last month in every queue that keeps one; run again, it does nothing more.
 * @throws the first failure, after every other queue had its turn
 */
export async function openMonthEnd(ports: Ports): Promise<void> {
  const policy = await ports.policy.current();
  if (policy === null) return;
  const failures: unknown[] = [];
  for (const queue of Object.values(policy.queues)) {
    const monthEnd = keyAccountSettingsOf(queue)?.monthEnd ?? null;
    if (monthEnd === null) continue;
    try {
      await open(ports, policy, queue, monthEnd.requestType);
    } catch (error) {
      ports.log.error('month-end-not-opened', error, { projectId: queue.projectId });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function open(
  ports: Ports,
  policy: Policy,
  queue: QueuePolicy,
  requestType: string,
): Promise<void> {
  const now = ports.now();
  const timeZone = policy.calendars[queue.calendar]?.timeZone ?? 'UTC';
  const month = monthBefore(localDateAt(timeZone, msOf(now)));
  if (localDateAt(timeZone, msOf(policy.effectiveFrom)).slice(0, 7) > month) return;
  const key = `month-end-${queue.projectId}-${month}`;
  const known = await ports.openings.of(key);
  if (known?.issueId != null) return start(ports, policy, known.issueId, month);
  if (known === null && !(await ports.openings.claim(key, now))) return;
  if (known !== null) {
    if (now < plusMs(known.claimedAt, abandonedMs)) return;
    await ports.openings.claimAgain(key, now);
  }
  const reference = `relay-${key}`;
  const opened =
    (known === null ? null : await ports.requests.find(queue.projectId, reference)) ??
    (await ports.requests.raise({
      projectId: queue.projectId,
      requestType,
      reference,
      summary: `Key accounts: end-of-month document of ${month}`,
      description: `The summary of ${month} is on the page "Key accounts" of this project. Please bring the end-of-month document up to date and confirm it in this ticket.`,
    }));
  await ports.openings.opened(key, now, opened);
  await start(ports, policy, opened.issueId, month);
}

/** The ticket learns what it is for, unless it knows. */
async function start(ports: Ports, policy: Policy, issueId: IssueId, month: string): Promise<void> {
  if (keyPartOf((await ports.tickets.load(issueId))?.ledger)?.monthEnd != null) return;
  const self = await ports.policy.self(async () => (await ports.jira.app.myself()).accountId);
  await takeTurn(
    ports,
    policy,
    issueId,
    { door: ports.jira.app },
    {
      act: {
        procedure: id,
        perform: (c, actor) => aboutKeyAccounts(beginMonthEnd)(c, actor, month),
      },
      actor: () => ({ accountId: self, mayTransition: true }),
      expectedRevision: null,
    },
  );
}
