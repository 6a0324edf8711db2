// One line of the file as an account, or what is wrong with it. Names are found in Jira later, all at once.
import type { ImportProblem } from '../../../contract/accounts';
import type { AccountContact } from '../../../core/account';
import type { RateCard } from '../../../procedures/change-request/money';
import { RelayError } from '../../errors';
import { cidPattern, cidRule, clipped } from '../bounds';
import { rateCardOf, readRateCell } from '../../../procedures/change-request/accounts/rate-card';
import {
  accessColumnNames,
  accessColumns,
  type ReadAccess,
  readAccess,
} from '../../../procedures/access-request/accounts/read-access';
import { dateExamples, type DateFormat, readDate } from './read-date';
import {
  type ReadWon,
  readWon,
  wonColumnNames,
  wonColumns,
} from '../../../procedures/hybrid-account/accounts/read-won';

/** What an account has, as columns: those that an export writes. */
export const accountColumns = [
  'cid',
  'name',
  'externalId',
  'organizations',
  'accountManager',
  'regionalManager',
  'customerSuccessManager',
  'products',
  'keyAccountFrom',
  'keyAccountUntil',
  'contacts',
  'rateCard',
  ...accessColumns,
] as const;
export type AccountColumn = (typeof accountColumns)[number];

/** What a column of the file may be. */
export const columns = [...accountColumns, ...wonColumns] as const;
export type Column = (typeof columns)[number];

export const columnNames: Readonly<Record<Column, string>> = {
  cid: 'CID',
  name: 'Name',
  externalId: 'External id',
  organizations: 'Organizations',
  accountManager: 'Account manager',
  regionalManager: 'Regional manager',
  customerSuccessManager: 'Customer success manager',
  products: 'Products',
  keyAccountFrom: 'Key account from',
  keyAccountUntil: 'Key account until',
  contacts: 'Contacts',
  rateCard: 'Rate card',
  ...accessColumnNames,
  ...wonColumnNames,
};

/** A line of the file with its number, the first line being the header. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line that could be read: everything by name still. A column the file lacks is absent. */
export interface ReadRow {
  readonly line: number;
  readonly cid: string;
  readonly name: string;
  readonly accountManager: string;
  readonly regionalManager: string;
  readonly organizations?: readonly string[];
  readonly externalId?: string | null;
  readonly customerSuccessManager?: string | null;
  readonly products?: readonly string[];
  readonly keyAccount?: { readonly from: string | null; readonly until: string | null } | null;
  readonly contacts?: readonly AccountContact[];
  /** CR-09; null empties it. */
  readonly rateCard?: RateCard | null;
  readonly access?: ReadAccess;
  /** HY-06: an opportunity that is Closed Won. */
  readonly won?: ReadWon;
}

/** A line that is wrong; it still says that its account exists. */
export interface BadRow {
  readonly cid: string;
  readonly problems: readonly ImportProblem[];
}

/** Marks that mean "a key account from always" and "no key account" in the column of the date. */
const always = ['always', 'yes', 'x'];
const never = ['', 'no'];
const longest = 255;

/** Cells that begin like a formula carry a leading apostrophe in our own exports. */
export const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/u, '').trim();
const list = (cell: string): string[] =>
  cell
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

export function readRow(
  row: SheetRow,
  where: Readonly<Partial<Record<Column, number>>>,
  dates: DateFormat,
): ReadRow | BadRow {
  const problems: ImportProblem[] = [];
  const wrong = (column: Column, message: string, remedy: string): void =>
    void problems.push({ line: row.line, column: columnNames[column], message, remedy });
  const cell = (column: Column): string | undefined => {
    const index = where[column];
    return index === undefined ? undefined : plain(row.cells[index] ?? '');
  };
  const needed = (column: Column): string => {
    const value = cell(column) ?? '';
    if (value === '')
      wrong(column, `${columnNames[column]} is empty.`, 'Fill it in, or leave the line out.');
    if (value.length > longest)
      wrong(column, `${columnNames[column]} is longer than ${longest} characters.`, 'Shorten it.');
    return value;
  };
  const date = (column: 'keyAccountFrom' | 'keyAccountUntil', text: string): string | null => {
    const found = readDate(text, dates);
    if (found === null)
      wrong(
        column,
        `"${clipped(text, 100)}" is no date.`,
        `Write dates like ${dateExamples[dates]}, or choose another way of writing dates.`,
      );
    return found;
  };
  const optional = <T>(column: Column, read: (text: string) => T): T | undefined => {
    const text = cell(column);
    return text === undefined ? undefined : read(text);
  };
  const rateCard = (text: string): RateCard | null => {
    if (text === '') return null;
    try {
      return rateCardOf(readRateCell(text));
    } catch (error) {
      if (!(error instanceof RelayError)) throw error;
      wrong(
        'rateCard',
        `"${clipped(text, 100)}" is no rate card: ${error.message}`,
        'Write the currency and each day rate, such as "USD; Integration engineer: 800.00; QA: 650.00".',
      );
      return null;
    }
  };
  const cid = needed('cid');
  if (cid !== '' && !cidPattern.test(cid))
    wrong('cid', `"${clipped(cid, 100)}" is no CID.`, cidRule);
  const keyAccount = optional('keyAccountFrom', (text) => {
    if (never.includes(text.toLowerCase())) return null;
    const until = cell('keyAccountUntil') ?? '';
    return {
      from: always.includes(text.toLowerCase()) ? null : date('keyAccountFrom', text),
      until: until === '' ? null : date('keyAccountUntil', until),
    };
  });
  const fields = {
    line: row.line,
    cid,
    name: needed('name'),
    accountManager: needed('accountManager'),
    regionalManager: needed('regionalManager'),
    organizations: optional('organizations', list),
    externalId: optional('externalId', (text) => (text === '' ? null : text)),
    customerSuccessManager: optional('customerSuccessManager', (text) =>
      text === '' ? null : text,
    ),
    products: optional('products', list),
    keyAccount,
    contacts: optional('contacts', (text) => list(text).map(contact)),
    rateCard: optional('rateCard', rateCard),
    access: readAccess(cell, wrong),
    won: readWon(cell, wrong),
  };
  return problems.length > 0
    ? { cid, problems }
    : (Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined),
      ) as unknown as ReadRow);
}

/** `Nora Quist <nora@northwind.example> (Payroll)`; address and role may be missing. */
function contact(text: string): AccountContact {
  const found = /^([^<(]*)(?:<([^>]*)>)?\s*(?:\(([^)]*)\))?$/u.exec(text);
  const [, name = text, email, role] = found ?? [];
  return { name: name.trim(), email: email?.trim() ?? null, role: role?.trim() ?? null };
}
