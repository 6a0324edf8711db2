// What the app has stored, as it can be read.
import type { StoredRow } from '../host/host';
import { unpacked } from '../src/kvs/packed';

/** The row with what it says in plain. */
export function readable(row: StoredRow): StoredRow {
  const { doc, ...value } = (row.value ?? {}) as { readonly doc?: object | string };
  return typeof doc === 'string' ? { ...row, value: { ...value, doc: unpacked(doc) } } : row;
}
