// What Jira has said of the tickets in somebody's list, as their page keeps it and hands it back: nothing that has not changed
// is asked of Jira again, however long the list is. The app keeps none of it.
import * as v from 'valibot';
import type { Memory, Remembered } from '../../contract/waiting';
import { canonical, sha256 } from '../../core/canonical';
import type { AccountId, IssueId } from '../../core/ids';
import type { Person } from '../../core/people';
import type { Ticket } from '../../core/ticket';
import { inClocks, shownOn } from '../gather';
import type { TicketRecord } from '../outbox';

/** What lists show of a ticket, and whoever the app has to name that only the ticket knows. */
interface Facts extends Omit<
  Ticket,
  'comments' | 'changes' | 'effects' | 'complete' | 'assignee' | 'reporter'
> {
  readonly people: readonly Person[];
}

/** Raised when the facts change their shape: what an older version has sealed is not believed. */
const shape = 1;
const sealLength = 32;
/** More than a list looks at. */
const mostTickets = 200;

/** Of a page's input. What is no memory is none: then Jira is asked. */
export const memory = v.fallback(
  v.pipe(
    v.record(
      v.pipe(v.string(), v.maxLength(20)),
      v.object({ facts: v.unknown(), seal: v.pipe(v.string(), v.length(sealLength)) }),
    ),
    v.maxEntries(mostTickets),
  ),
  {},
);

/**
 * @returns the tickets that are known already: sealed for this viewer, and nothing has happened to them in the app since.
 *   Their comments and history are not among what is kept.
 */
export function recalled(
  viewer: AccountId,
  records: ReadonlyMap<IssueId, TicketRecord>,
  kept: Memory,
): readonly Known[] {
  return [...records].flatMap(([issueId, record]): Known[] => {
    const { facts, seal } = kept[issueId] ?? {};
    if (seal === undefined || seal !== sealOf(viewer, record, facts)) return [];
    // Nobody but the app can have sealed it.
    const { people, ...ticket } = facts as Facts;
    return [{ ticket: { ...ticket, ...untold }, people, kept: { facts, seal } }];
  });
}

/** A ticket that was recalled, with the people that it named. */
export interface Known {
  readonly ticket: Ticket;
  readonly people: readonly Person[];
  /** To be handed back again. */
  readonly kept: Remembered;
}

const untold = {
  assignee: null,
  reporter: null,
  comments: [],
  changes: [],
  effects: [],
  complete: true,
} as const;

/** What the page may hand back of a ticket that was read for this viewer; nothing where it cannot be sealed. */
export function remembered(
  viewer: AccountId,
  record: TicketRecord,
  ticket: Ticket,
): Remembered | null {
  const { issueId, key, projectId, summary, createdAt, status, priority } = ticket;
  const { requestType, organizations, accountManager, regionalManager, reachable } = ticket;
  const named = new Set(inClocks(record.ledger));
  const facts: Facts = {
    issueId,
    key,
    projectId,
    summary,
    createdAt,
    status,
    priority,
    requestType,
    organizations,
    accountManager,
    regionalManager,
    reachable,
    people: shownOn(ticket).filter(({ accountId }) => named.delete(accountId)),
  };
  const seal = sealOf(viewer, record, facts);
  return seal === null ? null : { facts, seal };
}

/** The salt of the record is the secret; its revision changes with everything that the app takes in or does. */
const sealOf = (
  viewer: AccountId,
  { salt, revision }: TicketRecord,
  facts: unknown,
): string | null =>
  salt === undefined
    ? null
    : sha256(canonical([shape, salt, revision, viewer, facts])).slice(0, sealLength);
