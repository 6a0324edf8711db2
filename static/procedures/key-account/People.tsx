import type { PersonView } from '../../../src/contract/why';

interface Props {
  readonly label: string;
  readonly help: string;
  readonly people: readonly PersonView[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Some of a few people. */
export function People({ label, help, people, chosen, onChange }: Props) {
  return (
    <fieldset className="choices">
      <legend className="field-label">{label}</legend>
      <div className="people-choices">
        {people.map(({ accountId, name }) => (
          <label key={accountId} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(accountId)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, accountId]
                    : chosen.filter((one) => one !== accountId),
                )
              }
            />
            {name}
          </label>
        ))}
      </div>
      <span className="help">{help}</span>
    </fieldset>
  );
}
