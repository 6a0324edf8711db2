import { type ReactNode } from 'react';
import type { DraftView } from '../../../src/contract/versions';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { DraftBar } from './DraftBar';
import type { SettingsDraftPage } from './use-settings-draft';

/** A tab that edits the draft: what is read, what went wrong, and the bar over it. */
export function DraftPage({
  page,
  label,
  isReview = false,
  children,
}: {
  page: SettingsDraftPage;
  label: string;
  isReview?: boolean;
  children: (draft: DraftView) => ReactNode;
}) {
  const { draft, unread, readAgain, problem } = page;
  return (
    <div className="draft-page">
      {unread && (
        <ProblemMessage
          problem={unread}
          {...(unread.code === 'permission' ? {} : { onTryAgain: readAgain })}
        />
      )}
      {draft === null && unread === null && <Skeleton lines={[30, 60, 60, 60, 40]} label={label} />}
      {draft && (
        <>
          <DraftBar draft={draft} isReview={isReview} />
          {problem && <ProblemMessage problem={problem} />}
          {children(draft)}
        </>
      )}
    </div>
  );
}
