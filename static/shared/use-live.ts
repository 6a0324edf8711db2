import { events } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pauseAfter } from './back-off';
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
  /**
   * Where it is given, the pauses grow while nobody touches the page: milliseconds until something that the view knows of
   * happens, or null.
   */
  readonly nextMoment?: (view: V) => number | null;
  /** Front-end events of Jira that ask for a reading; the payload decides whether it is meant. */
  readonly on: Readonly<Record<string, (payload: unknown) => boolean>>;
}

const touches = ['pointerdown', 'keydown', 'focusin'] as const;

/**
 * A view that keeps itself fresh: on Jira's events, at an interval that grows while nobody touches the page, when the page
 * is seen or touched again and when the browser is online again. It only replaces the data, so scroll, focus and half-typed text stay.
 *
 * @param load and @param liveliness must not change between renders
 */
export function useLive<V>(load: () => Promise<V>, liveliness: Liveliness<V>): Live<V> {
  const [received, setReceived] = useState<Received<V> | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const [reading, setReading] = useState(false);
  const turn = useRef(0);
  /** Readings by itself since somebody touched the page or something changed. */
  const untouched = useRef(0);

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
      if (document.visibilityState !== 'visible') return;
      untouched.current = 0;
      void read();
    };
    // Whoever comes back to a page that has been left alone finds it as it is now.
    const whenTouched = (): void => {
      const longAlone = untouched.current > 0;
      untouched.current = 0;
      if (longAlone && liveliness.nextMoment !== undefined) void read();
    };
    const subscriptions = Object.entries(liveliness.on).map(([name, isMeant]) =>
      events.on(name, (payload: unknown) => {
        if (!isMeant(payload)) return;
        untouched.current = 0;
        void read();
      }),
    );
    document.addEventListener('visibilitychange', whenSeen);
    window.addEventListener('online', whenSeen);
    for (const touch of touches) document.addEventListener(touch, whenTouched);
    return () => {
      for (const touch of touches) document.removeEventListener(touch, whenTouched);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', whenSeen);
      for (const subscription of subscriptions)
        void subscription.then(({ unsubscribe }) => unsubscribe());
    };
  }, [read, liveliness]);

  useEffect(() => {
    if (reading || (problem !== null && !isPassing(problem))) return undefined;
    const view = received?.view ?? null;
    const every = liveliness.every(view);
    const usual =
      liveliness.nextMoment === undefined
        ? every
        : pauseAfter(untouched.current, every, view === null ? null : liveliness.nextMoment(view));
    const timer = setTimeout(
      () => {
        if (document.visibilityState !== 'visible') return;
        untouched.current += 1;
        void read();
      },
      Math.max(usual, (problem?.retryAfterSeconds ?? 0) * 1000),
    );
    return () => clearTimeout(timer);
  }, [received, problem, reading, read, liveliness]);

  return { received, problem, reading, read, show };
}
