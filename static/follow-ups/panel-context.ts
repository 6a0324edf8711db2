import { createContext, useContext } from 'react';
import type { FollowUpsView, RequestView } from '../../src/contract/follow-ups';

/** What every part of the follow-ups needs: the request as last read, and where a fresh one goes. */
export interface FollowUpsPanel {
  readonly issueId: string;
  readonly view: FollowUpsView;
  readonly show: (fresh: FollowUpsView) => void;
}

export const FollowUpsContext = createContext<FollowUpsPanel | null>(null);

/** @throws when used outside the panel */
export function useFollowUps(): FollowUpsPanel {
  const panel = useContext(FollowUpsContext);
  if (panel === null) throw new Error('A part of the follow-ups stands outside <FollowUps>.');
  return panel;
}

/** The request itself. @throws where there is none */
export function useRequest(): FollowUpsPanel & { readonly request: RequestView } {
  const panel = useFollowUps();
  const { request } = panel.view;
  if (request === null) throw new Error('This part of the follow-ups needs a request.');
  return { ...panel, request };
}
