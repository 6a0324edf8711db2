// What becomes of a wait, as its procedure hears of it: something else may follow from that, and the written SOP may have
// words of its own for it. Telling people is an intent: what is kept is whom to tell of what, and the words are made when they
// are posted, from how it stands then.
import type { Because } from './because';
import type { Case } from './case';
import { type Clock, holdersOf, isOf } from './clock';
import type { AccountId } from './ids';
import type { Instant } from './instant';
import type { Ledger } from './ledger';
import { note, type Noted } from './note-wait';
import type { ProcedureId } from './part';

/** Somebody who does not wait for the due time, and why. */
export interface Hurried {
  readonly by: AccountId;
  readonly reason: string;
}

/** Something has become of a wait. */
export interface WaitEvent {
  /**
   * `new`, `passed-on`: those who have it now are told. `changes-hands`: somebody else has it, before they are told. `soon`:
   * they are reminded before the due time. `sooner`, `more-time`: the due time has moved. `late`: it has passed, and they are
   * reminded. `held`: it has passed, and people climb by hand. `again`: it climbs by itself from now on, after a while.
   * `escalated`: those above hear of it. `taken-back`: somebody below them has set a date, and has it again until then.
   */
  readonly kind:
    | 'new'
    | 'passed-on'
    | 'changes-hands'
    | 'soon'
    | 'sooner'
    | 'more-time'
    | 'late'
    | 'held'
    | 'again'
    | 'escalated'
    | 'taken-back';
  /** As it is from now on. */
  readonly clock: Clock;
  /** As it was. */
  readonly before: Clock;
  /** Who is told; everybody who has it where it is absent. */
  readonly to?: readonly AccountId[];
  /** Who had it before, was told a while before, and did nothing. */
  readonly silent: readonly AccountId[];
  readonly hurried?: Hurried;
}

/** A line of the journal: whether it says what was done or what was not, and by whom; by the app where it is absent. */
interface OwnEntry {
  readonly kind: 'done' | 'declined';
  readonly by?: AccountId | null;
  readonly text: string;
  readonly because: Because;
}

/** What a procedure makes of it; the engine speaks where something is absent. */
export interface OwnWords {
  /** The line of the journal; null where there is nothing to write down. */
  readonly entry?: OwnEntry | null;
  /** Of the words, which `sayWait` has, and in whose name they are written; in the app's own where nobody is named. */
  readonly clause?: string;
  readonly actor?: AccountId;
}

/** Somebody is told what has become of a wait. */
export interface Telling extends WaitEvent {
  readonly own: OwnWords | null;
}

/**
 * Lets the procedure hear of it, and writes it down.
 * @param usual what the engine writes down where the procedure has no words for it
 */
export function happens(c: Case, event: WaitEvent, usual: Noted | null): Telling {
  const { clock, hurried } = event;
  const { onWait } = c.procedures.find(({ id }) => id === clock.procedure) ?? {};
  const own = c.as(clock.procedure, () => onWait?.(c, event)) ?? null;
  if (own?.entry === undefined) {
    if (usual !== null) note(c, clock, usual);
  } else if (own.entry !== null) {
    const { kind, by = hurried?.by ?? null, text, because } = own.entry;
    c.as(clock.procedure, () =>
      kind === 'done'
        ? c.done(c.now, by, text, because)
        : c.declinedWorthKeeping(c.now, by, text, because),
    );
  }
  return { ...event, own };
}

/** Whom to tell of something that is owed, and what has become of it. */
export interface Told {
  readonly procedure: ProcedureId;
  readonly key: string;
  /** Which clock of that key, and on which step it stood. */
  readonly opened: Instant;
  readonly rung: number;
  readonly kind: WaitEvent['kind'];
  /** When it was decided. */
  readonly at: Instant;
  readonly to: readonly AccountId[];
  readonly silent: readonly AccountId[];
  readonly hurried?: Hurried;
  /** Who had it before, and from whom it was taken. */
  readonly from?: AccountId;
  readonly handedOver?: AccountId;
  /** It was late before. */
  readonly again?: true;
}

/** The same, with how it stands now. */
export interface Saying extends Told {
  readonly clock: Clock;
}

export function intentOf(
  { clock, before, kind, silent, hurried, to = holdersOf(clock) }: Telling,
  at: Instant,
): Told {
  const { procedure, key, opened, rung } = clock;
  const had = before.asked.filter((one) => one.rung === before.rung);
  const from = (had.findLast(({ listed }) => listed === undefined) ?? had.at(-1))?.person;
  const { handedOver, late } = before;
  return {
    ...{ procedure, key, opened, rung, kind, at, to, silent },
    ...(hurried === undefined ? {} : { hurried }),
    ...(from === undefined ? {} : { from }),
    ...(handedOver === undefined ? {} : { handedOver }),
    ...(late === undefined ? {} : { again: late }),
  };
}

/** What there is to say by now; null where it is over, has gone on, or is not theirs any more. */
export function stillToSay({ clocks = [] }: Pick<Ledger, 'clocks'>, told: Told): Saying | null {
  const clock = clocks.find(isOf(told.procedure, told.key));
  if (clock === undefined || clock.opened !== told.opened || clock.rung !== told.rung) return null;
  const to = told.to.filter((person) => clock.asked.some((one) => one.person === person));
  return to.length === 0 ? null : { ...told, to, clock };
}
