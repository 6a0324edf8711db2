import type { AccountBadge, Mark } from '../contract/badge';
import type { NewsRow } from '../contract/news';
import type { AccountId } from '../core/ids';
import type { Ledger } from '../core/ledger';
import type { Policy } from '../core/policy';
import type { Situation } from '../core/situation';
import type { Ports } from './ports';

/** What a procedure adds to pages that are not its own. */
export interface Contribution {
  /** Its place among the others. */
  readonly order: number;
  /** What it marks on the account of a ticket; `looked` is the ledger as the rules see it at this moment. */
  readonly badge?: (
    ports: Ports,
    situation: Situation,
    ledger: Ledger,
    looked: Ledger,
  ) => Promise<AccountBadge | null>;
  /** How it marks the account in a list of tickets. */
  readonly marks?: (ledger: Ledger) => readonly Mark[];
  /** What somebody has not acknowledged. */
  readonly news?: (ports: Ports, policy: Policy, person: AccountId) => Promise<readonly NewsRow[]>;
}

/** The badges of all procedures, in their order. */
export async function badgesOf(
  contributions: readonly Contribution[],
  ...at: Parameters<NonNullable<Contribution['badge']>>
): Promise<AccountBadge[]> {
  const badges = await Promise.all(
    contributions.map(async ({ badge }) => (await badge?.(...at)) ?? null),
  );
  return badges.filter((badge) => badge !== null);
}
