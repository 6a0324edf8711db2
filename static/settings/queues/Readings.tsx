import { valueAt, withValue } from '../../../src/contract/settings-description';
import type { QueueForm } from '../../../src/contract/settings-form';
import { readingValues } from '../../procedures/settings';
import type { ProblemAt } from '../draft/problems-at';
import { DescribedField } from '../procedures/DescribedField';
import { Section } from './Section';

interface Props {
  readonly queue: QueueForm;
  readonly set: (queue: QueueForm) => void;
  readonly at: ProblemAt;
}

/** Sentences of the SOP that can be read in more than one way. */
export function Readings({ queue, set, at }: Props) {
  const changed = readingValues.filter(
    (field) => field.kind === 'choice' && valueAt(queue, field.path) !== field.usual,
  ).length;
  const questions = readingValues.filter(({ kind }) => kind === 'choice').length;
  const put = (path: string, value: unknown): void =>
    set(withValue(queue, path, value) as QueueForm);
  return (
    <Section
      title="How the SOP is read"
      about={
        changed === 0
          ? 'every sentence as usual'
          : `${changed} of ${questions} otherwise than usual`
      }
      isWrong={at('readings', true) !== undefined}
    >
      {readingValues.map((field) => {
        const { path, label, clause } = field;
        const value = valueAt(queue, path);
        if (field.kind !== 'choice')
          return (
            <DescribedField
              key={path}
              field={field}
              value={value}
              onChange={(next) => put(path, next)}
              at={at}
              path={path}
            />
          );
        return (
          <fieldset key={path} className="choices sop-reading">
            <legend className="field-label">
              {label} <span className="sop-clause">{clause}</span>
            </legend>
            {field.options.map((option) => (
              <label key={option.value} className="choice">
                <input
                  type="radio"
                  name={`reading ${path}`}
                  checked={value === option.value}
                  onChange={() => put(path, option.value)}
                />
                <span>
                  {option.label}
                  {option.value === field.usual && <span className="subtle small"> (usual)</span>}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </Section>
  );
}
