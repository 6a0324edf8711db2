import { createContext, useContext } from 'react';
import type { HybridView } from '../../src/contract/hybrid';

/** What every part of the panel needs: the ticket as last read, and where a fresh one goes. */
export interface HybridPanel {
  readonly issueId: string;
  readonly view: HybridView;
  readonly show: (fresh: HybridView) => void;
  readonly read: () => void;
}

export const HybridContext = createContext<HybridPanel | null>(null);

/** @throws when used outside the panel */
export function useHybrid(): HybridPanel {
  const panel = useContext(HybridContext);
  if (panel === null) throw new Error('A part of the panel stands outside <HybridAccount>.');
  return panel;
}
