import type {
  ChangeView,
  ContentView,
} from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { panelOf } from '../../shared/panel-of';

export const { Frame: ChangeFrame, usePanel: useChange } = panelOf<ChangeView>({
  title: 'Change request',
  className: 'change-request',
  load: () => callChangeRequest('change.get', {}),
  look: (mark) => callChangeRequest('look', { mark }),
  reading: 'Reading the change request',
  lines: [60, 90, 80],
});

/** What the change request says. @throws where there is none */
export function useContent(): ContentView {
  const { view } = useChange();
  if (view.content === null) throw new Error('This part of the panel needs a change request.');
  return view.content;
}
