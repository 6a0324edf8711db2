// Somebody who has left or is away is not waited for in vain: the delegate, else the regional manager, else the fallback.
import type { Ask } from './ask';
import type { Because } from '../../core/because';
import { holderOf, type HolderFound, type Meant, stillHeldBy, whyHolder } from '../../core/holder';
import type { AccountId } from '../../core/ids';
import type { Situation } from '../../core/situation';
import { managersOf } from './managers';

export interface Holder {
  readonly holder: AccountId;
  /** Whose place the holder takes; null when it is the person meant. */
  readonly standsInFor: AccountId | null;
  readonly because: Because | null;
}

/** Whoever stands above the account manager, in order (A14). */
function meantBy(situation: Situation, person: AccountId, asked: readonly AccountId[]): Meant {
  const above =
    situation.account.kind === 'known'
      ? managersOf(situation, situation.account.account).regionalManager
      : null;
  return {
    people: [person],
    fallback: [...(above === null ? [] : [above]), ...situation.policy.fallback],
    asked,
  };
}

/**
 * A14: who is asked when `person` is meant.
 * @param asked who cannot take it, because they were asked already
 */
export function holderFor(
  situation: Situation,
  person: AccountId,
  asked: readonly AccountId[] = [],
): Holder {
  return told(situation, person, holderOf(situation, meantBy(situation, person, asked)));
}

/** A14: who holds an open ask from now on; a stand-in keeps it when the absent returns. */
export function stillHolder(situation: Situation, ask: Ask): Holder {
  const person = ask.standsInFor ?? ask.holder;
  return told(
    situation,
    ask.holder,
    stillHeldBy(situation, ask, meantBy(situation, person, askedBelow(ask))),
  );
}

/** Everybody who was asked, or whose place was taken: nobody hears of their own silence. */
export const askedBelow = (ask: Ask): readonly AccountId[] => [
  ...new Set([
    ...ask.asked,
    ask.accountManager,
    ...(ask.standsInFor === null ? [] : [ask.standsInFor]),
  ]),
];

/** Somebody asked before is not asked again: then whoever was meant keeps it, and the radar says so. */
const told = (situation: Situation, person: AccountId, found: HolderFound | null): Holder =>
  found === null || found.how === 'asked-before'
    ? { holder: person, standsInFor: null, because: null }
    : {
        holder: found.holder,
        standsInFor: found.standsInFor,
        because: found.how === 'kept' ? null : whyHolder(situation, found),
      };
