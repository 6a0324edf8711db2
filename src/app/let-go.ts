// A ticket that is gone is let go: what is open in it ends, whoever had asked or was asked hears of it in their list, as the
// ticket itself can tell nobody any more, and nothing is asked of Jira for it again.
import type { AccountId, IssueId } from '../core/ids';
import { dayMs, type Instant, plusMs } from '../core/instant';
import type { ListRow } from '../core/procedure';
import { forgetTicket } from './forget-ticket';
import type { TicketRecord } from './outbox';
import type { Ports } from './ports';

/** What became of it, as far as Jira tells. */
export type Parting = 'deleted' | 'moved' | 'gone' | 'project-deleted';

/** The list of what has ended because its ticket is gone, by whom it concerns. */
export const goneList = 'gone';

/** A line of that list. */
export interface GoneRow {
  readonly issueId: IssueId;
  readonly key: string;
  readonly what: Parting;
  /** What they owed there themselves, as to-dos. */
  readonly owed: readonly string[];
  /** What they had asked of others there. */
  readonly askedFor: readonly string[];
  readonly at: Instant;
  readonly until: Instant;
}

/** Long enough to be seen by somebody who comes back from a holiday of two weeks. */
export const goneForDays = 21;

/** Ends everything on the ticket and forgets it; done twice it is the same as once. */
export async function letGo(ports: Ports, record: TicketRecord, what: Parting): Promise<void> {
  const { issueId } = record.ledger;
  const rows = partings(record, { what, at: ports.now() });
  if (rows.length > 0) await ports.tickets.leave(issueId, rows, goneForDays);
  ports.log.info('ticket-let-go', { issueId, what, told: rows.length });
  await forgetTicket(ports, issueId, record.ledger);
}

function partings({ ledger }: TicketRecord, { what, at }: Pick<GoneRow, 'what' | 'at'>): ListRow[] {
  const open = (ledger.clocks ?? []).map(({ title, asked, askers = [] }) => ({
    title,
    by: asked.map(({ person }) => person),
    askers,
  }));
  const people = new Set<AccountId>(open.flatMap(({ by, askers }) => [...askers, ...by]));
  const titlesOf = (those: typeof open): string[] => [...new Set(those.map(({ title }) => title))];
  return [...people].map((who) => {
    const isTheirs = ({ by }: (typeof open)[number]): boolean => by.includes(who);
    const doc: GoneRow = {
      issueId: ledger.issueId,
      key: ledger.key,
      what,
      owed: titlesOf(open.filter(isTheirs)),
      // Whoever asked for what they have to do themselves owes it.
      askedFor: titlesOf(open.filter((one) => one.askers.includes(who) && !isTheirs(one))),
      at,
      until: plusMs(at, goneForDays * dayMs),
    };
    return { list: goneList, who, order: at, doc };
  });
}
