import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callHybrid } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { type PageProblem, problemOf } from '../../shared/problem';
import { tellDone } from '../../shared/tell';
import { useHybrid } from './panel-context';

/** HY-06: opens the onboarding of a hybrid account; the same opportunity twice leads to the same ticket. */
export function ClosedWon({ onClose }: { onClose: () => void }) {
  const {
    view: { hybridAccounts, account },
    read,
  } = useHybrid();
  const [cid, setCid] = useState(
    hybridAccounts.find((one) => one.cid === account?.cid)?.cid ?? hybridAccounts[0]?.cid ?? '',
  );
  const [opportunity, setOpportunity] = useState('');
  const [type, setType] = useState<'net-new' | 'became-hybrid'>('net-new');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const open = async (): Promise<void> => {
    setAsked(true);
    if (opportunity.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      const { key, fresh } = await callHybrid('hybrid-account.open-onboarding', {
        cid,
        opportunity: opportunity.trim(),
        type,
      });
      tellDone(
        fresh ? `The onboarding is ${key}.` : `This opportunity is onboarded in ${key} already.`,
      );
      onClose();
      read();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormFrame
      label="Closed won"
      submit="Open the onboarding"
      permission={{ allowed: true }}
      busy={busy}
      problem={problem}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <Field label="Account">
        {({ isInvalid: _, ...field }) => (
          <select
            {...field}
            className="plain-select"
            value={cid}
            onChange={(event) => setCid(event.currentTarget.value)}
          >
            {hybridAccounts.map((one) => (
              <option key={one.cid} value={one.cid}>
                {one.name} ({one.cid})
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Opportunity"
        required
        help="Its id in the system of record. One onboarding for each."
        error={asked && opportunity.trim() === '' ? 'Enter the id of the opportunity.' : undefined}
      >
        {(field) => (
          <TextField
            {...field}
            value={opportunity}
            onChange={(event) => setOpportunity(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset className="choices">
        <legend className="field-label">How did it come?</legend>
        {(
          [
            ['net-new', 'Net new hybrid account'],
            ['became-hybrid', 'An account that has become hybrid'],
          ] as const
        ).map(([value, title]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="type"
              checked={type === value}
              onChange={() => setType(value)}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
    </FormFrame>
  );
}
