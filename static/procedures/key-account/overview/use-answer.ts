import { useCallback, useEffect, useState } from 'react';
import { type PageProblem, problemOf } from '../../../shared/problem';

export interface Answer<V> {
  readonly value: V | null;
  readonly problem: PageProblem | null;
  readonly reload: () => void;
}

/** Asks once for each `about`; an answer to an older question is dropped. @param ask must not change for one `about` */
export function useAnswer<V>(ask: () => Promise<V>, about: string): Answer<V> {
  const [answer, setAnswer] = useState<{
    readonly value: V | null;
    readonly problem: PageProblem | null;
  }>({ value: null, problem: null });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    setAnswer({ value: null, problem: null });
    ask().then(
      (value) => wanted && setAnswer({ value, problem: null }),
      (error: unknown) => wanted && setAnswer({ value: null, problem: problemOf(error) }),
    );
    return () => {
      wanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `about` stands for `ask`, which is new with every render
  }, [about, tries]);
  return { ...answer, reload: useCallback(() => setTries((count) => count + 1), []) };
}
