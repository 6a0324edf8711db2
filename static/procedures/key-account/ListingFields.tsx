import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import type { ListingReason, Rhythm } from '../../../src/procedures/key-account/contract/panel';
import { Field } from '../../shared/Field';
import type { PageProblem } from '../../shared/problem';
import { RhythmFields } from './RhythmFields';
import { listingReasons } from './words';

export interface ListingDraft {
  readonly cid: string;
  readonly change: 'add' | 'remove';
  readonly reason: ListingReason;
  readonly note: string;
  /** Empty for always. */
  readonly effective: string;
  /** When it runs production; null while nobody knows (K10). */
  readonly rhythm: Rhythm | null;
}

export const newListing = (today: string): ListingDraft => ({
  cid: '',
  change: 'add',
  reason: 'client-experience',
  note: '',
  effective: today,
  rhythm: null,
});

export const whatIsMissing = ({
  cid,
  note,
  change,
  effective,
}: ListingDraft): Partial<Record<keyof ListingDraft, string>> => ({
  ...(cid === '' ? { cid: 'Choose an account.' } : {}),
  ...(note.trim().length < 5 ? { note: 'Say why, in a sentence.' } : {}),
  ...(change === 'remove' && effective === '' ? { effective: 'Name the last day.' } : {}),
});

interface Props {
  readonly draft: ListingDraft;
  readonly onChange: (draft: ListingDraft) => void;
  readonly choices: readonly {
    readonly cid: string;
    readonly name: string;
    readonly key: boolean;
  }[];
  readonly errors: Partial<Record<keyof ListingDraft, string>>;
  readonly problem: PageProblem | null;
}

/** Which account, on or off the list, why, and from when. */
export function ListingFields({ draft, onChange, choices, errors, problem }: Props) {
  const adding = draft.change === 'add';
  const at = (field: keyof ListingDraft): string | undefined =>
    errors[field] ?? (problem?.field === field ? problem.message : undefined);
  const set = (change: Partial<ListingDraft>): void => onChange({ ...draft, ...change });
  return (
    <>
      <fieldset className="choices">
        <legend className="field-label">What shall happen?</legend>
        {(
          [
            ['add', 'Become a key account'],
            ['remove', 'Be a key account no longer'],
          ] as const
        ).map(([value, label]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="listing-change"
              checked={draft.change === value}
              onChange={() => set({ change: value, cid: '' })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="form-columns">
        <Field label="Account" required error={at('cid')}>
          {({ isInvalid: _, ...field }) => (
            <select
              {...field}
              className="plain-select"
              value={draft.cid}
              onChange={(event) => set({ cid: event.currentTarget.value })}
            >
              <option value="">Choose an account</option>
              {choices
                .filter(({ key }) => key !== adding)
                .map(({ cid, name }) => (
                  <option key={cid} value={cid}>
                    {name} ({cid})
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field label="Reason" required>
          {({ isInvalid: _, ...field }) => (
            <select
              {...field}
              className="plain-select"
              value={draft.reason}
              onChange={(event) => set({ reason: event.currentTarget.value as ListingReason })}
            >
              {Object.entries(listingReasons).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={adding ? 'From' : 'Last day'}
          required={!adding}
          help={
            adding
              ? 'Tickets from before are not changed by themselves. Empty: from always.'
              : 'On this day it still is one.'
          }
          error={at('effective')}
        >
          {(field) => (
            <TextField
              {...field}
              type="date"
              value={draft.effective}
              onChange={(event) => set({ effective: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      {adding && <RhythmFields rhythm={draft.rhythm} onChange={(rhythm) => set({ rhythm })} />}
      <Field
        label="Why?"
        required
        help="In a sentence, for the one who decides."
        error={at('note')}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            value={draft.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
