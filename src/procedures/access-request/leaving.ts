// An engineer leaves: the accounts they have at customers are closed there.
import { type Because, because } from '../../core/because';
import type { LocalDate } from '../../core/calendar/local-time';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { type AccessRequest, type AccessRow, isClosed, isToClose } from './access-request';
import type { AccessPolicy } from './settings/policy';
import { save } from './state';

/** @param on the last day; null takes it back */
export function leave(
  c: Case,
  _policy: AccessPolicy,
  request: AccessRequest,
  { on }: { readonly on: LocalDate | null },
  by: AccountId,
): Because | null {
  const { leaving, ...others } = request;
  if (on === null) {
    if (leaving === undefined) return because('EA-19', 'Nobody has said that the engineer leaves.');
    save(c, { ...others, rows: request.rows.map(staying) });
    c.done(c.now, by, 'The engineer stays', because('EA-19', 'No account is to be closed.'));
    return null;
  }
  const rows = request.rows.map((row) => (leaving === undefined ? left(row, c.now) : row));
  save(c, { ...request, rows, leaving: { by, at: leaving?.at ?? c.now, on }, purgeAt: null });
  c.done(
    c.now,
    by,
    `The engineer leaves on ${on}`,
    because('EA-19', 'What was not sent is not needed; the accounts that are there are closed.', {
      'to be closed': `${rows.filter(isToClose).length}`,
    }),
  );
  return null;
}

/** A customer that was asked may have an account for them, whether or not it has said so. */
function left(row: AccessRow, at: Instant): AccessRow {
  const asked =
    row.requestedAt !== null && (row.progress !== 'not-needed' || row.createdAt !== null);
  const { byHand: _by, ...others } = row;
  return {
    ...(isClosed(row)
      ? row
      : { ...others, progress: 'not-needed', escalation: null, criticalSince: null, closedAt: at }),
    ...(asked ? { toClose: true } : {}),
  };
}

function staying(row: AccessRow): AccessRow {
  const { toClose: _closes, accountClosedAt: _closed, ...others } = row;
  return others;
}
