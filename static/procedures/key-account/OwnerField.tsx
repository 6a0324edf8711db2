import type { PersonView } from '../../../src/contract/why';
import { Field } from '../../shared/Field';

interface Props {
  readonly people: readonly PersonView[];
  /** Empty while nobody is chosen. */
  readonly owner: string;
  readonly error: string | undefined;
  readonly onChange: (owner: string) => void;
}

/** Who does an action. */
export const OwnerField = ({ people, owner, error, onChange }: Props) => (
  <Field label="Owner" required error={error}>
    {({ isInvalid: _, ...field }) => (
      <select
        {...field}
        className="plain-select"
        value={owner}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">Choose a person</option>
        {people.map(({ accountId, name }) => (
          <option key={accountId} value={accountId}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Field>
);
