// What a file of accounts may have as columns: those of every account, and those of procedures.
import type { AccountContact, CustomerAccount } from '../../core/account';
import type { AccountPart } from './account-part';

/** What every account has; the names as people read them. */
export const columnNames = {
  cid: 'CID',
  name: 'Name',
  externalId: 'External id',
  organizations: 'Organizations',
  accountManager: 'Account manager',
  regionalManager: 'Regional manager',
  customerSuccessManager: 'Customer success manager',
  contacts: 'Contacts',
} as const;
export type CoreColumn = keyof typeof columnNames;

/** Which column of a file is what. */
export type Where = Readonly<Record<string, number>>;

interface ExportColumn {
  readonly key: string;
  readonly name: string;
  readonly cell: (account: CustomerAccount, nameOf: (id: string) => string) => string;
}

const cells: Readonly<Record<CoreColumn, ExportColumn['cell']>> = {
  cid: ({ cid }) => cid,
  name: ({ name }) => name,
  externalId: ({ externalId = '' }) => externalId,
  organizations: ({ organizations }, nameOf) => organizations.map(nameOf).join('; '),
  accountManager: ({ accountManager }, nameOf) => nameOf(accountManager),
  regionalManager: ({ regionalManager }, nameOf) => nameOf(regionalManager),
  customerSuccessManager: ({ customerSuccessManager: csm }, nameOf) =>
    csm === undefined ? '' : nameOf(csm),
  contacts: ({ contacts = [] }) => contacts.map(spellContact).join('; '),
};

const coreColumns = (Object.keys(cells) as CoreColumn[]).map((key) => ({
  key,
  name: columnNames[key],
  cell: cells[key],
}));

/** The parts in two: whose columns stand before the contacts, and after them. */
export const aroundContacts = (
  parts: readonly AccountPart[],
): readonly [before: AccountPart[], after: AccountPart[]] => [
  parts.filter(({ stands }) => stands === 'before-contacts'),
  parts.filter(({ stands }) => stands !== 'before-contacts'),
];

/** Keys of all columns that an import takes. */
export const columnKeys = (parts: readonly AccountPart[]): string[] =>
  [...coreColumns, ...parts.flatMap(({ columns }) => columns)].map(({ key }) => key);

/** What an export writes, in this order. */
export function exportColumns(parts: readonly AccountPart[]): ExportColumn[] {
  const [before, after] = aroundContacts(parts);
  const of = (some: readonly AccountPart[]): ExportColumn[] =>
    some
      .flatMap(({ columns }) => columns)
      .flatMap(({ key, name, cell }) => (cell === undefined ? [] : [{ key, name, cell }]));
  return [
    ...coreColumns.filter(({ key }) => key !== 'contacts'),
    ...of(before),
    ...coreColumns.filter(({ key }) => key === 'contacts'),
    ...of(after),
  ];
}

const spellContact = ({ name, email, role }: AccountContact): string =>
  `${name}${email === null ? '' : ` <${email}>`}${role === null ? '' : ` (${role})`}`;
