import Select from '@atlaskit/select';
import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { Field } from '../shared/Field';
import { entryOptions } from './entry-options';

interface Props {
  readonly view: TicketView;
  readonly entryId: string | null;
  readonly onEntry: (id: string) => void;
  readonly priorityId: string | null;
  readonly onPriority: (id: string | null) => void;
}

/** Which SOP it falls under, and the priority the SOP states, which the agent may change (A13). */
export function ChooseEntry({ view, entryId, onEntry, priorityId, onPriority }: Props) {
  const groups = entryOptions(view.entries);
  const entry = view.entries.find(({ id }) => id === entryId) ?? null;
  const priorities = view.priorities.map(({ id, name }) => ({ value: id, label: name }));
  const priority = priorityId ?? entry?.suggestedPriorityId ?? null;
  const suggested = view.priorities.find(({ id }) => id === entry?.suggestedPriorityId);
  if (groups.length === 0) {
    return (
      <p>
        No SOP of this queue asks for a response. A Jira administrator can add one under Account
        Relay settings.
      </p>
    );
  }
  return (
    <div className="choose-entry">
      <Field
        label="SOP entry"
        required
        help={entry ? `An answer is due within ${entry.respondWithin}.` : ''}
      >
        {({ id, isInvalid, ...aria }) => (
          <Select
            {...aria}
            inputId={id}
            isInvalid={isInvalid}
            options={groups}
            value={
              groups.flatMap(({ options }) => options).find(({ value }) => value === entryId) ??
              null
            }
            placeholder="Choose what it is for"
            menuPosition="fixed"
            onChange={(option) => {
              if (option) onEntry(option.value);
              onPriority(null);
            }}
          />
        )}
      </Field>
      <Field
        label="Priority"
        help={
          suggested
            ? `The SOP states ${suggested.name}. The ticket is ${view.issue.priority}.`
            : `The ticket is ${view.issue.priority}.`
        }
      >
        {({ id, isInvalid, ...aria }) => (
          <Select
            {...aria}
            inputId={id}
            isInvalid={isInvalid}
            options={priorities}
            value={priorities.find(({ value }) => value === priority) ?? null}
            placeholder="As it is"
            menuPosition="fixed"
            onChange={(option) => onPriority(option?.value ?? null)}
          />
        )}
      </Field>
    </div>
  );
}
