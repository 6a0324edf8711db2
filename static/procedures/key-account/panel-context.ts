import type {
  KeyAccountView,
  ReleaseView,
} from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { type Panel, panelOf } from '../../shared/panel-of';

export const { Frame: KeyAccountFrame, usePanel: useKeyAccount } = panelOf<KeyAccountView>({
  title: 'Key account',
  className: 'key-account',
  load: () => callKeyAccount('key.get', {}),
  look: (mark) => callKeyAccount('look', { mark }),
  reading: 'Reading the key account',
  lines: [50, 90, 80],
});

/** The release itself. @throws where there is none */
export function useRelease(): Panel<KeyAccountView> & {
  readonly release: ReleaseView;
  readonly closed: boolean;
} {
  const panel = useKeyAccount();
  const { release, team } = panel.view;
  if (release === null) throw new Error('This part of the panel needs a release.');
  return { ...panel, release, closed: release.finished !== null || !team };
}
