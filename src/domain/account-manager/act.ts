import type { AccountId, Cid, PriorityId } from '../ids';
import type { Instant } from '../instant';

/** What a person does through the panel or the gadget. */
export type Act =
  | { readonly kind: 'request-response'; readonly entryId: string; /** Null while it is only being looked at what would happen. */ readonly note: string | null; readonly priority: PriorityId | null }
  | { readonly kind: 'add-watcher'; readonly entryId: string }
  /** AM-01: a contact with the account manager outside Jira, for one of the two reasons that allow it. */
  | { readonly kind: 'record-contact'; readonly reason: 'management-asks' | 'sop-says'; readonly channel: string; readonly note: string }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'promise'; readonly by: Instant; readonly text: string | null }
  | { readonly kind: 'escalate'; readonly reason: string }
  | { readonly kind: 'put-back' }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'choose-account'; readonly cid: Cid };

/** Who acts, and what Jira lets them do. */
export interface Actor {
  readonly accountId: AccountId;
  /** May move this ticket in its workflow: agents may, account managers who only collaborate may not. */
  readonly mayTransition: boolean;
  /** `customer`: somebody for whom the request is theirs; one of ours where it is absent. */
  readonly side?: 'team' | 'customer';
}
