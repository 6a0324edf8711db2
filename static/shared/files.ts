// Files made in the browser. The libraries are loaded when somebody asks for a file.

/** Hands a file to the person. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Excel takes a cell that begins with = + - @ for a formula, from a stranger's sheet too: the library puts a ' before it. */
export async function csvOf(rows: readonly (readonly string[])[]): Promise<Blob> {
  const { default: Papa } = await import('papaparse');
  // The byte order mark makes Excel read the file as UTF-8.
  return new Blob(
    [
      `\uFEFF${Papa.unparse(
        rows.map((row) => [...row]),
        { escapeFormulae: true, newline: '\r\n' },
      )}`,
    ],
    { type: 'text/csv;charset=utf-8' },
  );
}

const widest = 40;

/** Every cell is text: nothing is ever taken for a formula. */
export async function xlsxOf(rows: readonly (readonly string[])[]): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const width = (column: number): number =>
    Math.min(widest, Math.max(8, ...rows.map((row) => (row[column] ?? '').length + 2)));
  const cells = rows.map((row, line) =>
    row.map((value) => ({
      value,
      type: String,
      ...(line === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  );
  return writeXlsxFile(cells, {
    columns: (rows[0] ?? []).map((_, column) => ({ width: width(column) })),
    stickyRowsCount: 1,
  }).toBlob();
}

/** The leading ' that protects from formulas is ours to take off again. */
const undefused = (cell: string): string => (/^'[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);

const spelled = (cell: unknown): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : cell === null || cell === undefined
      ? ''
      : String(cell);

/** A line of a sheet, numbered as the spreadsheet numbers it. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a sheet, headings first. @throws Error that names what is wrong with the file */
export const readCells = async (file: File): Promise<string[][]> =>
  (await readLines(file, 2)).map(({ cells }) => [...cells]);

/**
 * The lines of a sheet that are not empty, headings first.
 * @param mostMegabytes that make sense for what the sheet is
 * @throws Error that names what is wrong with the file
 */
export async function readLines(file: File, mostMegabytes: number): Promise<SheetLine[]> {
  const rows = await rowsOf(file, mostMegabytes);
  return rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

async function rowsOf(file: File, mostMegabytes: number): Promise<string[][]> {
  if (file.size > mostMegabytes * 1_000_000)
    throw new Error(`${file.name} is larger than ${mostMegabytes} MB. Is it the right file?`);
  if (/\.xlsx$/iu.test(file.name)) {
    const { readSheet } = await import('read-excel-file/universal');
    return (await readSheet(file)).map((row) => row.map(spelled));
  }
  if (!/\.csv$/iu.test(file.name))
    throw new Error(`${file.name} is neither .xlsx nor .csv. Save the sheet as one of these.`);
  const { default: Papa } = await import('papaparse');
  const text = textOf(await file.arrayBuffer());
  // Empty lines count, so that lines have the spreadsheet's numbers, but would mislead the search for the delimiter.
  const { delimiter } = Papa.parse<string[]>(text, { preview: 20, skipEmptyLines: 'greedy' }).meta;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined)
    throw new Error(
      `A quotation mark in line ${(open.row ?? 0) + 1} of ${file.name} is never closed. Close it, and choose the file again.`,
    );
  return data.map((row) => row.map(undefused));
}

/** Excel still saves "CSV" in the old Western encoding where nobody asks it for UTF-8. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
