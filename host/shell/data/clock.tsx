import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useChanges } from './live';
import { read } from './http';
import { useLoad } from './use-load';
import { useSession } from './session';

export interface VirtualClock {
  /** Epoch milliseconds of the virtual time. */
  readonly now: number;
  /** True while it follows real time. */
  readonly running: boolean;
  /** The viewer's. */
  readonly timeZone: string;
}

interface ClockAnswer {
  readonly now: string;
  readonly running: boolean;
}

const Clocks = createContext<VirtualClock>({ now: Date.now(), running: false, timeZone: 'UTC' });

export const useClock = (): VirtualClock => useContext(Clocks);

/** Provides the virtual time, which the host tells whenever it moves; between two words of a running clock we count. */
export function ClockProvider({ children }: { readonly children: ReactNode }) {
  const { people, person } = useSession();
  const { value, reload } = useLoad('clock', () => read<ClockAnswer>('/__host/clock'));
  const [told, setTold] = useState<{ now: number; at: number; running: boolean }>({
    now: Number.NaN,
    at: 0,
    running: false,
  });
  const [, tick] = useState(0);

  useEffect(() => {
    if (value) setTold({ now: Date.parse(value.now), at: Date.now(), running: value.running });
  }, [value]);
  useChanges((change) => {
    if (change.type === 'clock')
      setTold({ now: Date.parse(change.now), at: Date.now(), running: change.running });
    else if (change.type === 'reconnected') reload();
  });
  useEffect(() => {
    if (!told.running) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [told.running]);

  if (Number.isNaN(told.now)) return null;
  const now = told.running ? told.now + (Date.now() - told.at) : told.now;
  // Before anybody was chosen: the zone most likely to be theirs.
  const timeZone = person?.timeZone ?? people[0]?.timeZone ?? 'UTC';
  return (
    <Clocks.Provider value={{ now, running: told.running, timeZone }}>{children}</Clocks.Provider>
  );
}
