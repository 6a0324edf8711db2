// The settings of key accounts read back as the SOP they are.
import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
import type { Allowance, RoleStep } from '../../../core/wait';
import { aboveAll, aboveResolution, within } from '../allowed-time';
import { weekdayNames } from '../contract/meeting-settings';
import { aspectNames } from '../happening';
import type { QueuePolicy } from '../../../core/policy';
import { listed, type ProsePart, quoted, type Sentence } from '../../../core/prose';
import { peopleIn, roleNames, type Roles } from '../../../core/roles';
import { type KeyAccountPolicy, keyAccountSettingsOf } from './policy';

export const keyAccountProse: ProsePart = {
  forAll: () => [],
  forQueue: (settings, queue, { person }) => {
    const policy = keyAccountSettingsOf(queue);
    return policy === undefined ? [] : sentences(queue, policy, settings, person);
  },
};

const spellAllowance = (time: Allowance): string =>
  'minutes' in time
    ? spellBusinessMinutes(time.minutes)
    : `${time.days} ${time.days === 1 ? 'working day' : 'working days'}`;

/** Such as `; then the lead engineer is told, after 1 working day the engineering manager`. */
const told = (steps: readonly RoleStep[]): string =>
  steps.length === 0
    ? ''
    : `; otherwise ${steps.map(({ to, after }) => `the ${roleNames[to]} is told${'days' in after && after.days === 0 ? '' : ` after ${spellAllowance(after)}`}`).join(', then ')}`;

function sentences(
  queue: QueuePolicy,
  policy: KeyAccountPolicy,
  settings: { readonly roles?: Roles },
  person: (id: string) => string,
): Sentence[] {
  const { mark, floor, listing, release, escalation, monthEnd, meeting } = policy;
  const say = (clause: string, text: string): Sentence => ({
    clause,
    text,
    queue: queue.projectId,
    entry: null,
  });
  const priority = (id: string): string =>
    queue.priorities.find((one) => one.id === id)?.name ?? id;
  const who = (role: keyof typeof roleNames): string =>
    listed(peopleIn(settings, role).map(person), 'or') || `nobody yet (${roleNames[role]})`;
  const { cycles, witness } = release;
  return [
    say(
      'KA-03',
      `Tickets of key accounts are marked "${mark}", for the team only; customers never see the mark.`,
    ),
    say(
      'KA-12',
      floor === null
        ? "The priority of key accounts' tickets is left alone."
        : `An open ticket of a key account ranks no lower than ${priority(floor)}; it is never lowered, and tickets from before the account came onto the list get it where somebody asks for it.`,
    ),
    ...(listing.requestTypes.length === 0
      ? []
      : [
          say(
            'KA-04',
            `The list of key accounts is changed by a ticket of the type ${quoted(listing.requestTypes, 'or')}. ${listing.decision === 'accept' ? `${who('key-account-keeper')} accepts or declines it.` : 'It counts at once; nobody has to accept it.'} ${who('operations')} then brings the end-of-month document up to date within ${spellAllowance(within(policy, 'document'))}.`,
          ),
        ]),
    say(
      'KA-13',
      `A quality issue of a key account is escalated: priority ${priority(escalation.priority)}${escalation.label === null ? '' : `, the label "${escalation.label}"`}${escalation.record === null ? '' : `, and a linked ticket of the type "${escalation.record.requestType}"`}. It is answered by ${escalation.ladder.map(({ to, respondWithin }) => `the ${roleNames[to]} within ${spellBusinessMinutes(respondWithin)}`).join(', then by ')}. Whoever answers resolves it within ${spellAllowance(within(policy, 'resolve'))}${told(aboveResolution(policy))}. Closing the ticket does not end it: it is asked how it was resolved.`,
    ),
    ...(escalation.requestTypes.length === 0
      ? []
      : [
          say(
            'KA-13',
            `A ticket of the type ${quoted(escalation.requestTypes, 'or')} of a key account is a quality issue by itself, about ${aspectNames[escalation.ruleAspect ?? 'code-quality'].toLowerCase()}.`,
          ),
        ]),
    ...(release.requestTypes.length === 0
      ? []
      : [
          say(
            'KA-08',
            `Every release to a key account is documented in a ticket of the type ${quoted(release.requestTypes, 'or')}, with a checklist of ${release.checklist.length} items.`,
          ),
          say(
            'KA-10',
            release.reviews === 'two-people'
              ? 'Before the client sees it, the commit is reviewed by a peer and double-checked by a senior-level engineer or higher: two people, neither of them the author.'
              : 'Before the client sees it, the commit is double-checked by a senior-level engineer or higher who did not write it.',
          ),
          say(
            'KA-09',
            `${witness.who === 'same-for-all' ? 'The same senior-level engineer or higher' : 'A senior-level engineer or higher'} witnesses the commit, the release and the post-release checks, in this order${witness.notOwnWork ? ', and never their own work: whoever ever stood as author or deployer, or said who does, is out' : ''}. What is attested within ${witness.minutesApart} minutes of the one before, or more than ${witness.lateAfterMinutes} minutes after the deployment, is marked retrospective and needs a reason, and so is a review after the deployment. Another commit voids what was signed on the one before.`,
          ),
          say(
            'KA-11',
            `A processing-related release is monitored for the first ${cycles.needed} production cycles that are due; a day that was missed stays owed. Once they are due, that ends only with a reason and the word of another senior engineer. ${cycles.onFailure === 'restart' ? 'A failed one is a quality issue, and the count starts again.' : 'A failed one is a quality issue; the count goes on.'}`,
          ),
          say(
            'KA-16',
            release.closedEarly === 'put-back'
              ? 'A ticket that is closed while its release is open is put back.'
              : 'A ticket that is closed while its release is open is told so.',
          ),
        ]),
    ...(monthEnd === null
      ? []
      : [
          say(
            'KA-05',
            `At the end of a month a ticket of the type "${monthEnd.requestType}" asks ${who('operations')} to confirm that the end-of-month document is updated, within ${monthEnd.dueDays} working days.`,
          ),
        ]),
    ...(meeting == null
      ? []
      : [
          say(
            'KA-06',
            `Every week a ticket of the type "${meeting.requestType}" asks ${who(meeting.by)} to attend the interdepartmental meeting about key accounts and to record who attended for ISD. It is on ${weekdayNames[meeting.weekday]}, or on the next working day after a holiday, and is recorded ${meeting.recordDays === 0 ? 'on the same day' : `within ${spellAllowance({ days: meeting.recordDays })}`}.`,
          ),
          say(
            'KA-07',
            'The meeting shows the trends of code quality, timing and accuracy, and records changes that may affect them. Each action has an owner and a date; one that is not finished is looked at again in the next meeting, and stays with its owner.',
          ),
        ]),
    say(
      'X10',
      `What somebody owes and has not done in time is told to them again${told(aboveAll(policy))}; then on every working day.`,
    ),
  ];
}
