// Somebody looped the account manager in before anybody knew which account it is (A12): that is kept, and the request
// goes out when the account is known.
import { asksOf, changeAsks } from './asks';
import { loopIn } from './by-hand';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Change } from '../../core/ticket';

/** The account is known by now: whoever is asked is told, and their time begins. Nobody was asked before. */
export function onAccountKnown(c: Case): void {
  const { ask, waiting } = asksOf(c.ledger);
  if (waiting === null || ask !== null) return;
  const { status } = c.ticket;
  if (status.done)
    return dropped(c, `The ticket is ${status.name}, so no response is needed any more.`);
  if (c.account.kind !== 'known') return;
  changeAsks(c, { waiting: null });
  loopIn(c, { ...waiting, found: c.now });
}

/** AM-13: somebody set a waiting status while the account was not known, and has moved the ticket on since. */
export function onMovedOn(c: Case, { to, at, by }: Change): void {
  const { waiting } = asksOf(c.ledger);
  if (waiting?.how !== 'status' || by?.kind !== 'person' || at <= waiting.at) return;
  if (Object.values(c.queue.statuses).some(({ id }) => id === to)) return;
  dropped(c, 'The ticket was moved on by hand, so no response is needed any more.');
}

/** The loop-in is over without anybody being asked. */
export function dropped(c: Case, why: string, by: AccountId | null = null): void {
  changeAsks(c, { waiting: null });
  c.done(c.now, by, 'Nobody is to be asked any more', because('AM-13', why, {}));
}
