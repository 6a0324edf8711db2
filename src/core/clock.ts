// The clock of a wait: what the engine keeps of it in the ledger, copied when it opened, so that what is set later changes
// nothing about what was asked (X11).
import {
  addBusinessMinutes,
  businessMinutesBetween,
  nextWorkingDay,
} from './calendar/business-time';
import type { BusinessCalendar } from './calendar/business-calendar';
import { dueAt, end } from './due';
import type { AccountId } from './ids';
import { type Instant, later } from './instant';
import type { ProcedureId } from './part';
import type { Question } from './question';
import { calendarOf, responseCalendar, type Situation } from './situation';
import type { Readings } from './readings';
import type { Allowance, ByHand, Party, Wait } from './wait';

/** Somebody who was asked, and when they were told; null while they were not. */
export interface Asked {
  readonly person: AccountId;
  /** 0: whoever owes it; from 1: those above. */
  readonly rung: number;
  readonly toldAt: Instant | null;
  /** Others of their role were told: they find it in their list, and it is nobody's silence but of those who were told. */
  readonly listed?: true;
  /** Whose place they take. */
  readonly standsInFor?: AccountId;
  /** Until when they had it, before it climbed to somebody with a time of their own. */
  readonly until?: Instant;
  /** Others have taken it over: it is not in their list any more. */
  readonly over?: true;
}

/** Somebody has said that it is not for them. */
export interface Declined {
  readonly by: AccountId;
  readonly reason: string;
}

export interface Clock extends Wait {
  readonly procedure: ProcedureId;
  readonly opened: Instant;
  readonly rung: number;
  /** Everybody who was asked, in order; those of the present rung have it. */
  readonly asked: readonly Asked[];
  /** In whose working time it runs, as the queue read it when it opened (A8). */
  readonly runsIn?: Readings['clock'];
  /** When whoever has it has to have done it. */
  readonly dueAt: Instant;
  /** When the clock has to be looked at: to tell, to climb, to remind; null where nothing more comes. */
  readonly nextAt: Instant | null;
  /** It appeared without anything happening on the ticket: nobody is tagged before its first reminder. */
  readonly adopted?: true;
  /** From whom it was taken because they are away or gone, until those in their place are told. */
  readonly handedOver?: AccountId;
  /** It has changed hands or was begun again, and its due time is not counted from when it was asked first. */
  readonly changedHands?: true;
  /** When they were reminded last before the due time. */
  readonly reminded?: Instant;
  /** There is less time for it than they were told: until when they thought to have it. */
  readonly wasDueAt?: Instant;
  /** It was due, and did not climb by itself: how, since when. */
  readonly held?: { readonly how: ByHand['how']; readonly since: Instant };
  /** A date that was accepted, and how many were. */
  readonly promised?: Instant;
  readonly promises?: number;
  /** Who has said that it is not for them, and why. */
  readonly declined?: readonly Declined[];
  /** It stands still until this is answered, with so many business minutes left. */
  readonly question?: Question;
  readonly minutesLeft?: number;
  /** The due time has passed, and everybody above knows. */
  readonly late?: true;
  /** Nobody can tell whether it is still owed, such as in a queue that has lost its settings: since when, and the next try. */
  readonly still?: { readonly since: Instant; readonly lookAt: Instant };
}

/** Those who have it now. */
export const holdersOf = ({ asked, rung }: Pick<Clock, 'asked' | 'rung'>): readonly AccountId[] =>
  asked.filter((one) => one.rung === rung).map(({ person }) => person);

/** Everybody who was asked, on whichever level, and those in whose place they stand. */
export const everybodyAsked = ({ asked }: Pick<Clock, 'asked'>): readonly AccountId[] =>
  asked.flatMap(({ person, standsInFor }) =>
    standsInFor === undefined ? [person] : [person, standsInFor],
  );

/** Those who have it now and have to be told. */
export const untold = (
  { asked, rung }: Pick<Clock, 'asked' | 'rung'>,
  on = rung,
): readonly AccountId[] =>
  asked.flatMap((one) =>
    one.rung === on && one.toldAt === null && one.listed === undefined ? [one.person] : [],
  );

/** Those who have it now and were told: nobody else is ever named as silent (X11). */
export const toldOf = ({ asked, rung }: Pick<Clock, 'asked' | 'rung'>): readonly AccountId[] =>
  asked.flatMap((one) => (one.rung === rung && one.toldAt !== null ? [one.person] : []));

/** Since when those who have it now know; null while somebody of them has to be told, and where nobody was. */
export function toldSince({ asked, rung }: Pick<Clock, 'asked' | 'rung'>): Instant | null {
  const [first, ...others] = asked.flatMap((one) =>
    one.rung === rung && one.toldAt !== null ? [one.toldAt] : [],
  );
  return first === undefined || untold({ asked, rung }).length > 0 ? null : later(first, ...others);
}

