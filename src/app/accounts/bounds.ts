// What an account may be, wherever it comes from: a form, a file, the feed or the settings.
import type { CustomerAccount } from '../../core/account';

/** Storage keys take no other letters, and a CID is part of one: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const cidPattern = /^[A-Za-z0-9._-]{1,100}$/u;
export const cidRule =
  'A CID has at most 100 letters (A to Z), digits, dots, hyphens and underscores, and nothing else.';

/** A value in storage has at most 240 KiB; far less leaves room for what the other SOPs keep with an account. */
export const mostAccountBytes = 100_000;

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export const isTooLarge = (account: CustomerAccount): boolean =>
  bytesOf(account) > mostAccountBytes;
export const tooLarge = {
  message: `The account takes more than ${mostAccountBytes / 1000} KB.`,
  remedy: 'Name fewer contacts, products or organizations.',
} as const;

/** The first values that fit into so many bytes. */
export function fitting<T>(values: readonly T[], bytes: number): T[] {
  let left = bytes;
  const end = values.findIndex((value) => (left -= bytesOf(value) + 1) < 0);
  return end < 0 ? [...values] : values.slice(0, end);
}

/** A text that people read, cut where it gets long. */
export const clipped = (text: string, longest = 300): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
