import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callHybrid } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { Moment } from '../../shared/Moment';
import { useHybrid } from './panel-context';
import { useStep } from './use-step';

/** HY-13 … HY-15: what is seen, what to check, and the ticket for the integrations team, prefilled. */
export function Guide({ onClose }: { onClose: () => void }) {
  const {
    view: { guide, supportChannel, side },
  } = useHybrid();
  const [chosen, setChosen] = useState(guide[0]?.id);
  const symptom = guide.find(({ id }) => id === chosen);
  const [summary, setSummary] = useState(guide[0]?.summary ?? '');
  const [description, setDescription] = useState(guide[0]?.description ?? '');
  const [checked, setChecked] = useState<readonly string[]>([]);
  const { busy, problem, step } = useStep();
  const choose = (id: string): void => {
    const next = guide.find((one) => one.id === id);
    setChosen(id);
    setChecked([]);
    setSummary(next?.summary ?? '');
    setDescription(next?.description ?? '');
  };
  const raise = async (): Promise<void> => {
    if (symptom === undefined) return;
    if (
      await step(
        (expectedRevision) =>
          callHybrid('hybrid-account.raise-integration', {
            symptom: symptom.id,
            summary: summary.trim(),
            description,
            checked,
            expectedRevision,
          }),
        'The ticket is being raised.',
      )
    )
      onClose();
  };
  const save = (): Promise<boolean> =>
    step(
      (expectedRevision) =>
        callHybrid('hybrid-account.check-causes', {
          symptom: symptom?.id ?? '',
          checked,
          expectedRevision,
        }),
      'Saved.',
    );
  return (
    <FormFrame
      label="Integration guide"
      submit="Raise ticket for the integrations team"
      permission={{ allowed: true }}
      ready={summary.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void raise()}
      onClose={onClose}
    >
      <fieldset className="choices">
        <legend className="field-label">What is seen?</legend>
        {guide.map(({ id, title }) => (
          <label key={id} className="choice">
            <input
              type="radio"
              name="symptom"
              checked={id === symptom?.id}
              onChange={() => choose(id)}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      {symptom !== undefined && symptom.causes.length > 0 && (
        <fieldset className="choices">
          <legend className="field-label">What have you checked?</legend>
          {symptom.causes.map((cause) => {
            const before = symptom.checked.find((one) => one.cause === cause);
            return (
              <label key={cause} className="choice">
                <input
                  type="checkbox"
                  checked={checked.includes(cause)}
                  onChange={(event) =>
                    setChecked(
                      event.currentTarget.checked
                        ? [...checked, cause]
                        : checked.filter((one) => one !== cause),
                    )
                  }
                />
                <span>
                  {cause}
                  {before !== undefined && (
                    <span className="subtle small">
                      {' '}
                      Checked by {before.by.name}, <Moment at={before.at} />
                    </span>
                  )}
                </span>
              </label>
            );
          })}
          <div>
            <Button
              spacing="compact"
              isDisabled={checked.length === 0}
              isLoading={busy}
              onClick={() => void save()}
            >
              Save what was checked
            </Button>
          </div>
        </fieldset>
      )}
      <Field label="Summary" required>
        {(field) => (
          <TextField
            {...field}
            value={summary}
            onChange={(event) => setSummary(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Description" help="What you have checked is added.">
        {(field) => (
          <TextArea
            {...field}
            minimumRows={3}
            maxHeight="40vh"
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        )}
      </Field>
      {side === 'cs' && supportChannel !== null && (
        <p className="small subtle">
          Also ask in the{' '}
          <a href={supportChannel} target="_blank" rel="noreferrer">
            product support channel
          </a>
          , and follow the specialists’ instructions until it is resolved.
        </p>
      )}
    </FormFrame>
  );
}
