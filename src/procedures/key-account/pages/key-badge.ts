import { keyPartOf } from '../key-part';
import type { KeyBadge } from '../../account-manager/contract/panel';
import { openEscalation } from '../escalation';
import { withMark } from '../mark';
import { type AccountNote, current } from '../notes';
import { today } from '../say';
import type { Ledger } from '../../../core/ledger';
import type { Situation } from '../../../core/situation';

/** KA-03: the mark and the notes of the key account; null where the ticket is none's. */
export function keyBadge(
  situation: Situation,
  ledger: Ledger,
  notes: readonly AccountNote[],
): KeyBadge | null {
  const { account, queue } = situation;
  const keyAccount = keyPartOf(ledger);
  if (keyAccount?.of == null || account.kind !== 'known' || queue.keyAccounts === undefined)
    return null;
  return {
    marked: withMark(queue.keyAccounts.mark, account.account.name, account.account.cid),
    from: keyAccount.of.from,
    escalated: openEscalation(keyAccount.escalations) !== null,
    notes: current(notes, today(situation)).map(({ text, until }) => ({ text, until })),
  };
}
