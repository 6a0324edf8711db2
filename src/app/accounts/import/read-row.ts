// One line of the file as an account, or what is wrong with it. Names are found in Jira later, all at once.
import type { ImportProblem } from '../../../contract/accounts';
import type { AccountContact } from '../../../core/account';
import type { AccountPart, BesideCheck, BesideLine, Line, PartChange } from '../account-part';
import type { LocalDate } from '../../../core/calendar/local-time';
import type { Instant } from '../../../core/instant';
import { cidPattern, cidRule, clipped } from '../bounds';
import { columnNames, type CoreColumn, type Where } from '../columns';
import type { DateFormat } from './read-date';

/** A line of the file with its number, the first line being the header. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What every account has, by name still; what a file has no column for is absent. */
export interface NamedAccount {
  readonly cid: string;
  readonly name: string;
  readonly accountManager: string;
  readonly regionalManager: string;
  readonly organizations?: readonly string[] | undefined;
  readonly externalId?: string | null | undefined;
  readonly customerSuccessManager?: string | null | undefined;
  readonly contacts?: readonly AccountContact[] | undefined;
}

/** A line, or a record of the feed, that could be read. */
export interface ReadRow extends NamedAccount {
  readonly line: number;
  /** The day on which it was said. */
  readonly day: LocalDate;
  /** What it makes of what procedures keep with the account. */
  readonly changes: readonly PartChange[];
  /** What it sets going beside the account. */
  readonly beside: readonly BesideLine[];
}

/** A line that is wrong; it still says that its account exists. */
export interface BadRow {
  readonly cid: string;
  readonly problems: readonly ImportProblem[];
}

/** Who reads lines beside the columns of every account. */
export interface Readers {
  readonly parts: readonly AccountPart[];
  readonly beside: readonly BesideCheck[];
}

const longest = 255;

/** Cells that begin like a formula carry a leading apostrophe in our own exports. */
export const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/u, '').trim();
/** Several values in a cell. */
export const listIn = (cell: string): string[] =>
  cell
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** How the file is to be read. */
export interface ReadHow {
  readonly columns: Where;
  readonly dates: DateFormat;
  /** What an empty cell means, by the column's key. */
  readonly blanks?: Readonly<Record<string, string>>;
  /** When it was chosen. */
  readonly at: Instant;
}

export function readRow(
  row: SheetRow,
  { columns, dates, blanks, at }: ReadHow,
  { parts, beside }: Readers,
): ReadRow | BadRow {
  const problems: ImportProblem[] = [];
  const line: Line = {
    number: row.line,
    dates,
    blank: (column) => blanks?.[column],
    cell(column) {
      const index = columns[column];
      return index === undefined ? undefined : plain(row.cells[index] ?? '');
    },
    wrong: (column, message, remedy) =>
      void problems.push({ line: row.line, column, message, remedy }),
  };
  const needed = (column: CoreColumn): string => {
    const value = line.cell(column) ?? '';
    const name = columnNames[column];
    if (value === '') line.wrong(name, `${name} is empty.`, 'Fill it in, or leave the line out.');
    if (value.length > longest)
      line.wrong(name, `${name} is longer than ${longest} characters.`, 'Shorten it.');
    return value;
  };
  const optional = <T>(column: CoreColumn, read: (text: string) => T): T | undefined => {
    const text = line.cell(column);
    return text === undefined ? undefined : read(text);
  };
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const cid = needed('cid');
  if (cid !== '' && !cidPattern.test(cid))
    line.wrong(columnNames.cid, `"${clipped(cid, 100)}" is no CID.`, cidRule);
  const read: ReadRow = {
    line: row.line,
    day: at.slice(0, 10),
    cid,
    name: needed('name'),
    accountManager: needed('accountManager'),
    regionalManager: needed('regionalManager'),
    organizations: optional('organizations', listIn),
    externalId: optional('externalId', orNull),
    customerSuccessManager: optional('customerSuccessManager', orNull),
    contacts: optional('contacts', (text) => listIn(text).map(contact)),
    changes: parts.flatMap((part) => part.read(line) ?? []),
    beside: beside.flatMap((check) => check.read(line) ?? []),
  };
  return problems.length > 0 ? { cid, problems } : read;
}

/** `Nora Quist <nora@northwind.example> (Payroll)`; address and role may be missing. */
function contact(text: string): AccountContact {
  const found = /^([^<(]*)(?:<([^>]*)>)?\s*(?:\(([^)]*)\))?$/u.exec(text);
  const [, name = text, email, role] = found ?? [];
  return { name: name.trim(), email: email?.trim() ?? null, role: role?.trim() ?? null };
}
