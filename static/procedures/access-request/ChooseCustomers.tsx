import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { Field } from '../../shared/Field';
import { useFollowUps } from './panel-context';

interface Props {
  readonly chosen: readonly string[];
  readonly onChange: (cids: readonly string[]) => void;
  readonly error: string | undefined;
}

const searchFrom = 10;

/** Customers to ask for an account: those on the customer access list; the others say what they lack. */
export function ChooseCustomers({ chosen, onChange, error }: Props) {
  const { choices } = useFollowUps().view;
  const [words, setWords] = useState('');
  const shown = choices.filter(({ name, cid }) =>
    `${name} ${cid}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <fieldset className="choices customers">
      <legend className="field-label">Customers</legend>
      {choices.length > searchFrom && (
        <Field label="Search by name or CID">
          {(field) => (
            <TextField
              {...field}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <div className="customer-choices">
        {shown.map(({ cid, name, listed }) => (
          <label key={cid} className="choice">
            <input
              type="checkbox"
              disabled={!listed}
              checked={chosen.includes(cid)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, cid]
                    : chosen.filter((one) => one !== cid),
                )
              }
            />
            <span>
              {name} <span className="subtle">{cid}</span>
              {!listed && (
                <span className="subtle small"> · not on the customer access list yet</span>
              )}
            </span>
          </label>
        ))}
        {shown.length === 0 && (
          <p className="subtle">
            {choices.length === 0
              ? 'Every customer has a row already.'
              : 'No customer is called that.'}
          </p>
        )}
      </div>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
