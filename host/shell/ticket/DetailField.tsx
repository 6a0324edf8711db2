import { type ReactNode, useId, useState } from 'react';
import { useFlags } from '../parts/flags';
import { say } from '../parts/say';

interface Props {
  readonly name: string;
  readonly value: ReactNode;
  /** The editor, opened by a click; absent where the viewer may not edit. */
  readonly editor?: (edit: {
    inputId: string;
    save: (work: () => Promise<unknown>) => void;
    leave: () => void;
  }) => ReactNode;
  readonly onSaved?: () => void;
}

/** A row of the details: shown, and edited in place where one may. */
export function DetailField({ name, value, editor, onSaved }: Props) {
  const id = useId();
  const flags = useFlags();
  const [editing, setEditing] = useState(false);
  const [saving, setSaving] = useState(false);
  const leave = (): void => setEditing(false);
  const save = (work: () => Promise<unknown>): void => {
    leave();
    setSaving(true);
    work()
      .then(
        () => {
          say(`${name} saved.`);
          onSaved?.();
        },
        (error: Error) =>
          flags.show({
            id: `field ${name}`,
            type: 'error',
            title: `${name} was not saved`,
            description: error.message,
          }),
      )
      .finally(() => setSaving(false));
  };
  return (
    <div className={saving ? 'detail detail-saving' : 'detail'}>
      <dt id={`${id}-name`}>{name}</dt>
      <dd>
        {editing && editor ? (
          editor({ inputId: id, save, leave })
        ) : editor ? (
          <button
            type="button"
            className="detail-value"
            aria-describedby={`${id}-name`}
            title={`Edit ${name}`}
            onClick={() => setEditing(true)}
          >
            {value}
          </button>
        ) : (
          <span className="detail-value">{value}</span>
        )}
      </dd>
    </div>
  );
}
