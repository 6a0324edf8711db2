import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import type { ListingReason } from './designation';
import type { Aspect } from './happening';
import type { ReleaseFacts, WitnessStep } from './release';

/** What people do about key accounts. */
export type KeyStep =
  | {
      readonly kind: 'propose';
      readonly cid: Cid;
      readonly change: 'add' | 'remove';
      readonly reason: ListingReason;
      readonly note: string;
      readonly effective: LocalDate | null;
    }
  | { readonly kind: 'decide-listing'; readonly accept: boolean; readonly note: string | null }
  | { readonly kind: 'escalate'; readonly aspect: Aspect; readonly what: string }
  | { readonly kind: 'answer-escalation' }
  | { readonly kind: 'resolve-escalation'; readonly how: string }
  | {
      readonly kind: 'start-release';
      /** The account, where the ticket's organizations do not say it. */ readonly cid: Cid | null;
      readonly authors: readonly AccountId[];
    }
  | { readonly kind: 'set-facts'; readonly facts: Partial<ReleaseFacts> }
  | { readonly kind: 'set-processing'; readonly value: boolean }
  | {
      readonly kind: 'tick';
      readonly item: string;
      readonly done: boolean;
      readonly evidence: string | null;
    }
  | { readonly kind: 'review'; readonly as: 'peer' | 'senior' }
  | { readonly kind: 'client-review' }
  | { readonly kind: 'attest'; readonly step: WitnessStep; readonly reason: string | null }
  | {
      readonly kind: 'record-cycle';
      readonly date: LocalDate;
      readonly passed: boolean;
      readonly note: string;
    }
  | { readonly kind: 'finish-release' }
  | { readonly kind: 'confirm-month-end'; readonly note: string | null };
