// KA-01, KA-14, KA-15: an account is a key account between two days; tickets from before are left alone.
import type { CustomerAccount } from '../../core/account';
import type { LocalDate } from '../../core/calendar/local-time';
import { keyAccountOf } from './account';

/** Is it a key account on that day? No first day means from always (K13); the last day still counts. */
export const isKeyOn = (account: Pick<CustomerAccount, 'parts'>, day: LocalDate): boolean => {
  const { dates } = keyAccountOf(account);
  return (
    dates !== undefined &&
    (dates.from === null || dates.from <= day) &&
    (dates.until === null || day <= dates.until)
  );
};
