import type { PageProblem } from './problem';
import { refreshTicket, tellDone } from './tell';
import { useWrite } from './use-write';

export interface Step<V> {
  readonly busy: boolean;
  readonly problem: PageProblem | null;
  /** @returns whether it was done */
  readonly step: (call: (expectedRevision: number) => Promise<V>, said: string) => Promise<boolean>;
}

/** A step of a ticket's panel: done once, said when it is done, and the ticket around it read anew. */
export function useStepOf<V extends { readonly revision: number }>({
  view,
  show,
}: {
  readonly view: V;
  readonly show: (fresh: V) => void;
}): Step<V> {
  const { busy, problem, run } = useWrite(show);
  return {
    busy,
    problem,
    async step(call, said) {
      if (!(await run(() => call(view.revision)))) return false;
      tellDone(said);
      await refreshTicket();
      return true;
    },
  };
}
