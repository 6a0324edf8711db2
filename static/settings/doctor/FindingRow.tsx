import Lozenge from '@atlaskit/lozenge';
import type { Finding } from '../../../src/contract/doctor';
import { type Mending, Offer } from './Offer';
import { spoken } from './standing';

export const appearances = {
  blocking: 'removed',
  warning: 'moved',
  unknown: 'default',
  fine: 'success',
  'not-examined': 'default',
} as const;

interface Props {
  readonly finding: Finding;
  readonly mending: Mending;
}

/** What was found, why it matters, and what to do. */
export function FindingRow({ finding: { severity, what, clause, fix, offer }, mending }: Props) {
  return (
    <li className="finding">
      <span>
        <Lozenge appearance={appearances[severity]}>{spoken[severity]}</Lozenge>
      </span>
      <div className="finding-words">
        <p>{what}</p>
        {fix !== null && <p className="subtle">{fix}</p>}
        {offer !== null && <Offer offer={offer} mending={mending} />}
      </div>
      <span className="subtle small finding-clause" title="Clause of the SOP">
        {clause}
      </span>
    </li>
  );
}
