// The consumer's work: a turn for one ticket, or for many that were read together.
import type { IssueId } from '../domain/ids';
import type { Policy } from '../domain/policy';
import type { Ticket } from '../domain/ticket';
import { JiraBusy, RelayError } from './errors';
import type { Ports } from './ports';
import { takeTurn } from './take-turn';

/** Tickets whose turn has to be tried again, and when. */
export interface Unfinished {
  readonly issueIds: readonly IssueId[];
  readonly retryAfterSeconds: number;
}

/**
 * Takes a turn for each ticket; one that fails does not hold up the others.
 * @returns null when all is done, else what is left
 * @throws the first defect, after every other ticket had its turn
 */
export async function takeTurns(ports: Ports, issueIds: readonly IssueId[]): Promise<Unfinished | null> {
  const policy = await ports.policy.current();
  if (policy === null) return null;
  const [only] = issueIds;
  if (only === undefined) return null;
  if (issueIds.length === 1) return oneByOne(ports, policy, issueIds, null);
  const tickets = await ports.jira.app.readTickets(issueIds, policy);
  return oneByOne(ports, policy, issueIds, new Map(tickets.map((ticket) => [ticket.issueId, ticket])));
}

async function oneByOne(
  ports: Ports,
  policy: Policy,
  issueIds: readonly IssueId[],
  read: ReadonlyMap<IssueId, Ticket> | null,
): Promise<Unfinished | null> {
  const records = read === null ? null : await ports.tickets.loadAll(issueIds);
  const left: IssueId[] = [];
  let retryAfterSeconds = 0;
  let defect: unknown = null;
  let quotaIsOver = false;
  for (const issueId of issueIds) {
    if (quotaIsOver) {
      left.push(issueId);
      continue;
    }
    const ticket = read?.get(issueId);
    if (read !== null && ticket === undefined) continue; // gone, or out of our sight
    try {
      const from = ticket === undefined ? { door: ports.jira.app } : { ticket, record: records?.get(issueId) ?? null };
      await takeTurn(ports, policy, issueId, from);
    } catch (error) {
      const wait = waitOf(error);
      if (wait === null) defect ??= error;
      else {
        left.push(issueId);
        retryAfterSeconds = Math.max(retryAfterSeconds, wait);
      }
      // Jira, "Rate limiting": on a quota stop all work until it is reset.
      quotaIsOver = error instanceof JiraBusy && error.reason.startsWith('jira-quota');
      ports.log.error('turn-failed', error, { issueId });
    }
  }
  if (left.length > 0) return { issueIds: left, retryAfterSeconds };
  if (defect !== null) throw defect;
  return null;
}

/** Seconds to wait before trying again; null when trying again is the platform's business. */
const waitOf = (error: unknown): number | null =>
  error instanceof RelayError && ['jira-busy', 'jira-down', 'changed-meanwhile'].includes(error.code)
    ? Math.max(1, error.detail.retryAfterSeconds ?? 30)
    : null;