/** What is asked on a step of the ladder, of whom, and the time they have for it. */
interface Level {
  readonly of: Party;
  readonly title: string;
  /** Undefined where they only hear of it, and the due time stays what it was. */
  readonly within: Allowance | undefined;
  readonly remindBefore: readonly number[];
}

/** The step that it stands on, or another one: 0 is whoever owes it. */
export function levelOf(clock: Wait & { readonly rung: number }, rung = clock.rung): Level {
  const { of, title, within, remindBefore = [] } = clock;
  if (rung === 0) return { of, title, within, remindBefore };
  const step = clock.above[rung - 1];
  return {
    of: step?.to ?? of,
    title: step?.title ?? title,
    within: step?.within,
    remindBefore: step?.remindBefore ?? [],
  };
}

/** Do those who have it now have a time of their own, and not only hear that somebody else is late? */
export const isTheirs = (clock: Clock): boolean => levelOf(clock).within !== undefined;

/** The same wait? Keys are of one procedure. */
export const isOf =
  (procedure: ProcedureId, key: string) =>
  (clock: Clock): boolean =>
    clock.procedure === procedure && clock.key === key;

/** The moment at which that much working time of somebody has passed. */
export function after(
  situation: Situation,
  allowance: Allowance,
  from: Instant,
  person: AccountId | undefined,
): Instant {
  return end(calendarFor(situation, person), allowance, from);
}

/** How much working time of somebody is left until then. @param from now, where it is not said */
export const minutesUntil = (
  situation: Situation,
  until: Instant,
  person: AccountId | undefined,
  from = situation.now,
): number => Math.max(0, businessMinutesBetween(calendarFor(situation, person), from, until));

/** In whose working time it runs; the queue's where nobody has it. */
const calendarFor = (situation: Situation, person: AccountId | undefined): BusinessCalendar =>
  person === undefined ? calendarOf(situation, null) : responseCalendar(situation, person);

/**
 * When it is due: never before the date that was agreed or promised, and counted from when whoever owes it was told.
 * While nobody was told, nothing is late.
 */
export function dueOf(situation: Situation, clock: Omit<Clock, 'dueAt' | 'nextAt'>): Instant {
  const { within } = levelOf(clock);
  const on = within === undefined ? 0 : clock.rung;
  const [holder] = holdersOf({ asked: clock.asked, rung: on });
  const told = clock.asked.find(({ rung, toldAt }) => rung === on && toldAt !== null)?.toldAt;
  return dueAt({
    calendar: calendarFor(situation, holder),
    base: later(clock.since, told ?? clock.opened),
    within: within ?? clock.within,
    promised: clock.promised,
    notBefore: clock.notBefore,
  });
}

/** The opening of the next working day of whoever has it (A15). */
export const nextMorning = (situation: Situation, clock: Clock): Instant =>
  nextWorkingDay(calendarOf(situation, holdersOf(clock)[0] ?? null), situation.now);

/** How far ahead a date may be promised: the end of so many working days from now. */
export function latestPromise(situation: Situation, days: number, person: AccountId): Instant {
  const calendar = calendarOf(situation, person);
  const busiest = Math.max(
    ...calendar.week.map((day) => day.reduce((sum, { from, to }) => sum + to - from, 0)),
  );
  return addBusinessMinutes(calendar, situation.now, days * busiest);
}

/** Nobody who must not do it, nor who has said that it is not for them. */
export const excluded = ({ not = [], declined = [] }: Clock): readonly AccountId[] => [
  ...not,
  ...declined.map(({ by }) => by),
];

/** Of a whole role, so many are tagged; all of them see it in their lists. */
const mostTagged = 3;

export const tagged = <One>(people: readonly One[]): readonly One[] => people.slice(0, mostTagged);

/** Those of a rung whom a comment of now tags know of it from now on; the others of it have it in their lists. */
export function knownFrom(
  clock: Clock,
  now: Instant,
  told: readonly AccountId[],
  on = clock.rung,
): Clock {
  const know = tagged(told);
  return {
    ...clock,
    asked: clock.asked.map((one): Asked => {
      if (one.rung !== on || one.toldAt !== null) return one;
      const { listed: _listed, ...rest } = one;
      return know.includes(one.person) ? { ...rest, toldAt: now } : { ...one, listed: true };
    }),
  };
}

/** Somebody who is asked on a rung, and does not know yet. */
export const askedOn = (
  { person, standsInFor }: Pick<Asked, 'person' | 'standsInFor'>,
  rung: number,
): Asked => ({
  person,
  rung,
  toldAt: null,
  ...(standsInFor === undefined ? {} : { standsInFor }),
});
