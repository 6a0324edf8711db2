import Button from '@atlaskit/button/new';
import ClockIcon from '@atlaskit/icon/core/clock';
import PulseIcon from '@atlaskit/icon/core/pulse';
import VideoPauseIcon from '@atlaskit/icon/core/video-pause';
import VideoPlayIcon from '@atlaskit/icon/core/video-play';
import WarningIcon from '@atlaskit/icon/core/warning';
import Spinner from '@atlaskit/spinner';
import { useState } from 'react';
import { type Faults } from '../../faults';
import { useClock } from '../data/clock';
import { read, send } from '../data/http';
import { useChanges, useReloadOn } from '../data/live';
import { useSession } from '../data/session';
import { useLoad } from '../data/use-load';
import { useFlags } from '../parts/flags';
import { say } from '../parts/say';
import { zoneName } from '../parts/time';
import { ActivityDrawer } from './ActivityDrawer';
import { countFaults } from './fault-switches';
import { FaultsDrawer } from './FaultsDrawer';

const moves: readonly {
  readonly name: string;
  readonly says: string;
  readonly body: Readonly<Record<string, unknown>>;
}[] = [
  { name: '+15 min', says: '+15 min: forward by 15 minutes', body: { advance: 'PT15M' } },
  { name: '+1 h', says: '+1 h: forward by one hour', body: { advance: 'PT1H' } },
  { name: '+1 day', says: '+1 day: forward by one day', body: { advance: 'P1D' } },
  {
    name: 'Next working morning',
    says: 'Next working morning: forward to 09:00',
    body: { to: 'next-working-morning' },
  },
];

/** For the stage hands: the virtual time, what goes wrong on purpose, and what the app did. */
export function StageBar() {
  const { appName } = useSession();
  const { now, running, timeZone } = useClock();
  const flags = useFlags();
  const [moving, setMoving] = useState(false);
  const [drawer, setDrawer] = useState<'faults' | 'activity' | null>(null);
  const faults = useLoad('faults', () => read<Faults>('/__host/faults'));
  const [connected, setConnected] = useState(true);
  useChanges(({ type }) => {
    if (type === 'disconnected' || type === 'reconnected') setConnected(type === 'reconnected');
  });
  useReloadOn(({ type }) => type === 'faults' || type === 'reset', faults.reload, 0);

  const ask = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    setMoving(true);
    try {
      const { now: then } = await send<{ now: string }>('POST', '/__host/clock', body);
      say(`It is now ${spell(Date.parse(then), timeZone)}.`);
    } catch (error) {
      flags.show({
        id: 'clock',
        type: 'error',
        title: 'The clock did not get there',
        description: (error as Error).message,
      });
    } finally {
      setMoving(false);
    }
  };
  const count = faults.value ? countFaults(faults.value) : 0;
  const toggle = (which: 'faults' | 'activity') => () =>
    setDrawer((open) => (open === which ? null : which));
  return (
    <>
      {drawer === 'faults' && faults.value && (
        <FaultsDrawer
          faults={faults.value}
          onChange={faults.reload}
          onClose={() => setDrawer(null)}
        />
      )}
      {drawer === 'activity' && <ActivityDrawer onClose={() => setDrawer(null)} />}
      <section className="stage" aria-label="Stage: virtual time, faults, what the app did">
        <div className="stage-clock">
          {moving ? (
            <Spinner size="small" label="The clock is moving" />
          ) : (
            <ClockIcon label="Virtual time" />
          )}
          <span className="strong">{spell(now, timeZone, running)}</span>
          <span className="subtle">{zoneName(now, timeZone)}</span>
        </div>
        {!connected && (
          <p className="stage-lost" role="alert">
            No connection to the local Jira. Is "npm start" still running? Trying again…
          </p>
        )}
        <div className="stage-moves" role="group" aria-label="Move the clock">
          {moves.map(({ name, says, body }) => (
            <Button
              key={name}
              spacing="compact"
              isDisabled={moving}
              aria-label={says}
              onClick={() => void ask(body)}
            >
              {name}
            </Button>
          ))}
          <Button
            spacing="compact"
            appearance={running ? 'primary' : 'default'}
            iconBefore={running ? VideoPauseIcon : VideoPlayIcon}
            isDisabled={moving}
            onClick={() => void ask({ run: !running })}
          >
            {running ? 'Pause' : 'Play'}
          </Button>
        </div>
        <div className="stage-drawers">
          <Button
            spacing="compact"
            appearance={count > 0 ? 'warning' : 'subtle'}
            iconBefore={WarningIcon}
            aria-expanded={drawer === 'faults'}
            onClick={toggle('faults')}
          >
            {count > 0 ? `Faults: ${count} on` : 'Faults'}
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            iconBefore={PulseIcon}
            aria-expanded={drawer === 'activity'}
            onClick={toggle('activity')}
          >
            {`What ${appName} did`}
          </Button>
        </div>
      </section>
    </>
  );
}

const spell = (at: number, timeZone: string, withSeconds = false): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
  }).format(at);
