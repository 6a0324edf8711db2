import type { AccountChange } from '../../../contract/accounts';
import type { CustomerAccount } from '../../../core/account';
import { canonical } from '../../../core/canonical';
import { clipped } from '../bounds';
import { rateCell } from '../../../procedures/change-request/accounts/rate-card';
import { columnNames, type ReadRow } from './read-row';

/** How a field reads in the file's own words, to compare what was with what comes. */
const spell = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(spell).join('; ');
  if (typeof value === 'object')
    return Object.values(value)
      .map(spell)
      .filter((one) => one !== '')
      .join(' ');
  return String(value);
};

const compared: readonly (readonly [keyof CustomerAccount, string])[] = [
  ['name', columnNames.name],
  ['externalId', columnNames.externalId],
  ['organizations', columnNames.organizations],
  ['accountManager', columnNames.accountManager],
  ['regionalManager', columnNames.regionalManager],
  ['customerSuccessManager', columnNames.customerSuccessManager],
  ['products', columnNames.products],
  ['keyAccount', columnNames.keyAccountFrom],
  ['contacts', columnNames.contacts],
  ['rateCard', columnNames.rateCard],
  ['access', 'Customer access list'],
];

/** An empty list is as good as none, and so is a part that says nothing; in which order the parts stand does not matter. */
function something(value: unknown): unknown {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, something(part)])
      .filter(([, part]) => part !== null),
  );
}

/**
 * What a line changes; null when nothing.
 * @param nameOf how an id reads to people, for both sides
 */
export function changeOf(
  row: ReadRow,
  before: CustomerAccount | null,
  after: CustomerAccount,
  nameOf: (id: string) => string,
): AccountChange | null {
  const people = (value: unknown): unknown =>
    typeof value === 'string' ? nameOf(value) : Array.isArray(value) ? value.map(people) : value;
  const fields = compared.flatMap(([key, name]) => {
    const [from, to] = [before?.[key], after[key]];
    if (canonical(something(from)) === canonical(something(to))) return [];
    // Amounts are kept in cents and shown as people write them.
    const [was, is] =
      key === 'rateCard'
        ? [rateCell(before?.rateCard), rateCell(after.rateCard)]
        : [spell(people(from)), spell(people(to))];
    return [{ name, from: clipped(was), to: clipped(is) }];
  });
  if (before !== null && fields.length === 0) return null;
  return {
    line: row.line,
    cid: after.cid,
    name: after.name,
    kind: before === null ? 'added' : 'changed',
    fields,
  };
}
