import { events } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { afterEvent, type Asks, nextOf } from './back-off';
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

export interface Liveliness<V> {
  /** Milliseconds until the next reading on its own. */
  readonly every: (view: V | null) => number;
  /**
   * Where it is given, the pauses grow while nobody touches the page: milliseconds from the reading until something that the
   * view knows of happens, or null.
   */
  readonly nextMoment?: (view: V) => number | null;
  /**
   * Where it is given, the page looks by itself instead of reading: the view where it still holds, null where it has to be
   * read again. A look asks Jira for nothing.
   */
  readonly stillHolds?: (received: Received<V>) => Promise<V | null>;
  /** Front-end events; the payload decides whether it is meant. */
  readonly on: Readonly<Record<string, (payload: unknown) => Asks>>;
}

const touches = ['pointerdown', 'keydown', 'focusin'] as const;

/** Jira sends several events for one change: they are answered together. */
const togetherMs = 250;

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
  /** Readings and looks by itself since somebody touched the page or something changed. */
  const untouched = useRef(0);
  /** Looks that are still to come after an event. */
  const pauses = useRef<readonly number[]>([]);
  const shown = useRef<Received<V> | null>(null);

  const keep = useCallback((fresh: Received<V>) => {
    shown.current = fresh;
    setReceived(fresh);
    setProblem(null);
    setReading(false);
  }, []);

  const show = useCallback(
    (view: V) => {
      turn.current += 1;
      keep({ view, at: Date.now() });
    },
    [keep],
  );

  /** What is answered after something newer was asked for is dropped. */
  const ask = useCallback(async (answer: () => Promise<(() => void) | null>) => {
    const mine = (turn.current += 1);
    setReading(true);
    try {
      const then = await answer();
      if (mine === turn.current) then?.();
    } catch (error) {
      if (mine !== turn.current) return;
      setProblem(problemOf(error));
      setReading(false);
    }
  }, []);

  const read = useCallback(
    () =>
      ask(async () => {
        const view = await load();
        return () => show(view);
      }),
    [ask, load, show],
  );

  const { stillHolds } = liveliness;
  const look = useCallback(async () => {
    const before = shown.current;
    if (before === null || stillHolds === undefined) return read();
    return ask(async () => {
      const view = await stillHolds(before);
      // It is as old as when it was read: its clock goes on from there.
      return view === null ? () => void read() : () => keep({ view, at: before.at });
    });
  }, [ask, read, keep, stillHolds]);

  useEffect(() => {
    void read();
    let wanted: Asks = 'nothing';
    let soon: ReturnType<typeof setTimeout> | undefined;
    const isSeen = (): boolean => document.visibilityState === 'visible';
    const doWanted = (): void => {
      soon = undefined;
      // A page that nobody sees does it when it is seen again.
      if (!isSeen()) return;
      const asks = wanted;
      wanted = 'nothing';
      void (asks === 'read' ? read() : look());
    };
    const whenSeen = (): void => {
      if (!isSeen()) return;
      untouched.current = 0;
      doWanted();
    };
    // Whoever comes back to a page that has been left alone finds it as it is now.
    const whenTouched = (): void => {
      const longAlone = untouched.current > 0;
      untouched.current = 0;
      if (longAlone && liveliness.nextMoment !== undefined) void read();
    };
    const subscriptions = Object.entries(liveliness.on).map(([name, asksOf]) =>
      events.on(name, (payload: unknown) => {
        const asks = asksOf(payload);
        if (asks === 'nothing') return;
        untouched.current = 0;
        pauses.current = afterEvent;
        if (wanted !== 'read') wanted = asks;
        soon ??= setTimeout(doWanted, togetherMs);
      }),
    );
    document.addEventListener('visibilitychange', whenSeen);
    window.addEventListener('online', whenSeen);
    for (const touch of touches) document.addEventListener(touch, whenTouched);
    return () => {
      clearTimeout(soon);
      for (const touch of touches) document.removeEventListener(touch, whenTouched);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', whenSeen);
      for (const subscription of subscriptions)
        void subscription.then(({ unsubscribe }) => unsubscribe());
    };
  }, [read, look, liveliness]);

  useEffect(() => {
    if (reading || (problem !== null && !isPassing(problem))) return undefined;
    const { every, nextMoment } = liveliness;
    const view = received?.view ?? null;
    const { pause, asks } = nextOf({
      usual: every(view),
      backsOff: nextMoment !== undefined,
      looks: stillHolds !== undefined,
      // Counted from the reading; looks have passed since.
      moment: view === null ? null : sinceRead(nextMoment?.(view) ?? null, received),
      untouched: untouched.current,
      soonest: pauses.current[0],
    });
    const timer = setTimeout(
      () => {
        if (document.visibilityState !== 'visible') return;
        untouched.current += 1;
        pauses.current = pauses.current.slice(1);
        void (asks === 'read' ? read() : look());
      },
      Math.max(pause, (problem?.retryAfterSeconds ?? 0) * 1000),
    );
    return () => clearTimeout(timer);
  }, [received, problem, reading, read, look, stillHolds, liveliness]);

  return { received, problem, reading, read, show };
}

const sinceRead = (moment: number | null, received: Received<unknown> | null): number | null =>
  moment === null || received === null ? null : moment - (Date.now() - received.at);
