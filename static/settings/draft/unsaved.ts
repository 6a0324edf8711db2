import { useCallback, useSyncExternalStore } from 'react';
import { sameValue } from './same-value';

/** What somebody has changed in a form and not saved to the draft. It outlives the tab it stands in, not the page. */
interface Unsaved {
  /** What it is called in a list, such as `Calendar "Office hours"`. */
  readonly label: string;
  readonly value: unknown;
  /** What the draft had when the editing began. */
  readonly from: unknown;
}

let all: ReadonlyMap<string, Unsaved> = new Map();
const listeners = new Set<() => void>();

function change(slot: string, unsaved: Unsaved | null): void {
  const next = new Map(all);
  if (unsaved === null) next.delete(slot);
  else next.set(slot, unsaved);
  all = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const read = (): ReadonlyMap<string, Unsaved> => all;

export interface Editing<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** Back to what is saved. */
  readonly reset: () => void;
  readonly isChanged: boolean;
  /** Somebody else has changed it in the draft since this editing began. */
  readonly isOvertaken: boolean;
}

/**
 * A value being edited.
 * @param slot of the value, such as `calendar office`; @param label what it is called; @param saved what the draft has
 */
export function useUnsaved<T>(slot: string, label: string, saved: T): Editing<T> {
  const mine = useSyncExternalStore(subscribe, read).get(slot);
  const set = useCallback(
    (value: T) =>
      change(
        slot,
        sameValue(value, saved) ? null : { label, value, from: all.get(slot)?.from ?? saved },
      ),
    [slot, label, saved],
  );
  const reset = useCallback(() => change(slot, null), [slot]);
  return {
    value: mine === undefined ? saved : (mine.value as T),
    set,
    reset,
    isChanged: mine !== undefined,
    isOvertaken: mine !== undefined && !sameValue(mine.from, saved),
  };
}

/** What everything that is not saved is called. */
export function useAllUnsaved(): readonly string[] {
  return [...useSyncExternalStore(subscribe, read).values()].map(({ label }) => label);
}
