import TextField from '@atlaskit/textfield';
import { type ReactNode } from 'react';
import type { AbsenceInput, AbsenceView } from '../../src/contract/absences';
import type { Instant, PersonView } from '../../src/contract/why';
import { Field } from './Field';
import type { PageProblem } from './problem';
import { useViewer } from './viewer';
import { instantOfWallTime, wallTimeOf } from './wall-time';

/** An absence half said: times as `<input type="datetime-local">` has them, in the viewer's zone. */
export interface AbsenceDraft {
  readonly delegate: PersonView | null;
  readonly from: string;
  readonly until: string;
}

/** What is known, else from now for a week. */
export const draftOf = (
  absence: AbsenceView | null,
  now: Instant,
  timeZone: string,
): AbsenceDraft => ({
  delegate: absence?.delegate ?? null,
  from: wallTimeOf(Date.parse(absence?.from ?? now), timeZone),
  until: wallTimeOf(
    absence === null ? Date.parse(now) + 7 * 86_400_000 : Date.parse(absence.until),
    timeZone,
  ),
});

/** What to send; null while something is missing. */
export function absenceOf(
  { delegate, from, until }: AbsenceDraft,
  timeZone: string,
): AbsenceInput | null {
  const [begin, end] = [instantOfWallTime(from, timeZone), instantOfWallTime(until, timeZone)];
  return delegate === null || begin === null || end === null
    ? null
    : { delegate: delegate.accountId, from: begin, until: end };
}

interface Props {
  readonly draft: AbsenceDraft;
  readonly onChange: (draft: AbsenceDraft) => void;
  /** Whether somebody tried to save while something was missing. */
  readonly missing: boolean;
  readonly problem: PageProblem | null;
  /** The delegate's field. */
  readonly children: (field: {
    id: string;
    'aria-describedby': string;
    isInvalid: boolean;
  }) => ReactNode;
}

/** Who stands in, from when and until when. */
export function AbsenceFields({ draft, onChange, missing, problem, children }: Props) {
  const { timeZone } = useViewer();
  const at = (field: 'delegate' | 'from' | 'until'): string | undefined =>
    problem?.field === `absence.${field}`
      ? problem.message
      : missing && (draft[field] === null || draft[field] === '')
        ? 'This is missing.'
        : undefined;
  const time = (field: 'from' | 'until', label: string) => (
    <Field
      label={label}
      required
      error={at(field)}
      help={field === 'from' ? `Your time (${timeZone}).` : undefined}
    >
      {(input) => (
        <TextField
          {...input}
          type="datetime-local"
          value={draft[field]}
          onChange={(event) => onChange({ ...draft, [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="absence-fields">
      <Field label="Who stands in" required error={at('delegate')}>
        {children}
      </Field>
      {time('from', 'From')}
      {time('until', 'Until')}
    </div>
  );
}
