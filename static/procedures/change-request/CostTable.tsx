import type { CostView } from '../../../src/procedures/change-request/contract/panel';
import { spellDays } from './words';

/** A cost line by line. `title`: which of two it is. */
export const CostTable = ({ cost, title }: { cost: CostView; title?: string }) => (
  <>
    <table className="money">
      {title !== undefined && (
        <caption>
          {title}
          {cost.ratesOf !== null && <span className="subtle"> rates of {cost.ratesOf}</span>}
        </caption>
      )}
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
