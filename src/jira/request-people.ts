// How people stand to a request, as Jira says it.
import { route } from '@forge/api';
import type { RequestPeople } from '../app/ports';
import { type Api, bodyOf, bodyOrNull, json } from './http';

/** JSM gives at most so many rows a page. */
const perPage = 50;
/** More than anybody is a member of, and more than a request has participants: what is beyond is not looked at. */
const mostPages = 10;

interface WirePage<Row> {
  readonly values?: readonly Row[];
  readonly isLastPage?: boolean;
}

async function every<Row>(
  page: (start: number) => Promise<WirePage<Row> | null>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let number = 0; number < mostPages; number += 1) {
    const found = await page(rows.length);
    rows.push(...(found?.values ?? []));
    if (found?.isLastPage !== false || (found.values ?? []).length === 0) break;
  }
  return rows;
}

export const requestPeople = (api: Api): RequestPeople => ({
  async worksIn(person, projectId) {
    const body = {
      accountId: person,
      projectPermissions: [{ permissions: ['SERVICEDESK_AGENT'], projects: [Number(projectId)] }],
    };
    const response = await api.requestJira(route`/rest/api/3/permissions/check`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const { projectPermissions = [] } = await bodyOf<{
      projectPermissions?: readonly { readonly projects?: readonly number[] }[];
    }>(response, 'say who works in a service project');
    return projectPermissions.some(({ projects = [] }) => projects.length > 0);
  },

  async participants(issueId) {
    const rows = await every(async (start) =>
      bodyOrNull<WirePage<{ accountId: string }>>(
        await api.requestJira(
          route`/rest/servicedeskapi/request/${issueId}/participant?start=${start}&limit=${perPage}`,
          { method: 'GET' },
        ),
        `show the participants of request ${issueId}`,
      ),
    );
    return rows.map(({ accountId }) => accountId);
  },

  async organizationsOf(person) {
    const rows = await every(async (start) =>
      bodyOf<WirePage<{ id: string }>>(
        await api.requestJira(
          route`/rest/servicedeskapi/organization?accountId=${person}&start=${start}&limit=${perPage}`,
          { method: 'GET' },
        ),
        'show the organizations of a customer',
      ),
    );
    return rows.map(({ id }) => id);
  },
});
