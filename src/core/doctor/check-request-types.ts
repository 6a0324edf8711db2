// AM-12, A12, and by which request type each procedure begins: the settings name them, and Jira lets people rename them.
import type { QueuePolicy } from '../policy';
import { bad, type Finding, fine, listed, unknown } from './finding';
import type { QueueFacts } from './queue-facts';

/** Every request type of its own project that a queue's settings name. */
export function requestTypesIn({
  entries,
  accountRules,
  access,
  changeRequests,
  keyAccounts,
}: QueuePolicy): string[] {
  const named = [
    ...entries.flatMap(({ requestTypes }) => requestTypes),
    ...accountRules.map(({ requestType }) => requestType),
    ...(access?.requestTypes ?? []),
    ...(changeRequests?.requestTypes ?? []),
    ...(keyAccounts === undefined
      ? []
      : [
          ...keyAccounts.listing.requestTypes,
          ...keyAccounts.release.requestTypes,
          ...keyAccounts.escalation.requestTypes,
          ...(keyAccounts.monthEnd === null ? [] : [keyAccounts.monthEnd.requestType]),
        ]),
  ];
  return [...new Set(named)];
}

/** A request type that is gone matches no ticket, and nobody is told: the ticket is just an ordinary one. */
export function checkRequestTypes(queue: QueuePolicy, { requestTypes }: QueueFacts): Finding[] {
  const named = requestTypesIn(queue);
  if (named.length === 0) return [];
  if (requestTypes === null) {
    return [
      unknown({
        code: 'request-types',
        what: `The request types of project ${queue.key} could not be read.`,
        clause: 'AM-12',
        fix: 'Check that it is a project of Jira Service Management which Account Relay may browse.',
      }),
    ];
  }
  const there = new Set(requestTypes.map((name) => name.toLowerCase()));
  const gone = named.filter((name) => !there.has(name.toLowerCase()));
  if (gone.length === 0)
    return [
      fine({
        code: 'request-types',
        what: `The request types ${listed(named)} are there.`,
        clause: 'AM-12',
      }),
    ];
  return [
    bad('warning', {
      code: 'request-types',
      clause: 'AM-12',
      what: `Project ${queue.key} has no request type ${listed(gone.map((name) => `"${name}"`))}, so the rules of this queue that name it never apply.`,
      fix: 'Choose the request types again in the settings of this queue, or name them in Jira as they were.',
    }),
  ];
}
