import type { AccountChange } from '../../../contract/accounts';
import type { CustomerAccount } from '../../../core/account';
import { canonical } from '../../../core/canonical';
import type { AccountPart } from '../account-part';
import { clipped } from '../bounds';
import { aroundContacts, columnNames } from '../columns';

/** How a field reads in the file's own words, to compare what was with what comes. */
export const spell = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(spell).join('; ');
  if (typeof value === 'object')
    return Object.values(value)
      .map(spell)
      .filter((one) => one !== '')
      .join(' ');
  return String(value);
};

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

/** What is compared of an account, and how people read it. */
interface Compared {
  readonly name: string;
  readonly value: (account: CustomerAccount) => unknown;
  readonly spell: (account: CustomerAccount) => string;
}

const beforeContacts = [
  'name',
  'externalId',
  'organizations',
  'accountManager',
  'regionalManager',
  'customerSuccessManager',
] as const;

/** @param nameOf how an id reads to people, for both sides */
function compared(parts: readonly AccountPart[], nameOf: (id: string) => string): Compared[] {
  const named = (value: unknown): unknown =>
    typeof value === 'string' ? nameOf(value) : Array.isArray(value) ? value.map(named) : value;
  const core = (key: (typeof beforeContacts)[number] | 'contacts'): Compared => ({
    name: columnNames[key],
    value: (account) => account[key],
    spell: (account) => spell(named(account[key])),
  });
  const part = ({ id, difference }: AccountPart): Compared => ({
    ...difference,
    value: (account) => account.parts?.[id],
  });
  const [before, after] = aroundContacts(parts);
  return [...beforeContacts.map(core), ...before.map(part), core('contacts'), ...after.map(part)];
}

/**
 * What a line changes; null when nothing.
 * @param accounts as it was, and as the line makes it
 * @param nameOf how an id reads to people, for both sides
 */
export function changeOf(
  line: number,
  { before, after }: { readonly before: CustomerAccount | null; readonly after: CustomerAccount },
  parts: readonly AccountPart[],
  nameOf: (id: string) => string,
): AccountChange | null {
  const valueOf = (one: Compared, account: CustomerAccount | null): unknown =>
    canonical(something(account === null ? undefined : one.value(account)));
  const fields = compared(parts, nameOf)
    .filter((one) => valueOf(one, before) !== valueOf(one, after))
    .map((one) => ({
      name: one.name,
      from: before === null ? '' : clipped(one.spell(before)),
      to: clipped(one.spell(after)),
    }));
  if (before !== null && fields.length === 0) return null;
  return {
    line,
    cid: after.cid,
    name: after.name,
    kind: before === null ? 'added' : 'changed',
    fields,
  };
}
