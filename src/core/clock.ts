// The clock of a wait: what the engine keeps of it in the ledger, copied when it opened, so that what is set later changes
// nothing about what was asked (X11).
import { addBusinessMinutes, nextWorkingDay } from './calendar/business-time';
import type { BusinessCalendar } from './calendar/business-calendar';
import { dueAt, end } from './due';
import type { AccountId } from './ids';
import { type Instant, later } from './instant';
import type { ProcedureId } from './part';
import type { Question } from './question';
import { calendarOf, responseCalendar, type Situation } from './situation';
import type { Allowance, Wait } from './wait';

/** Somebody who was asked, and when they were told; null while they were not. */
export interface Asked {
  readonly person: AccountId;
  /** 0: whoever owes it; from 1: those above. */
  readonly rung: number;
  readonly toldAt: Instant | null;
  /** Whose place they take. */
  readonly standsInFor?: AccountId;
}

export interface Clock extends Wait {
  readonly procedure: ProcedureId;
  readonly opened: Instant;
  readonly rung: number;
  /** Everybody who was asked, in order; those of the present rung have it. */
  readonly asked: readonly Asked[];
  /** When whoever owes it has to have done it. */
  readonly dueAt: Instant;
  /** When the clock has to be looked at: to tell, to climb, to remind; null where nothing more comes. */
  readonly nextAt: Instant | null;
  /** It appeared without anything happening on the ticket: nobody is tagged before its first reminder. */
  readonly adopted?: true;
  /** From whom it was taken because they are away or gone, until those in their place are told. */
  readonly handedOver?: AccountId;
  /** A date that was accepted, and how many were. */
  readonly promised?: Instant;
  readonly promises?: number;
  /** People who have said that it is not for them. */
  readonly declinedBy?: readonly AccountId[];
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

/** Those who have it now and do not know yet. */
export const untold = ({ asked, rung }: Pick<Clock, 'asked' | 'rung'>): readonly AccountId[] =>
  asked.flatMap((one) => (one.rung === rung && one.toldAt === null ? [one.person] : []));

/** Since when all of those who have it now know; null while somebody of them was not told, and where nobody has it. */
export function toldSince({ asked, rung }: Pick<Clock, 'asked' | 'rung'>): Instant | null {
  const [first, ...others] = asked.flatMap((one) =>
    one.rung === rung && one.toldAt !== null ? [one.toldAt] : [],
  );
  return first === undefined || untold({ asked, rung }).length > 0 ? null : later(first, ...others);
}

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

/** In whose working time it runs; the queue's where nobody has it. */
const calendarFor = (situation: Situation, person: AccountId | undefined): BusinessCalendar =>
  person === undefined ? calendarOf(situation, null) : responseCalendar(situation, person);

/**
 * When it is due: never before the date that was agreed or promised, and counted from when whoever owes it was told.
 * While nobody was told, nothing is late.
 */
export function dueOf(situation: Situation, clock: Omit<Clock, 'dueAt' | 'nextAt'>): Instant {
  const [holder] = holdersOf({ asked: clock.asked, rung: 0 });
  const told = clock.asked.find(({ rung, toldAt }) => rung === 0 && toldAt !== null)?.toldAt;
  return dueAt({
    calendar: calendarFor(situation, holder),
    base: later(clock.since, told ?? clock.opened),
    within: clock.within,
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
export const excluded = ({ not = [], declinedBy = [] }: Clock): readonly AccountId[] => [
  ...not,
  ...declinedBy,
];

/** The people of the present rung know of it from now on. */
export const knownFrom = (clock: Clock, now: Instant): Clock => ({
  ...clock,
  asked: clock.asked.map((one) =>
    one.rung === clock.rung && one.toldAt === null ? { ...one, toldAt: now } : one,
  ),
});

/** Somebody who is asked on a rung, and does not know yet. */
export const askedOn = (one: Pick<Asked, 'person' | 'standsInFor'>, rung: number): Asked => ({
  ...one,
  rung,
  toldAt: null,
});
