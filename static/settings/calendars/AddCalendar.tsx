import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { CalendarForm } from '../../../src/contract/settings-form';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useViewer } from '../../shared/viewer';
import { keyFor } from '../draft/key-for';
import type { SettingsDraftPage } from '../draft/use-settings-draft';

const office = ['09:00-17:00'];

/** A new calendar begins with office hours, to be changed. */
export function AddCalendar({
  page,
  taken,
  onAdded,
}: {
  page: SettingsDraftPage;
  taken: readonly string[];
  onAdded: (key: string) => void;
}) {
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { timeZone } = useViewer();
  if (!asking) {
    return (
      <div>
        <Button onClick={() => setAsking(true)}>Add a calendar</Button>
      </div>
    );
  }
  const add = async (): Promise<void> => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    const key = keyFor(name, taken);
    const week = {
      monday: office,
      tuesday: office,
      wednesday: office,
      thursday: office,
      friday: office,
      saturday: [],
      sunday: [],
    };
    const value: CalendarForm = { name: name.trim(), timeZone, week, holidays: [] };
    if (!(await page.save({ part: 'calendar', key, value }, `${value.name} is in the draft.`)))
      return;
    setAsking(false);
    setName('');
    onAdded(key);
  };
  return (
    <FormFrame
      label="Add a calendar"
      submit="Add"
      permission={{ allowed: true }}
      busy={page.busy}
      problem={null}
      onSubmit={() => void add()}
      onClose={() => setAsking(false)}
    >
      <Field
        label="Name"
        required
        help="Such as “Office hours” or “London”. It begins with Monday to Friday, 9 to 17."
        error={isMissing ? 'Give the calendar a name.' : undefined}
      >
        {(field) => (
          <TextField
            {...field}
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
