// AM-32: what somebody takes out of an open request by hand is put back, once for each time, and written down. So is where a
// rule of Jira moves it: the preset one moves every request on which the team comments to those who wait for the customer, also
// after the app has put it back (AM-27).
import { showManagers, missingFields } from './manager-fields';
import { type OpenAsk, statusOf } from './ask';
import { asksOf, changeAsk } from './asks';
import { supportHasIt } from './customer-reply';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import { minuteMs, plusMs } from '../../core/instant';
import { nameOf } from '../../core/people';
import { entryById } from '../../core/policy';
import type { Situation } from '../../core/situation';
import type { Change, Comment } from '../../core/ticket';

/** AM-07, AM-17: without its managers and its priority a ticket is no action item on anybody's list. */
export function onEmptied(c: Case, change: Change): void {
  const { ask } = asksOf(c.ledger);
  if (ask === null || change.to !== null || change.at < ask.askedAt) return;
  if (change.field === 'priority') return refillPriority(c, change);
  const empty = missingFields(c, c.ledger).filter(({ now }) => now === undefined);
  if (empty.length === 0 || c.personFields !== null) return;
  showManagers(c, null, 'AM-07');
  c.done(
    change.at,
    null,
    `${empty.map(({ field }) => field.name).join(' and ')} filled in again`,
    because(
      'AM-17',
      `Emptied by hand while ${nameOf(c.people, ask.holder)} is asked; without it the ticket is no action item on anybody’s list.`,
      { 'emptied by': change.by?.name ?? 'somebody' },
    ),
  );
}

function refillPriority(c: Case, change: Change): void {
  const { ask } = asksOf(c.ledger);
  if (ask === null || c.ticket.priority !== null || c.priority !== null) return;
  const priority = ask.priority ?? entryById(c.queue, ask.entryId)?.priority ?? null;
  const name = c.queue.priorities.find(({ id }) => id === priority)?.name;
  if (name === undefined) return;
  c.priority = priority;
  c.done(
    change.at,
    null,
    `Priority set to ${name} again`,
    because(
      'AM-17',
      'Emptied by hand while a response is requested; without it the ticket is no action item on anybody’s list.',
      { 'emptied by': change.by?.name ?? 'somebody' },
    ),
  );
}

/** So soon after a comment a rule of Jira has run. */
const ruleWithinMs = 15 * minuteMs;

/** Did a rule of Jira move it to where the customer is waited for? People who do that mean it. */
export const isMovedByRule = ({ queue }: Situation, { by, to, ours }: Change): boolean =>
  by?.kind === 'app' && !ours && queue.customerStatuses.some(({ id }) => id === to);

/** AM-28: put back, once for each comment: another rule that insists is on the radar, and not fought. */
export function onMovedByRule(c: Case, ask: OpenAsk, change: Change): void {
  const { ticket, queue } = c;
  const reply = commentBefore(c, change);
  if (
    !isMovedByRule(c, change) ||
    change.at < ask.askedAt ||
    ticket.status.id !== change.to ||
    reply === undefined ||
    reply.id <= (ask.backAfter ?? 0) ||
    supportHasIt(c, ask)
  )
    return;
  const to = queue.statuses[statusOf(ask)];
  changeAsk(c, ask, { backAfter: reply.id });
  c.status = { to, actor: null, clause: 'AM-28' };
  c.done(
    change.at,
    null,
    `Put back to ${to.name}: a rule of Jira had moved it to ${ticket.status.name}`,
    because(
      'AM-28',
      'Whoever is asked has not responded yet. The rule moves every request on which the team comments; the settings, under "Get started", say how to leave out those that wait for somebody.',
      { 'moved by': change.by?.name ?? '', 'after the comment of': reply.author.name },
    ),
  );
}

/** The comment on whose heels a rule has moved it: the latest that customers see. */
const commentBefore = ({ ticket, self }: Case, { at }: Change): Comment | undefined =>
  ticket.comments.findLast(
    (comment) =>
      comment.public &&
      comment.author.accountId !== self &&
      comment.at <= at &&
      plusMs(comment.at, ruleWithinMs) >= at,
  );
