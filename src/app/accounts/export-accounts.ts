// The accounts as lines of a file that an import takes back.
import type { CustomerAccount } from '../../core/account';
import { adminsOnly } from '../administrators';
import { withNames } from '../names';
import type { Ports } from '../ports';
import type { AccountPorts } from './account-ports';
import {
  type AccessColumn,
  accessCell,
  accessColumns,
} from '../../procedures/access-request/accounts/read-access';
import { rateCell } from '../../procedures/change-request/accounts/rate-card';
import { type AccountColumn, accountColumns, columnNames } from './import/read-row';

/** A page of lines; the first begins with the header. */
export async function exportAccounts(
  ports: Ports,
  { book, catalogues }: AccountPorts,
  cursor: string | null,
): Promise<{ lines: string[][]; next: string | null }> {
  await adminsOnly(ports, catalogues.viewer);
  const { accounts, next } = await book.page('', cursor);
  const ids = [
    ...new Set(
      accounts.flatMap(({ account }) => [
        account.accountManager,
        account.regionalManager,
        account.customerSuccessManager ?? account.accountManager,
        account.access?.keeper ?? account.accountManager,
        account.access?.contact ?? account.accountManager,
        ...(account.access?.participants ?? []),
      ]),
    ),
  ];
  const known = Object.fromEntries(
    (await ports.directory.people(ids)).map((person) => [person.accountId, person]),
  );
  const [people, organizations] = await Promise.all([
    withNames(ports, known, ids, true),
    catalogues.app.organizations(),
  ]);
  const names = new Map<string, string>([
    ...organizations.map(({ id, name }) => [id, name] as const),
    ...Object.values(people).map(({ accountId, name }) => [accountId, name] as const),
  ]);
  const lines = accounts.map(({ account }) =>
    accountColumns.map((column) => cellOf(account, column, (id) => names.get(id) ?? id)),
  );
  return {
    lines:
      cursor === null ? [accountColumns.map((column) => columnNames[column]), ...lines] : lines,
    next,
  };
}

const isAccessColumn = (column: AccountColumn): column is AccessColumn =>
  (accessColumns as readonly string[]).includes(column);

function cellOf(
  account: CustomerAccount,
  column: AccountColumn,
  nameOf: (id: string) => string,
): string {
  if (isAccessColumn(column)) return accessCell(account.access, column, nameOf);
  switch (column) {
    case 'cid':
    case 'name':
      return account[column];
    case 'externalId':
      return account.externalId ?? '';
    case 'organizations':
      return account.organizations.map(nameOf).join('; ');
    case 'accountManager':
    case 'regionalManager':
      return nameOf(account[column]);
    case 'customerSuccessManager':
      return account.customerSuccessManager === undefined
        ? ''
        : nameOf(account.customerSuccessManager);
    case 'products':
      return (account.products ?? []).join('; ');
    case 'keyAccountFrom':
      return account.keyAccount === undefined ? '' : (account.keyAccount.from ?? 'always');
    case 'keyAccountUntil':
      return account.keyAccount?.until ?? '';
    case 'contacts':
      return (account.contacts ?? [])
        .map(
          ({ name, email, role }) =>
            `${name}${email === null ? '' : ` <${email}>`}${role === null ? '' : ` (${role})`}`,
        )
        .join('; ');
    case 'rateCard':
      return rateCell(account.rateCard);
  }
}
