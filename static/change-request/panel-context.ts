import { createContext, useContext } from 'react';
import type { ChangeView, ContentView } from '../../src/contract/change-request';

/** What every part of the panel needs: the ticket as last read, and where a fresh one goes. */
export interface ChangePanel {
  readonly issueId: string;
  readonly view: ChangeView;
  readonly show: (fresh: ChangeView) => void;
}

export const ChangeContext = createContext<ChangePanel | null>(null);

/** @throws when used outside the panel */
export function useChange(): ChangePanel {
  const panel = useContext(ChangeContext);
  if (panel === null) throw new Error('A part of the panel stands outside <ChangeRequest>.');
  return panel;
}

/** What the change request says. @throws where there is none */
export function useContent(): ContentView {
  const { view } = useChange();
  if (view.content === null) throw new Error('This part of the panel needs a change request.');
  return view.content;
}
