import { createContext, useContext, useEffect, useState } from 'react';
import type { Instant } from '../../src/contract/why';

/** The server's clock on this page, in milliseconds. */
export const Now = createContext(0);

export const useNow = (): number => useContext(Now);

/** An answer, and when it came: its `now` goes on from there. */
export interface Received<V> {
  readonly view: V;
  /** By this browser's clock, in milliseconds. */
  readonly at: number;
}

/** The `now` of an answer plus what has passed since; shown anew every ten seconds. */
export function useServerClock(received: Received<{ readonly now: Instant }> | null): number {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 10_000);
    return () => clearInterval(timer);
  }, []);
  return received === null
    ? Date.now()
    : Date.parse(received.view.now) + (Date.now() - received.at);
}
