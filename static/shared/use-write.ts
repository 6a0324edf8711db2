import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { tellOwnAct } from './own-acts';
import { type PageProblem, problemOf, Refusal } from './problem';

export interface Write<V> {
  readonly busy: boolean;
  readonly problem: PageProblem | null;
  /** Does it once at a time. Resolves to whether it was done. */
  readonly run: (call: () => Promise<V>) => Promise<boolean>;
}

/** A write call of a form: busy while it runs, its problem beside the form, the fresh view to the page either way. */
export function useWrite<V>(show: (fresh: V, problem: PageProblem | null) => void): Write<V> {
  // At once: whoever then moves the focus must find the page as it is now.
  const showAtOnce = (fresh: V, problem: PageProblem | null): void =>
    flushSync(() => show(fresh, problem));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const running = useRef(false);

  const run = async (call: () => Promise<V>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    tellOwnAct('begun');
    try {
      const fresh = await call();
      showAtOnce(fresh, null);
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.fresh !== undefined)
        showAtOnce(error.fresh as V, error.problem);
      setProblem(problemOf(error));
      return false;
    } finally {
      tellOwnAct('ended');
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
