import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { Intake } from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useDraft } from '../../shared/use-draft';
import { useChange, useContent } from './panel-context';
import { problemAt } from './problem-at';
import { SaveForm } from './SaveForm';
import { useSave } from './use-save';
import { useStep } from './use-step';

const intakes: Readonly<Record<Intake, string>> = {
  'customer-ticket': 'The customer wrote this ticket',
  csm: 'The customer asked the CSM',
  'sales-rep': 'The customer asked the sales representative',
};
const fields = ['implication', 'customerRep', 'intake'];

/** The integration team says that this ticket is a change request. */
export function ClassifyForm({ onClose }: { onClose: () => void }) {
  const { issueId, view } = useChange();
  const { busy, problem, step } = useStep();
  const [intake, setIntake] = useState<Intake>('customer-ticket');
  const [chargeable, setChargeable] = useState(true);
  const [implication, setImplication] = useDraft(`classify-${issueId}`);
  const [customerRep, setCustomerRep] = useState(view.customers[0]?.accountId ?? '');
  const { at, rest } = problemAt(problem, fields);
  const submit = async (): Promise<void> => {
    const form = {
      intake,
      chargeable,
      implication,
      customerRep: customerRep === '' ? null : customerRep,
    };
    if (
      await step(
        (expectedRevision) =>
          callChangeRequest('change-request.classify', { ...form, expectedRevision }),
        'This is a change request now.',
      )
    )
      setImplication('');
  };
  return (
    <FormFrame
      label="This is a change request"
      submit="Make it a change request"
      permission={view.actions.classify}
      busy={busy}
      problem={rest}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field label="How did it come in?" error={at('intake')}>
        {({ isInvalid: _, ...field }) => (
          <select
            {...field}
            className="plain-select"
            value={intake}
            onChange={(event) => setIntake(event.currentTarget.value as Intake)}
          >
            {Object.entries(intakes).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Chargeable chargeable={chargeable} onChange={setChargeable} />
      <Implication value={implication} error={at('implication')} onChange={setImplication} />
      <CustomerRep value={customerRep} error={at('customerRep')} onChange={setCustomerRep} />
    </FormFrame>
  );
}

/** The same, put right later. */
export function ClassificationForm({ onClose }: { onClose: () => void }) {
  const { view } = useChange();
  const content = useContent();
  const [chargeable, setChargeable] = useState(content.chargeable);
  const [implication, setImplication] = useState(content.implication);
  const [customerRep, setCustomerRep] = useState(content.customerRep?.accountId ?? '');
  const saving = useSave({
    part: 'classification',
    chargeable,
    implication,
    customerRep: customerRep === '' ? null : customerRep,
  });
  const { at, rest } = problemAt(saving.problem, fields);
  return (
    <SaveForm
      label="What it means in cost"
      permission={view.actions['save-classification']}
      saving={saving}
      problem={rest}
      said="Saved."
      onClose={onClose}
    >
      <Chargeable chargeable={chargeable} onChange={setChargeable} />
      <Implication value={implication} error={at('implication')} onChange={setImplication} />
      <CustomerRep value={customerRep} error={at('customerRep')} onChange={setCustomerRep} />
    </SaveForm>
  );
}

function Chargeable({
  chargeable,
  onChange,
}: {
  chargeable: boolean;
  onChange: (chargeable: boolean) => void;
}) {
  return (
    <fieldset className="choices">
      <legend className="field-label">Does it have a cost for the customer?</legend>
      {(
        [
          [true, 'Yes, it is charged'],
          [false, 'No'],
        ] as const
      ).map(([value, label]) => (
        <label key={label} className="choice">
          <input
            type="radio"
            name="chargeable"
            checked={chargeable === value}
            onChange={() => onChange(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

const Implication = ({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) => (
  <Field
    label="What it means in cost"
    required
    help="The customer reads this sentence. No amounts yet."
    error={error}
  >
    {(field) => (
      <TextArea
        {...field}
        minimumRows={2}
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Field>
);

function CustomerRep({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { view } = useChange();
  if (view.customers.length === 0) return null;
  return (
    <Field label="On behalf of" help="Who asked for it at the customer’s." error={error}>
      {({ isInvalid: _, ...field }) => (
        <select
          {...field}
          className="plain-select"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {view.customers.map(({ accountId, name }) => (
            <option key={accountId} value={accountId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
