// Whoever has a wait may do what it names (A14): one rule for every procedure, asked beside its roles. Separation of duties
// stands above it: whom a wait must not be asked of may not do it either, however they came to it.
import { type Clock, isOf } from './clock';
import type { AccountId } from './ids';
import type { Ledger } from './ledger';
import type { ProcedureId } from './part';
import type { Situation } from './situation';
import type { WaitNamed } from './wait';

/** What is known of who was asked. */
export type AskedIn = Pick<Ledger, 'clocks'>;

/** Everything that tells whether somebody may do something: their roles, and what they were asked for. */
export type Authority = Situation & { readonly ledger: AskedIn };

/**
 * The waits of a procedure that somebody was asked for and that are still open: in their own place, in somebody else's, or
 * before they handed it on. Those above are not asked for it, unless the wait says that they may do it themselves.
 */
export const askedOf = (
  { clocks = [] }: AskedIn,
  procedure: ProcedureId,
  person: AccountId,
): readonly Clock[] =>
  clocks.filter((clock) => clock.procedure === procedure && wasAsked(clock, person));

/** Is that asked of somebody now? */
export const isAsked = (
  { clocks = [] }: AskedIn,
  { procedure, wait }: WaitNamed,
  person: AccountId,
): boolean => clocks.some((clock) => isOf(procedure, wait)(clock) && wasAsked(clock, person));

const wasAsked = ({ asked, above, aboveMay, not = [] }: Clock, who: AccountId): boolean =>
  !not.includes(who) &&
  asked.some(
    ({ person, standsInFor, rung }) =>
      (person === who || standsInFor === who) &&
      // Those above of whom something else is asked do that, and not what is late.
      (rung === 0 || (aboveMay === true && above[rung - 1]?.title === undefined)),
  );
