/** A line of the file with its number, the header being line 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines and bytes of one call: a page may send 500 KB, and a value in storage has at most 240 KiB. */
const mostLines = 250;
const mostBytes = 150_000;

/** The rows in parts that fit into a call. */
export function chunksOf(rows: readonly Line[]): Line[][] {
  const chunks: Line[][] = [];
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
