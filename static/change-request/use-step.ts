import type { ChangeView } from '../../src/contract/change-request';
import type { PageProblem } from '../shared/problem';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { useChange } from './panel-context';

export interface Step {
  readonly busy: boolean;
  readonly problem: PageProblem | null;
  /** @returns whether it was done */
  readonly step: (call: (expectedRevision: number) => Promise<ChangeView>, said: string) => Promise<boolean>;
}

/** A step of the panel: done once, said when it is done, and the ticket around it read anew. */
export function useStep(): Step {
  const { view, show } = useChange();
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
