// Accounts that move to other managers: which open asks move with them, and the turns that move them (AM-06).
import type { CustomerAccount } from '../../core/account';
import type { AccountId, IssueId } from '../../core/ids';
import { type HeldTicket, teamList } from '../../core/procedure';
import type { Ports } from '../ports';

/** Open asks of one person that are looked through. */
const mostAsks = 2_000;
/** Tickets that travel in one event (Jira: bulk fetch takes 100 issues). */
const perTurn = 25;

/** Those of `after` that had other managers before. */
export function movedAccounts(
  before: readonly CustomerAccount[],
  after: readonly CustomerAccount[],
): CustomerAccount[] {
  const known = new Map(before.map((account) => [account.cid, account]));
  return after.filter((account) => {
    const was = known.get(account.cid);
    return (
      was !== undefined &&
      (was.accountManager !== account.accountManager ||
        was.regionalManager !== account.regionalManager)
    );
  });
}

/** The open asks of accounts that are about to move, the earliest due first. @param before the accounts as they are */
export async function asksThatMove(
  ports: Pick<Ports, 'tickets'>,
  before: readonly CustomerAccount[],
  moved: readonly CustomerAccount[],
): Promise<HeldTicket[]> {
  const cids = new Set(moved.map(({ cid }) => cid));
  const regions = new Set<AccountId>(
    before.filter(({ cid }) => cids.has(cid)).map(({ regionalManager }) => regionalManager),
  );
  const found = new Map<string, HeldTicket>();
  // Every ask counts to the team of its account's regional manager, whoever holds it at the moment.
  for (const person of regions) {
    for (const open of await ports.tickets.listed<HeldTicket>(teamList, person, mostAsks))
      if (cids.has(open.cid)) found.set(open.issueId, open);
  }
  return [...found.values()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

/** Queues a turn for each; the turn hands the ask over, and does nothing the second time. */
export async function queueHandOvers(
  ports: Pick<Ports, 'turns'>,
  issueIds: readonly IssueId[],
  delaySeconds = 0,
): Promise<void> {
  const turns = Array.from({ length: Math.ceil(issueIds.length / perTurn) }, (_, index) => ({
    issueIds: issueIds.slice(index * perTurn, (index + 1) * perTurn),
    delaySeconds,
  }));
  if (turns.length > 0) await ports.turns.push(turns);
}
