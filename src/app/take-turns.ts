// The consumer's work: a turn for one ticket, or for many that were read together.
import type { IssueId } from '../core/ids';
import type { Policy } from '../core/policy';
import type { Ticket } from '../core/ticket';
import { JiraBusy, NewerRow, RelayError, TooLarge } from './errors';
import { outOfSight, restTooLarge } from './out-of-sight';
import type { TicketRecord } from './outbox';
import { gatherAll } from './gather';
import type { Ports } from './ports';
import { sideBySide } from './side-by-side';
import { takeTurn } from './take-turn';

/** Tickets of a batch whose turns are taken side by side. */
const atOnce = 30;

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
  if (issueIds.length === 1) return inWaves(ports, policy, issueIds, null);
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
    await lookAhead(ports, policy, tickets, records);
    return await inWaves(ports, policy, wanted, {
      records,
      tickets: new Map(tickets.map((ticket) => [ticket.issueId, ticket])),
    });
  } catch (error) {
    const wait = waitOf(error);
    if (wait === null) throw error;
    return { issueIds: wanted, retryAfterSeconds: wait };
  }
}

/** What the tickets need of accounts and people is read for all of them at once; each finds it there, or reads it itself. */
export async function lookAhead(
  ports: Ports,
  policy: Policy,
  tickets: readonly Ticket[],
  records: Read['records'],
): Promise<void> {
  const ledgerOf = ({ issueId }: Ticket) => records.get(issueId)?.ledger ?? null;
  try {
    await gatherAll(
      ports,
      policy,
      tickets.map((ticket) => ({ ticket, ledger: ledgerOf(ticket) })),
    );
  } catch (error) {
    ports.log.error('not-read-ahead', error);
  }
}

/** Tickets read together, and what is known of them. */
interface Read {
  readonly tickets: ReadonlyMap<IssueId, Ticket>;
  readonly records: ReadonlyMap<IssueId, TicketRecord>;
}

/** How the turns of some tickets have gone so far. */
interface Gone {
  readonly left: IssueId[];
  retryAfterSeconds: number;
  defect: unknown;
  /** Jira has no time for any of them. */
  stopped: boolean;
}

async function inWaves(
  ports: Ports,
  policy: Policy,
  issueIds: readonly IssueId[],
  read: Read | null,
): Promise<Unfinished | null> {
  const gone: Gone = { left: [], retryAfterSeconds: 0, defect: null, stopped: false };
  for (let start = 0; start < issueIds.length; start += atOnce) {
    const wave = issueIds.slice(start, start + atOnce);
    const scarce = read === null ? null : ports.jira.app.scarceFor();
    if (gone.stopped || scarce !== null) {
      gone.left.push(...wave);
      gone.retryAfterSeconds = Math.max(gone.retryAfterSeconds, scarce ?? 0);
      continue;
    }
    await sideBySide(ports, wave, async (those, issueId) => {
      try {
        await oneTurn(those, policy, issueId, read);
      } catch (error) {
        await note(those, gone, issueId, error);
      }
    });
  }
  const { left, retryAfterSeconds, defect } = gone;
  if (left.length > 0) return { issueIds: left, retryAfterSeconds };
  if (defect !== null) throw defect;
  return null;
}

async function oneTurn(
  ports: Ports,
  policy: Policy,
  issueId: IssueId,
  read: Read | null,
): Promise<void> {
  const ticket = read?.tickets.get(issueId);
  if (read !== null && ticket === undefined) {
    const known = read.records.get(issueId);
    if (known !== undefined && known.turn === null) await outOfSight(ports, policy, known, null);
    return;
  }
  const from =
    ticket === undefined
      ? { door: ports.jira.app }
      : { ticket, record: read?.records.get(issueId) ?? null };
  await takeTurn(ports, policy, issueId, from);
}

async function note(ports: Ports, gone: Gone, issueId: IssueId, error: unknown): Promise<void> {
  if (error instanceof NewerRow) return;
  ports.log.error('turn-failed', error, { issueId });
  // Jira, "Rate limiting": on a quota stop all work until it is reset. A burst limit meets the next ticket as well;
  // only the limit on writes to one issue is that issue's own.
  gone.stopped ||= error instanceof JiraBusy && error.reason !== 'jira-per-issue-on-write';
  const wait = waitOf(error);
  if (error instanceof TooLarge) {
    // Trying again would end the same; the radar says so.
    try {
      await restTooLarge(ports, issueId);
    } catch (defect) {
      gone.defect ??= defect;
    }
  } else if (wait === null) gone.defect ??= error;
  else {
    gone.left.push(issueId);
    gone.retryAfterSeconds = Math.max(gone.retryAfterSeconds, wait);
  }
}

/** Seconds to wait before trying again; null when trying again is the platform's business. */
const waitOf = (error: unknown): number | null =>
  error instanceof RelayError &&
  ['jira-busy', 'jira-down', 'changed-meanwhile'].includes(error.code)
    ? Math.max(1, error.detail.retryAfterSeconds ?? 30)
    : null;
