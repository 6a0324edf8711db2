// Everybody's list over all procedures: what waits for me, and what I am waiting for (X10).
import type { WaitingFilter, WaitingRow, WaitingView } from '../../contract/waiting';
import type { AccountId } from '../../core/ids';
import { askedForList, type WaitRow, waitingList, waitRows } from '../../core/wait-rows';
import { gatherAll } from '../gather';
import type { TicketRecord } from '../outbox';
import type { Ports } from '../ports';
import { settingsOf, viewerOf } from '../viewer';
import { personView } from '../views/why';

/** Lines looked at for one person: more than anybody works through. */
const mostRows = 100;
const usualRows = 50;

/**
 * The lists give the tickets, the ledgers what is still owed, and Jira what the viewer may see: what they may not is not
 * there.
 */
export async function readWaiting(ports: Ports, filter: WaitingFilter): Promise<WaitingView> {
  const { accountId: me, door } = viewerOf(ports);
  const policy = await settingsOf(ports);
  const lists = await Promise.all(
    [waitingList, askedForList].map((list) => ports.tickets.listed<WaitRow>(list, me, mostRows)),
  );
  const ids = [...new Set(lists.flat().map(({ issueId }) => issueId))].slice(0, mostRows);
  if (ids.length === 0) return { now: ports.now(), rows: [], total: 0, askedFor: [] };
  const [records, tickets] = await Promise.all([
    ports.tickets.loadAll(ids),
    door.readTickets(ids, policy),
  ]);
  const situations = await gatherAll(
    ports,
    policy,
    tickets.map((ticket) => ({
      ticket,
      ledger: records.get(ticket.issueId)?.ledger ?? null,
    })),
  );
  const now = ports.now();
  const linesIn = (list: string): WaitingRow[] =>
    situations
      .flatMap((situation) => {
        const record = situation === null ? undefined : records.get(situation.ticket.issueId);
        if (situation === null || record === undefined) return [];
        return listedFor(record, list, me).map((row): WaitingRow => ({
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
        }));
      })
      .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
  const rows = linesIn(waitingList);
  return {
    now,
    rows: rows.slice(0, filter.rows ?? usualRows),
    total: rows.length,
    askedFor: linesIn(askedForList).slice(0, filter.rows ?? usualRows),
  };
}

/** What still stands in somebody's list of that ticket: the lists may be behind the ledger. */
const listedFor = ({ ledger }: TicketRecord, list: string, who: AccountId): readonly WaitRow[] =>
  waitRows(ledger)
    .filter((row) => row.list === list && row.who === who)
    .map(({ doc }) => doc as WaitRow);
