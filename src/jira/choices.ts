// What the forms of the settings offer to choose from.
import { route } from '@forge/api';
import { RelayError } from '../app/errors';
import type { Choices } from '../app/settings-ports';
import { type Api, bodyOf } from './http';
import { requestTypesOf } from './request-types';

interface WireNamed {
  readonly id: string;
  readonly name: string;
}

/** Jira's own page size. */
const projectsPage = 50;

/** @param api `api.asUser()`: people choose from what they see themselves */
export const jiraChoices = (api: Api): Choices => ({
  async serviceProjects() {
    const found: (WireNamed & { key: string })[] = [];
    for (let last = false; !last;) {
      const response = await api.requestJira(
        route`/rest/api/3/project/search?typeKey=service_desk&orderBy=key&startAt=${found.length}&maxResults=${projectsPage}`,
        { method: 'GET' },
      );
      const page = await bodyOf<{ values?: (WireNamed & { key: string })[]; isLast?: boolean }>(
        response,
        'show the projects',
      );
      found.push(...(page.values ?? []));
      last = page.isLast !== false || (page.values ?? []).length === 0;
    }
    return found.map(({ id, key, name }) => ({ id, key, name }));
  },

  async requestTypes(projectId) {
    const names = await requestTypesOf(api, projectId);
    if (names === null)
      throw new RelayError(
        'missing',
        'This project is no service project, so it has no request types.',
        { field: 'project', remedy: 'Choose a project of Jira Service Management.' },
      );
    return names;
  },
});
