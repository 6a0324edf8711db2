import { route } from '@forge/api';
import { type Api, bodyOrNull } from './http';

/** JSM's page size. */
const typesPage = 50;

/** Names of the request types of a service project, each once; null where there is no such service project. */
export async function requestTypesOf(
  api: Api,
  projectId: string,
): Promise<readonly string[] | null> {
  const names: string[] = [];
  for (let last = false; !last;) {
    const response = await api.requestJira(
      route`/rest/servicedeskapi/servicedesk/${projectId}/requesttype?start=${names.length}&limit=${typesPage}`,
      { method: 'GET' },
    );
    const page = await bodyOrNull<{ values?: { readonly name: string }[]; isLastPage?: boolean }>(
      response,
      'show the request types',
    );
    if (page === null) return null;
    names.push(...(page.values ?? []).map(({ name }) => name));
    last = page.isLastPage !== false || (page.values ?? []).length === 0;
  }
  return [...new Set(names)];
}
