// What the key-account SOP does beyond the ticket's own fields; carried out in effects/.
import { ownEffect } from '../../core/command';
import type { LocalDate } from '../../core/calendar/local-time';
import type { Cid } from '../../core/ids';
import type { KeyPeriod } from './account';
import type { Rhythm } from './cycles';
import type { Happening } from './happening';
import { id } from './key-part';

/** What shall become of the list, whatever else becomes of it meanwhile. */
export type ListChange =
  | { readonly change: 'add'; /** Null for always. */ readonly from: LocalDate | null }
  | { readonly change: 'remove'; readonly until: LocalDate };

/** An account comes onto the list of key accounts, or leaves it (KA-14). */
export const listKeyAccount = ownEffect<
  { readonly cid: Cid } & (
    | ListChange
    /** As the edition before this one kept what was still to be done. */
    | { readonly change?: never; readonly keyAccount: KeyPeriod }
  )
>(id, 'list');

/** When an account runs production (K10). */
export const setRhythm = ownEffect<{
  readonly cid: Cid;
  readonly rhythm: Rhythm;
  /** From which day on; absent in what the edition before this one has still to do. */
  readonly from?: LocalDate;
}>(id, 'rhythm');

/** Something to be counted at the end of the week and the month (KA-05). */
export const rememberHappening = ownEffect<{ readonly happening: Happening }>(
  id,
  'remember-happening',
);
