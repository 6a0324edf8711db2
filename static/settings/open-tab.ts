import { createContext, useContext } from 'react';

/** Opens another tab of the settings, by its title. */
export const OpenTab = createContext<(title: string) => void>(() => undefined);

export const useOpenTab = (): ((title: string) => void) => useContext(OpenTab);
