// What a queue's settings say of key accounts.
import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
import type { Fact, FactsOf } from '../../../core/facts';
import type { QueuePolicy } from '../../../core/policy';
import { roleNames } from '../../../core/roles';
import { sectionNames } from '../blocks';
import type { KeyAccountPolicy } from './policy';

export const keyAccountFacts: FactsOf = ({ queues }) =>
  Object.values(queues).flatMap((queue) =>
    queue.keyAccounts === undefined
      ? []
      : [
          {
            id: `queue:${queue.projectId}/key-accounts`,
            label: 'how key accounts are run',
            where: queue.key,
            within: `queue:${queue.projectId}`,
            facts: factsOf(queue, queue.keyAccounts),
          },
        ],
  );

function factsOf(
  { priorities }: QueuePolicy,
  { mark, floor, listing, release, escalation, monthEnd }: KeyAccountPolicy,
): readonly Fact[] {
  const priority = (id: string): string => priorities.find((one) => one.id === id)?.name ?? id;
  const { witness, cycles, checklist } = release;
  return [
    { id: 'mark', subject: 'the mark of key accounts', value: `"${mark}"` },
    {
      id: 'floor',
      subject: "the lowest priority of key accounts' tickets",
      value: floor === null ? 'any' : priority(floor),
    },
    {
      id: 'listing',
      subject: 'the request types by which the list of key accounts is changed',
      value: listing.requestTypes,
    },
    {
      id: 'decision',
      subject: 'how the list of key accounts is changed',
      value: listing.decision === 'accept' ? 'by a request that is accepted' : 'by notice',
    },
    { id: 'releases', subject: 'the request types of releases', value: release.requestTypes },
    {
      id: 'checklist',
      subject: 'the items of the release checklist',
      value: checklist.map(
        ({ text, section }) => `"${text}" (${sectionNames[section].toLowerCase()})`,
      ),
      exactly: JSON.stringify(checklist),
    },
    {
      id: 'reviews',
      subject: 'who reviews a commit',
      value:
        release.reviews === 'two-people' ? 'a peer and a senior engineer' : 'one senior engineer',
    },
    {
      id: 'witness',
      subject: 'who witnesses a release',
      value:
        witness.who === 'same-for-all'
          ? 'one senior engineer for all three'
          : 'a senior engineer for each step',
    },
    {
      id: 'own',
      subject: 'whether somebody may witness their own work',
      value: witness.notOwnWork ? 'no' : 'yes',
    },
    {
      id: 'apart',
      subject: 'how near two attestations may be',
      value: `${witness.minutesApart} minutes`,
    },
    {
      id: 'late',
      subject: 'how long after a deployment it is still witnessed in time',
      value: `${witness.lateAfterMinutes} minutes`,
    },
    {
      id: 'cycles',
      subject: 'the production cycles monitored after a release',
      value: `${cycles.needed} cycles`,
    },
    {
      id: 'failure',
      subject: 'the count of cycles after a failed one',
      value: cycles.onFailure === 'restart' ? 'starts again' : 'goes on',
    },
    {
      id: 'gates',
      subject: 'the gates of a change request that wait for the review',
      value: release.beforeGates.map((gate) =>
        gate === 'uat' ? 'user acceptance test' : 'interface approval',
      ),
    },
    {
      id: 'closed',
      subject: 'a ticket that is closed while its release is open',
      value: release.closedEarly === 'put-back' ? 'is put back' : 'is told so',
    },
    {
      id: 'quality',
      subject: 'the request types that are quality issues by rule',
      value: escalation.requestTypes,
    },
    { id: 'urgent', subject: 'the priority of escalations', value: priority(escalation.priority) },
    { id: 'label', subject: 'the label of escalations', value: escalation.label ?? 'none' },
    {
      id: 'record',
      subject: 'the ticket that records an escalation',
      value:
        escalation.record === null
          ? 'none'
          : `"${escalation.record.requestType}", linked as "${escalation.record.linkType}"`,
    },
    {
      id: 'ladder',
      subject: 'the ladder of escalations',
      value: escalation.ladder
        .map(
          ({ to, respondWithin }) =>
            `${roleNames[to]} within ${spellBusinessMinutes(respondWithin)}`,
        )
        .join(', then '),
    },
    {
      id: 'month-end',
      subject: 'the month-end task',
      value:
        monthEnd === null
          ? 'none'
          : `"${monthEnd.requestType}", due ${monthEnd.dueDays} working days after the month`,
    },
  ];
}
