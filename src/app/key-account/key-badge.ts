import type { KeyBadge } from '../../contract/ticket-panel';
import { openEscalation } from '../../domain/key-account/escalation';
import { withMark } from '../../domain/key-account/mark';
import { type AccountNote, current } from '../../domain/key-account/notes';
import { today } from '../../domain/key-account/say';
import type { Ledger } from '../../domain/ledger';
import type { Situation } from '../../domain/situation';

/** KA-03: the mark and the notes of the key account; null where the ticket is none's. */
export function keyBadge(
  situation: Situation,
  { keyAccount }: Pick<Ledger, 'keyAccount'>,
  notes: readonly AccountNote[],
): KeyBadge | null {
  const { account, queue } = situation;
  if (keyAccount?.of == null || account.kind !== 'known' || queue.keyAccounts === undefined)
    return null;
  return {
    marked: withMark(queue.keyAccounts.mark, account.account.name, account.account.cid),
    from: keyAccount.of.from,
    escalated: openEscalation(keyAccount.escalations) !== null,
    notes: current(notes, today(situation)).map(({ text, until }) => ({ text, until })),
  };
}
