// What a queue's settings say of engineers' access requests.
import type { Fact, FactsOf } from '../../../core/facts';
import { listed } from '../../../core/prose';
import type { AccessPolicy, EscalatedTo, EscalationWhy } from './policy';

const people: Readonly<Record<EscalatedTo, string>> = {
  'team-lead': 'team lead',
  csm: 'CSM',
  customer: 'customer contact',
};
const reasons: Readonly<Record<EscalationWhy, string>> = {
  'no-response': 'where the customer does not respond',
  late: 'where the account is late',
  'not-functional': 'where the account does not work',
};

export const accessFacts: FactsOf = ({ queues }) =>
  Object.values(queues).flatMap(({ projectId, key, access }) =>
    access === undefined
      ? []
      : [
          {
            id: `queue:${projectId}/access`,
            label: 'how access requests run',
            where: key,
            within: `queue:${projectId}`,
            facts: factsOfAccess(access),
          },
        ],
  );

function factsOfAccess(access: AccessPolicy): readonly Fact[] {
  const { cc, letter, sheet } = access;
  const copied = [
    cc.engineer && 'the engineer',
    cc.csm && 'the CSM',
    cc.sme && 'the subject matter expert',
  ].filter((one) => one !== false);
  return [
    { id: 'types', subject: 'the request types of access requests', value: access.requestTypes },
    {
      id: 'timeline',
      subject: 'the expected timeline of an access request',
      value: `${access.timelineDays} working days`,
    },
    {
      id: 'first',
      subject: "the time for a customer's first response",
      value: `${access.firstResponseDays} working days`,
    },
    {
      id: 'cc',
      subject: 'who gets a copy of an access request',
      value: copied.length === 0 ? 'nobody' : listed(copied),
    },
    {
      id: 'gate',
      subject: 'whether a team lead may send before the conditions hold',
      value: access.overrideGate ? 'yes, with a reason' : 'no',
    },
    ...(Object.keys(reasons) as EscalationWhy[]).map((why) => ({
      id: why,
      subject: `the ladder ${reasons[why]}`,
      value: access.ladders[why]
        .map(({ to, afterDays }) => `${people[to]} after ${afterDays} working days`)
        .join(', then '),
    })),
    {
      id: 'purge',
      subject: 'the days until personal data is deleted',
      value: `${access.purgeAfterDays} days`,
    },
    { id: 'samples', subject: 'past rows needed for a forecast', value: `${access.samplesNeeded}` },
    { id: 'subject', subject: 'the subject of the standard letter', value: `"${letter.subject}"` },
    {
      id: 'body',
      subject: 'the lines of the standard letter',
      value: letter.body
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => `"${line}"`),
      exactly: letter.body,
    },
    ...(access.raise == null
      ? []
      : [
          {
            id: 'raise',
            subject: 'the request that is raised for customers in the service desk',
            value: `"${access.raise.requestType}"`,
            exactly: `${access.raise.project.id} ${access.raise.requestType}`,
          },
        ]),
    {
      id: 'sheet',
      subject: 'the columns of the follow-up sheet',
      value: sheet.map(({ title }) => `"${title}"`).join(', '),
      exactly: sheet.map(({ column }) => column).join(),
    },
  ];
}
