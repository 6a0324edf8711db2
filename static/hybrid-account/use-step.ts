import type { HybridView } from '../../src/contract/hybrid';
import type { PageProblem } from '../shared/problem';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { useHybrid } from './panel-context';

/** A step of the panel: done once, said when it is done, and the ticket around it read anew. */
export function useStep(): { readonly busy: boolean; readonly problem: PageProblem | null; readonly step: (call: (expectedRevision: number) => Promise<HybridView>, said: string) => Promise<boolean> } {
  const { view, show } = useHybrid();
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
