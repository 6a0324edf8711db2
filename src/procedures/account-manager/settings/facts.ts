// What a queue's settings say of the account-manager SOP.
import { describedValues } from '../../../app/settings/described/facts';
import type { FactGroup, FactsOf } from '../../../core/facts';
import type { QueuePolicy, Rung, Settings, SopEntry, StatusRole } from '../../../core/policy';
import { listed, type Names } from '../../../core/prose';
import { rungName, within } from './prose';
import { boundValues, readingValues } from '../contract/settings';

const statusNames: Readonly<Record<StatusRole, string>> = {
  'waiting-for-account-manager': 'status while the account manager is asked',
  'waiting-for-management': 'status while management is asked',
  'waiting-for-support': 'status while support has the ticket',
};

export const accountManagerFacts: FactsOf = (settings, names) =>
  Object.values(settings.queues).flatMap((queue) => queueFacts(settings, queue, names));

function queueFacts(settings: Settings, queue: QueuePolicy, names: Names): FactGroup[] {
  const id = `queue:${queue.projectId}`;
  const { fields, statuses } = queue;
  const roles = Object.keys(statusNames) as StatusRole[];
  const called = (things: readonly { readonly name: string }[]): string[] =>
    things.map(({ name }) => name);
  return [
    {
      id,
      label: `the queue ${queue.name}`,
      where: queue.key,
      within: null,
      facts: [
        {
          id: 'am',
          subject: 'the account manager field',
          value: fields.accountManager.name,
          exactly: fields.accountManager.id,
        },
        {
          id: 'rm',
          subject: 'the regional manager field',
          value: fields.regionalManager.name,
          exactly: fields.regionalManager.id,
        },
        ...roles.map((role) => ({
          id: role,
          subject: `the ${statusNames[role]}`,
          value: statuses[role].name,
          exactly: statuses[role].id,
        })),
        {
          id: 'customer',
          subject: 'the statuses in which the customer has the ball',
          value: called(queue.customerStatuses),
          exactly: queue.customerStatuses
            .map(({ id }) => id)
            .sort()
            .join(),
        },
        {
          id: 'calendar',
          subject: 'the calendar',
          value: settings.calendars[queue.calendar]?.name ?? queue.calendar,
          exactly: queue.calendar,
        },
        ...describedValues(boundValues, queue).map((fact) =>
          fact.id === 'customerReply.graceMinutes'
            ? { ...fact, value: within(queue, queue.customerReply.graceMinutes) }
            : fact,
        ),
        {
          id: 'rules',
          subject: 'the accounts by request type',
          value: queue.accountRules.map(
            ({ requestType, cid }) => `"${requestType}" for ${names.account(cid)}`,
          ),
        },
        ...describedValues(readingValues, queue),
      ],
    },
    ...queue.entries.flatMap((entry) => entryFacts(queue, id, entry)),
  ];
}

function entryFacts(queue: QueuePolicy, within: string, entry: SopEntry): FactGroup[] {
  const id = `${within}/${entry.id}`;
  const of = `"${entry.name}"`;
  return [
    {
      id,
      label: `the SOP entry ${of}`,
      where: queue.key,
      within,
      facts: [
        { id: 'name', subject: `the name of ${of}`, value: entry.name },
        {
          id: 'mode',
          subject: `what ${of} asks of the account manager`,
          value: entry.mode === 'tag' ? 'a response' : 'nothing, as a watcher',
        },
        {
          id: 'who',
          subject: `who may ask for ${of}`,
          value:
            entry.whoMayAsk === 'agents' ? 'agents' : 'everybody in the team who sees the ticket',
        },
        {
          id: 'types',
          subject: `the request types of ${of}`,
          value: entry.requestTypes.length === 0 ? ['any'] : entry.requestTypes,
        },
        {
          id: 'general',
          subject: `whether ${of} stands for "no individual SOP"`,
          value: entry.general ? 'yes' : 'no',
        },
        {
          id: 'priority',
          subject: `the priority of ${of}`,
          value: queue.priorities.find((one) => one.id === entry.priority)?.name ?? 'none',
        },
      ],
    },
    ...entry.ladder.map((rung, level) => rungFacts(queue, id, entry, rung, level)),
  ];
}

function rungFacts(
  queue: QueuePolicy,
  entryId: string,
  entry: SopEntry,
  rung: Rung,
  level: number,
): FactGroup {
  const { default: usual, ...others } = rung.respondWithin;
  const of =
    level === 0
      ? `response time of "${entry.name}"`
      : `response time of level ${level + 1} of "${entry.name}"`;
  return {
    id: `${entryId}/${level}`,
    label: `level ${level + 1} of "${entry.name}", ${rungName[rung.to]}`,
    where: queue.key,
    within: entryId,
    facts: [
      {
        id: 'to',
        subject: `who is asked on level ${level + 1} of "${entry.name}"`,
        value: rungName[rung.to],
      },
      { id: 'usual', subject: of, value: within(queue, usual) },
      ...queue.priorities.flatMap((priority) => {
        const minutes = others[priority.id];
        return minutes === undefined
          ? []
          : [
              {
                id: `at ${priority.id}`,
                subject: `${of} at ${priority.name}`,
                value: within(queue, minutes),
                absent: 'the usual one',
              },
            ];
      }),
      {
        id: 'reminders',
        subject: `reminders on level ${level + 1} of "${entry.name}"`,
        value:
          rung.remindBefore.length === 0
            ? 'none'
            : `${listed(rung.remindBefore.map((minutes) => within(queue, minutes)))} before`,
      },
    ],
  };
}
