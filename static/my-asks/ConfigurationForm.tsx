import Button from '@atlaskit/button/new';
import { CheckboxSelect } from '@atlaskit/select';
import TextField from '@atlaskit/textfield';
import { view as frame } from '@forge/bridge';
import { useState } from 'react';
import { Field } from '../shared/Field';
import { type PageProblem, problemOf } from '../shared/problem';
import { ProblemMessage } from '../shared/ProblemMessage';
import { checkNumber, type GadgetConfiguration, rowsAtMost } from './configuration';

interface Props {
  readonly configuration: GadgetConfiguration;
  readonly queues: readonly { readonly key: string; readonly name: string }[];
}

/** Which queues, how many rows, whose, and how often. */
export function ConfigurationForm({ configuration, queues }: Props) {
  const [chosen, setChosen] = useState(configuration.queues);
  const [rows, setRows] = useState(String(configuration.rows));
  const [refresh, setRefresh] = useState(String(configuration.refresh));
  const [includeTeam, setIncludeTeam] = useState(configuration.includeTeam);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);

  const options = queues.map(({ key, name }) => ({ value: key, label: `${name} (${key})` }));
  const rowCount = checkNumber(rows, 1, rowsAtMost);
  const minutes = checkNumber(refresh, 1, 1440);

  const save = async (): Promise<void> => {
    setChecked(true);
    if (rowCount === null || minutes === null) return;
    setBusy(true);
    setProblem(null);
    try {
      await frame.submit({ queues: chosen, rows: rowCount, includeTeam, refresh: minutes });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="configuration"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="Queues" help="None means all.">
        {({ id, isInvalid, ...aria }) => (
          <CheckboxSelect
            {...aria}
            inputId={id}
            isInvalid={isInvalid}
            options={options}
            value={options.filter(({ value }) => chosen.includes(value))}
            placeholder="All queues"
            onChange={(picked) => setChosen(picked.map(({ value }) => value))}
          />
        )}
      </Field>
      <fieldset className="choices">
        <legend className="field-label">Whose</legend>
        <label className="choice">
          <input
            type="radio"
            name="whose"
            checked={!includeTeam}
            onChange={() => setIncludeTeam(false)}
          />
          Only what waits for me
        </label>
        <label className="choice">
          <input
            type="radio"
            name="whose"
            checked={includeTeam}
            onChange={() => setIncludeTeam(true)}
          />
          Also what waits on the account managers of my region
        </label>
      </fieldset>
      <div className="numbers">
        <Field
          label="Rows in each list"
          help={`1 to ${rowsAtMost}.`}
          error={checked && rowCount === null ? `A number from 1 to ${rowsAtMost}.` : undefined}
        >
          {(field) => (
            <TextField
              {...field}
              inputMode="numeric"
              value={rows}
              onChange={(event) => setRows(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label="Refresh every (minutes)"
          help="1 to 1440."
          error={checked && minutes === null ? 'A number from 1 to 1440.' : undefined}
        >
          {(field) => (
            <TextField
              {...field}
              inputMode="numeric"
              value={refresh}
              onChange={(event) => setRefresh(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      {problem && <ProblemMessage problem={problem} />}
      <div>
        <Button type="submit" appearance="primary" isLoading={busy}>
          Save
        </Button>
      </div>
    </form>
  );
}
