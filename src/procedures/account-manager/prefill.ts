// A1: by default the manager fields say that somebody is asked. A queue may have them filled from the start instead.
import { asksOf } from './asks';
import { showManagers } from './manager-fields';
import { because } from '../../core/because';
import type { Case } from '../../core/case';

/** A1: fills both fields of a ticket nobody was asked on yet, where the queue wants that. */
export function prefill(c: Case): void {
  const { ledger } = c;
  const { account, queue, ticket, now } = c;
  if (
    queue.readings.fillFields !== 'on-create' ||
    asksOf(ledger).asks > 0 ||
    asksOf(ledger).waiting !== null
  )
    return;
  if (account.kind !== 'known' || ticket.accountManager !== null || ticket.status.done) return;
  showManagers(c, null, 'A1');
  c.done(
    now,
    null,
    'Manager fields filled',
    because('A1', 'This queue fills the manager fields of every ticket; nobody is asked by that.', {
      account: account.account.name,
    }),
  );
}
