import { jiraDate } from '../dates';
import { notFound } from '../errors';
import { type Ask, ok, type Operation, param, under } from '../operation';

const colors = ['#0055CC', '#5E4DB2', '#216E4E', '#A54800', '#AE2E24', '#206A83', '#943D73', '#4C6B1F'];

/** Whose picture this is: a user, a project or an issue type. */
function nameOf(ask: Ask): string | null {
  const id = param(ask, 'id');
  switch (param(ask, 'type')) {
    case 'user':
      return [...ask.world.users.values()].find(({ avatarId }) => avatarId === id)?.displayName ?? null;
    case 'project':
      return ask.world.projects.get(id)?.name ?? null;
    case 'issuetype':
      return ask.world.issueTypes.get(id)?.name ?? null;
    default:
      return null;
  }
}

function picture(name: string, number: number): string {
  const initials = name.split(/\s+/).map((word) => word.charAt(0)).slice(0, 2).join('').toUpperCase();
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${colors[number % colors.length]}"/>` +
    `<text x="24" y="31" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${initials}</text></svg>`
  );
}

const at = under('/rest/api/3', null);

/** The site itself and its pictures. */
export const serverOperations: readonly Operation[] = [
  at.get('/serverInfo', (ask) =>
    ok({
      baseUrl: ask.world.baseUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_300,
      buildDate: '2026-02-27T00:00:00.000+0000',
      serverTime: jiraDate(ask.act.now),
      scmInfo: '0000000000000000000000000000000000000000',
      serverTitle: ask.world.name,
      serverTimeZone: ask.world.timeZone,
      displayUrl: ask.world.baseUrl,
      displayUrlServicedeskHelpCenter: ask.world.baseUrl,
      displayUrlConfluence: ask.world.baseUrl,
    }),
  ),
  at.get('/universal_avatar/view/type/{type}/avatar/{id}', (ask) => {
    const name = nameOf(ask);
    if (name === null) throw notFound('There is no such avatar.');
    return { status: 200, body: picture(name, Number(param(ask, 'id'))), headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' } };
  }, { scope: 'read:jira-work' }),
];
