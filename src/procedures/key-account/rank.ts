// K7: who counts as a senior-level engineer or higher.
import type { AccountId } from '../../core/ids';
import { peopleIn, type Role, type Roles } from '../../core/roles';

/** From the lowest up. */
export const engineerRanks = [
  'engineer',
  'senior-engineer',
  'lead-engineer',
  'engineering-manager',
] as const satisfies readonly Role[];
export type EngineerRank = (typeof engineerRanks)[number];

/** The highest rank somebody has; null for nobody of the engineers. */
export const rankOf = (
  settings: { readonly roles?: Roles },
  person: AccountId,
): EngineerRank | null =>
  [...engineerRanks].reverse().find((rank) => peopleIn(settings, rank).includes(person)) ?? null;

export const isSenior = (rank: EngineerRank | null): rank is Exclude<EngineerRank, 'engineer'> =>
  rank !== null && rank !== 'engineer';
