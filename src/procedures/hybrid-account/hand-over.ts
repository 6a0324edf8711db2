// HY-05, HY-08, HY-11, H7: the message is acknowledged; links and the time of the meeting are kept.
import { type Because, because } from '../../core/because';
import { spellTime } from '../../core/calendar/spell-time';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { calendarOf } from '../../core/situation';
import { isAsked } from '../../core/asked';
import { id as hybrid, saveOnboarding } from './state';
import { both, other } from './knowledge';
import { isToAgree, withMeeting } from './meeting';
import { isOpen } from './onboarding';
import { field, runningOf } from './run-onboarding';
import type { HybridPolicy } from './settings/policy';
import { departmentNames, departmentOf, mayTick, toldOf } from './sides';
import { isLink, noLink } from './task-proof';
import { toPeople } from './words';
import { knowersOf, notTheirs } from './who-knows';

/** The wait for the acknowledgement of the message. */
export const acknowledgeKey = 'acknowledge';

/** HY-18, HY-19: the person of the other department who has to know has the message, and begins (HY-08). */
export function acknowledge(c: Case, by: AccountId): Because | null {
  const onboarding = runningOf(c);
  if ('clause' in onboarding) return onboarding;
  if (
    !knowersOf(c, 'fmc').includes(by) &&
    !isAsked(c.ledger, { procedure: hybrid, wait: acknowledgeKey }, by)
  )
    return notTheirs(c, 'HY-08', ['fmc']);
  if (onboarding.notifiedAt === null)
    return because(
      'HY-08',
      'There is no message to acknowledge yet: CS Operations has not sent it.',
      {},
    );
  if (onboarding.acknowledged !== null)
    return because('HY-19', 'It is acknowledged already.', { at: onboarding.acknowledged.at });
  saveOnboarding(c, { ...onboarding, acknowledged: { by, at: c.now } });
  c.done(
    c.now,
    by,
    `${departmentNames.fmc} has acknowledged`,
    because('HY-19', 'The hand-over between the departments is complete.', {
      'informed at': onboarding.notifiedAt,
    }),
  );
  return null;
}

/** HY-11, H7: where the Onboarding Object and the channel for issues are; what they hold stays there. */
export function setLink(
  c: Case,
  { what, url }: { readonly what: 'object' | 'channel'; readonly url: string },
  by: AccountId,
): Because | null {
  const onboarding = runningOf(c);
  if ('clause' in onboarding) return onboarding;
  const side = departmentOf(c, by, [onboarding.cid]);
  if (side === null) return because('HY-03', 'This is for the two departments of the account.', {});
  if (!isLink(url)) return noLink('H7', url);
  const object = what === 'object';
  saveOnboarding(
    c,
    object
      ? { ...onboarding, object: { ...onboarding.object, url, at: c.now } }
      : {
          ...onboarding,
          channel: url,
          // The link is all that the task asks for (HY-11).
          tasks: onboarding.tasks.map((task) =>
            task.kind === 'channel' &&
            !task.done.some((one) => one.side === side) &&
            isOpen(onboarding, task) &&
            mayTick(c, by, { cid: onboarding.cid, clocks: c.ledger }, task) !== null
              ? { ...task, done: [...task.done, { by, side, at: c.now, note: null }] }
              : task,
          ),
        },
  );
  c.done(
    c.now,
    by,
    object ? 'Link to the Onboarding Object kept' : 'Channel for issues of this account kept',
    because(object ? 'H7' : 'HY-11', 'The link is kept here, what it leads to is not.', {
      link: url,
    }),
  );
  return null;
}

/** HY-05, HY-20: the meeting has a time, which both are told. */
export function setMeeting(
  c: Case,
  policy: HybridPolicy,
  at: Instant,
  by: AccountId,
): Because | null {
  const onboarding = runningOf(c);
  if ('clause' in onboarding) return onboarding;
  const side = departmentOf(c, by, [onboarding.cid]);
  if (side === null) return because('HY-03', 'This is for the two departments of the account.', {});
  if (onboarding.joinedAt === null)
    return because('HY-20', 'The sync meeting is due when both onboarding calls are done.', {});
  if (at <= c.now)
    return field(because('HY-05', 'The meeting must lie in the future.', { at }), 'at');
  const before = onboarding.meetingAt;
  const after = withMeeting(onboarding, side, at);
  saveOnboarding(c, after);
  c.done(
    c.now,
    by,
    'Sync meeting set',
    because('HY-05', 'Account expectations and takeaways of the onboarding calls.', { at }),
  );
  const { timeZone } = calendarOf(c, null);
  c.announce(
    toPeople(
      c,
      both.flatMap((side) => toldOf(c, side, [onboarding.cid])).filter((one) => one !== by),
      `the sync meeting is ${spellTime(at, timeZone)}, ${policy.meeting.minutes} minutes${before === null ? '' : `, instead of ${spellTime(before, timeZone)}`}.`,
      isToAgree(c, policy, after, other(side))
        ? 'It is later than the procedure allows. Set the same time in the panel to agree to it, or set another one; until both have set it, the earlier due time stands.'
        : 'The panel has it as a file for your calendar.',
    ),
    by,
    'HY-05',
    null,
  );
  return null;
}
