import { createContext, useContext } from 'react';
import type { KeyAccountView, ReleaseView } from '../../src/contract/key-account';

/** What every part of the panel needs: the ticket as last read, and where a fresh one goes. */
export interface KeyAccountPanel {
  readonly issueId: string;
  readonly view: KeyAccountView;
  readonly show: (fresh: KeyAccountView) => void;
}

export const KeyAccountContext = createContext<KeyAccountPanel | null>(null);

/** @throws when used outside the panel */
export function useKeyAccount(): KeyAccountPanel {
  const panel = useContext(KeyAccountContext);
  if (panel === null) throw new Error('A part of the panel stands outside <KeyAccount>.');
  return panel;
}

/** The release itself. @throws where there is none */
export function useRelease(): KeyAccountPanel & { readonly release: ReleaseView; readonly closed: boolean } {
  const panel = useKeyAccount();
  const { release, team } = panel.view;
  if (release === null) throw new Error('This part of the panel needs a release.');
  return { ...panel, release, closed: release.finished !== null || !team };
}
