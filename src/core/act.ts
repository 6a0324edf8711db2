import type { Because } from './because';
import type { Case } from './case';
import type { AccountId, Cid } from './ids';
import type { Ledger } from './ledger';
import type { ProcedureId } from './part';
import type { Situation } from './situation';

/** Who acts, and what Jira lets them do. */
export interface Actor {
  readonly accountId: AccountId;
  /** May move this ticket in its workflow: agents may, account managers who only collaborate may not. */
  readonly mayTransition: boolean;
  /** `customer`: somebody for whom the request is theirs; one of ours where it is absent. */
  readonly side?: 'team' | 'customer';
}

/**
 * What a person does: the rule of the SOP it belongs to, with what they gave. A caller brings the act of its own SOP, so
 * that what runs by itself is not loaded with everything that people can do.
 */
export interface Act {
  /** Whose act it is. */
  readonly procedure: ProcedureId;
  /** Does it, or says why it is refused; a refused act changes nothing. */
  readonly perform: (c: Case, actor: Actor) => Because | null;
  /** The account that it says the ticket belongs to (A12). */
  readonly choosing?: Cid | null;
  /** Customers that it brings into the ticket: the rules look at them before they are in the ledger. */
  readonly naming?: readonly Cid[];
}

/** What docs/acts.md, buttons and the authority line say of an act. */
export interface ActWords {
  /** The words of its button. */
  readonly title: string;
  /** Of the written SOP, such as `AM-23`, or a reading such as `A8`. */
  readonly clause: string;
  /** One sentence: what it does. */
  readonly what: string;
  /** One sentence: who may do it. */
  readonly who: string;
}

/** Something that people may do in a ticket, as its procedure declares it. `Given` is what it takes from them. */
export interface ActOf<Given> extends ActWords {
  /** Does it, or says why it is refused; a refused act changes nothing. */
  perform(c: Case, actor: Actor, input: Given): Because | null;
  /** Why this person may not do it now, whatever they would give; asked for its button, and again before it is done. */
  whyNot?(ledger: Ledger, situation: Situation, actor: Actor): Because | null;
  /** What it is tried with to tell whether the button may be pressed, where nothing shorter says it. */
  readonly blank?: Given;
  /** See {@link Act.choosing}. */
  choosing?(input: Given): Cid | null;
  /** See {@link Act.naming}. */
  naming?(input: Given): readonly Cid[];
}

/** The declared act with what somebody gave for it. */
export const actOf = <Given>(
  procedure: ProcedureId,
  declared: ActOf<Given>,
  input: Given,
): Act => ({
  procedure,
  perform: (c, actor) => declared.whyNot?.(c.ledger, c, actor) ?? declared.perform(c, actor, input),
  choosing: declared.choosing?.(input) ?? null,
  naming: declared.naming?.(input) ?? [],
});
