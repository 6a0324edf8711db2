import TextField from '@atlaskit/textfield';
import type { Rhythm } from '../../../src/procedures/key-account/contract/account';
import { Field } from '../../shared/Field';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const begun: Readonly<Record<Rhythm['kind'], Rhythm>> = {
  daily: { kind: 'daily' },
  weekly: { kind: 'weekly', weekday: 5 },
  monthly: { kind: 'monthly', day: 1 },
  dates: { kind: 'dates', dates: [] },
};

/** K10: when an account runs production; null while that is not known. */
export function RhythmFields({
  rhythm,
  onChange,
}: {
  rhythm: Rhythm | null;
  onChange: (rhythm: Rhythm | null) => void;
}) {
  return (
    <div className="form-columns">
      <Field label="Production runs" help="For the cycles that are monitored after a release.">
        {({ isInvalid: _, ...field }) => (
          <select
            {...field}
            className="plain-select"
            value={rhythm?.kind ?? ''}
            onChange={(event) => {
              const kind = event.currentTarget.value;
              onChange(kind === '' ? null : begun[kind as Rhythm['kind']]);
            }}
          >
            <option value="">Not known yet</option>
            <option value="daily">Every day</option>
            <option value="weekly">Every week</option>
            <option value="monthly">Every month</option>
            <option value="dates">On days of its own</option>
          </select>
        )}
      </Field>
      {rhythm?.kind === 'weekly' && (
        <Field label="On">
          {({ isInvalid: _, ...field }) => (
            <select
              {...field}
              className="plain-select"
              value={rhythm.weekday}
              onChange={(event) =>
                onChange({ kind: 'weekly', weekday: Number(event.currentTarget.value) })
              }
            >
              {weekdays.map((name, weekday) => (
                <option key={name} value={weekday}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {rhythm?.kind === 'monthly' && (
        <Field label="On day" help="In a shorter month on its last day.">
          {(field) => (
            <TextField
              {...field}
              type="number"
              min={1}
              max={31}
              value={rhythm.day}
              onChange={(event) =>
                onChange({ kind: 'monthly', day: Number(event.currentTarget.value) })
              }
            />
          )}
        </Field>
      )}
      {rhythm?.kind === 'dates' && (
        <Field label="Days" help="Such as 2026-03-31, separated by spaces.">
          {(field) => (
            <TextField
              {...field}
              value={rhythm.dates.join(' ')}
              onChange={(event) =>
                onChange({
                  kind: 'dates',
                  dates: event.currentTarget.value.split(/[\s,;]+/u),
                })
              }
            />
          )}
        </Field>
      )}
    </div>
  );
}
