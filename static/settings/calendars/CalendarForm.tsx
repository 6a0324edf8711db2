import './calendars.css';
import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useMemo, useState } from 'react';
import type { CalendarForm as Form, Weekday } from '../../../src/contract/settings-form';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { problemsAt } from '../draft/problems-at';
import { SaveRow } from '../draft/SaveRow';
import { useUnsaved } from '../draft/unsaved';
import { usePreview } from '../draft/use-preview';
import type { SettingsDraftPage } from '../draft/use-settings-draft';
import { datesOf, days, spellStretches, stretchesOf } from './hours';

const preview = (calendar: Form) => callSettings('calendar.preview', { calendar });

interface Props {
  readonly calendarKey: string;
  readonly saved: Form;
  /** Queues that use it. */
  readonly used: readonly string[];
  readonly page: SettingsDraftPage;
  readonly onClose: () => void;
}

/** One calendar, and what its hours mean. */
export function CalendarForm({ calendarKey, saved, used, page, onClose }: Props) {
  const editing = useUnsaved(`calendar ${calendarKey}`, `calendar “${saved.name}”`, saved);
  const { value: calendar, set } = editing;
  const { answer } = usePreview(preview, calendar);
  const at = problemsAt(answer?.problems ?? []);
  const zones = useMemo(
    () => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })),
    [],
  );
  const save = async (): Promise<void> => {
    if (
      await page.save(
        { part: 'calendar', key: calendarKey, value: calendar },
        `${calendar.name} is saved to the draft.`,
      )
    )
      editing.reset();
  };
  const remove = async (): Promise<void> => {
    if (
      !(await page.save(
        { part: 'calendar', key: calendarKey, value: null },
        `${saved.name} is removed in the draft.`,
      ))
    )
      return;
    editing.reset();
    onClose();
  };
  return (
    <section className="settings-form" aria-label={`Calendar ${saved.name}`}>
      <div className="settings-head">
        <h3>{calendar.name}</h3>
        <Button spacing="compact" appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      <div className="fields">
        <Field label="Name" required error={at('name')}>
          {(field) => (
            <TextField
              {...field}
              value={calendar.name}
              onChange={(event) => set({ ...calendar, name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Time zone" required error={at('timeZone')}>
          {({ id, isInvalid, ...field }) => (
            <Select
              {...field}
              inputId={id}
              isInvalid={isInvalid}
              menuPosition="fixed"
              options={zones}
              value={{ value: calendar.timeZone, label: calendar.timeZone }}
              onChange={(zone) => zone && set({ ...calendar, timeZone: zone.value })}
            />
          )}
        </Field>
      </div>
      <Week
        week={calendar.week}
        error={(day) => at(`week.${day}`, true)}
        set={(week) => set({ ...calendar, week })}
      />
      {at('week') !== undefined && (
        <p className="field-error" role="alert">
          {at('week')}
        </p>
      )}
      <Typed
        label="Holidays"
        help="One date per line, such as 2026-12-25. No time runs on them."
        error={at('holidays', true)}
        rows={4}
        spelled={calendar.holidays.join('\n')}
        onTyped={(typed) => set({ ...calendar, holidays: datesOf(typed) })}
      />
      {answer !== null && answer.samples.length > 0 && (
        <ul className="samples" aria-label="What this means">
          {answer.samples.map((sample) => (
            <li key={sample} className="small">
              {sample}
            </li>
          ))}
        </ul>
      )}
      <SaveRow editing={editing} busy={page.busy} onSave={() => void save()}>
        {used.length === 0 && (
          <Button appearance="subtle" isDisabled={page.busy} onClick={() => void remove()}>
            Remove this calendar
          </Button>
        )}
      </SaveRow>
    </section>
  );
}

function Week({
  week,
  error,
  set,
}: {
  week: Form['week'];
  error: (day: Weekday) => string | undefined;
  set: (week: Form['week']) => void;
}) {
  const same = (): void =>
    set({
      ...week,
      tuesday: week.monday,
      wednesday: week.monday,
      thursday: week.monday,
      friday: week.monday,
    });
  return (
    <fieldset className="calendar-week">
      <legend className="field-label">Working hours</legend>
      <p className="help">Such as 09:00-12:00, 13:00-17:00. Empty means closed.</p>
      <div className="fields">
        {days.map(([day, name]) => (
          <Typed
            key={day}
            label={name}
            error={error(day)}
            rows={1}
            spelled={spellStretches(week[day])}
            placeholder="Closed"
            onTyped={(typed) => set({ ...week, [day]: stretchesOf(typed) })}
          />
        ))}
      </div>
      <div>
        <Button spacing="compact" appearance="subtle" onClick={same}>
          Monday’s hours until Friday
        </Button>
      </div>
    </fieldset>
  );
}

interface TypedProps {
  readonly label: string;
  readonly help?: string;
  readonly error: string | undefined;
  readonly rows: number;
  readonly spelled: string;
  readonly placeholder?: string;
  readonly onTyped: (typed: string) => void;
}

/** Text with a meaning: it is read when the person is done, so that nothing jumps under the cursor. */
function Typed({ label, help, error, rows, spelled, placeholder, onTyped }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const done = (): void => {
    if (typed !== null) onTyped(typed);
    setTyped(null);
  };
  const common = {
    value: typed ?? spelled,
    onBlur: done,
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return (
    <Field label={label} help={help} error={error}>
      {(field) =>
        rows === 1 ? (
          <TextField
            {...field}
            {...common}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && done()}
          />
        ) : (
          <TextArea
            {...field}
            {...common}
            minimumRows={rows}
            maxHeight="30vh"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
