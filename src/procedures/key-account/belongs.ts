import type { Case } from '../../core/case';
import { localDay } from '../../core/situation';
import { keyPartOf } from './key-part';
import { periodOn } from './listed';
import { keep, partOf } from './say';

/**
 * KA-15, KA-17: a ticket is a key account's when its account was one on the day the ticket was opened, whatever became of
 * the list since; an older one is once somebody does in it what the SOP covers.
 */
export function belongs(c: Case): void {
  const { account, ticket } = c;
  const { taken } = partOf(c);
  const cid = account.kind === 'known' ? account.account.cid : null;
  const period =
    account.kind === 'known' ? periodOn(account.account, localDay(c, ticket.createdAt)) : null;
  const of =
    cid !== null && period !== null
      ? { cid, from: period.from }
      : taken != null && taken.cid === cid
        ? { cid, from: taken.from }
        : null;
  const was = keyPartOf(c.ledger)?.of ?? null;
  if (was?.cid === of?.cid && was?.from === of?.from) return;
  // A release under way stays one, whatever becomes of the list meanwhile.
  if (of === null && partOf(c).release !== null) return;
  keep(c, { of });
}
