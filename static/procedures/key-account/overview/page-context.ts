import { createContext, useContext } from 'react';
import type { KeyAccountsView } from '../../../../src/procedures/key-account/contract/overview';

/** What every part of the page needs: the list as last read, and where a fresh one goes. */
export interface KeyAccountsPage {
  readonly view: KeyAccountsView;
  readonly show: (fresh: KeyAccountsView) => void;
  readonly read: () => void;
}

export const PageContext = createContext<KeyAccountsPage | null>(null);

/** @throws when used outside the page */
export function usePage(): KeyAccountsPage {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A part of the page stands outside <KeyAccounts>.');
  return page;
}
