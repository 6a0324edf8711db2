import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import { dueAfterDays } from '../../core/calendar/business-days';
import { text } from '../../core/command';
import type { Case } from '../../core/case';
import { nameOf } from '../../core/people';
import { peopleIn } from '../../core/roles';
import { calendarOf, localDay } from '../../core/situation';
import type { KeyAccountPolicy } from './settings/policy';
import type { MonthEndTask } from './month-end';
import { roleOnly } from './may';
import { count, keep, partOf, tagRole } from './say';
import { monthEndKey } from './wait-keys';

/** KA-05, K4: the app opens the task by itself; a ticket that has it keeps it. @param month such as `2026-02` */
export function beginMonthEnd(c: Case, policy: KeyAccountPolicy, month: string): null {
  const { now } = c;
  if (partOf(c).monthEnd !== null) return null;
  const dueAt = dueAfterDays(calendarOf(c, null), now, policy.monthEnd?.dueDays ?? 3);
  const task: MonthEndTask = { month, openedAt: now, dueAt, confirmed: null };
  keep(c, { monthEnd: task });
  const people = peopleIn(c.policy, 'operations');
  c.announce(
    [
      [
        ...tagRole(c, 'operations'),
        text(
          `the key-account summary of ${month} is ready on the page "Key accounts". Please update the end-of-month document and confirm it here by ${localDay(c, dueAt)}.`,
        ),
      ],
    ],
    null,
    'KA-05',
    null,
  );
  c.done(
    now,
    null,
    `Month-end task for ${month} opened`,
    because('KA-05', 'Operations updates the end-of-month document and confirms it.', {
      due: localDay(c, dueAt),
      operations: people.map((one) => nameOf(c.people, one)).join(', ') || 'nobody yet',
    }),
  );
  return null;
}

/** KA-05: Operations confirms it. */
export function confirmMonthEnd(
  c: Case,
  _policy: KeyAccountPolicy,
  { note: said }: { readonly note: string | null },
  actor: Actor,
): Because | null {
  const { monthEnd } = partOf(c);
  const { now } = c;
  if (monthEnd === null) return because('KA-05', 'There is nothing to confirm here.', {});
  const refused = roleOnly(c, { role: 'operations', wait: monthEndKey }, 'KA-05', actor);
  if (refused !== null) return refused;
  if (monthEnd.confirmed !== null)
    return because(
      'KA-05',
      `${nameOf(c.people, monthEnd.confirmed.by)} has confirmed it already.`,
      {},
    );
  const note = said?.trim() ?? '';
  keep(c, {
    monthEnd: {
      ...monthEnd,
      confirmed: { by: actor.accountId, at: now, note: note === '' ? null : note.slice(0, 500) },
    },
  });
  c.done(
    now,
    actor.accountId,
    `End-of-month document of ${monthEnd.month} is updated`,
    because('KA-05', 'Confirmed by Operations.', note === '' ? {} : { note }),
  );
  count(c, actor.accountId, null, {
    kind: 'month-confirmed',
    month: monthEnd.month,
  });
  return null;
}
