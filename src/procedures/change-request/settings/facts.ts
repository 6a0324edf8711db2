// What a queue's settings say of change requests.
import type { Fact, FactsOf } from '../../../core/facts';
import { roleNames } from '../../../core/roles';
import type { ChangeRequestPolicy } from './policy';
import { type StatusGroup, stepTitle } from '../lifecycle';

const groups: Readonly<Record<StatusGroup, string>> = {
  'to-do': 'that are being prepared',
  'in-approval': 'that wait for an approval of ours',
  'in-progress': 'that are being built',
  'in-testing': 'that are being tested',
  'with-customer': 'that wait for the customer',
  done: 'that are live and signed off',
};

export const changeRequestFacts: FactsOf = ({ queues }) =>
  Object.values(queues).flatMap(({ projectId, key, changeRequests }) =>
    changeRequests === undefined
      ? []
      : [
          {
            id: `queue:${projectId}/change-requests`,
            label: 'how change requests run',
            where: key,
            within: `queue:${projectId}`,
            facts: factsOf(changeRequests),
          },
        ],
  );

function factsOf({
  requestTypes,
  target,
  statuses,
  ownSteps,
  staleDays,
  costTolerancePercent,
  clientApprovals,
  skipWithReason,
  vendor,
}: ChangeRequestPolicy): readonly Fact[] {
  return [
    { id: 'types', subject: 'the request types of change requests', value: requestTypes },
    {
      id: 'target',
      subject: 'where the issue of a change request is created',
      value:
        target === null
          ? 'nowhere: the ticket becomes it'
          : `"${target.requestType}" in ${target.project.key}, linked as "${target.linkType}"`,
      exactly: target?.project.id ?? '',
    },
    ...(Object.keys(groups) as StatusGroup[]).map((group) => ({
      id: `status/${group}`,
      subject: `the status of change requests ${groups[group]}`,
      value: statuses[group]?.name ?? 'left alone',
      exactly: statuses[group]?.id ?? '',
    })),
    {
      id: 'own',
      subject: 'the own steps of change requests',
      value: ownSteps.map(
        ({ title, after, owner }) =>
          `"${title}" after ${stepTitle(after)}, by the ${roleNames[owner]}`,
      ),
      exactly: JSON.stringify(ownSteps),
    },
    {
      id: 'stale',
      subject: 'the days without progress until the engineer is nudged',
      value: `${staleDays} working days`,
    },
    {
      id: 'tolerance',
      subject: 'by how much the cost may rise before it is approved again',
      value: `${costTolerancePercent} %`,
    },
    {
      id: 'people',
      subject: 'how many people of the customer have to agree',
      value: `${clientApprovals}`,
    },
    {
      id: 'skip',
      subject: 'whether a gate may be skipped',
      value: skipWithReason ? 'yes, with a reason' : 'no',
    },
    { id: 'vendor', subject: 'what we are called in change requests', value: `"${vendor}"` },
  ];
}
