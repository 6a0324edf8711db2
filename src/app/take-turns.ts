// The consumer's work: a turn for one ticket, or for many that were read together.
import type { IssueId } from '../core/ids';
import type { Policy } from '../core/policy';
import type { Ticket } from '../core/ticket';
import { JiraBusy, NewerRow, RelayError, TooLarge } from './errors';
import { outOfSight, restTooLarge } from './out-of-sight';
import type { TicketRecord } from './outbox';
import type { Ports } from './ports';
import { takeTurn } from './take-turn';

/** Tickets whose turn has to be tried again, and when. */
export interface Unfinished {
  readonly issueIds: readonly IssueId[];
  readonly retryAfterSeconds: number;
}

/**
 * Takes a turn for each ticket; one that fails does not hold up the others.
 * @param onlyDue leave out those that have nothing due any more, because another turn was there first
 * @returns null when all is done, else what is left
 * @throws the first defect, after every other ticket had its turn
 */
export async function takeTurns(
  ports: Ports,
  issueIds: readonly IssueId[],
  onlyDue = false,
): Promise<Unfinished | null> {
  const policy = await ports.policy.current();
  if (policy === null) return null;
  const [only] = issueIds;
  if (only === undefined) return null;
  if (issueIds.length === 1) return oneByOne(ports, policy, issueIds, null);
  const scarce = ports.jira.app.scarceFor();
  if (scarce !== null) return { issueIds, retryAfterSeconds: scarce };
  const records = await ports.tickets.loadAll(issueIds);
  const now = ports.now();
  const isDue = (id: IssueId): boolean => {
    const wakeAt = records.get(id)?.wakeAt ?? null;
    return wakeAt !== null && wakeAt <= now;
  };
  const wanted = onlyDue ? issueIds.filter(isDue) : issueIds;
  if (wanted.length === 0) return null;
  try {
    const tickets = await ports.jira.app.readTickets(wanted, policy);
    return await oneByOne(ports, policy, wanted, {
      records,
      tickets: new Map(tickets.map((ticket) => [ticket.issueId, ticket])),
    });
  } catch (error) {
    const wait = waitOf(error);
    if (wait === null) throw error;
    return { issueIds: wanted, retryAfterSeconds: wait };
  }
}

/** Tickets read together, and what is known of them. */
interface Read {
  readonly tickets: ReadonlyMap<IssueId, Ticket>;
  readonly records: ReadonlyMap<IssueId, TicketRecord>;
}

async function oneByOne(
  ports: Ports,
  policy: Policy,
  issueIds: readonly IssueId[],
  read: Read | null,
): Promise<Unfinished | null> {
  const left: IssueId[] = [];
  let retryAfterSeconds = 0;
  let defect: unknown = null;
  let stopped = false;
  const later = (issueId: IssueId, seconds: number): void => {
    left.push(issueId);
    retryAfterSeconds = Math.max(retryAfterSeconds, seconds);
  };
  for (const issueId of issueIds) {
    const scarce = read === null ? null : ports.jira.app.scarceFor();
    if (stopped || scarce !== null) {
      later(issueId, scarce ?? 0);
      continue;
    }
    const ticket = read?.tickets.get(issueId);
    try {
      if (read !== null && ticket === undefined) {
        const known = read.records.get(issueId);
        if (known !== undefined && known.turn === null)
          await outOfSight(ports, policy, known, null);
        continue;
      }
      const from =
        ticket === undefined
          ? { door: ports.jira.app }
          : { ticket, record: read?.records.get(issueId) ?? null };
      await takeTurn(ports, policy, issueId, from);
    } catch (error) {
      const wait = waitOf(error);
      // Trying again would end the same; the radar says so.
      if (error instanceof TooLarge) await restTooLarge(ports, issueId);
      else if (error instanceof NewerRow) continue;
      else if (wait === null) defect ??= error;
      else later(issueId, wait);
      // Jira, "Rate limiting": on a quota stop all work until it is reset. A burst limit meets the next ticket as well;
      // only the limit on writes to one issue is that issue's own.
      stopped = error instanceof JiraBusy && error.reason !== 'jira-per-issue-on-write';
      ports.log.error('turn-failed', error, { issueId });
    }
  }
  if (left.length > 0) return { issueIds: left, retryAfterSeconds };
  if (defect !== null) throw defect;
  return null;
}

/** Seconds to wait before trying again; null when trying again is the platform's business. */
const waitOf = (error: unknown): number | null =>
  error instanceof RelayError &&
  ['jira-busy', 'jira-down', 'changed-meanwhile'].includes(error.code)
    ? Math.max(1, error.detail.retryAfterSeconds ?? 30)
    : null;
