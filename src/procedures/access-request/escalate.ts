// EA-16: the team lead hands a row to the CSM, with a reason, before any timer does.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import { type AccessRequest, type AccessRow, isClosed, rowOf, withRow } from './access-request';
import { factsOf } from './customer-facts';
import { type Looking, raisedTo, stateOf } from './row-state';
import { wrong } from './save';
import type { AccessPolicy } from './settings/policy';
import { save } from './state';
import { byHandWords } from './words';

export interface Escalation {
  readonly cid: Cid;
  readonly reason: string;
}

/** Sent, open, and nobody has handed it to the CSM yet. */
export function mayGoToCsm(looking: Looking, row: AccessRow): boolean {
  const to = raisedTo(looking, row);
  return !isClosed(row) && row.progress !== 'not-sent' && (to === null || to === 'team-lead');
}

export function escalate(
  c: Case,
  _policy: AccessPolicy,
  request: AccessRequest,
  { cid, reason }: Escalation,
  by: AccountId,
): Because | null {
  const row = rowOf(request, cid);
  const { name, csm } = factsOf(c, cid);
  if (row === null) return wrong('EA-16', `There is no row for ${cid}.`, 'cid');
  if (reason.trim().length < 5) return wrong('EA-16', 'Say why the CSM is needed.', 'reason');
  if (isClosed(row) || row.progress === 'not-sent')
    return because(
      'EA-16',
      isClosed(row)
        ? `${name} is closed already.`
        : `Nothing was sent to ${name} yet, so there is nothing to escalate.`,
      { state: row.progress },
    );
  if (csm === null)
    return wrong(
      'X6',
      `Nobody is CSM of ${name}. Name one in the account, or somebody for the role CSM in the settings.`,
      'cid',
    );
  if (!mayGoToCsm(c, row))
    return because('EA-16', `${name} is with the CSM already.`, { state: stateOf(c, row) });
  const changed = withRow(request, { ...row, byHand: { by, at: c.now, reason } });
  save(c, changed);
  c.done(
    c.now,
    by,
    `${name} escalated to the CSM`,
    because('EA-16', 'The team lead asks the CSM to follow up with the customer.', { reason }),
  );
  c.announce(byHandWords(c, changed, cid), null, 'EA-16', null);
  return null;
}
