import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { QueueForm } from '../../../src/contract/settings-form';
import { SaveRow } from '../draft/SaveRow';
import type { Editing } from '../draft/unsaved';

interface Props {
  readonly editing: Editing<QueueForm>;
  readonly busy: boolean;
  /** Things to correct. */
  readonly wrong: number;
  readonly onSave: () => void;
  readonly onRemove: () => void;
}

/** The end of a queue's form: save, take back, remove. */
export function SaveQueue({ editing, busy, wrong, onSave, onRemove }: Props) {
  const [removing, setRemoving] = useState(false);
  return (
    <div className="queue-save">
      {wrong > 0 && (
        <p className="field-error">
          {wrong === 1 ? 'One thing' : `${wrong} things`} to correct before this can be published;
          they are marked above.
        </p>
      )}
      <SaveRow editing={editing} busy={busy} onSave={onSave}>
        {!removing && (
          <Button appearance="subtle" isDisabled={busy} onClick={() => setRemoving(true)}>
            Remove this queue
          </Button>
        )}
      </SaveRow>
      {removing && (
        <div className="save-row" role="group" aria-label="Remove this queue">
          <span>
            Account Relay will leave its tickets alone once that is published. Nothing in Jira is
            deleted.
          </span>
          <Button appearance="danger" isLoading={busy} onClick={onRemove}>
            Remove
          </Button>
          <Button appearance="subtle" onClick={() => setRemoving(false)}>
            Keep it
          </Button>
        </div>
      )}
    </div>
  );
}
