// What the settings say of hybrid accounts.
import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
import type { Fact, FactsOf } from '../../../core/facts';
import type { HybridPolicy } from './policy';

export const hybridFacts: FactsOf = ({ hybrid }) =>
  hybrid === undefined
    ? []
    : [
        {
          id: 'hybrid',
          label: 'how hybrid accounts are run',
          where: null,
          within: null,
          facts: factsOfHybrid(hybrid),
        },
      ];

const quoted = (text: string): string => `"${text}"`;
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map(quoted);

function factsOfHybrid(hybrid: HybridPolicy): readonly Fact[] {
  const { productNames, project, channels, meeting, tasks, symptoms } = hybrid;
  return [
    {
      id: 'products',
      subject: 'the names of products',
      value: Object.entries(productNames).map(
        ([spelling, product]) => `${quoted(spelling)} is ${product ?? 'no product that matters'}`,
      ),
    },
    {
      id: 'project',
      subject: 'the project of onboardings',
      value: project?.name ?? 'none',
      exactly: project?.id ?? '',
    },
    {
      id: 'onboarding',
      subject: 'the request type of onboardings',
      value: hybrid.requestType === null ? 'none' : quoted(hybrid.requestType),
    },
    {
      id: 'integration',
      subject: 'the request type for the integrations team',
      value:
        hybrid.integrationRequestType === null ? 'none' : quoted(hybrid.integrationRequestType),
    },
    {
      id: 'became',
      subject: 'whether an account that becomes hybrid later is onboarded',
      value: hybrid.becameHybrid ? 'yes' : 'no',
    },
    {
      id: 'tasks',
      subject: 'the tasks of an onboarding',
      value: tasks.map(({ title }) => quoted(title)).join(', then '),
      exactly: JSON.stringify(tasks),
    },
    {
      id: 'message',
      subject: 'the message to the other department',
      value: linesOf(hybrid.message),
      exactly: hybrid.message,
    },
    {
      id: 'departments',
      subject: 'the link to the departments’ channel',
      value: channels.departments ?? 'none',
    },
    {
      id: 'support',
      subject: 'the link to the support channel',
      value: channels.support ?? 'none',
    },
    {
      id: 'acknowledge',
      subject: 'the time for acknowledging the message',
      value: spellBusinessMinutes(hybrid.acknowledgeMinutes),
      exactly: `${hybrid.acknowledgeMinutes} minutes`,
    },
    {
      id: 'meeting',
      subject: 'the sync meeting',
      value: `${quoted(meeting.title)}, ${meeting.minutes} minutes, within ${meeting.withinDays} working days`,
    },
    {
      id: 'agenda',
      subject: 'the agenda of the sync meeting',
      value: linesOf(meeting.agenda),
      exactly: meeting.agenda,
    },
    {
      id: 'gap',
      subject: 'who is told of an update nobody looks at',
      value: hybrid.gapLadder
        .map(
          ({ to, afterDays }) =>
            `${to === 'department' ? 'the department' : 'the fallback list'} after ${afterDays} working days`,
        )
        .join(', then '),
    },
    {
      id: 'question',
      subject: 'the time for a question of the other department',
      value: spellBusinessMinutes(hybrid.questionMinutes),
      exactly: `${hybrid.questionMinutes} minutes`,
    },
    {
      id: 'symptoms',
      subject: 'the symptoms in the integration guide',
      value: symptoms.map(({ title }) => quoted(title)),
      exactly: JSON.stringify(symptoms),
    },
  ];
}
