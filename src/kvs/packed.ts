// Storage counts every request by its size, rounded up to ten kilobytes, and what an app stores repeats itself: names of fields,
// account ids, instants. So what may be large is stored as packed text.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What a value takes in storage as it is. */
export const bytesOf = (value: unknown): number =>
  Buffer.byteLength(JSON.stringify(value) ?? '', 'utf8');

/** JSON, deflated, as text. */
export type Packed = string;

/** Below that, packing saves nothing worth the time. */
const leastBytes = 700;

/** The value as it is where it is small, else packed. */
export function packed<T extends object>(value: T): T | Packed {
  const text = JSON.stringify(value);
  return text.length < leastBytes ? value : deflateRawSync(text).toString('base64');
}

/** What was packed; a value that was small, or is from before anything was packed, as it is. */
export const unpacked = <T extends object>(stored: T | Packed): T =>
  typeof stored === 'string'
    ? (JSON.parse(inflateRawSync(Buffer.from(stored, 'base64')).toString()) as T)
    : stored;
