import { type ReactNode } from 'react';
import type { Instant } from '../../src/contract/why';
import { useNow } from './clock';
import { Hint } from './Hint';
import { spellInFull, spellMoment } from './time';
import { useViewer } from './viewer';

/** A moment as a person says it, with the full date and the zone in the tooltip. @param children said instead */
export function Moment({
  at,
  reachable = false,
  children,
}: {
  at: Instant;
  reachable?: boolean;
  children?: ReactNode;
}) {
  const now = useNow();
  const { timeZone } = useViewer();
  return (
    <Hint text={spellInFull(at, timeZone)} reachable={reachable}>
      <time dateTime={at}>{children ?? spellMoment(at, now, timeZone)}</time>
    </Hint>
  );
}
