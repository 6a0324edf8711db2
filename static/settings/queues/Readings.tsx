import TextField from '@atlaskit/textfield';
import type { ReadingChoiceView, ReadingsForm } from '../../../src/contract/settings-form';
import { Field } from '../../shared/Field';
import type { ProblemAt } from '../draft/problems-at';
import { readingAt, withReading } from './readings';
import { Section } from './Section';

interface Props {
  readonly readings: ReadingsForm;
  readonly set: (readings: ReadingsForm) => void;
  readonly choices: readonly ReadingChoiceView[];
  readonly at: ProblemAt;
}

/** Sentences of the SOP that can be read in more than one way. */
export function Readings({ readings, set, choices, at }: Props) {
  const changed = choices.filter(
    ({ path, choices: [first] }) => readingAt(readings, path) !== first?.value,
  ).length;
  return (
    <Section
      title="How the SOP is read"
      about={
        changed === 0
          ? 'every sentence as usual'
          : `${changed} of ${choices.length} otherwise than usual`
      }
      isWrong={at('readings', true) !== undefined}
    >
      {choices.map(({ path, clause, question, choices: offered }) => (
        <fieldset key={path} className="choices sop-reading">
          <legend className="field-label">
            {question} <span className="sop-clause">{clause}</span>
          </legend>
          {offered.map(({ value, label }, place) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name={`reading ${path}`}
                checked={readingAt(readings, path) === value}
                onChange={() => set(withReading(readings, path, value))}
              />
              <span>
                {label}
                {place === 0 && <span className="subtle small"> (usual)</span>}
              </span>
            </label>
          ))}
          {path === 'answer.from' && (
            <Field
              label="Shortest comment that counts, in characters"
              help="0: any comment counts."
              error={at('readings.answer.minLength')}
            >
              {(field) => (
                <TextField
                  {...field}
                  type="number"
                  min={0}
                  max={500}
                  value={readings.answer.minLength}
                  onChange={(event) =>
                    set(
                      withReading(readings, 'answer.minLength', Number(event.currentTarget.value)),
                    )
                  }
                />
              )}
            </Field>
          )}
        </fieldset>
      ))}
    </Section>
  );
}
