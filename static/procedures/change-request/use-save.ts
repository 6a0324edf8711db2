import { useState } from 'react';
import type {
  ContentForm,
  ContentPreview,
} from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import type { PageProblem } from '../../shared/problem';
import { problemOf } from '../../shared/problem';
import { announce } from '../../shared/tell';
import { useChange } from './panel-context';
import { useStep } from './use-step';

export interface Save {
  readonly busy: boolean;
  readonly problem: PageProblem | null;
  /** What saving this would end; the person has to save once more. Null where nothing is to be confirmed. */
  readonly warning: ContentPreview | null;
  readonly save: (said: string) => Promise<boolean>;
}

/** Saves one part. Where that would end an approval, it is said first, and saved when the person says so again. */
export function useSave(edit: ContentForm): Save {
  const { view } = useChange();
  const { busy, problem, step } = useStep();
  const [previewed, setPreviewed] = useState<{
    readonly of: string;
    readonly preview: ContentPreview;
  } | null>(null);
  const [looking, setLooking] = useState(false);
  const [unread, setUnread] = useState<PageProblem | null>(null);
  const of = JSON.stringify([edit, view.revision]);
  const warning = previewed?.of === of ? previewed.preview : null;
  const somethingStands = view.gates.some(
    ({ state, askedAt, verdicts }) =>
      (state === 'open' && askedAt !== null) ||
      verdicts.some(({ approved, holds }) => approved && holds),
  );

  /** @returns whether nothing is in the way of saving */
  const look = async (): Promise<boolean> => {
    if (!somethingStands || warning !== null) return true;
    setLooking(true);
    setUnread(null);
    try {
      const preview = await callChangeRequest('content.preview', { edit });
      const ends = preview.reopens.length + preview.withdraws.length;
      if (ends === 0) return true;
      setPreviewed({ of, preview });
      announce(
        `Saving this ends ${ends === 1 ? 'an approval or a question' : `${ends} approvals or questions`}. Save once more to go on.`,
      );
    } catch (error) {
      setUnread(problemOf(error));
    } finally {
      setLooking(false);
    }
    return false;
  };
  return {
    busy: busy || looking,
    problem: unread ?? problem,
    warning,
    save: async (said) =>
      !busy &&
      !looking &&
      (await look()) &&
      step(
        (expectedRevision) => callChangeRequest('change-request.save', { edit, expectedRevision }),
        said,
      ),
  };
}
