// What key accounts make of time and of what stands in the ticket: whose it is, its priority, and what is due.
import { keyPartOf } from './key-part';
import { because } from '../../core/because';
import { nextWorkingDay } from '../../core/calendar/business-time';
import { mention, text } from '../../core/command';
import type { Case } from '../../core/case';
import { earliest, type Instant, plusMs } from '../../core/instant';
import { nameOf } from '../../core/people';
import { priorityRank } from '../../core/policy';
import { calendarOf, localDay } from '../../core/situation';
import { climb, escalate } from './escalate';
import { openEscalation } from './escalation';
import type { KeyAccountPart } from './key-part';
import { type KeyAccountPolicy, keyAccountSettingsOf } from './settings/policy';
import { periodOn } from './listed';
import { remindMonthEnd } from './month-end-steps';
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
  climb(c, policy.escalation);
  askForCycle(c);
  remindMonthEnd(c);
}

/**
 * KA-15, KA-17: a ticket is a key account's when its account was one on the day the ticket was opened, whatever became of
 * the list since; an older one is once somebody does in it what the SOP covers.
 */
export function belongs(c: Case): void {
  const { account, ticket } = c;
  const { taken } = partOf(c);
  const cid = account.kind === 'known' ? account.account.cid : null;
  const period =
    account.kind === 'known' ? periodOn(account.account, localDay(c, ticket.createdAt)) : null;
  const of =
    cid !== null && period !== null
      ? { cid, from: period.from }
      : taken != null && taken.cid === cid
        ? { cid, from: taken.from }
        : null;
  const was = keyPartOf(c.ledger)?.of ?? null;
  if (was?.cid === of?.cid && was?.from === of?.from) return;
  // A release under way stays one, whatever becomes of the list meanwhile.
  if (of === null && partOf(c).release !== null) return;
  keep(c, { of });
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
  escalate(c, policy.escalation, {
    aspect: 'code-quality',
    what: ticket.summary,
    by: null,
  });
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

/** KA-11: a production day went by and nobody has recorded how it went. */
function askForCycle(c: Case): void {
  const { release } = partOf(c);
  const { now, people, ticket } = c;
  if (
    release === null ||
    release.finished !== null ||
    release.askAt === null ||
    release.askAt > now ||
    ticket.status.done
  )
    return;
  keep(c, { release: { ...release, askAt: nextWorkingDay(calendarOf(c, null), now) } });
  c.announce(
    [
      [
        mention(release.startedBy, nameOf(people, release.startedBy)),
        text(
          `: the production cycle of ${release.nextCycle ?? ''} is not recorded yet (asked on ${now.slice(0, 10)}). Did it pass?`,
        ),
      ],
    ],
    null,
    'KA-11',
    null,
  );
  c.done(
    now,
    null,
    `Asked for the production cycle of ${release.nextCycle ?? ''}`,
    because(
      'KA-11',
      'Processing-related releases are monitored for their first production cycles.',
      {},
    ),
  );
}

/** When key accounts have to look at the ticket next. */
export function keyWakeAt(part: KeyAccountPart | undefined): Instant | null {
  if (part === undefined) return null;
  const open = openEscalation(part.escalations);
  return earliest(
    open?.answered === null ? open.dueAt : null,
    part.release?.askAt,
    part.monthEnd?.remindAt,
  );
}
