// The due time of an open ask moves: to earlier only when the priority is raised, to later with calendars (A8, A18).
import { changeAsk, standsAt } from './asks';
import type { Ask } from './ask';
import { because } from '../../core/because';
import { addBusinessMinutes } from '../../core/calendar/business-time';
import type { Case } from '../../core/case';
import { dueAt } from '../../core/due';
import type { AccountId, PriorityId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { nameOf } from '../../core/people';
import { minutesFor, priorityRank } from '../../core/policy';
import { responseCalendar } from '../../core/situation';
import { graceFrom, ladderOf, remindersBefore } from './clock';
import { soonerWords } from './words';

/** A priority that was set, and by whom. */
export interface PrioritySet {
  readonly priority: PriorityId;
  readonly at: Instant;
  readonly by: AccountId | null;
}

/** Time runs towards the due time; nothing has stopped it or passed it. */
const runs = ({ exhausted, heldAtDue, dueAt }: Ask, now: Instant): boolean =>
  !exhausted && heldAtDue === null && dueAt > now;

/**
 * A18: whoever raised it, the strictest priority so far counts, on this rung from its start and on the next ones. What is
 * left is never less than the grace, and a date that was promised stands.
 */
export function onRaised(c: Case, ask: Ask, { priority, at, by }: PrioritySet): Ask {
  const { queue, people, now } = c;
  if (priorityRank(queue, priority) >= priorityRank(queue, ask.priority)) return ask;
  const name = queue.priorities.find(({ id }) => id === priority)?.name ?? priority;
  if (queue.readings.priorityRaised === 'unchanged') {
    c.decline(
      because('A18', 'In this queue a priority that is raised leaves the due time as it is.', {
        priority: name,
        'due at': ask.dueAt,
      }),
    );
    return ask;
  }
  const rung = ladderOf(c, ask)[ask.rung];
  if (rung === undefined || !runs(ask, now)) return changeAsk(c, ask, { priority });
  const minutes = minutesFor(rung, priority);
  const sooner = dueAt({
    calendar: responseCalendar(c, ask.holder),
    base: ask.since,
    within: { minutes },
    promised: ask.promisedBy,
    notBefore: graceFrom(c, ask.holder, now, minutes),
  });
  if (sooner >= ask.dueAt) return changeAsk(c, ask, { priority });
  const changed = changeAsk(c, ask, {
    priority,
    dueAt: sooner,
    told: now,
    reminders: remindersBefore(c, rung, ask.holder, now, sooner),
  });
  c.done(
    at,
    by,
    `${nameOf(people, ask.holder)} has less time: the priority is ${name} now`,
    because(
      'A18',
      'The shorter response time counts from when they were asked; at least the grace is left from now.',
      { priority: name, 'was due at': ask.dueAt, 'due at': sooner },
    ),
  );
  c.announce(soonerWords(c, changed, name), null, 'A18', standsAt(changed));
  return changed;
}

/** A8: a holiday or other hours than when it was asked may leave more time; never less. */
export function onCalendar(c: Case, ask: Ask): Ask {
  const rung = ladderOf(c, ask)[ask.rung];
  if (
    rung === undefined ||
    ask.ladder === undefined ||
    ask.clock !== c.queue.readings.clock ||
    ask.handedOver === true ||
    ask.promisedBy !== null ||
    !runs(ask, c.now)
  )
    return ask;
  const due = addBusinessMinutes(
    responseCalendar(c, ask.holder),
    ask.since,
    minutesFor(rung, ask.priority),
  );
  if (due <= ask.dueAt) return ask;
  c.done(
    c.now,
    null,
    `${nameOf(c.people, ask.holder)} has more time: working time has changed`,
    because(
      'A8',
      'Response times run in working time, and less of it lies before the due time than it did.',
      {
        'was due at': ask.dueAt,
        'due at': due,
      },
    ),
  );
  return changeAsk(c, ask, {
    dueAt: due,
    reminders: remindersBefore(c, rung, ask.holder, c.now, due),
  });
}
