// What may be said about a row, and where that leaves it (EA-13, EA-14, EA-23). One table; everything else follows.
import { type Because, because } from '../../core/because';
import type { Instant } from '../../core/instant';
import type { RowStep } from './said';
import type { AccessRow, Progress } from './access-request';

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
  done: { from: ['created', 'verified'], to: 'done', clause: 'EA-15', said: 'is done' },
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
    return because(
      clause,
      row.progress === 'not-sent'
        ? `Nothing was sent to ${customer} yet, so nothing can be reported about it.`
        : `${customer} is "${row.progress}" already; this does not follow from there.`,
      { customer, state: row.progress },
    );
  }
  const kept = { ...row, remarks: remarks ?? row.remarks };
  if (to === null) {
    return row.escalation === null
      ? because(clause, `${customer} is not escalated, so there is nothing to log.`, { customer })
      : { ...kept, escalation: { ...row.escalation, loggedAt: at } };
  }
  const closes = to === 'verified' || to === 'done' || to === 'not-needed';
  // A reply ends the wait for one; only an account that works ends a complaint that it comes late (EA-16).
  const escalation =
    closes || to === 'not-sent' || to === 'not-functional'
      ? null
      : to === 'created' || row.escalation?.why === 'no-response'
        ? null
        : row.escalation;
  return {
    ...kept,
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
    ...(to === 'not-sent' ? { requestedAt: null, firstResponseDueAt: null, dueAt: null } : {}),
  };
}
