// What the doctor looks at in one queue: about ten requests, at most twenty-five.
import { neededPermissions, type QueueFacts } from '../../core/doctor/queue-facts';
import type { QueuePolicy } from '../../core/policy';
import { configuredOf } from '../app-procedure';
import type { Ports } from '../ports';
import { requestTypesNamed } from '../settings/described/names';
import { describedFor, partOf } from '../settings/procedure-settings';
import type { Catalogue, Health } from '../settings-ports';

/** Statuses without a recent ticket that are searched for by themselves, a request each. */
const mostSearches = 15;
/** Tickets whose screens and transitions are read. */
const mostSamples = 60;

/** A queue that cannot be browsed has no facts but that. */
export async function gatherQueue(
  ports: Ports,
  health: Health,
  catalogue: Catalogue,
  queue: QueuePolicy,
): Promise<QueueFacts> {
  const { projectId } = queue;
  const permissions = await health.ownPermissions(projectId, neededPermissions);
  if (!permissions.has('BROWSE_PROJECTS'))
    return {
      permissions,
      statuses: [],
      fields: [],
      priorities: [],
      requestTypes: [],
      requestTypesNamed: [],
      samples: [],
      movedByRule: [],
      organizations: [],
    };
  const organizationsField = queue.fields.organizations.id;
  const { statuses: ours, customerStatuses } = queue;
  const [statuses, fields, priorities, requestTypes, recent, movedByRule] = await Promise.all([
    catalogue.statuses(projectId),
    catalogue.fields(),
    catalogue.priorities(),
    catalogue.requestTypes(projectId),
    health.recentTickets(projectId, null, organizationsField),
    health.movedByRule(
      projectId,
      [ours['waiting-for-account-manager'].id, ours['waiting-for-management'].id],
      customerStatuses.map(({ id }) => id),
    ),
  ]);
  const unseen = statuses
    .filter(({ id, done }) => !done && !recent.some(({ status }) => status === id))
    .slice(0, mostSearches);
  const older = await Promise.all(
    unseen.map(({ id }) => health.recentTickets(projectId, id, organizationsField)),
  );
  const one = new Map(
    [...recent, ...older.flat()]
      .reverse()
      .map((ticket) => [`${ticket.type} ${ticket.status}`, ticket.issueId]),
  );
  const wanted = [...one.values()].slice(0, mostSamples);
  const samples = wanted.length === 0 ? [] : await health.samples(wanted);
  const organizations = [
    ...new Map(
      recent
        .flatMap((ticket) => ticket.organizations)
        .map((organization) => [organization.id, organization]),
    ).values(),
  ];
  const accounts = await ports.directory.accounts(
    organizations.map(({ id }) => id),
    [],
  );
  return {
    permissions,
    statuses,
    fields,
    priorities,
    requestTypes,
    requestTypesNamed: describedFor(await configuredOf(ports), 'queue').flatMap(({ described }) => {
      const part = partOf(queue, described);
      return part === null ? [] : requestTypesNamed(described.values, part);
    }),
    samples,
    movedByRule,
    organizations: organizations.map(({ id, name }) => ({
      name,
      hasAccount: accounts.some((account) => account.organizations.includes(id)),
    })),
  };
}
