import { type FullContext } from '@forge/bridge';
import { createContext, type ReactNode, useContext, useMemo } from 'react';

/** The person looking at the page, as far as Forge says. Functions never trust this; they ask the platform. */
export interface Viewer {
  readonly accountId: string | null;
  /** Of their Jira profile, which need not be the browser's. */
  readonly timeZone: string;
  readonly siteUrl: string;
}

const Viewers = createContext<Viewer>({ accountId: null, timeZone: 'UTC', siteUrl: '' });

/** An unknown zone would make every Intl call throw. */
function isKnownZone(timeZone: string | undefined): timeZone is string {
  if (!timeZone) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

export function ViewerProvider({
  context,
  children,
}: {
  context: FullContext;
  children: ReactNode;
}) {
  const { accountId, timezone, siteUrl } = context;
  const viewer = useMemo(
    () => ({
      accountId: accountId ?? null,
      timeZone: isKnownZone(timezone)
        ? timezone
        : new Intl.DateTimeFormat().resolvedOptions().timeZone,
      siteUrl: siteUrl ?? '',
    }),
    [accountId, timezone, siteUrl],
  );
  return <Viewers.Provider value={viewer}>{children}</Viewers.Provider>;
}

export const useViewer = (): Viewer => useContext(Viewers);
