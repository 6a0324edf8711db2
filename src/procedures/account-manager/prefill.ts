// A1: by default the manager fields say that somebody is asked. A queue may have them filled from the start instead.
import { asksOf } from './asks';
import { showManagers } from './manager-fields';
import { because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { Situation } from '../../core/situation';

/** A1: fills both fields of a ticket nobody was asked on yet, where the queue wants that. */
export function prefill(draft: Draft, situation: Situation): void {
  const { ledger } = draft;
  const { account, queue, ticket, now } = situation;
  if (
    queue.readings.fillFields !== 'on-create' ||
    asksOf(ledger).asks > 0 ||
    asksOf(ledger).waiting !== null
  )
    return;
  if (account.kind !== 'known' || ticket.accountManager !== null || ticket.status.done) return;
  showManagers(draft, situation, null, 'A1');
  draft.done(
    now,
    null,
    'Manager fields filled',
    because('A1', 'This queue fills the manager fields of every ticket; nobody is asked by that.', {
      account: account.account.name,
    }),
  );
}
