// K10, X11: when an account runs production, and when it did. Which days were due follows from the rhythm as it was then.
import { dayAfter, dayBefore, type LocalDate } from '../../core/calendar/local-time';
import { canonical } from '../../core/canonical';
import type { Rhythm } from './cycles';

/** A rhythm that holds no more; null while none was known. */
export interface FormerRhythm {
  readonly rhythm: Rhythm | null;
  /** The last day on which it held. */
  readonly until: LocalDate;
}

/** What holds now, and what held before, in order of time; null where nobody knows it. */
export interface Rhythms {
  readonly now: Rhythm | null;
  readonly before?: readonly FormerRhythm[] | undefined;
}

/** More changes than a release lives to see. */
const mostKept = 20;

const same = (one: Rhythm | null, other: Rhythm | null): boolean =>
  canonical(one) === canonical(other);

/** What held on that day. */
export function rhythmOn({ now, before = [] }: Rhythms, day: LocalDate): Rhythm | null {
  const then = before.find(({ until }) => day <= until);
  return then === undefined ? now : then.rhythm;
}

/** The day from which on what holds now holds; null where it always did. */
const heldFrom = ({ before = [] }: Rhythms): LocalDate | null => {
  const last = before.at(-1);
  return last === undefined ? null : dayAfter(last.until);
};

/**
 * It is another one from that day on; what was before stays. What is known for the first time is what it was: nobody knew
 * better. One that comes back after nobody knew any was never away, and what is corrected on the same day never held.
 */
export function changedOn(rhythms: Rhythms, rhythm: Rhythm | null, day: LocalDate): Rhythms {
  const { now, before = [] } = rhythms;
  if (same(now, rhythm) || (now === null && before.length === 0))
    return { ...rhythms, now: rhythm };
  const from = heldFrom(rhythms);
  const last = before.at(-1);
  const held = from === null || from < day;
  if (last !== undefined && same(last.rhythm, rhythm) && (now === null || !held))
    return kept(rhythm, before.slice(0, -1));
  return kept(rhythm, held ? [...before, { rhythm: now, until: dayBefore(day) }] : before);
}

const kept = (now: Rhythm | null, before: readonly FormerRhythm[]): Rhythms =>
  before.length === 0 ? { now } : { now, before: before.slice(-mostKept) };

/**
 * What was known, and what the account says now: a change that it dates counts from then, one that it does not date from the
 * day on which it is seen.
 */
export function carriedOn(known: Rhythms, said: Rhythms, today: LocalDate): Rhythms {
  const from = heldFrom(known);
  const later = [...(said.before ?? []), { rhythm: said.now, until: null }].flatMap(
    ({ rhythm }, place) => {
      const since = said.before?.[place - 1]?.until;
      return since === undefined ? [] : [{ rhythm, day: dayAfter(since) }];
    },
  );
  const dated = later
    .filter(({ day }) => from === null || day >= from)
    .reduce((sofar, { rhythm, day }) => changedOn(sofar, rhythm, day), known);
  return changedOn(dated, said.now, today);
}

/**
 * What is to be made of a rhythm of which no past was kept: where production ran on days that are not of it, it was another
 * one until then, and nobody knows which.
 */
export function asRecorded(
  said: Rhythms,
  ran: readonly LocalDate[],
  runsOn: (rhythm: Rhythm | null, day: LocalDate) => boolean,
): Rhythms {
  const last = ran
    .filter((day) => !runsOn(rhythmOn(said, day), day))
    .sort()
    .at(-1);
  return last === undefined
    ? said
    : {
        now: said.now,
        before: [
          { rhythm: null, until: last },
          ...(said.before ?? []).filter(({ until }) => until > last),
        ],
      };
}
