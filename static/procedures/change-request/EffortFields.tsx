import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useId } from 'react';

/** A line as it is typed. */
export interface EffortDraft {
  readonly role: string;
  readonly days: string;
}

/** What was typed, as numbers; lines that are empty do not count. */
export const effortOf = (lines: readonly EffortDraft[]): { role: string; days: number }[] =>
  lines
    .filter(({ role, days }) => role.trim() !== '' || days.trim() !== '')
    .map(({ role, days }) => ({
      role: role.trim(),
      days: days.trim() === '' ? 0 : Number(days.replace(',', '.')),
    }));

const total = (lines: readonly EffortDraft[]): number =>
  effortOf(lines).reduce((sum, { days }) => sum + (Number.isFinite(days) ? days : 0), 0);

interface Props {
  readonly lines: readonly EffortDraft[];
  /** Roles that have a rate, to choose from. */
  readonly roles: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (lines: readonly EffortDraft[]) => void;
}

/** Person-days of each role, in whole and half days. */
export function EffortFields({ lines, roles, error, onChange }: Props) {
  const id = useId();
  const set = (place: number, change: Partial<EffortDraft>): void =>
    onChange(lines.map((line, index) => (index === place ? { ...line, ...change } : line)));
  return (
    <fieldset className="choices effort-fields" aria-describedby={`${id}-about`}>
      <legend className="field-label">
        Effort in person-days{' '}
        <span className="required" aria-hidden="true">
          *
        </span>
      </legend>
      <datalist id={`${id}-roles`}>
        {roles.map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      {lines.map(({ role, days }, place) => (
        <div key={place} className="effort-line">
          <TextField
            aria-label={`Role ${place + 1}`}
            placeholder="Role"
            list={`${id}-roles`}
            maxLength={60}
            isInvalid={error !== undefined}
            value={role}
            onChange={(event) => set(place, { role: event.currentTarget.value })}
          />
          <TextField
            aria-label={`Days of ${role.trim() === '' ? `role ${place + 1}` : role}`}
            placeholder="Days"
            inputMode="decimal"
            maxLength={8}
            isInvalid={error !== undefined}
            value={days}
            onChange={(event) => set(place, { days: event.currentTarget.value })}
          />
          <Button
            appearance="subtle"
            isDisabled={lines.length === 1}
            onClick={() => onChange(lines.filter((_, index) => index !== place))}
          >
            Remove
            <span className="for-screen-readers">
              {' '}
              {role.trim() === '' ? `role ${place + 1}` : role}
            </span>
          </Button>
        </div>
      ))}
      <div className="effort-sum">
        <Button spacing="compact" onClick={() => onChange([...lines, { role: '', days: '' }])}>
          Add a role
        </Button>
        <span aria-live="polite">
          {total(lines)} {total(lines) === 1 ? 'day' : 'days'} in all
        </span>
      </div>
      <div
        id={`${id}-about`}
        className={error === undefined ? 'help' : 'field-error'}
        role={error === undefined ? undefined : 'alert'}
      >
        {error ?? 'Whole and half days, such as 2.5.'}
      </div>
    </fieldset>
  );
}
