import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { read, send } from './http';
import { type Person, type Project } from './people';
import { useLoad } from './use-load';

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
  readonly become: (accountId: string) => Promise<void>;
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

interface Seat {
  readonly person: { readonly accountId: string } | null;
}

const seat = '/__host/session';

/** What became due while nobody looked happens first (see settling.ts); when it fails, that is told when it fails again. */
async function readSession(): Promise<[Health, Seat]> {
  await send('POST', '/__host/settle').catch(() => undefined);
  return Promise.all([read<Health>('/__host/health'), read<Seat>(seat)]);
}

interface Props {
  readonly children: ReactNode;
  readonly waiting: ReactNode;
  readonly failed: (error: Error, tryAgain: () => void) => ReactNode;
}

export function SessionProvider({ children, waiting, failed }: Props) {
  const { value, error, reload } = useLoad('session', readSession);
  /** Whom the person at the keyboard has become since. */
  const [chosen, setChosen] = useState<Seat | null>(null);
  const session = useMemo<Session | null>(() => {
    if (value === null) return null;
    const [health, found] = value;
    const { person } = chosen ?? found;
    const people = health.people.filter(({ role }) => role !== 'app');
    return {
      people,
      projects: health.projects,
      appName: health.app.name,
      person: people.find((one) => one.accountId === person?.accountId) ?? null,
      async become(accountId) {
        const now = await send<Seat>('POST', seat, { accountId });
        // At once: whoever then goes to another page goes there as that person.
        flushSync(() => setChosen(now));
      },
    };
  }, [value, chosen]);
  if (session === null) return <>{error ? failed(error, reload) : waiting}</>;
  return <Sessions.Provider value={session}>{children}</Sessions.Provider>;
}
