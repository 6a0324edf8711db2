// How a row stands for people (EA-23): how far the account is, and how high somebody has been asked to see to it.
import { type Clock, isOf } from '../../core/clock';
import { earliest, type Instant, later } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import type { Situation } from '../../core/situation';
import { type AccessRow, isClosed, type RowState } from './access-request';
import { accountKey, repairKey, responseKey, testKey } from './row-keys';
import type { EscalatedTo } from './settings/policy';
import { id } from './state';
import { accessPolicyOf } from './who';

/** Where a row is looked at: the situation, and the ledger with the clocks. */
export type Looking = Situation & { readonly ledger: Pick<Ledger, 'clocks'> };

const upwards: readonly EscalatedTo[] = ['team-lead', 'csm', 'customer'];

/** The account is late, and the CSM has spoken to the customer contact since (EA-17). */
export const isChased = ({ followedUpAt, dueAt }: AccessRow): boolean =>
  followedUpAt !== undefined && dueAt !== null && followedUpAt >= dueAt;

/** What the CSM is asked for at a customer, and since when: the most urgent alone; null for nothing. */
export function isFollowUpOwed(row: AccessRow): {
  readonly why: 'by-hand' | 'customer' | 'chase' | 'critical';
  readonly since: Instant;
} | null {
  const { byHand, customerSince, criticalSince, followedUpAt, requestedAt } = row;
  if (isClosed(row) || row.progress === 'not-sent' || row.progress === 'created') return null;
  const isOwed = (since: Instant | null | undefined): since is Instant =>
    since != null && (followedUpAt === undefined || followedUpAt < since);
  if (isOwed(customerSince)) return { why: 'customer', since: customerSince };
  if (isOwed(byHand?.at)) return { why: 'by-hand', since: byHand.at };
  if (isChased(row) && followedUpAt !== undefined) return { why: 'chase', since: followedUpAt };
  const risk = criticalSince === null ? null : later(criticalSince, requestedAt ?? '');
  return isOwed(risk) ? { why: 'critical', since: risk } : null;
}

/** How high a row has been taken, by a timer or by hand; what the CSM has logged is with the customer contact. */
export function raisedTo(looking: Looking, row: AccessRow): EscalatedTo | null {
  if (isClosed(row)) return null;
  const { byHand, customerSince, followedUpAt = '' } = row;
  const reached: (EscalatedTo | null)[] = [
    ...[accountKey(row), responseKey(row), repairKey(row)].map((key) => reachedBy(looking, key)),
    row.progress === 'not-functional' ? 'team-lead' : null,
    byHand === undefined ? null : followedUpAt >= byHand.at ? 'customer' : 'csm',
    customerSince === undefined && !isChased(row) ? null : 'customer',
    ofFirstEdition(looking, row),
  ];
  return upwards.findLast((to) => reached.includes(to)) ?? null;
}

function reachedBy({ ledger, now }: Looking, key: string): EscalatedTo | null {
  const clock: Clock | undefined = ledger.clocks?.find(isOf(id, key));
  if (clock === undefined || now < clock.dueAt) return null;
  return clock.above[clock.rung - 1]?.to === 'csm' ? 'csm' : 'team-lead';
}

/** A row that a timer had escalated before the engine kept the clocks. */
function ofFirstEdition(looking: Looking, { escalation }: AccessRow): EscalatedTo | null {
  if (escalation === null) return null;
  if (escalation.loggedAt !== null) return 'customer';
  return accessPolicyOf(looking)?.ladders[escalation.why][escalation.step]?.to ?? null;
}

/** EA-23: the state people read. Who chases a row stands before how far it is. */
export function stateOf(looking: Looking, row: AccessRow): RowState {
  const to = raisedTo(looking, row);
  return to === null ? row.progress : `escalated-to-${to}`;
}

/** The CSM has logged that they spoke to the customer contact, since they were asked to (EA-17). */
export const isFollowedUp = (row: AccessRow): boolean => {
  const owed = isFollowUpOwed(row);
  return owed === null || owed.why === 'chase';
};

/** Who has the next step of a row. */
export type RowHolder = 'team-lead' | 'engineer' | 'customer' | 'csm' | 'nobody';

export function holderOf(looking: Looking, row: AccessRow): RowHolder {
  if (isClosed(row)) return 'nobody';
  // EA-13a: whatever is late about it, it is the engineer who tests.
  if (row.progress === 'created') return 'engineer';
  const to = raisedTo(looking, row);
  if (to === 'team-lead') return 'team-lead';
  if (to === 'csm') return 'csm';
  if (to === 'customer') return isFollowedUp(row) ? 'customer' : 'csm';
  return row.progress === 'not-sent' ? 'team-lead' : 'customer';
}

/** When something comes of the row if nobody acts: the next of its clocks. */
export function nextAt(looking: Looking, row: AccessRow): Instant | null {
  const keys = [accountKey, responseKey, repairKey, testKey].map((keyOf) => keyOf(row));
  const clocks = (looking.ledger.clocks ?? []).filter(
    ({ procedure, key }) => procedure === id && keys.includes(key),
  );
  return earliest(...clocks.map((clock) => clock.nextAt));
}
