import type { GateView } from '../../../src/procedures/change-request/contract/panel';
import { Notice } from '../../shared/Notice';
import { useChange } from './panel-context';

/** What is different from what was approved: the approvals that lapse, and what was only told. */
export function Changed() {
  const { view } = useChange();
  const changed = view.gates.filter(({ changes }) => changes.length > 0);
  const lapsed = changed.filter(({ changes }) => changes.some(({ reopens }) => reopens));
  const told = changed.filter((gate) => !lapsed.includes(gate));
  return (
    <>
      {lapsed.length > 0 && (
        <Notice appearance="warning" title="Changed since it was approved">
          <ul className="plain-list">
            {lapsed.map((gate) => (
              <li key={gate.gate}>
                {since(gate)}{' '}
                {gate.side === 'customer'
                  ? 'The customer has to be asked again.'
                  : 'It has to be asked again.'}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {told.length > 0 && (
        <Notice appearance="information" title="Changed since it was approved; the approval stands">
          <ul className="plain-list">
            {told.map((gate) => (
              <li key={gate.gate}>{since(gate)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function since({ number, title, verdicts, changes }: GateView): string {
  const last = verdicts.filter(({ approved }) => approved).at(-1);
  const who =
    last === undefined
      ? 'it was approved'
      : last.via === 'recorded'
        ? 'the customer approved'
        : `${last.by.name} approved`;
  return `${title} (gate ${number}): since ${who}, ${changes.map(({ text }) => text).join(', ')}.`;
}
