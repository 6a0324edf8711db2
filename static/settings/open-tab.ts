import { createContext, useContext } from 'react';

/** Opens another tab of the settings, by its title. */
export const OpenTab = createContext<(title: string) => void>(() => undefined);

export const useOpenTab = (): ((title: string) => void) => useContext(OpenTab);

/** The clause that the written SOP shall show; null for its beginning. */
export const ClauseToShow = createContext<string | null>(null);
