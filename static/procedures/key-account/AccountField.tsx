import type { AccountChoice } from '../../../src/procedures/key-account/contract/meeting';
import { Field } from '../../shared/Field';

interface Props {
  readonly accounts: readonly AccountChoice[];
  /** Empty for all of them. */
  readonly cid: string;
  readonly error: string | undefined;
  readonly onChange: (cid: string) => void;
}

/** Which key account something is about, or all of them. */
export const AccountField = ({ accounts, cid, error, onChange }: Props) => (
  <Field label="Key account" error={error}>
    {({ isInvalid: _, ...field }) => (
      <select
        {...field}
        className="plain-select"
        value={cid}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">All key accounts</option>
        {accounts.map((one) => (
          <option key={one.cid} value={one.cid}>
            {one.name} ({one.cid})
          </option>
        ))}
      </select>
    )}
  </Field>
);
