import { useEffect, useState } from 'react';
import type { ResponsePlan } from '../../src/procedures/account-manager/contract/panel';
import { callPanel } from './call';
import { type PageProblem, problemOf } from '../shared/problem';

export interface Planned {
  /** Of the last choice that could be planned; while the next is read, it stays. */
  readonly plan: ResponsePlan | null;
  readonly problem: PageProblem | null;
  readonly reading: boolean;
  readonly tryAgain: () => void;
}

/** What one click would do for this entry and priority, asked of the same rules that will do it. */
export function usePlan(entryId: string | null, priorityId: string | null): Planned {
  const [attempt, setAttempt] = useState(0);
  const [planned, setPlanned] = useState<Omit<Planned, 'tryAgain'>>({
    plan: null,
    problem: null,
    reading: false,
  });
  useEffect(() => {
    if (entryId === null) return undefined;
    let current = true;
    setPlanned((before) => ({ ...before, problem: null, reading: true }));
    callPanel('response.preview', { entryId, ...(priorityId === null ? {} : { priorityId }) }).then(
      (plan) => current && setPlanned({ plan, problem: null, reading: false }),
      (error: unknown) =>
        current && setPlanned({ plan: null, problem: problemOf(error), reading: false }),
    );
    return () => {
      current = false;
    };
  }, [entryId, priorityId, attempt]);
  return { ...planned, tryAgain: () => setAttempt(attempt + 1) };
}
