// Who may do what about a weekly meeting: asked before it is done, and when buttons are shown.
import type { Actor } from '../../core/act';
import { type Authority, isAsked } from '../../core/asked';
import { type Because, because } from '../../core/because';
import { nameOf } from '../../core/people';
import { peopleIn, roleNames } from '../../core/roles';
import { id } from './key-part';
import type { Meeting, MeetingAction } from './meeting';
import { isOpenAction } from './meeting';
import { hasRole, roleOnly } from './may';
import { meetingKeys } from './wait-keys';

export const noMeeting = because('KA-06', 'This ticket is not a weekly meeting.', {});

/** KA-06: whoever attends for ISD says how the meeting went. */
export function whyNotRecord(known: Authority, meeting: Meeting, actor: Actor): Because | null {
  const { by, week, outcome } = meeting;
  const refused = roleOnly(known, { role: by, wait: meetingKeys.meeting(week) }, 'KA-06', actor);
  if (refused !== null) return refused;
  return outcome?.how === 'held'
    ? because('KA-06', `${nameOf(known.people, outcome.by)} has recorded this meeting already.`, {
        'held on': outcome.on,
      })
    : null;
}

/** KA-07: everybody of the team who is at the meeting notes changes and agrees on actions. */
export function whyNotAdd(known: Authority, meeting: Meeting, actor: Actor): Because | null {
  if (known.ticket.status.done)
    return because(
      'KA-07',
      `The ticket is ${known.ticket.status.name}. Reopen it, or use the ticket of the next meeting.`,
      {},
    );
  const { by, week } = meeting;
  return actor.mayTransition ||
    hasRole(known, actor.accountId) ||
    isAsked(known.ledger, { procedure: id, wait: meetingKeys.meeting(week) }, actor.accountId)
    ? null
    : because('KA-07', 'Agents, and everybody with a role, take part in the meeting.', {
        [roleNames[by]]: peopleIn(known.policy, by)
          .map((one) => nameOf(known.people, one))
          .join(', '),
      });
}

/** KA-07: its owner, whoever was asked in their place, and whoever leads the meeting. */
export function whyNotAction(
  known: Authority,
  { by }: Meeting,
  action: MeetingAction,
  { accountId }: Actor,
): Because | null {
  const owner = nameOf(known.people, action.owner);
  if (!isOpenAction(action))
    return because(
      'KA-07',
      `${nameOf(known.people, action.done?.by ?? null)} has finished this action already.`,
      {},
    );
  return action.owner === accountId ||
    peopleIn(known.policy, by).includes(accountId) ||
    isAsked(known.ledger, { procedure: id, wait: meetingKeys.action(action.id) }, accountId)
    ? null
    : because(
        'KA-07',
        `This action is with ${owner}. Only ${owner}, or the ${roleNames[by]}, changes it.`,
        {
          owner,
        },
      );
}
