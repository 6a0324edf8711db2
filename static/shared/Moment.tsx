import Tooltip from '@atlaskit/tooltip';
import { type ReactNode } from 'react';
import type { Instant } from '../../src/contract/why';
import { useNow } from './clock';
import { spellInFull, spellMoment } from './time';
import { useViewer } from './viewer';

/** A moment as a person says it, with the full date and the zone in the tooltip. @param children said instead */
export function Moment({ at, reachable = false, children }: { at: Instant; reachable?: boolean; children?: ReactNode }) {
  const now = useNow();
  const { timeZone } = useViewer();
  return (
    <Tooltip content={spellInFull(at, timeZone)}>
      {(trigger) => (
        <time {...trigger} className="moment" dateTime={at} {...(reachable ? { tabIndex: 0 } : {})}>
          {children ?? spellMoment(at, now, timeZone)}
        </time>
      )}
    </Tooltip>
  );
}
