import type { Because } from './because';
import type { Draft } from './draft';
import type { AccountId, Cid } from './ids';
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
  /** Does it, or says why it is refused; a refused act changes nothing. */
  readonly perform: (draft: Draft, situation: Situation, actor: Actor) => Because | null;
  /** The account that it says the ticket belongs to (A12). */
  readonly choosing?: Cid | null;
  /** Customers that it brings into the ticket: the rules look at them before they are in the ledger. */
  readonly naming?: readonly Cid[];
}
