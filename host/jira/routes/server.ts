import { jiraDate } from '../dates';
import { notFound } from '../errors';
import { picture, pictureHeaders } from '../format/picture';
import { ok, type Operation, param, under } from '../operation';

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
  at.get(
    '/universal_avatar/view/type/{type}/avatar/{id}',
    (ask) => {
      const body = picture(ask.world, param(ask, 'type'), param(ask, 'id'));
      if (body === null) throw notFound('There is no such avatar.');
      return { status: 200, body, headers: pictureHeaders };
    },
    { scope: 'read:jira-work' },
  ),
];
