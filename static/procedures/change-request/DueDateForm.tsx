import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { spellDay } from '../../shared/days';
import { Field } from '../../shared/Field';
import { useChange, useContent } from './panel-context';
import { problemAt } from './problem-at';
import { SaveForm } from './SaveForm';
import { useSave } from './use-save';

/** The firm date, which the customer may count on. */
export function DueDateForm({ onClose }: { onClose: () => void }) {
  const { view } = useChange();
  const content = useContent();
  const { until } = content.timeline;
  const [dueDate, setDueDate] = useState(content.dueDate ?? until ?? '');
  const [missing, setMissing] = useState(false);
  const saving = useSave({ part: 'due-date', dueDate });
  const { at, rest } = problemAt(saving.problem, ['dueDate']);
  const ready = (): boolean => {
    setMissing(dueDate === '');
    return dueDate !== '';
  };
  return (
    <SaveForm
      label="Firm due date"
      permission={view.actions['save-due-date']}
      saving={saving}
      problem={rest}
      said="The due date is firm."
      ready={ready}
      onClose={onClose}
    >
      <Field
        label="Due date"
        required
        help={
          until === null
            ? 'The customer sees it.'
            : `The customer sees it. Tentatively it was ${spellDay(until)}.`
        }
        error={missing ? 'Choose a day.' : at('dueDate')}
      >
        {(field) => (
          <TextField
            {...field}
            type="date"
            min={view.today}
            value={dueDate}
            onChange={(event) => setDueDate(event.currentTarget.value)}
          />
        )}
      </Field>
    </SaveForm>
  );
}
