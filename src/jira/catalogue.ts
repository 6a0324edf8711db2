// What Jira calls things. Lists are read once per catalogue: an import asks for the same ones again and again.
import { route } from '@forge/api';
import type { Catalogue } from '../app/settings-ports';
import { type Api, bodyOf, bodyOrNull } from './http';
import { requestTypesOf } from './request-types';
import { personOf } from './ticket';
import type { WireUser } from './wire';

/** JSM pages organizations by 50. */
const organizationsPage = 50;

interface WireNamed {
  readonly id: string;
  readonly name: string;
}

/** @param api `api.asApp()`, or `api.asUser()` inside a resolver */
export function jiraCatalogue(api: Api): Catalogue {
  const once = new Map<string, Promise<unknown>>();
  const remembered = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const known = once.get(key) ?? read();
    once.set(key, known);
    return known as Promise<T>;
  };

  return {
    project: (key) =>
      remembered(`project ${key}`, async () => {
        const response = await api.requestJira(route`/rest/api/3/project/${key}`, {
          method: 'GET',
        });
        const project = await bodyOrNull<WireNamed & { key: string }>(
          response,
          `show project ${key}`,
        );
        return project === null ? null : { id: project.id, key: project.key, name: project.name };
      }),

    statuses: (projectId) =>
      remembered(`statuses ${projectId}`, async () => {
        const response = await api.requestJira(route`/rest/api/3/project/${projectId}/statuses`, {
          method: 'GET',
        });
        const types = await bodyOf<
          { statuses?: (WireNamed & { statusCategory?: { key?: string } })[] }[]
        >(response, `show the statuses of project ${projectId}`);
        const statuses = types
          .flatMap((type) => type.statuses ?? [])
          .map(({ id, name, statusCategory }) => ({
            id,
            name,
            done: statusCategory?.key === 'done',
          }));
        return [...new Map(statuses.map((status) => [status.id, status])).values()];
      }),

    fields: () =>
      remembered('fields', async () => {
        const response = await api.requestJira(route`/rest/api/3/field`, { method: 'GET' });
        const fields = await bodyOf<
          (WireNamed & { schema?: { custom?: string; type?: string } })[]
        >(response, 'show the fields');
        return fields.map(({ id, name, schema }) => ({
          id,
          name,
          type: schema?.custom ?? schema?.type ?? '',
        }));
      }),

    priorities: () =>
      remembered('priorities', async () => {
        // Deprecated in favour of /priority/search, which needs the right to administer Jira and answers no better.
        const response = await api.requestJira(route`/rest/api/3/priority`, { method: 'GET' });
        const priorities = await bodyOf<WireNamed[]>(response, 'show the priorities');
        return priorities.map(({ id, name }) => ({ id, name }));
      }),

    organizations: () =>
      remembered('organizations', async () => {
        const found: WireNamed[] = [];
        for (let last = false, start = 0; !last; start = found.length) {
          const response = await api.requestJira(
            route`/rest/servicedeskapi/organization?start=${start}&limit=${organizationsPage}`,
            { method: 'GET' },
          );
          const page = await bodyOf<{ values?: WireNamed[]; isLastPage?: boolean }>(
            response,
            'show the organizations',
          );
          found.push(...(page.values ?? []).map(({ id, name }) => ({ id: String(id), name })));
          last = page.isLastPage !== false || (page.values ?? []).length === 0;
        }
        return found;
      }),

    requestTypes: (projectId) =>
      remembered(`request types ${projectId}`, () => requestTypesOf(api, projectId)),

    linkTypes: () =>
      remembered('link types', async () => {
        // Jira answers 404 where an administrator has turned links between issues off.
        const response = await api.requestJira(route`/rest/api/3/issueLinkType`, { method: 'GET' });
        const found = await bodyOrNull<{ issueLinkTypes?: WireNamed[] }>(
          response,
          'show the link types',
        );
        return (found?.issueLinkTypes ?? []).map(({ id, name }) => ({ id, name }));
      }),

    async findPeople(search) {
      const response = await api.requestJira(
        route`/rest/api/3/user/search?query=${search}&maxResults=20`,
        { method: 'GET' },
      );
      return (await bodyOf<WireUser[]>(response, 'search for people')).flatMap(
        (user) => personOf(user) ?? [],
      );
    },

    people: (emailOrName) =>
      remembered(`person ${emailOrName}`, async () => {
        const response = await api.requestJira(
          route`/rest/api/3/user/search?query=${emailOrName}&maxResults=50`,
          { method: 'GET' },
        );
        const users = await bodyOf<(WireUser & { emailAddress?: string })[]>(
          response,
          'search for people',
        );
        const wanted = emailOrName.toLowerCase();
        // Jira hides e-mail addresses by people's own choice, but still searches by them: a single hit is the person.
        const exact = users.filter((user) =>
          [user.emailAddress, user.displayName].some((one) => one?.toLowerCase() === wanted),
        );
        const byHiddenMail =
          wanted.includes('@') && users.length === 1 && users[0]?.emailAddress === undefined
            ? users
            : [];
        return (exact.length > 0 ? exact : byHiddenMail).flatMap((user) => personOf(user) ?? []);
      }),

    async mayAdminister() {
      const response = await api.requestJira(
        route`/rest/api/3/mypermissions?permissions=ADMINISTER`,
        { method: 'GET' },
      );
      const { permissions } = await bodyOf<{
        permissions?: { ADMINISTER?: { havePermission?: boolean } };
      }>(response, 'show the permissions');
      return permissions?.ADMINISTER?.havePermission === true;
    },
  };
}
