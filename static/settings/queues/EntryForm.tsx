import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import type { QueueChoices } from '../../../src/contract/settings-choices';
import type { EntryForm as Form } from '../../../src/contract/settings-form';
import { Field } from '../../shared/Field';
import type { ProblemAt } from '../draft/problems-at';
import { Choose, ChooseSome } from './Choose';
import { Ladder } from './Ladder';

interface Props {
  readonly entry: Form;
  readonly set: (entry: Form) => void;
  readonly choices: QueueChoices;
  /** Paths begin at the entry. */
  readonly at: ProblemAt;
  readonly onRemove: () => void;
}

/** One individual SOP: when it applies, what it asks, how fast, and who comes next. */
export function EntryForm({ entry, set, choices, at, onRemove }: Props) {
  const choice = <Key extends 'mode' | 'whoMayAsk'>(
    key: Key,
    legend: string,
    options: readonly (readonly [Form[Key], string])[],
  ) => (
    <fieldset className="choices">
      <legend className="field-label">{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={`${key} ${entry.id}`}
            checked={entry[key] === value}
            onChange={() => set({ ...entry, [key]: value })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
  return (
    <div className="sop-entry-form" role="group" aria-label={`SOP entry ${entry.name}`}>
      <div className="fields">
        <Field label="Name" required error={at('name')}>
          {(field) => (
            <TextField
              {...field}
              value={entry.name}
              onChange={(event) => set({ ...entry, name: event.currentTarget.value })}
            />
          )}
        </Field>
        <ChooseSome
          label="For which request types"
          none="Any request"
          error={at('requestTypes', true)}
          choices={choices.requestTypes.map((name) => ({ id: name, name }))}
          value={entry.requestTypes}
          onChange={(requestTypes) => set({ ...entry, requestTypes })}
        />
      </div>
      <div className="fields">
        {choice('mode', 'The account manager', [
          ['tag', 'is asked, and must respond'],
          ['watch', 'is added as a watcher, for information only'],
        ])}
        {choice('whoMayAsk', 'Who may ask', [
          ['agents', 'Agents: who may move the ticket'],
          ['anyone-who-sees', 'Everybody in the team who sees the ticket'],
        ])}
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={entry.general}
          onChange={(event) => set({ ...entry, general: event.currentTarget.checked })}
        />
        <span>
          Stands for “no individual SOP”
          <span className="subtle small"> – for request types that no other entry names</span>
        </span>
      </label>
      {entry.mode === 'tag' && (
        <>
          <div className="fields">
            <Choose
              label="Priority"
              empty="As the ticket has it"
              error={at('priority')}
              choices={choices.priorities}
              value={entry.priority ?? ''}
              onChange={(id) => set({ ...entry, priority: id === '' ? null : id })}
            />
          </div>
          <Ladder
            ladder={entry.ladder}
            set={(ladder) => set({ ...entry, ladder })}
            priorities={choices.priorities}
            at={at}
          />
        </>
      )}
      <div>
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={`Remove this entry: ${entry.name}`}
          onClick={onRemove}
        >
          Remove this entry
        </Button>
      </div>
    </div>
  );
}
