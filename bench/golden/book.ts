// The digests of records, by name, in a file: enough to notice that behaviour drifted. The texts are not kept; two
// checkouts write them when somebody wants to see how it drifted.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Golden, parts, textOf } from './record';

/** A digest of each part, in one line. */
export const digestOf = (golden: Golden): string =>
  parts.map((part) => `${part} ${sha256(golden[part]).slice(0, 16)}`).join(' ');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The parts in which two digests differ, or those of the second when there is no first. */
export function drifted(accepted: string | undefined, found: string): readonly string[] {
  const known = new Set((accepted ?? '').match(/\S+ [\da-f]{16}/gu));
  return (found.match(/\S+ [\da-f]{16}/gu) ?? [])
    .filter((part) => !known.has(part))
    .map((part) => part.replace(/ .*/u, ''));
}

/** A file of digests. */
export class Book {
  constructor(private readonly file: string) {}

  /** The accepted digest of that name. */
  accepted(name: string): string | undefined {
    return this.#read()[name];
  }

  /** Accepts digests; safe while others write into the same file. */
  accept(digests: Readonly<Record<string, string>>): void {
    whileLocked(`${this.file}.lock`, () => {
      const all = Object.entries({ ...this.#read(), ...digests });
      const inOrder = all.sort(([one], [other]) =>
        one.localeCompare(other, 'en', { numeric: true }),
      );
      writeFileSync(this.file, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
    });
  }

  #read(): Readonly<Record<string, string>> {
    return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, string>;
  }
}

/** Runs `work` while nobody else holds the lock, a folder. @throws Error when somebody holds it for long */
function whileLocked(lock: string, work: () => void): void {
  for (let tries = 1; ; tries += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (tries > 500)
        throw new Error(`${lock} stays: remove it if nobody is writing.`, { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
}

/** Writes a record's text into a folder, in a file that is named after it. */
export function writeText(folder: string, name: string, golden: Golden): void {
  const words = name.split('/').map((one) => one.replace(/[^\p{L}\p{N}.]+/gu, '-').slice(0, 150));
  const file = join(folder, `${words.join('/')}-${sha256(name).slice(0, 6)}.txt`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, textOf(golden));
}
