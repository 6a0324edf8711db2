// Somebody who has left or is away is not waited for in vain: the delegate, else the regional manager, else the fallback.
import { type Because, because } from '../../core/because';
import type { AccountId } from '../../core/ids';
import { delegateOf, nameOf } from '../../core/people';
import { isThere, type Situation } from '../../core/situation';
import { firstFallback, managersOf } from './managers';

export interface Holder {
  readonly holder: AccountId;
  /** Whose place the holder takes; null when it is the person meant. */
  readonly standsInFor: AccountId | null;
  readonly because: Because | null;
}

/**
 * A14: who is asked when `person` is meant.
 * @param except people who cannot take it, because they were asked already
 */
export function holderFor(
  situation: Situation,
  person: AccountId,
  except: readonly AccountId[] = [],
): Holder {
  const { people, now } = situation;
  const delegate = delegateOf(people, person, now);
  const name = nameOf(people, person);
  const inPlace = (holder: AccountId, reason: string): Holder => ({
    holder,
    standsInFor: person,
    because: because('A14', `${nameOf(people, holder)} stands in for ${name}: ${reason}.`, {
      person: name,
      'stands in': nameOf(people, holder),
    }),
  });
  if (delegate !== null && isThere(situation, delegate))
    return inPlace(delegate, 'named as delegate for this time');
  if (isThere(situation, person)) return { holder: person, standsInFor: null, because: null };
  const above =
    situation.account.kind === 'known'
      ? managersOf(situation, situation.account.account).regionalManager
      : null;
  if (above !== null && above !== person && !except.includes(above) && isThere(situation, above)) {
    return inPlace(above, `${name}'s account is deactivated and no delegate is named`);
  }
  const fallback = firstFallback(situation, [person, ...except]);
  if (fallback !== null)
    return inPlace(fallback, `${name}'s account is deactivated and nobody nearer is there`);
  return { holder: person, standsInFor: null, because: null };
}
