import type { Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Knowledge } from './knowledge';

/** What people do in the onboarding of a hybrid account, and to keep each other informed. */
export type HybridStep =
  | {
      readonly kind: 'start';
      readonly cid: Cid;
      readonly opportunity: string;
      readonly type: 'net-new' | 'became-hybrid';
    }
  | { readonly kind: 'task-done'; readonly task: string; readonly note: string | null }
  | { readonly kind: 'acknowledge-onboarding' }
  | { readonly kind: 'set-object'; readonly url: string }
  | { readonly kind: 'set-channel'; readonly url: string }
  | { readonly kind: 'set-meeting'; readonly at: Instant }
  | { readonly kind: 'share'; readonly class: Knowledge['class']; readonly text: string }
  /** HY-16: once, to all affected accounts and both departments. */
  | {
      readonly kind: 'announce';
      readonly customers: readonly Cid[];
      readonly text: string;
      readonly forAdmins: string;
    }
  | { readonly kind: 'seen'; readonly upTo: number }
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'answer'; readonly question: number; readonly text: string }
  /** HY-15: a ticket for the integrations team, prefilled from a symptom. */
  | {
      readonly kind: 'raise-integration';
      readonly symptom: string;
      readonly summary: string;
      readonly description: string;
    };
