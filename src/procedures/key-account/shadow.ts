// K12: what everybody may search for of key accounts; internal, and never read back as truth.
import type { Ledger } from '../../core/ledger';
import type { Projection } from '../../core/projection';
import { isSignedOff } from './chain';

/** The projection with what key accounts add to it. */
export function withKeyAccount(
  projection: Projection | null,
  { keyAccount }: Ledger,
): Projection | null {
  if (keyAccount === undefined || (keyAccount.of === null && projection === null))
    return projection;
  const { of, release } = keyAccount;
  if (of === null) return projection;
  const base: Projection = projection ?? {
    state: null,
    holder: null,
    dueAt: null,
    level: null,
    account: of.cid,
    flag: null,
  };
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
