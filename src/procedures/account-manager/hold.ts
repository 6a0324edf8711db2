import type { Instant } from '../../core/instant';

export type BallHolder =
  'support' | 'account-manager' | 'regional-manager' | 'management' | 'customer';

/** From when on somebody held an ask. */
export interface Hold {
  readonly who: Exclude<BallHolder, 'support' | 'customer'>;
  readonly from: Instant;
}
