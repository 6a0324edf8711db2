import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { Editing } from './unsaved';

interface Props {
  readonly editing: Pick<Editing<unknown>, 'isChanged' | 'isOvertaken' | 'reset'>;
  readonly busy: boolean;
  readonly onSave: () => void;
  /** Further buttons, such as "Remove". */
  readonly children?: ReactNode;
}

/** Save to the draft, or take back; nothing changes in Jira before the draft is published. */
export function SaveRow({
  editing: { isChanged, isOvertaken, reset },
  busy,
  onSave,
  children,
}: Props) {
  return (
    <div className="save-row">
      <Button appearance="primary" isLoading={busy} isDisabled={!isChanged} onClick={onSave}>
        Save to the draft
      </Button>
      {isChanged && (
        <Button appearance="subtle" isDisabled={busy} onClick={reset}>
          Take back
        </Button>
      )}
      {isChanged && (
        <span className="small subtle">
          {isOvertaken
            ? 'Somebody else has changed this in the draft meanwhile: saving replaces theirs, taking back shows it.'
            : 'Not saved yet. In force only once the draft is published.'}
        </span>
      )}
      {children}
    </div>
  );
}
