import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
import type { Ledger } from '../../../core/ledger';
import { minutesFor } from '../../../core/policy';
import type { Situation } from '../../../core/situation';
import { personView } from '../../../app/views/why';
import { offerOf } from '../asks';
import type { OfferView } from '../contract/panel';
import { managersOf } from '../managers';
import { entryOffered } from '../offers';
import { wouldAsk } from '../would-ask';

/** A tag by hand that opened nothing, with what "Request it now" would do; nothing on a ticket that is done. */
export function offerView(situation: Situation, ledger: Ledger): OfferView | null {
  const { account, people, ticket } = situation;
  const offer = offerOf(ledger);
  if (offer === null || ticket.status.done) return null;
  const entry = entryOffered(situation);
  const rung = entry?.ladder[offer.rung] ?? entry?.ladder[0];
  const priority = ticket.priority?.id ?? entry?.priority ?? null;
  const managers = account.kind === 'known' ? managersOf(situation, account.account) : null;
  const meant = (offer.rung === 0 ? managers?.accountManager : managers?.regionalManager) ?? null;
  return {
    why: offer.why,
    by: personView(people, offer.by),
    tagged: personView(people, offer.tagged),
    at: offer.at,
    note: offer.note,
    asks: meant === null ? null : personView(people, wouldAsk(situation, meant)),
    respondWithin: rung === undefined ? null : spellBusinessMinutes(minutesFor(rung, priority)),
  };
}
