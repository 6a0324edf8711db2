import type { Cid, PriorityId } from '../../core/ids';
import type { Instant } from '../../core/instant';

/** What a person does through the panel or the gadget. */
export type AskStep =
  | {
      readonly kind: 'request-response';
      readonly entryId: string;
      /** Null while it is only being looked at what would happen. */ readonly note: string | null;
      readonly priority: PriorityId | null;
    }
  | { readonly kind: 'add-watcher'; readonly entryId: string }
  /** AM-01: a contact with the account manager outside Jira, for one of the two reasons that allow it. */
  | {
      readonly kind: 'record-contact';
      readonly reason: 'management-asks' | 'sop-says';
      readonly channel: string;
      readonly note: string;
    }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'promise'; readonly by: Instant; readonly text: string | null }
  | { readonly kind: 'escalate'; readonly reason: string }
  | { readonly kind: 'put-back' }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'choose-account'; readonly cid: Cid };
