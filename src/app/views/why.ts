import type { PersonView, WhyView } from '../../contract/why';
import type { Because } from '../../core/because';
import { spellFlip } from '../../core/flip';
import type { AccountId } from '../../core/ids';
import { nameOf, type People } from '../../core/people';

/** Times inside texts and values stay ISO instants; the page shows them in the viewer's zone. */
export const whyView = (
  { clause, text, values, flip }: Because,
  policyVersion: number,
  people: People = {},
): WhyView => ({
  clause,
  text,
  values: Object.entries(values).map(([name, value]) => ({ name, value })),
  different: flip === undefined ? null : spellFlip(flip, (person) => nameOf(people, person)),
  policyVersion,
});

export const personView = (people: People, accountId: AccountId): PersonView => ({
  accountId,
  name: nameOf(people, accountId),
  active: people[accountId]?.active ?? true,
  ...(people[accountId]?.avatarUrl === undefined
    ? {}
    : { avatarUrl: people[accountId]?.avatarUrl }),
});

export const personViewOrNull = (people: People, accountId: AccountId | null): PersonView | null =>
  accountId === null ? null : personView(people, accountId);
