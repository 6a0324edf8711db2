import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import TextArea from '@atlaskit/textarea';
import type { Instant, PersonView } from '../../src/contract/why';
import { Field } from '../shared/Field';
import { Moment } from '../shared/Moment';

interface Props {
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly person: PersonView | null;
  readonly dueAt: Instant | null;
  readonly error: string | null;
}

/** The note of AM-23, and the internal comment it becomes. */
export function NoteField({ note, onNote, person, dueAt, error }: Props) {
  const name = person?.name ?? 'the account manager';
  return (
    <div className="stack">
      <Field
        label={`What do you need from ${person?.name.split(' ')[0] ?? name}? Be specific.`}
        required
        error={error ?? undefined}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={4}
            maxHeight="30vh"
            value={note}
            onChange={(event) => onNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="internal-note" aria-label="Preview of the comment">
        <p className="internal-note-mark small">
          <LockLockedIcon label="" size="small" /> Internal: customers never see this
        </p>
        <p>
          <span className="mention">@{name}</span>: a response is needed here.
        </p>
        <p className={note.trim() === '' ? 'note-text subtlest' : 'note-text'}>
          {note.trim() === '' ? 'Your note' : note.trim()}
        </p>
        {dueAt !== null && (
          <p className="strong">
            Please answer by <Moment at={dueAt} />.
          </p>
        )}
      </div>
    </div>
  );
}
