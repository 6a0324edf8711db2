// The settings of key accounts read back as the SOP they are.
import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
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

function sentences(
  queue: QueuePolicy,
  { mark, floor, listing, release, escalation, monthEnd }: KeyAccountPolicy,
  settings: { readonly roles?: Roles },
  person: (id: string) => string,
): Sentence[] {
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
        : `An open ticket of a key account ranks no lower than ${priority(floor)}; it is never lowered, and tickets from before the account came onto the list are left alone.`,
    ),
    ...(listing.requestTypes.length === 0
      ? []
      : [
          say(
            'KA-04',
            `The list of key accounts is changed by a ticket of the type ${quoted(listing.requestTypes, 'or')}. ${listing.decision === 'accept' ? `${who('key-account-keeper')} accepts or declines it.` : 'It counts at once; nobody has to accept it.'}`,
          ),
        ]),
    say(
      'KA-13',
      `A quality issue of a key account is escalated: priority ${priority(escalation.priority)}${escalation.label === null ? '' : `, the label "${escalation.label}"`}${escalation.record === null ? '' : `, and a linked ticket of the type "${escalation.record.requestType}"`}. It is answered by ${escalation.ladder.map(({ to, respondWithin }) => `the ${roleNames[to]} within ${spellBusinessMinutes(respondWithin)}`).join(', then by ')}.`,
    ),
    ...(escalation.requestTypes.length === 0
      ? []
      : [
          say(
            'KA-13',
            `A ticket of the type ${quoted(escalation.requestTypes, 'or')} of a key account is a quality issue by itself.`,
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
            `${witness.who === 'same-for-all' ? 'The same senior-level engineer or higher' : 'A senior-level engineer or higher'} witnesses the commit, the release and the post-release checks, in this order${witness.notOwnWork ? ', and never their own work' : ''}. What is attested within ${witness.minutesApart} minutes of the one before, or more than ${witness.lateAfterMinutes} minutes after the deployment, is marked retrospective and needs a reason.`,
          ),
          say(
            'KA-11',
            `A processing-related release is monitored for ${cycles.needed} production cycles. ${cycles.onFailure === 'restart' ? 'A failed one is a quality issue, and the count starts again.' : 'A failed one is a quality issue; the count goes on.'}`,
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
            `At the end of a month a ticket of the type "${monthEnd.requestType}" asks ${who('operations')} to confirm that the end-of-month document is updated, within ${monthEnd.dueDays} working days and every working day after that.`,
          ),
        ]),
  ];
}
