// Who would be asked, and until when: what pages say before anybody is (A14, AM-19).
import type { Because } from '../../core/because';
import { dueAt } from '../../core/due';
import { holderOf, whyHolder } from '../../core/holder';
import type { AccountId, PriorityId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { present } from '../../core/party';
import { delegateOf } from '../../core/people';
import { minutesFor, type Rung } from '../../core/policy';
import { responseCalendar, type Situation } from '../../core/situation';
import type { OpenAsk } from './ask';
import { managersOf } from './managers';

/** Who is asked when that manager is meant: themselves, or who stands in for them. */
export function wouldAsk(situation: Situation, person: AccountId): AccountId {
  const { account } = situation;
  const above =
    account.kind === 'known' ? managersOf(situation, account.account).regionalManager : null;
  const [first] = present(situation, [person], {
    of: { people: [person], orElse: above === null ? [] : [above] },
  });
  return first?.person ?? person;
}

/** AM-19, A8: until when somebody has time who is asked now. */
export const wouldBeDue = (
  situation: Situation,
  rung: Rung,
  person: AccountId,
  priority: PriorityId | null,
): Instant =>
  dueAt({
    calendar: responseCalendar(situation, person),
    base: situation.now,
    within: { minutes: minutesFor(rung, priority) },
  });

/** A14: why somebody else than the one meant is asked; null where it is the one meant, and there. */
export function whyStandsIn(situation: Situation, ask: OpenAsk): Because | null {
  const { holder, standsInFor } = ask;
  if (standsInFor === null) {
    const found = holderOf(situation, { people: [holder] });
    return found?.how === 'away' ? whyHolder(situation, found) : null;
  }
  const how = delegateOf(situation.people, standsInFor, situation.now) === holder;
  return whyHolder(situation, {
    holder,
    standsInFor,
    how: how ? 'delegate' : 'fallback',
    awayUntil: null,
  });
}
