// RU-01 … RU-04: while a ticket of the chosen priorities is open, the customer is owed a public word every so often.
import { because } from '../../../src/core/because';
import { addBusinessMinutes } from '../../../src/core/calendar/business-time';
import type { Case } from '../../../src/core/case';
import type { AccountId } from '../../../src/core/ids';
import type { Instant } from '../../../src/core/instant';
import { peopleIn } from '../../../src/core/roles';
import { calendarOf, type Situation } from '../../../src/core/situation';
import type { Comment } from '../../../src/core/ticket';
import { type UpdatePolicy, updateSettingsOf } from './settings/policy';
import { owedOf, saveUpdates, type Updates, updatesOf } from './state';
import { updateIsDue, updateIsLate } from './words';

/** The moment so many business hours of the queue after another. */
export const hoursAfter = (situation: Situation, from: Instant, hours: number): Instant =>
  addBusinessMinutes(calendarOf(situation, null), from, hours * 60);

/** RU-03: something that the customer reads, from one of ours. */
const isPublicWord = ({ ticket }: Situation, { author, public: seen }: Comment): boolean =>
  seen && author.kind === 'person' && author.accountId !== ticket.reporter?.accountId;

/** RU-03: a public word of ours restarts the time. */
export function onComment(c: Case, comment: Comment): void {
  const policy = updateSettingsOf(c.queue);
  const owed = owedOf(c.ledger);
  if (policy === undefined || owed === undefined || !isPublicWord(c, comment)) return;
  if (comment.at < owed.since) return;
  saveUpdates(c, waitFrom(c, policy, comment.at));
  if (owed.told > 0)
    c.done(
      comment.at,
      comment.author.accountId,
      'The customer got the update that was due',
      because('RU-03', 'A public word of ours restarts the time.', { since: owed.since }),
    );
}

const waitFrom = (situation: Situation, policy: UpdatePolicy, since: Instant): Updates => ({
  since,
  nextAt: hoursAfter(situation, since, policy.everyHours),
  putOffUntil: null,
  told: 0,
  ended: null,
});

/** What time brings: the wait begins, ends with what made it matter, or climbs. */
export function onTime(c: Case): void {
  const policy = updateSettingsOf(c.queue);
  const matters = policy?.priorities.includes(c.ticket.priority?.id ?? '') === true;
  if (policy === undefined || !matters || c.ticket.status.done) {
    const owed = owedOf(c.ledger);
    if (owed !== undefined)
      saveUpdates(c, {
        ...owed,
        nextAt: null,
        told: 0,
        ended: c.ticket.status.done ? 'closed' : 'priority',
      });
    return;
  }
  const updates = updatesOf(c.ledger);
  if (updates?.ended === 'not-needed') return;
  if (updates === undefined) saveUpdates(c, waitFrom(c, policy, beginningOf(c)));
  else if (updates.ended !== null) saveUpdates(c, waitFrom(c, policy, c.now));
  climb(c, policy);
}

/** RU-01: since when a ticket matters that is looked at for the first time, however late that is. */
const beginningOf = (c: Case): Instant =>
  [
    c.ticket.createdAt,
    ...c.ticket.changes.filter(({ field }) => field === 'priority').map(({ at }) => at),
    ...c.ticket.comments.filter((one) => isPublicWord(c, one)).map(({ at }) => at),
  ].reduce((latest, at) => (at > latest ? at : latest), c.policy.effectiveFrom);

function climb(c: Case, policy: UpdatePolicy): void {
  const owed = owedOf(c.ledger);
  if (owed?.nextAt == null || owed.nextAt > c.now) return;
  const { since } = owed;
  const { assignee } = c.ticket;
  if (owed.told === 0) {
    const nextAt = hoursAfter(c, c.now, policy.thenHours);
    saveUpdates(c, { ...owed, told: 1, nextAt });
    tell(c, 'RU-02', updateIsDue(c, assignee?.accountId ?? leadOf(c, policy), owed), since);
  } else {
    saveUpdates(c, { ...owed, told: 2, nextAt: null });
    tell(c, 'RU-04', updateIsLate(c, leadOf(c, policy), owed), since);
  }
}

/** RU-04: the first who holds the role, else the first who stands in for everybody. */
const leadOf = (
  { policy: { fallback, ...rest } }: Case,
  { lead }: UpdatePolicy,
): AccountId | null => peopleIn(rest, lead)[0] ?? fallback[0] ?? null;

function tell(
  c: Case,
  clause: 'RU-02' | 'RU-04',
  body: ReturnType<typeof updateIsDue>,
  since: Instant,
): void {
  c.done(
    c.now,
    null,
    clause === 'RU-02'
      ? 'Told that the customer is owed an update'
      : 'Told the lead of a late update',
    because(clause, 'A customer hears from us while the ticket is open.', { since }),
  );
  c.announce(body, null, clause, null);
}
