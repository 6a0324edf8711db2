import type { EscalatedTo } from './settings/policy';
import type { AccessPolicy } from './settings/policy';
import { type AccessRow, isClosed, type RowState } from './access-request';

/** The step of its ladder an escalated row stands on; null when it is not escalated. */
export const escalatedTo = (policy: AccessPolicy, { escalation }: AccessRow): EscalatedTo | null =>
  escalation === null ? null : (policy.ladders[escalation.why][escalation.step]?.to ?? null);

/** EA-23: the state people read. Who chases a row stands before how far it is. */
export function stateOf(policy: AccessPolicy, row: AccessRow): RowState {
  const to = escalatedTo(policy, row);
  if (to === null || isClosed(row)) return row.progress;
  return `escalated-to-${to}`;
}

/** Who has the next step of a row. */
export type RowHolder = 'team-lead' | 'engineer' | 'customer' | 'csm' | 'nobody';

export function holderOf(policy: AccessPolicy, row: AccessRow): RowHolder {
  if (isClosed(row)) return 'nobody';
  const to = escalatedTo(policy, row);
  if (to === 'team-lead') return 'team-lead';
  if (to === 'csm') return 'csm';
  if (to === 'customer') return row.escalation?.loggedAt == null ? 'csm' : 'customer';
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
