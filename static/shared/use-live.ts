import { events } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Received } from './clock';
import { isPassing, type PageProblem, problemOf } from './problem';

export interface Live<V> {
  readonly received: Received<V> | null;
  /** Of the last reading; the view before it stays. */
  readonly problem: PageProblem | null;
  readonly reading: boolean;
  readonly read: () => Promise<void>;
  /** Shows what a write has answered; a reading that began before it is dropped. */
  readonly show: (fresh: V) => void;
}

interface Liveliness<V> {
  /** Milliseconds until the next reading on its own. */
  readonly every: (view: V | null) => number;
  /** Front-end events of Jira that ask for a reading; the payload decides whether it is meant. */
  readonly on: Readonly<Record<string, (payload: unknown) => boolean>>;
}

/**
 * A view that keeps itself fresh: on Jira's events, at an interval, when the page is seen again and when the browser is
 * online again. It only replaces the data, so scroll, focus and half-typed text stay.
 *
 * @param load and @param liveliness must not change between renders
 */
export function useLive<V>(load: () => Promise<V>, liveliness: Liveliness<V>): Live<V> {
  const [received, setReceived] = useState<Received<V> | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const [reading, setReading] = useState(false);
  const turn = useRef(0);

  const show = useCallback((view: V) => {
    turn.current += 1;
    setReceived({ view, at: Date.now() });
    setProblem(null);
    setReading(false);
  }, []);

  const read = useCallback(async () => {
    const mine = (turn.current += 1);
    setReading(true);
    try {
      const view = await load();
      if (mine === turn.current) show(view);
    } catch (error) {
      if (mine !== turn.current) return;
      setProblem(problemOf(error));
      setReading(false);
    }
  }, [load, show]);

  useEffect(() => {
    void read();
    const whenSeen = (): void => {
      if (document.visibilityState === 'visible') void read();
    };
    const subscriptions = Object.entries(liveliness.on).map(([name, isMeant]) =>
      events.on(name, (payload: unknown) => {
        if (isMeant(payload)) void read();
      }),
    );
    document.addEventListener('visibilitychange', whenSeen);
    window.addEventListener('online', whenSeen);
    return () => {
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', whenSeen);
      for (const subscription of subscriptions)
        void subscription.then(({ unsubscribe }) => unsubscribe());
    };
  }, [read, liveliness]);

  useEffect(() => {
    if (reading || (problem !== null && !isPassing(problem))) return undefined;
    const usual = liveliness.every(received?.view ?? null);
    const timer = setTimeout(
      () => {
        if (document.visibilityState === 'visible') void read();
      },
      Math.max(usual, (problem?.retryAfterSeconds ?? 0) * 1000),
    );
    return () => clearTimeout(timer);
  }, [received, problem, reading, read, liveliness]);

  return { received, problem, reading, read, show };
}
