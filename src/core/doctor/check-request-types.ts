// AM-12, A12, and by which request type each procedure begins: the settings name them, and Jira lets people rename them.
import type { QueuePolicy } from '../policy';
import { bad, type Finding, fine, listed, unknown } from './finding';
import type { QueueFacts } from './queue-facts';

/** A request type that is gone matches no ticket, and nobody is told: the ticket is just an ordinary one. */
export function checkRequestTypes(
  { key, entries, accountRules }: QueuePolicy,
  { requestTypes, requestTypesNamed }: QueueFacts,
): Finding[] {
  const named = [
    ...new Set([
      ...entries.flatMap((entry) => entry.requestTypes),
      ...accountRules.map(({ requestType }) => requestType),
      ...requestTypesNamed,
    ]),
  ];
  if (named.length === 0) return [];
  if (requestTypes === null) {
    return [
      unknown({
        code: 'request-types',
        what: `The request types of project ${key} could not be read.`,
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
      what: `Project ${key} has no request type ${listed(gone.map((name) => `"${name}"`))}, so the rules of this queue that name it never apply.`,
      fix: 'Choose the request types again in the settings of this queue, or name them in Jira as they were.',
    }),
  ];
}
