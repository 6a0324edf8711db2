// RU-05, RU-06: an agent puts the update off, or says that this customer needs none.
import type { Actor } from '../../../src/core/act';
import { type Because, because } from '../../../src/core/because';
import type { Case } from '../../../src/core/case';
import type { Ledger } from '../../../src/core/ledger';
import type { Situation } from '../../../src/core/situation';
import { owedOf, saveUpdates, type Updates } from './state';
import { hoursAfter } from './update-wait';

export function whyNot(ledger: Ledger, _situation: Situation, actor: Actor): Because | null {
  if (owedOf(ledger) === undefined)
    return because('RU-01', 'Nobody owes the customer a regular update here.', {});
  return actor.mayTransition
    ? null
    : because('RU-05', 'Only agents put an update off.', {}, { kind: 'be-an-agent' });
}

const owed = (c: Case): Updates => {
  const updates = owedOf(c.ledger);
  if (updates === undefined) throw new TypeError('The act was not asked whether it may be done.');
  return updates;
};

export function snooze(
  c: Case,
  { accountId }: Actor,
  { hours, reason }: { readonly hours: number; readonly reason: string },
): null {
  const nextAt = hoursAfter(c, c.now, hours);
  saveUpdates(c, { ...owed(c), told: 0, nextAt, putOffUntil: nextAt });
  c.done(
    c.now,
    accountId,
    `Put the update off: ${reason}`,
    because('RU-05', 'An update can be put off with a reason.', { until: nextAt }),
  );
  return null;
}

export function notNeeded(
  c: Case,
  { accountId }: Actor,
  { reason }: { readonly reason: string },
): null {
  saveUpdates(c, { ...owed(c), told: 0, nextAt: null, ended: 'not-needed' });
  c.done(
    c.now,
    accountId,
    `No regular updates here: ${reason}`,
    because('RU-06', 'Some tickets need no regular updates, with a reason.', {}),
  );
  return null;
}
