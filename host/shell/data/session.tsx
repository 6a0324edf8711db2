import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { read, send } from './http';
import { useLoad } from './use-load';

/** Somebody of the site, as the host lists them. */
export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: 'admin' | 'agent' | 'collaborator' | 'manager' | 'customer' | 'app';
  readonly title: string | null;
  readonly timeZone: string;
  readonly active: boolean;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly serviceDeskId: string | null;
}

interface Health {
  readonly now: string;
  readonly people: readonly Person[];
  readonly projects: readonly Project[];
  readonly app: { readonly name: string };
}

export interface Session {
  readonly people: readonly Person[];
  readonly projects: readonly Project[];
  readonly appName: string;
  /** Who is at the keyboard; null until somebody was chosen. */
  readonly person: Person | null;
  /** Signs in as somebody else. Everything read as the person before is forgotten. */
  readonly become: (accountId: string | null) => Promise<void>;
}

const Sessions = createContext<Session | null>(null);

/** @throws Error outside of {@link SessionProvider} */
export function useSession(): Session {
  const session = useContext(Sessions);
  if (session === null) throw new Error('No session around.');
  return session;
}

/** The person at the keyboard. @throws Error on pages shown before anybody was chosen */
export function useViewer(): Person {
  const { person } = useSession();
  if (person === null) throw new Error('Nobody was chosen.');
  return person;
}

async function readSession(): Promise<{ health: Health; accountId: string | null }> {
  const [health, session] = await Promise.all([
    read<Health>('/__host/health'),
    read<{ person: Person | null }>('/__host/session'),
  ]);
  return { health, accountId: session.person?.accountId ?? null };
}

interface Props {
  readonly children: ReactNode;
  readonly waiting: ReactNode;
  readonly failed: (error: Error, tryAgain: () => void) => ReactNode;
}

export function SessionProvider({ children, waiting, failed }: Props) {
  const { value, error, reload } = useLoad('session', readSession);
  const become = useCallback(
    async (accountId: string | null) => {
      if (accountId === null) await send('DELETE', '/__host/session');
      else await send('POST', '/__host/session', { accountId });
      reload();
    },
    [reload],
  );
  const session = useMemo<Session | null>(() => {
    if (value === null) return null;
    const { health, accountId } = value;
    const people = health.people.filter(({ role }) => role !== 'app');
    return {
      people,
      projects: health.projects,
      appName: health.app.name,
      person: people.find((person) => person.accountId === accountId) ?? null,
      become,
    };
  }, [value, become]);
  if (session === null) return <>{error ? failed(error, reload) : waiting}</>;
  return <Sessions.Provider value={session}>{children}</Sessions.Provider>;
}
