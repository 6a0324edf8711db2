import Lozenge from '@atlaskit/lozenge';
import type { MyAsksView } from '../../src/procedures/account-manager/contract/gadget';
import { useNow } from '../shared/clock';
import { countsNow } from './order';

/** The first question: how much, and how much of it is late. */
export function Counts({ view }: { view: MyAsksView }) {
  const now = useNow();
  const { overdue, waiting } = countsNow(
    view.counts,
    [...view.mine, ...view.escalatedToMe, ...view.toDo],
    now,
  );
  return (
    <p id="counts" className="counts" tabIndex={-1}>
      {overdue > 0 && <Lozenge appearance="removed">{`${overdue} overdue`}</Lozenge>}
      <span className="strong">{waiting} waiting</span>
    </p>
  );
}
