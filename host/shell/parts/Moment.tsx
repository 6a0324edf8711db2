import { useClock } from '../data/clock';
import { instantOf, spellDateTime, spellMoment } from './time';

/** An instant of Jira, said relative to the virtual time; the exact one is its title. */
export function Moment({ at }: { readonly at: string | number | null | undefined }) {
  const { now, timeZone } = useClock();
  if (at === null || at === undefined) return null;
  const instant = typeof at === 'number' ? at : instantOf(at);
  return (
    <time dateTime={new Date(instant).toISOString()} title={spellDateTime(instant, timeZone)}>
      {spellMoment(instant, now, timeZone)}
    </time>
  );
}
