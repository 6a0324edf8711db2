// What the key-account SOP does beyond the ticket's own fields; carried out in effects/.
import { ownEffect } from '../../core/command';
import type { Cid } from '../../core/ids';
import type { KeyDates } from './account';
import type { Happening } from './happening';
import { id } from './key-part';

/** An account comes onto the list of key accounts, or leaves it (KA-14). */
export const listKeyAccount = ownEffect<{
  readonly cid: Cid;
  readonly keyAccount: KeyDates;
}>(id, 'list');

/** Something to be counted at the end of the week and the month (KA-05). */
export const rememberHappening = ownEffect<{ readonly happening: Happening }>(
  id,
  'remember-happening',
);
