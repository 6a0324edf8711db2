import type { CostView } from '../../../src/procedures/change-request/contract/panel';
import { BehindButton } from './BehindButton';
import { useChange, useContent } from './panel-context';
import { SaveForm } from './SaveForm';
import { useSave } from './use-save';
import { spellDays } from './words';

/** Effort by role; the money only where the viewer may see it. */
export function Money() {
  const { view } = useChange();
  const { effort, totalDays } = useContent();
  if (effort.length === 0) return null;
  return (
    <>
      {view.cost !== null ? (
        <CostTable cost={view.cost} />
      ) : (
        <table className="money">
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">Effort</th>
            </tr>
          </thead>
          <tbody>
            {effort.map(({ role, days }) => (
              <tr key={role}>
                <td>{role}</td>
                <td>{spellDays(days)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td>{spellDays(totalDays)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {view.costHidden && (
        <p className="subtle small">
          The cost is shown to the CSM, sales, and those who approve or watch it.
        </p>
      )}
      {view.cost !== null && view.actions['save-cost'].allowed && (
        <div className="buttons">
          <BehindButton label="Take the rates as agreed now" compact>
            {(close) => <AgainForm onClose={close} />}
          </BehindButton>
        </div>
      )}
    </>
  );
}

export const CostTable = ({ cost }: { cost: CostView }) => (
  <>
    <table className="money">
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Effort</th>
          <th scope="col">Day rate</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {cost.lines.map(({ role, days, dayRate, amount }) => (
          <tr key={role}>
            <td>{role}</td>
            <td>{spellDays(days)}</td>
            <td>{dayRate}</td>
            <td>{amount}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Cost</th>
          <td>{spellDays(cost.lines.reduce((sum, { days }) => sum + days, 0))}</td>
          <td />
          <td>{cost.total}</td>
        </tr>
      </tfoot>
    </table>
    <p className="subtle small">{cost.rounding}</p>
  </>
);

/** The cost once more, from the rates as they are agreed now. */
function AgainForm({ onClose }: { onClose: () => void }) {
  const { view } = useChange();
  const saving = useSave({ part: 'cost' });
  return (
    <SaveForm
      label="Cost"
      permission={view.actions['save-cost']}
      saving={saving}
      problem={saving.problem}
      said="The cost follows the rates as agreed now."
      submit="Calculate again"
      onClose={onClose}
    >
      <p>
        The cost is calculated again from{' '}
        {view.account === null ? 'the account' : view.account.name}’s rates as they are agreed now.
      </p>
    </SaveForm>
  );
}
