import {
  type AccountsFound,
  checkAccounts,
  lookThrough,
  noAccountsFound,
} from '../../core/doctor/check-accounts';
import type { Finding } from '../../core/doctor/finding';
import type { Policy } from '../../core/policy';
import type { Ports } from '../ports';
import type { AccountPages } from '../settings-ports';

/** Pages of 100 accounts per call: 2,000 take a few seconds. */
const perCall = 20;

/** @param before what earlier calls found; @param from where they stopped, null for the beginning */
export async function examineAccounts(
  ports: Ports,
  pages: AccountPages,
  policy: Policy,
  before: AccountsFound,
  from: string | null,
): Promise<{
  readonly found: AccountsFound;
  readonly findings: readonly Finding[];
  readonly next: string | null;
}> {
  const people = new Map(
    (await ports.directory.everybody()).map((person) => [person.accountId, person]),
  );
  let found = from === null ? noAccountsFound : before;
  let cursor = from;
  for (let page = 0; page < perCall; page += 1) {
    const { accounts, next } = await pages.page(cursor);
    found = lookThrough(found, accounts, people, policy.fallback);
    cursor = next;
    if (next === null) break;
  }
  return { found, findings: checkAccounts(found), next: cursor };
}
