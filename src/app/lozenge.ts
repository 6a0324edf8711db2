import type { Instant } from '../core/instant';
import type { Ledger } from '../core/ledger';
import type { Policy } from '../core/policy';

/** What a collapsed panel says in a word or two. */
export interface Lozenge {
  readonly label: string;
  readonly type: 'default' | 'inprogress' | 'moved' | 'removed' | 'success';
}

/** Null where there is nothing to say. */
export type LozengeOf = (ledger: Ledger, policy: Policy, now: Instant) => Lozenge | null;
