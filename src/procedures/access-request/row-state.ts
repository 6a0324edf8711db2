import type { EscalatedTo } from './settings/policy';
import type { AccessPolicy } from './settings/policy';
import { type AccessRow, isClosed, type RowState } from './access-request';

/** The step of its ladder an escalated row stands on; null when it is not escalated. */
export const escalatedTo = (policy: AccessPolicy, { escalation }: AccessRow): EscalatedTo | null =>
  escalation === null ? null : (policy.ladders[escalation.why][escalation.step]?.to ?? null);

const upwards: readonly EscalatedTo[] = ['team-lead', 'csm', 'customer'];

/** How high a row has been taken, by a timer or by hand; what the CSM has logged is with the customer contact. */
export function raisedTo(policy: AccessPolicy, row: AccessRow): EscalatedTo | null {
  const { byHand, followedUpAt, escalation } = row;
  const timer = escalation?.loggedAt == null ? escalatedTo(policy, row) : 'customer';
  const hand =
    byHand === undefined
      ? null
      : followedUpAt !== undefined && followedUpAt >= byHand.at
        ? 'customer'
        : 'csm';
  return upwards.findLast((to) => to === timer || to === hand) ?? null;
}

/** EA-23: the state people read. Who chases a row stands before how far it is. */
export function stateOf(policy: AccessPolicy, row: AccessRow): RowState {
  const to = raisedTo(policy, row);
  if (to === null || isClosed(row)) return row.progress;
  return `escalated-to-${to}`;
}

/** The CSM has logged that they spoke to the customer contact, since they were asked to (EA-17). */
export const isFollowedUp = ({ escalation, byHand, followedUpAt }: AccessRow): boolean =>
  (escalation === null || escalation.loggedAt !== null) &&
  (byHand === undefined || (followedUpAt !== undefined && followedUpAt >= byHand.at));

/** Who has the next step of a row. */
export type RowHolder = 'team-lead' | 'engineer' | 'customer' | 'csm' | 'nobody';

export function holderOf(policy: AccessPolicy, row: AccessRow): RowHolder {
  if (isClosed(row)) return 'nobody';
  const to = raisedTo(policy, row);
  if (to === 'team-lead') return 'team-lead';
  if (to === 'csm') return 'csm';
  if (to === 'customer') return isFollowedUp(row) ? 'customer' : 'csm';
  switch (row.progress) {
    case 'not-sent':
    case 'not-functional':
      return 'team-lead';
    case 'created':
      return 'engineer';
    default:
      return 'customer';
  }
}
