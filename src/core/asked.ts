// Whoever has a wait may do what it names (A14): one rule for every procedure, asked beside its roles. Separation of duties
// stands above it: whom a wait must not be asked of may not do it either, however they came to it.
import { type Clock, everybodyAsked } from './clock';
import type { AccountId } from './ids';
import type { Ledger } from './ledger';
import type { ProcedureId } from './part';
import type { Situation } from './situation';

/** What is known of who was asked. */
type AskedIn = Pick<Ledger, 'clocks'>;

/** Everything that tells whether somebody may do something: their roles, and what they were asked for. */
export type Authority = Situation & { readonly ledger: AskedIn };

/** An act, and what it is about. */
interface AskedAct {
  readonly procedure: ProcedureId;
  /** As the waits of the procedure name it, such as `approve`. */
  readonly act: string;
  /** Does the wait of that key ask for it? All that name the act do where it is absent. */
  readonly about?: (key: string) => boolean;
}

/**
 * Everybody of whom that act is asked now: whoever has it or had it before, in their own place or somebody else's, and
 * those in whose place they stand.
 */
const askedFor = (
  { clocks = [] }: AskedIn,
  { procedure, act, about = () => true }: AskedAct,
): readonly AccountId[] =>
  clocks
    .filter((clock) => clock.procedure === procedure && clock.acts.includes(act))
    .flatMap((clock) => (about(clock.key) ? askedOf(clock) : []));

/** Is that act asked of that person now? */
export const isAsked = (known: AskedIn, person: AccountId, act: AskedAct): boolean =>
  askedFor(known, act).includes(person);

/** Those above of whom something else is asked do that, and not what is late. */
const askedOf = ({ asked, above, not = [] }: Clock): readonly AccountId[] =>
  everybodyAsked({
    asked: asked.filter(({ rung }) => above[rung - 1]?.title === undefined),
  }).filter((person) => !not.includes(person));
