import { accessSettingsOf } from '../../../src/procedures/access-request/settings/policy';
// EA-12: the follow-up document, in days as they are where the team works.
import { accessOf } from '../../../src/procedures/access-request/state';
import { rowOf } from '../../../src/procedures/access-request/access-request';
import { sheetRow } from '../../../src/procedures/access-request/sheet';
import { accessQueue, AccessStory } from '../../support/access';
import { aPolicy, office } from '../../support/sop';

it.each([
  ['America/New_York', '2026-03-03T01:30:00.000Z', '2026-03-02'],
  ['Asia/Tokyo', '2026-03-02T22:30:00.000Z', '2026-03-03'],
])('a request that left in %s has the day it had there', (timeZone, now, day) => {
  const story = new AccessStory(
    aPolicy(accessQueue(), {
      roles: { 'team-lead': ['lead'] },
      calendars: { office: { ...office, timeZone } },
    }),
  );
  story.now = now;
  story.begin().sent('ALDR');
  const request = accessOf(story.ledger);
  const row = request === undefined ? null : rowOf(request, 'ALDR');
  const policy = accessSettingsOf(story.situation.queue);
  if (request === undefined || row === null || policy === undefined)
    throw new Error('Nothing left.');
  const cells = sheetRow({ ...story.situation, ledger: story.ledger }, policy, request, row);
  expect(cells[policy.sheet.findIndex(({ column }) => column === 'request-date')]).toBe(day);
});
