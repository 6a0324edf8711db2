import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { GateView, VerdictView } from '../../../src/procedures/change-request/contract/panel';
import { Moment } from '../../shared/Moment';
import { useChange } from './panel-context';
import { decisionWords, gateStates, shortSeal } from './words';

/** Every gate with its decisions, and their receipts. */
export function Gates() {
  const { view } = useChange();
  return (
    <section aria-labelledby="gates" className="stack">
      <h2 id="gates" className="section">
        Gates
      </h2>
      <ul className="gates">
        {view.gates.map((gate) => (
          <Gate key={gate.gate} gate={gate} />
        ))}
      </ul>
    </section>
  );
}

function Gate({ gate }: { gate: GateView }) {
  const [open, setOpen] = useState(false);
  const { text, appearance } = gateStates[gate.state];
  const last = gate.verdicts.at(-1);
  return (
    <li className="gate">
      <div className="gate-line">
        <span className="gate-title">
          <span className="subtle">{gate.number}</span> {gate.title}
        </span>
        <Lozenge appearance={appearance}>{text}</Lozenge>
      </div>
      {last !== undefined && (
        <p className="subtle small">
          {decided(gate, last)} <Moment at={last.at} />{' '}
          <button
            type="button"
            className="link-button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open
              ? 'Hide'
              : gate.verdicts.length === 1
                ? 'Receipt'
                : `${gate.verdicts.length} receipts`}
            <span className="for-screen-readers"> of {gate.title}</span>
          </button>
        </p>
      )}
      {last === undefined && gate.askedAt !== null && (
        <p className="subtle small">
          Asked <Moment at={gate.askedAt} />
        </p>
      )}
      {open &&
        [...gate.verdicts]
          .reverse()
          .map((verdict) => <Receipt key={verdict.receipt} gate={gate} verdict={verdict} />)}
    </li>
  );
}

const decided = (gate: GateView, { approved, by, via }: VerdictView): string => {
  const words = decisionWords(gate);
  return `${approved ? words.given : words.refused}: ${via === 'recorded' ? `recorded by ${by.name} for the customer` : by.name},`;
};

function Receipt({ gate, verdict }: { gate: GateView; verdict: VerdictView }) {
  const rows: readonly (readonly [string, string | null])[] = [
    [
      'Receipt',
      `${verdict.receipt}, on version ${verdict.version}${verdict.approved && !verdict.holds ? ', lapsed' : ''}`,
    ],
    [
      'How',
      verdict.via === 'portal'
        ? 'In the portal'
        : verdict.via === 'recorded'
          ? 'Recorded on behalf of the customer'
          : 'In this panel',
    ],
    ['Evidence', verdict.evidence],
    ['Reason', verdict.reason],
    ['Seal', shortSeal(verdict.sha256)],
  ];
  return (
    <div className="receipt">
      <p className="small">
        {decided(gate, verdict)} <Moment at={verdict.at} />
      </p>
      <dl className="facts">
        {rows.flatMap(([name, value]) =>
          value === null
            ? []
            : [
                <div key={name}>
                  <dt>{name}</dt>
                  <dd {...(name === 'Seal' ? { title: verdict.sha256 } : {})}>
                    {name === 'Seal' ? <code>{value}</code> : value}
                  </dd>
                </div>,
              ],
        )}
      </dl>
    </div>
  );
}
