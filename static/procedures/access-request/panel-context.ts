import type {
  FollowUpsView,
  RequestView,
} from '../../../src/procedures/access-request/contract/panel';
import { callFollowUps } from './call';
import { type Panel, panelOf } from '../../shared/panel-of';

export const { Frame: FollowUpsFrame, usePanel: useFollowUps } = panelOf<FollowUpsView>({
  title: 'Follow-ups',
  className: 'follow-ups',
  load: () => callFollowUps('follow-ups.get', {}),
  look: (mark) => callFollowUps('look', { mark }),
  reading: 'Reading the follow-ups',
  lines: [60, 90, 90, 80],
});

/** The request itself. @throws where there is none */
export function useRequest(): Panel<FollowUpsView> & { readonly request: RequestView } {
  const panel = useFollowUps();
  const { request } = panel.view;
  if (request === null) throw new Error('This part of the follow-ups needs a request.');
  return { ...panel, request };
}
