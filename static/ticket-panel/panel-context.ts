import { createContext, useContext } from 'react';
import type { TicketView } from '../../src/contract/ticket-panel';

/** What every part of the panel needs: the ticket as last read, and where a fresh one goes. */
export interface Panel {
  readonly issueId: string;
  readonly view: TicketView;
  readonly show: (fresh: TicketView) => void;
}

export const PanelContext = createContext<Panel | null>(null);

/** @throws when used outside the panel */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error('A part of the panel stands outside <TicketPanel>.');
  return panel;
}
