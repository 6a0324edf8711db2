// Everybody's list over all procedures: what waits for me, and what I am waiting for (X10).
import type { Memory, WaitingRow, WaitingView } from '../../contract/waiting';
import type { AccountId } from '../../core/ids';
import { askedForList, listRows, type WaitRow, waitingList } from '../../core/wait-rows';
import type { HeldTicket } from '../../core/procedure';
import type { Situation } from '../../core/situation';
import { gatherAll, inClocks } from '../gather';
import { withNames } from '../names';
import type { TicketRecord } from '../outbox';
import type { Ports } from '../ports';
import { readGone } from './gone';
import { recalled, remembered } from './memory';
import { settingsOf, viewerOf } from '../viewer';
import { personView } from '../views/why';

/** Tickets looked at for one person: more than anybody works through, and one bulk read of Jira. */
const mostTickets = 100;
const usualRows = 50;

/** A ticket that was found in a list of the viewer. */
export interface Found {
  readonly situation: Situation;
  readonly record: TicketRecord;
}

/** What was found in somebody's lists. */
export interface Listed {
  readonly found: readonly Found[];
  /** There are more than are looked at. */
  readonly full: boolean;
  /** What the page hands back the next time. */
  readonly memory: Memory;
}

/**
 * The tickets that the viewer's lists name. The lists give the tickets, the ledgers what still holds, and Jira what the viewer
 * may see: what they may not is not there.
 * @param kept what the page was given of them before, and has handed back
 */
export async function findListed(
  ports: Ports,
  lists: readonly string[],
  kept: Memory = {},
): Promise<Listed> {
  const { accountId: me, door } = viewerOf(ports);
  const policy = await settingsOf(ports);
  const rows = await Promise.all(
    lists.map((list) => ports.tickets.listed<Pick<HeldTicket, 'issueId'>>(list, me, mostTickets)),
  );
  const all = [...new Set(rows.flat().map(({ issueId }) => issueId))];
  const ids = all.slice(0, mostTickets);
  if (ids.length === 0) return { found: [], full: false, memory: {} };
  const records = await ports.tickets.loadAll(ids);
  const known = recalled(me, records, kept);
  const unknown = ids.filter((id) => !known.some(({ ticket }) => ticket.issueId === id));
  const read = unknown.length === 0 ? [] : await door.readTickets(unknown, policy);
  const situations = await gatherAll(
    ports,
    policy,
    [...known, ...read.map((ticket) => ({ ticket, people: [] }))].map((one) => ({
      ...one,
      ledger: records.get(one.ticket.issueId)?.ledger ?? null,
    })),
  );
  const toKeep = [
    ...known.map(({ ticket, kept }) => [ticket.issueId, kept] as const),
    ...read.map((ticket) => {
      const record = records.get(ticket.issueId);
      return [
        ticket.issueId,
        record === undefined ? null : remembered(me, record, ticket),
      ] as const;
    }),
  ];
  const found = situations.flatMap((situation): Found[] => {
    const record = situation === null ? undefined : records.get(situation.ticket.issueId);
    return situation === null || record === undefined ? [] : [{ situation, record }];
  });
  return {
    found: await byName(ports, found),
    full: all.length >= mostTickets,
    memory: Object.fromEntries(
      toKeep.flatMap(([issueId, one]) => (one === null ? [] : [[issueId, one]])),
    ),
  };
}

/** Somebody who stands in no directory was looked up when they were told. */
async function byName(ports: Ports, found: readonly Found[]): Promise<readonly Found[]> {
  const unknown = found.flatMap(({ situation: { people }, record }) =>
    inClocks(record.ledger).filter((person) => people[person] === undefined),
  );
  const named = await withNames(ports, {}, unknown, false);
  return found.map(({ situation, record }) => ({
    situation: { ...situation, people: { ...named, ...situation.people } },
    record,
  }));
}

/** What waits for the viewer, and what the viewer waits for. @param rows at most so many lines of each */
export async function readWaiting(ports: Ports, rows = usualRows): Promise<WaitingView> {
  const [{ found }, gone] = await Promise.all([
    findListed(ports, [waitingList, askedForList]),
    readGone(ports),
  ]);
  return { ...waitingIn(ports, found, rows), gone };
}

/** The same, of tickets that were found already. */
export function waitingIn(
  ports: Ports,
  found: readonly Found[],
  rows = usualRows,
): Omit<WaitingView, 'gone'> {
  const { accountId } = viewerOf(ports);
  const now = ports.now();
  const linesIn = (list: string): readonly WaitingRow[] =>
    found
      .flatMap(({ situation, record }) =>
        listedFor({ situation, record }, list, accountId).map((row): WaitingRow => ({
          issueId: row.issueId,
          issueKey: situation.ticket.key,
          summary: situation.ticket.summary,
          revision: record.edition,
          procedure: row.procedure,
          wait: row.wait,
          clause: row.clause,
          title: row.title,
          since: row.since,
          dueAt: row.dueAt,
          overdue: row.dueAt <= now,
          holders: row.holders.map((person) => personView(situation.people, person)),
          acts: row.acts,
        })),
      )
      .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
  const mine = linesIn(waitingList);
  return {
    now,
    rows: mine.slice(0, rows),
    total: mine.length,
    askedFor: linesIn(askedForList).slice(0, rows),
  };
}

/** What still stands in somebody's list of that ticket: the lists may be behind the ledger. */
const listedFor = (
  { situation, record }: Found,
  list: string,
  who: AccountId,
): readonly WaitRow[] =>
  listRows(situation.procedures, record.ledger)
    .filter((row) => row.list === list && row.who === who)
    .map(({ doc }) => doc as WaitRow);
