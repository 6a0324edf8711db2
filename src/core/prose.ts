// Settings read back: sentences a person can check, each with its clause.
import type { AccountId } from './ids';
import type { QueuePolicy, Settings } from './policy';

/** One sentence of the SOP as the settings have it. */
export interface Sentence {
  /** Such as `AM-20`; a "why" of that clause links here. */
  readonly clause: string;
  readonly text: string;
  /** Project id of the queue it is about; null for all queues. */
  readonly queue: string | null;
  /** Id of the SOP entry it is about. */
  readonly entry: string | null;
}

/** What prose needs to call people and accounts by name. */
export interface Names {
  readonly person: (accountId: AccountId) => string;
  readonly account: (cid: string) => string;
}

/** What one SOP writes: for all queues, and for one of them. */
export interface ProsePart {
  readonly forAll: (settings: Settings, names: Names) => readonly Sentence[];
  readonly forQueue: (settings: Settings, queue: QueuePolicy, names: Names) => readonly Sentence[];
}

/** `A`, `A and B`, `A, B and C`. */
export const listed = (names: readonly string[], joined: 'and' | 'or' = 'and'): string =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} ${joined} ${names.at(-1) ?? ''}`;

export const quoted = (names: readonly string[], joined: 'and' | 'or'): string =>
  listed(
    names.map((name) => `"${name}"`),
    joined,
  );
