import type { AskRow, MyAsksView } from '../../src/procedures/account-manager/contract/gadget';
import type { PageProblem } from '../shared/problem';

/** Shows what a write has answered. @param gone what to say when its row is not in the list any more, and its form neither */
export type ShowAsks = (fresh: MyAsksView, gone: PageProblem | null) => void;

/** Hands a write's answer on; its problem too when the row, and with it the form that would show it, is gone. */
export const showFor =
  (row: Pick<AskRow, 'issueId' | 'key'>, show: ShowAsks) =>
  (fresh: MyAsksView, problem: PageProblem | null): void => {
    const stillThere = [...fresh.mine, ...fresh.escalatedToMe, ...fresh.toDo].some(
      ({ issueId }) => issueId === row.issueId,
    );
    show(
      fresh,
      stillThere || problem === null
        ? null
        : { ...problem, message: `${row.key}: ${problem.message}` },
    );
  };
