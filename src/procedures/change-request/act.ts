import type { AccountId } from '../../core/ids';
import type { Evidence, Intake } from './change-request';
import type { ContentEdit } from './content';
import type { GateKey, StepKey, WorkKey } from './lifecycle';

/** What people do with a change request. */
export type ChangeStep =
  | {
      readonly kind: 'classify';
      readonly intake: Intake;
      readonly chargeable: boolean;
      readonly implication: string;
      readonly customerRep: AccountId | null;
    }
  | { readonly kind: 'edit'; readonly edit: ContentEdit }
  | { readonly kind: 'ask'; readonly gate: GateKey }
  /** `version`: of the content that the page showed; null where the page says by revision what it is about. */
  | {
      readonly kind: 'approve';
      readonly gate: GateKey;
      readonly version: number | null;
      readonly note: string | null;
    }
  | {
      readonly kind: 'decline';
      readonly gate: GateKey;
      readonly version: number | null;
      readonly reason: string;
      readonly backTo: WorkKey | null;
    }
  | {
      readonly kind: 'record';
      readonly gate: GateKey;
      readonly approved: boolean;
      readonly evidence: Evidence;
      readonly reason: string | null;
      readonly backTo: WorkKey | null;
    }
  | { readonly kind: 'skip'; readonly gate: GateKey; readonly reason: string }
  | {
      readonly kind: 'complete';
      readonly step: StepKey;
      readonly build: string | null;
      readonly note: string | null;
    }
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'create-issue' }
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'withdraw'; readonly reason: string };
