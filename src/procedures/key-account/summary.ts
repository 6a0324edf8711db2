// K4, KA-06, KA-07: what a month or a week looked like, from what happened; pure counting, every number with its tickets.
import { daysBefore, type LocalDate, weekdayOf } from '../../core/calendar/local-time';
import type { Cid } from '../../core/ids';
import type { Aspect, Happening, What } from './happening';

/** A number and the tickets behind it, in order, each once. */
export interface Count {
  readonly count: number;
  readonly keys: readonly string[];
}

const countOf = (happenings: readonly Happening[]): Count => ({
  count: happenings.length,
  keys: [...new Set(happenings.map(({ key }) => key))],
});

type Of<Kind extends What['kind']> = Happening & {
  readonly what: Extract<What, { readonly kind: Kind }>;
};
const of = <Kind extends What['kind']>(happenings: readonly Happening[], kind: Kind): Of<Kind>[] =>
  happenings.filter((one): one is Of<Kind> => one.what.kind === kind);

const aspects: readonly Aspect[] = ['code-quality', 'timing', 'accuracy'];

/** How one release stood at the end of a month. */
export interface ReleaseStanding {
  readonly key: string;
  readonly cid: Cid | null;
  readonly startedOn: LocalDate;
  readonly signOff: 'none' | 'signed-off' | 'retrospective' | 'void';
  readonly cycles: { readonly passed: number; readonly failed: number };
  readonly finished: boolean;
}

export interface MonthSummary {
  readonly month: string;
  readonly added: readonly Of<'added'>[];
  readonly removed: readonly Of<'removed'>[];
  readonly escalations: Count;
  /** Quality issues by what they are about; an escalation is one. */
  readonly issues: Readonly<Record<Aspect, Count>>;
  readonly answeredInTime: Count;
  readonly answeredLate: Count;
  readonly signedOff: Count;
  readonly retrospective: Count;
  readonly finished: Count;
  readonly cyclesPassed: Count;
  readonly cyclesFailed: Count;
  /** Releases that were open at its end, or were finished in it. */
  readonly releases: readonly ReleaseStanding[];
  readonly confirmed: Of<'month-confirmed'> | null;
}

/** @param happenings of that month and of all before it in which a release may have begun, in order of time */
export function monthSummary(month: string, happenings: readonly Happening[]): MonthSummary {
  const known = happenings.filter(({ day }) => day.slice(0, 7) <= month);
  const within = happenings.filter(({ day }) => day.startsWith(month));
  const escalated = of(within, 'escalated');
  const answered = of(within, 'escalation-answered');
  const signed = of(within, 'release-signed-off');
  const cycles = of(within, 'cycle');
  return {
    month,
    added: of(within, 'added'),
    removed: of(within, 'removed'),
    escalations: countOf(escalated),
    issues: Object.fromEntries(
      aspects.map((aspect) => [
        aspect,
        countOf(escalated.filter(({ what }) => what.aspect === aspect)),
      ]),
    ) as Record<Aspect, Count>,
    answeredInTime: countOf(answered.filter(({ what }) => what.inTime)),
    answeredLate: countOf(answered.filter(({ what }) => !what.inTime)),
    signedOff: countOf(signed),
    retrospective: countOf(signed.filter(({ what }) => what.retrospective)),
    finished: countOf(of(within, 'release-finished')),
    cyclesPassed: countOf(cycles.filter(({ what }) => what.passed)),
    cyclesFailed: countOf(cycles.filter(({ what }) => !what.passed)),
    releases: of(known, 'release-started').flatMap((started) => {
      const standing = standingOf(started, known);
      const finishedOn = of(known, 'release-finished').find(
        ({ issueId }) => issueId === started.issueId,
      )?.day;
      return finishedOn !== undefined && !finishedOn.startsWith(month) ? [] : [standing];
    }),
    // The task is confirmed after the month has ended.
    confirmed: of(happenings, 'month-confirmed').find(({ what }) => what.month === month) ?? null,
  };
}

