// K6: an edited follow-up document is taken, or says what of it is not.
import {
  accessSettingsOf,
  type SheetColumn,
} from '../../../src/procedures/access-request/settings/policy';
import { readSheet, sheetRow } from '../../../src/procedures/access-request/sheet';
import { accessOf } from '../../../src/procedures/access-request/state';
import { accessQueue, AccessStory } from '../../support/access';
import { aPolicy } from '../../support/sop';

const columns: readonly SheetColumn[] = [
  'cid',
  'status',
  'request-date',
  'expected',
  'forecast',
  'first-response',
  'created',
  'verified',
  'remarks',
];

/** Sent on the second of March, and looked at a week later. */
function aWeekLater(): AccessStory {
  const sheet = columns.map((column) => ({ column, title: column }));
  const roles = { 'team-lead': ['lead'], csm: ['any csm'] };
  const story = new AccessStory(aPolicy(accessQueue({ sheet }), { roles }));
  return story.begin({ workStart: null }, ['ALDR']).sent('ALDR').until('2026-03-09T10:00:00.000Z');
}

function read(story: AccessStory, edits: Partial<Record<SheetColumn, string>>) {
  const policy = accessSettingsOf(story.situation.queue);
  const request = accessOf(story.ledger);
  if (policy === undefined || request === undefined) throw new Error('Nothing was started.');
  const looking = { ...story.situation, ledger: story.ledger };
  const cells = sheetRow(looking, policy, request, story.row());
  const line = columns.map((column, place) => edits[column] ?? cells[place] ?? '');
  return readSheet(looking, policy, request.rows, [columns, line]);
}

function apply(story: AccessStory, edits: Partial<Record<SheetColumn, string>>, by = 'lead') {
  const { changes } = read(story, edits);
  return story.turn({ kind: 'apply-sheet', changes }, by);
}

it('as it was downloaded changes nothing, and neither does the forecast that has moved since', () => {
  const story = aWeekLater();
  expect(read(story, { forecast: '2026-03-13' })).toEqual({
    changes: [],
    problems: [],
    notices: [],
    unchanged: 1,
  });
});

it('brings dates with the status, and a forecast learns from them', () => {
  const story = aWeekLater();
  apply(story, { status: 'Verified', created: '2026-03-04', verified: '2026-03-05' });
  expect(story.row()).toMatchObject({
    progress: 'verified',
    createdAt: '2026-03-04T12:00:00.000Z',
    verifiedAt: '2026-03-05T12:00:00.000Z',
  });
  expect(JSON.stringify(story.last?.effects)).toContain('"days":3');
});

it('sets a date right where the status stays', () => {
  const story = aWeekLater();
  story.says('acknowledged');
  apply(story, { 'first-response': '2026-03-03' });
  expect(story.row()).toMatchObject({
    progress: 'acknowledged',
    respondedAt: '2026-03-03T12:00:00.000Z',
  });
});

it.each([
  ['a day that is none', { status: 'Created', created: '4 March' }, 'is no day'],
  ['a day no calendar has', { status: 'Created', created: '2026-02-30' }, 'is no day'],
  ['a day to come', { status: 'Created', created: '2026-03-10' }, 'has not come yet'],
])('says what is wrong with %s', (_what, edits, words) => {
  expect(read(aWeekLater(), edits).problems[0]?.text).toContain(words);
});

it.each([
  ['before the request', { status: 'Created', created: '2026-03-01' }, 'before the request'],
  [
    'a test before the account',
    { status: 'Verified', created: '2026-03-05', verified: '2026-03-04' },
    'before the account was there',
  ],
  ['a date without its status', { created: '2026-03-05' }, 'Change the status as well'],
])('refuses %s, and takes nothing', (_what, edits, words) => {
  const story = aWeekLater();
  apply(story, edits);
  expect(story.last?.refused?.text).toContain(words);
  expect(story.row().progress).toBe('sent');
});

it.each([
  ['the date of the request', { 'request-date': '2026-02-20' }],
  ['the date that was promised', { expected: '2026-03-30' }],
])('says that %s is not taken from a sheet', (_what, edits) => {
  const { changes, problems, notices } = read(aWeekLater(), edits);
  expect([changes, problems]).toEqual([[], []]);
  expect(notices[0]?.text).toContain('fixed when the request is sent');
});

it('says that a date which was emptied stays', () => {
  const story = aWeekLater();
  story.says('acknowledged');
  expect(read(story, { 'first-response': '' }).notices[0]?.text).toContain('takes no date away');
});

it('says that what was not tested is not done', () => {
  const story = aWeekLater();
  story.says('created');
  expect(read(story, { status: 'Done' }).problems[0]?.remedy).toContain('Write Verified');
});
