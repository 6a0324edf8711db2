// Managers stand in the directory of people, so that the app looks after them (A14).
import type { CustomerAccount } from '../../core/account';
import type { AccountId } from '../../core/ids';
import type { Ports } from '../ports';

/** Accounts per request to Jira. */
const perRequest = 100;

export const peopleOf = (accounts: readonly CustomerAccount[]): AccountId[] => [
  ...new Set(
    accounts.flatMap(({ accountManager, regionalManager, customerSuccessManager }) => [
      accountManager,
      regionalManager,
      ...(customerSuccessManager === undefined ? [] : [customerSuccessManager]),
    ]),
  ),
];

/** Enters the people of these accounts whom the directory lacks; what it knows of the others stays. */
export async function knowPeople(
  ports: Ports,
  accounts: readonly CustomerAccount[],
): Promise<void> {
  const ids = peopleOf(accounts);
  const known = new Set((await ports.directory.people(ids)).map(({ accountId }) => accountId));
  const missing = ids.filter((id) => !known.has(id));
  for (let start = 0; start < missing.length; start += perRequest) {
    await ports.directory.put(
      [],
      await ports.jira.app.people(missing.slice(start, start + perRequest)),
    );
  }
}