function standingOf(started: Happening, known: readonly Happening[]): ReleaseStanding {
  const own = known.filter(({ issueId }) => issueId === started.issueId);
  const signs = own.filter(
    ({ what }) => what.kind === 'release-signed-off' || what.kind === 'sign-off-void',
  );
  const last = signs.at(-1)?.what;
  const cycles = of(own, 'cycle');
  return {
    key: started.key,
    cid: started.cid,
    startedOn: started.day,
    signOff:
      last === undefined
        ? 'none'
        : last.kind === 'sign-off-void'
          ? 'void'
          : last.kind === 'release-signed-off' && last.retrospective
            ? 'retrospective'
            : 'signed-off',
    cycles: {
      passed: cycles.filter(({ what }) => what.passed).length,
      failed: cycles.filter(({ what }) => !what.passed).length,
    },
    finished: of(own, 'release-finished').length > 0,
  };
}

export interface WeekSummary {
  /** Its Monday. */
  readonly from: LocalDate;
  readonly issues: Readonly<Record<Aspect, Count>>;
  readonly cyclesFailed: Count;
  /** Recorded later than they were due. */
  readonly cyclesLate: Count;
  readonly released: Count;
  readonly answeredInTime: number;
  readonly answeredLate: number;
}

/** The Monday of the week of that day. */
export function mondayOf(day: LocalDate): LocalDate {
  return daysBefore(day, (weekdayOf(day) + 6) % 7);
}

/** The last `count` weeks up to that of `day`, the oldest first. */
export function weekSummaries(
  happenings: readonly Happening[],
  day: LocalDate,
  count: number,
): readonly WeekSummary[] {
  const last = mondayOf(day);
  return Array.from({ length: count }, (_, place) => {
    const from = daysBefore(last, (count - 1 - place) * 7);
    const to = daysBefore(from, -7);
    const within = happenings.filter((one) => one.day >= from && one.day < to);
    const escalated = of(within, 'escalated');
    const answered = of(within, 'escalation-answered');
    return {
      from,
      issues: Object.fromEntries(
        aspects.map((aspect) => [
          aspect,
          countOf(escalated.filter(({ what }) => what.aspect === aspect)),
        ]),
      ) as Record<Aspect, Count>,
      cyclesFailed: countOf(of(within, 'cycle').filter(({ what }) => !what.passed)),
      cyclesLate: countOf(of(within, 'cycle').filter(({ what }) => what.late === true)),
      released: countOf(of(within, 'release-signed-off')),
      answeredInTime: answered.filter(({ what }) => what.inTime).length,
      answeredLate: answered.filter(({ what }) => !what.inTime).length,
    };
  });
}

/** KA-07: is the last whole week worse or better than the weeks before it, for one aspect? */
export interface Trend {
  readonly aspect: Aspect;
  readonly last: number;
  /** The weekly mean of the weeks before. */
  readonly usual: number;
  readonly verdict: 'worse' | 'better' | 'as-usual' | 'too-few';
}

/** Below this many weeks a mean says nothing. */
const weeksNeeded = 4;

/** @param weeks the oldest first; the last of them is still running and is left out */
export function trends(weeks: readonly WeekSummary[]): readonly Trend[] {
  const whole = weeks.slice(0, -1);
  const before = whole.slice(0, -1);
  const week = whole.at(-1);
  return aspects.map((aspect): Trend => {
    const last = week?.issues[aspect].count ?? 0;
    const counts = before.map(({ issues }) => issues[aspect].count);
    const usual =
      counts.length === 0 ? 0 : counts.reduce((sum, one) => sum + one, 0) / counts.length;
    // A count scatters by about its own root: less than that is noise.
    const scatter = Math.max(1, Math.sqrt(usual));
    const verdict =
      counts.length < weeksNeeded
        ? 'too-few'
        : last > usual + scatter
          ? 'worse'
          : last < usual - scatter
            ? 'better'
            : 'as-usual';
    return { aspect, last, usual, verdict };
  });
}
