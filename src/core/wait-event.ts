// What becomes of a wait, as its procedure hears of it: something else may follow from that, and the written SOP may have
// words of its own for it.
import type { Because } from './because';
import type { Case } from './case';
import type { Clock } from './clock';
import type { Paragraph } from './command';
import type { AccountId } from './ids';
import { note, type Noted } from './note-wait';

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

/** What a procedure has to say about it; the engine speaks where something is absent. */
export interface OwnWords {
  /** The line of the journal; null where there is nothing to write down. */
  readonly entry?: OwnEntry | null;
  /** What is written to them; nothing where it is empty. */
  readonly words?: readonly Paragraph[];
  /** Of the words, and in whose name they are written; in the app's own where nobody is named. */
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
