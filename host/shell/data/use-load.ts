import { useCallback, useEffect, useRef, useState } from 'react';

export interface Loaded<T> {
  /** The last answer; it stays while a newer one is on its way. */
  readonly value: T | null;
  readonly error: Error | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * Reads something and keeps it. A change of `key` forgets what was read; {@link Loaded.reload} replaces it in place, so
 * nothing on the page jumps. A null key reads nothing.
 */
export function useLoad<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{
    key: string | null;
    value: T | null;
    error: Error | null;
    loading: boolean;
  }>({ key, value: null, error: null, loading: key !== null });
  const latest = useRef({ key, load, turn: 0 });
  latest.current.key = key;
  latest.current.load = load;

  const reload = useCallback(() => {
    const { key: asked, load: run } = latest.current;
    if (asked === null) return;
    const turn = (latest.current.turn += 1);
    const isMeant = (): boolean => turn === latest.current.turn && asked === latest.current.key;
    setState((before) => ({
      ...(before.key === asked ? before : { value: null, error: null }),
      key: asked,
      loading: true,
    }));
    run().then(
      (value) => isMeant() && setState({ key: asked, value, error: null, loading: false }),
      (error: unknown) =>
        isMeant() &&
        setState((before) => ({
          key: asked,
          value: before.key === asked ? before.value : null,
          error: error instanceof Error ? error : new Error(String(error)),
          loading: false,
        })),
    );
  }, []);

  useEffect(reload, [key, reload]);
  const current = state.key === key ? state : { value: null, error: null, loading: key !== null };
  return { value: current.value, error: current.error, loading: current.loading, reload };
}
