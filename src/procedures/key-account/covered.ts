// KA-15: from the effective date on, what happens in an older open ticket of the account is covered too.
import type { LocalDate } from '../../core/calendar/local-time';
import type { Cid } from '../../core/ids';
import type { Situation } from '../../core/situation';
import type { KeyAccountPart } from './key-part';
import { periodOn } from './listed';
import { today } from './say';

export interface Covered {
  readonly cid: Cid;
  readonly from: LocalDate | null;
}

/** The key account that what is done here now counts for; null where it counts for none. */
export function coveredBy(situation: Situation, part: KeyAccountPart): Covered | null {
  if (part.of !== null) return part.of;
  const { account, ticket } = situation;
  if (account.kind !== 'known' || ticket.status.done) return null;
  const period = periodOn(account.account, today(situation));
  return period === null ? null : { cid: account.account.cid, from: period.from };
}
