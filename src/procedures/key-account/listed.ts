// KA-01, KA-14, KA-15: an account is a key account between two days; tickets from before are left alone.
import type { CustomerAccount } from '../../core/account';
import type { LocalDate } from '../../core/calendar/local-time';

/** Is it a key account on that day? No first day means from always (K13); the last day still counts. */
export const isKeyOn = (
  { keyAccount }: Pick<CustomerAccount, 'keyAccount'>,
  day: LocalDate,
): boolean =>
  keyAccount !== undefined &&
  (keyAccount.from === null || keyAccount.from <= day) &&
  (keyAccount.until === null || day <= keyAccount.until);
