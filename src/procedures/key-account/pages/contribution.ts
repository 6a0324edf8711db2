import { keyAccountSettingsOf } from '../settings/policy';
import type { Contribution } from '../../../app/contribution';
import { openEscalation } from '../escalation';
import { keyPartOf } from '../key-part';
import { withMark } from '../mark';
import { current, type AccountNote } from '../notes';
import { today } from '../say';

export const keyAccountContribution: Contribution = {
  order: 1,
  /** KA-03: the mark and the notes of the key account; null where the ticket is none's. */
  async badge(ports, situation, _ledger, looked) {
    const { account, queue } = situation;
    const policy = keyAccountSettingsOf(queue);
    const part = keyPartOf(looked);
    if (part?.of == null) return null;
    const { cid, from } = part.of;
    const notes = (await ports.notes.of<AccountNote>([cid]))[cid] ?? [];
    if (account.kind !== 'known' || policy === undefined) return null;
    return {
      marks: [{ text: 'Key account', tone: 'new' }],
      line: {
        text: withMark(policy.mark, account.account.name, account.account.cid),
        since: from,
        marks:
          openEscalation(part.escalations) === null
            ? []
            : [{ text: 'Escalation', tone: 'removed' }],
      },
      notes: current(notes, today(situation)).map(({ text, until }) => ({ text, until })),
    };
  },
  marks: (ledger) => (keyPartOf(ledger)?.of == null ? [] : [{ text: 'Key', tone: 'new' }]),
};
