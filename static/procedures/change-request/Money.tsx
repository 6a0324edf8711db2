import { BehindButton } from './BehindButton';
import { CostTable } from './CostTable';
import { useChange, useContent } from './panel-context';
import { RatesNow } from './RatesNow';
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
      {view.cost !== null && view.actions['take-rates'].allowed && (
        <div className="buttons">
          <BehindButton label="Compare with the rates as agreed now" compact>
            {(close) => <RatesNow onClose={close} />}
          </BehindButton>
        </div>
      )}
    </>
  );
}
