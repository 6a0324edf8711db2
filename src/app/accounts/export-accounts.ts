// The accounts as lines of a file that an import takes back.
import { adminsOnly } from '../administrators';
import { withNames } from '../names';
import type { Ports } from '../ports';
import type { AccountPorts } from './account-ports';
import { exportColumns } from './columns';
import { peopleOf } from './know-people';

/** A page of lines; the first begins with the header. */
export async function exportAccounts(
  ports: Ports,
  { book, catalogues, parts }: AccountPorts,
  cursor: string | null,
): Promise<{ lines: string[][]; next: string | null }> {
  await adminsOnly(ports, catalogues.viewer);
  const { accounts, next } = await book.page('', cursor);
  const ids = [
    ...new Set([
      ...peopleOf(accounts.map(({ account }) => account)),
      ...accounts.flatMap(({ account }) => parts.flatMap(({ people }) => people?.(account) ?? [])),
    ]),
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
  const columns = exportColumns(parts);
  const lines = accounts.map(({ account }) =>
    columns.map(({ cell }) => cell(account, (id) => names.get(id) ?? id)),
  );
  return { lines: cursor === null ? [columns.map(({ name }) => name), ...lines] : lines, next };
}
