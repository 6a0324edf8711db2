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
  return new Blob([`\uFEFF${Papa.unparse(rows.map((row) => [...row]), { escapeFormulae: true, newline: '\r\n' })}`], { type: 'text/csv;charset=utf-8' });
}

const widest = 40;

/** Every cell is text: nothing is ever taken for a formula. */
export async function xlsxOf(rows: readonly (readonly string[])[]): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const width = (column: number): number => Math.min(widest, Math.max(8, ...rows.map((row) => (row[column] ?? '').length + 2)));
  const cells = rows.map((row, line) => row.map((value) => ({ value, type: String, ...(line === 0 ? { fontWeight: 'bold' as const } : {}) })));
  return writeXlsxFile(cells, { columns: (rows[0] ?? []).map((_, column) => ({ width: width(column) })), stickyRowsCount: 1 }).toBlob();
}

/** The leading ' that protects from formulas is ours to take off again. */
const undefused = (cell: string): string => (/^'[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);

const spelled = (cell: unknown): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null || cell === undefined ? '' : String(cell));

/**
 * The cells of a sheet, headings first.
 * @param mostMegabytes that make sense for what the sheet is
 * @throws Error that names what is wrong with the file
 */
export async function readCells(file: File, mostMegabytes = 2): Promise<string[][]> {
  if (file.size > mostMegabytes * 1_000_000) throw new Error(`${file.name} is larger than ${mostMegabytes} MB. Is it the right file?`);
  if (/\.xlsx$/iu.test(file.name)) {
    const { readSheet } = await import('read-excel-file/universal');
    return (await readSheet(file)).map((row) => row.map(spelled));
  }
  if (!/\.csv$/iu.test(file.name)) throw new Error(`${file.name} is neither .xlsx nor .csv. Save the sheet as one of these.`);
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<string[]>((await file.text()).replace(/^\uFEFF/u, ''), { skipEmptyLines: true });
  return data.map((row) => row.map(undefused));
}
