// What the forms of the settings offer to choose from.
import { route } from '@forge/api';
import type { Choices } from '../app/ports';
import { type Api, bodyOf } from './http';

interface WireNamed {
  readonly id: string;
  readonly name: string;
}

/** Jira's and JSM's own page sizes. */
const projectsPage = 50;
const typesPage = 50;

/** @param api `api.asUser()`: people choose from what they see themselves */
export const jiraChoices = (api: Api): Choices => ({
  async serviceProjects() {
    const found: (WireNamed & { key: string })[] = [];
    for (let last = false; !last; ) {
      const response = await api.requestJira(route`/rest/api/3/project/search?typeKey=service_desk&orderBy=key&startAt=${found.length}&maxResults=${projectsPage}`, { method: 'GET' });
      const page = await bodyOf<{ values?: (WireNamed & { key: string })[]; isLast?: boolean }>(response, 'show the projects');
      found.push(...(page.values ?? []));
      last = page.isLast !== false || (page.values ?? []).length === 0;
    }
    return found.map(({ id, key, name }) => ({ id, key, name }));
  },

  async requestTypes(projectId) {
    const names: string[] = [];
    for (let last = false; !last; ) {
      const response = await api.requestJira(route`/rest/servicedeskapi/servicedesk/${projectId}/requesttype?start=${names.length}&limit=${typesPage}`, { method: 'GET' });
      const page = await bodyOf<{ values?: WireNamed[]; isLastPage?: boolean }>(response, 'show the request types');
      names.push(...(page.values ?? []).map(({ name }) => name));
      last = page.isLastPage !== false || (page.values ?? []).length === 0;
    }
    return [...new Set(names)];
  },
});
