// What may be said about a row, and where that leaves it (EA-13, EA-14, EA-23). One table; everything else follows.
import { type Because, because } from '../../core/because';
import type { Instant } from '../../core/instant';
import type { RowStep } from './said';
import { type AccessRow, type Progress, unsent } from './access-request';

/** From where a step may be said, and what the row is then; null leaves the progress as it is. */
export const rowSteps: Readonly<
  Record<
    RowStep,
    {
      readonly from: readonly Progress[];
      readonly to: Progress | null;
      readonly clause: string;
      readonly said: string;
    }
  >
> = {
  acknowledged: { from: ['sent'], to: 'acknowledged', clause: 'EA-16', said: 'has replied' },
  created: {
    from: ['sent', 'acknowledged', 'not-functional'],
    to: 'created',
    clause: 'EA-14',
    said: 'has set the account up',
  },
  verified: {
    from: ['sent', 'acknowledged', 'created', 'not-functional'],
    to: 'verified',
    clause: 'EA-13',
    said: 'account works',
  },
  'not-functional': {
    from: ['sent', 'acknowledged', 'created', 'verified', 'done'],
    to: 'not-functional',
    clause: 'EA-13',
    said: 'account does not work',
  },
  // EA-13a: what nobody has logged in to is not set up, so it cannot be done.
  done: { from: ['verified'], to: 'done', clause: 'EA-15', said: 'is done' },
  'not-needed': {
    from: ['not-sent', 'sent', 'acknowledged', 'created', 'not-functional'],
    to: 'not-needed',
    clause: 'EA-23',
    said: 'is not needed',
  },
  reopened: { from: ['not-needed'], to: 'not-sent', clause: 'EA-23', said: 'is needed after all' },
  'customer-told': {
    from: ['sent', 'acknowledged', 'created', 'not-functional'],
    to: null,
    clause: 'EA-17',
    said: 'contact was spoken to',
  },
  'account-closed': {
    from: ['sent', 'acknowledged', 'created', 'not-functional', 'verified', 'done', 'not-needed'],
    to: null,
    clause: 'EA-19',
    said: 'has closed the account',
  },
};

/** The row once a step is said, or why it cannot be. Saying twice what already holds is refused by its own sentence. */
export function rowAfter(
  row: AccessRow,
  customer: string,
  step: RowStep,
  remarks: string | null,
  at: Instant,
): AccessRow | Because {
  const { from, to, clause } = rowSteps[step];
  if (!from.includes(row.progress)) {
    if (step === 'done' && row.progress === 'created')
      return because(
        'EA-13a',
        `Nobody has logged in at ${customer} yet. It is done once the account was tested.`,
        { customer, state: row.progress },
      );
    return because(
      clause,
      row.progress === 'not-sent'
        ? `Nothing was sent to ${customer} yet, so nothing can be reported about it.`
        : `${customer} is "${row.progress}" already; this does not follow from there.`,
      { customer, state: row.progress },
    );
  }
  const kept = { ...row, remarks: remarks ?? row.remarks };
  if (step === 'account-closed') return { ...kept, accountClosedAt: at };
  if (to === null)
    return {
      ...kept,
      followedUpAt: at,
      escalation: row.escalation === null ? null : { ...row.escalation, loggedAt: at },
    };
  const closes = to === 'verified' || to === 'done' || to === 'not-needed';
  // A reply ends the wait for one; only an account that works ends a complaint that it comes late (EA-16, EA-13a).
  const escalation =
    closes || to === 'not-sent' || row.escalation?.why !== 'late' ? null : row.escalation;
  const { byHand, customerSince, brokenAt: _broken, ...still } = kept;
  const { testAgainSince: _again, verifiedFor: _whose, ...others } = still;
  const isChased = !closes && to !== 'not-sent' && to !== 'created';
  const after: AccessRow = {
    ...others,
    ...(byHand === undefined || !isChased ? {} : { byHand }),
    ...(customerSince === undefined || !isChased ? {} : { customerSince }),
    ...(to === 'not-functional' ? { brokenAt: at } : {}),
    ...(row.progress === 'not-functional' ? { repairedAt: at } : {}),
    progress: to,
    escalation,
    respondedAt:
      to === 'not-needed' || to === 'not-sent' ? row.respondedAt : (row.respondedAt ?? at),
    createdAt:
      to === 'created'
        ? (row.createdAt ?? at)
        : to === 'verified' || to === 'done'
          ? (row.createdAt ?? at)
          : row.createdAt,
    verifiedAt:
      to === 'verified' ? (row.verifiedAt ?? at) : to === 'not-functional' ? null : row.verifiedAt,
    closedAt: closes ? at : null,
    criticalSince: closes ? null : row.criticalSince,
  };
  return to === 'not-sent' ? unsent(after, at) : after;
}
