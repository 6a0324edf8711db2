import type { SheetLine } from '../../shared/files';

/** Lines and bytes of one call: a page may send 500 KB. */
const mostLines = 250;
const mostBytes = 150_000;

/** The rows in parts that fit into a call. */
export function chunksOf(rows: readonly SheetLine[]): SheetLine[][] {
  const chunks: SheetLine[][] = [];
  let bytes = Infinity;
  for (const row of rows) {
    const size = new Blob([JSON.stringify(row)]).size;
    const last = chunks.at(-1);
    if (last === undefined || last.length >= mostLines || bytes + size > mostBytes) {
      chunks.push([row]);
      bytes = size;
    } else {
      last.push(row);
      bytes += size;
    }
  }
  return chunks;
}
