// K12: what everybody may search for of key accounts; internal, and never read back as truth.
import { keyPartOf } from './key-part';
import type { Ledger } from '../../core/ledger';
import { emptyProjection, type Projection } from '../../core/projection';
import { isSignedOff } from './chain';

/** The projection with what key accounts add to it. */
export function withKeyAccount(projection: Projection | null, ledger: Ledger): Projection | null {
  const keyAccount = keyPartOf(ledger);
  if (keyAccount === undefined || (keyAccount.of === null && projection === null))
    return projection;
  const { of, release } = keyAccount;
  if (of === null) return projection;
  const base = projection ?? { ...emptyProjection, account: of.cid };
  const stands =
    release === null
      ? null
      : release.finished !== null
        ? 'finished'
        : isSignedOff(release)
          ? 'signed-off'
          : 'open';
  return {
    ...base,
    account: base.account ?? of.cid,
    key: 'yes',
    ...(stands === null ? {} : { release: stands }),
  };
}
