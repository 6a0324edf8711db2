// What several steps of a weekly meeting check of what somebody has entered.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { keyAccountOf } from './account';
import type { MeetingAccount } from './meeting';
import { wrong } from './say';

/** The key account that is named; null for all of them. */
export function accountIn(c: Case, cid: string | null): MeetingAccount | Because | null {
  if (cid === null) return null;
  const account = c.named.find((one) => one.cid === cid);
  if (account === undefined) return wrong('KA-01', `No account has the CID ${cid}.`, 'cid');
  return (keyAccountOf(account).periods ?? []).length === 0
    ? wrong('KA-07', `${account.name} is not on the list of key accounts.`, 'cid')
    : { cid, name: account.name };
}

/** Why no more can be added to a meeting. */
export const roomRefusal = (what: 'changes' | 'actions', has: number, most: number): Because => ({
  ...because(
    'X10',
    has >= most
      ? `A meeting has at most ${most} ${what}. Put the others into the next meeting.`
      : 'This meeting has no more room. Put it into the next meeting, or in fewer words.',
    { [what]: `${has}` },
  ),
  field: 'text',
});
