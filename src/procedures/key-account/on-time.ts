// What key accounts make of time and of what stands in the ticket: whose it is, its priority, and what is due.
import { keyPartOf } from './key-part';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import { type Instant, plusMs } from '../../core/instant';
import { priorityRank } from '../../core/policy';
import { coveredBy } from './covered';
import { escalate } from './escalate';
import { expectCycles } from './monitoring';
import { belongs } from './belongs';
import type { KeyAccountPart } from './key-part';
import { type KeyAccountPolicy, keyAccountSettingsOf } from './settings/policy';
import { keep, partOf } from './say';

/** Jira may refuse it, and a person may set it back: looked at again, but not in a loop. */
const raiseAgainMs = 60 * 60_000;

export function keyOnTime(c: Case): void {
  const policy = keyAccountSettingsOf(c.queue);
  if (policy === undefined) return;
  belongs(c);
  const { ticket } = c;
  if (keyPartOf(c.ledger)?.open === ticket.status.done) keep(c, { open: !ticket.status.done });
  byRule(c, policy);
  floor(c, policy);
  documents(c, policy);
  expectCycles(c, policy);
}

/** KA-13: tickets of some request types are quality issues by rule. */
function byRule(c: Case, policy: KeyAccountPolicy): void {
  const { ticket } = c;
  const { of, escalations } = partOf(c);
  if (
    of === null ||
    escalations.length > 0 ||
    ticket.status.done ||
    !policy.escalation.requestTypes.includes(ticket.requestType ?? '')
  )
    return;
  escalate(c, policy, {
    aspect: policy.escalation.ruleAspect ?? 'code-quality',
    what: ticket.summary,
    by: null,
  });
}

/** KA-08: a ticket of a release, of a key account or of nobody known yet, in which nothing is documented. */
function documents(c: Case, policy: KeyAccountPolicy): void {
  const part = partOf(c);
  const { release, noRelease, undocumented = false } = part;
  // What is closed stays as it was: owed where it was owed, and never owed because of a later setting (X11).
  if (c.ticket.status.done && release === null && noRelease == null) return;
  const owed =
    release === null &&
    noRelease == null &&
    policy.release.requestTypes.includes(c.ticket.requestType ?? '') &&
    (c.account.kind !== 'known' || coveredBy(c, part) !== null);
  if (owed !== undocumented) keep(c, { undocumented: owed });
}

/** KA-12, X3: never below the floor, and never lowered: the higher of the SOP's priority and the floor counts. */
function floor(c: Case, policy: KeyAccountPolicy): void {
  const { ticket, queue, now } = c;
  const { of, raisedAt, taken } = partOf(c);
  // KA-15: the priority of an older ticket is raised where a person asks for it.
  if (of === null || policy.floor === null || ticket.status.done) return;
  if (taken != null && !taken.priority) return;
  if (c.priority === null && raisedAt !== null && now < plusMs(raisedAt, raiseAgainMs)) return;
  const wanted = c.priority ?? ticket.priority?.id ?? null;
  if (priorityRank(queue, wanted) <= priorityRank(queue, policy.floor)) return;
  const named = (id: string | null): string =>
    queue.priorities.find((one) => one.id === id)?.name ?? 'none';
  c.raise(policy.floor, 'KA-12');
  keep(c, { raisedAt: now });
  if (ticket.priority?.id === policy.floor) return;
  c.done(
    now,
    null,
    `Priority raised from ${ticket.priority?.name ?? 'none'} to ${named(policy.floor)}`,
    because('KA-12', 'Tickets of key accounts rank no lower than this. It is never lowered.', {
      "the SOP's priority": named(wanted),
      'floor for key accounts': named(policy.floor),
    }),
  );
}

/** When key accounts have to look at the ticket next. */
export function keyWakeAt(part: KeyAccountPart | undefined): Instant | null {
  if (part === undefined) return null;
  // A production day that is over is asked for from the morning after; everything else is a wait.
  return part.release?.finished === null ? part.release.askAt : null;
}
