// The settings of a queue of the local Jira, with the ids that Jira gave its things.
import type { Host } from '../../host/host';
import type { Policy } from '../../src/core/policy';
import { aPolicy, aQueue } from './sop';

interface Named {
  readonly id: string;
  readonly name: string;
}

export const admin = 'alex.kim@relay.example';

/** Ids by name. @throws Error naming what is not there */
const idsOf =
  (things: readonly Named[]) =>
  (name: string): Named => {
    const found = things.find((thing) => thing.name === name);
    if (found === undefined)
      throw new Error(`There is no ${name} among ${things.map((thing) => thing.name).join(', ')}.`);
    return { id: found.id, name };
  };

/** A policy with one queue: that project. */
export async function policyFor(host: Host, key: string): Promise<Policy> {
  const get = async <T>(path: string): Promise<T> =>
    (await host.as(admin).request<T>('GET', path)).body;
  const project = await get<Named>(`/rest/api/3/project/${key}`);
  const fields = idsOf(await get<Named[]>('/rest/api/3/field'));
  const types = await get<{ statuses: Named[] }[]>(`/rest/api/3/project/${key}/statuses`);
  const status = idsOf(types.flatMap(({ statuses }) => statuses));
  const priorities = await get<Named[]>('/rest/api/3/priority');
  const queue = aQueue({
    projectId: project.id,
    key,
    name: project.name,
    fields: {
      accountManager: fields('Account Manager'),
      regionalManager: fields('Regional Manager'),
      organizations: fields('Organizations'),
      requestType: fields('Request Type'),
    },
    statuses: {
      'waiting-for-account-manager': status('Waiting for Account Manager'),
      'waiting-for-management': status('Waiting for Management'),
      'waiting-for-support': status('Waiting for Support'),
    },
    priorities: priorities.map(({ id, name }) => ({ id, name })),
  });
  return aPolicy(queue, { queues: { [project.id]: queue } });
}
