// Hybrid accounts through the local Jira (scenarios 38 to 41; 38 is a table in test/domain/hybrid/products.test.ts).
import ICAL from 'ical.js';
import type { HybridApi, HybridView } from '../../src/contract/hybrid';
import type { Desk } from './desk';
import { Panel } from './panel';
import { story } from './stories';

class Shared extends Panel<HybridApi, HybridView> {
  constructor(desk: Desk, key: string) {
    // What Jira's index may not show yet is waited for, ten minutes at most, so that nothing is raised twice.
    super(desk, key, { module: 'hybrid-account', read: 'hybrid.get', reader: 'dana.fox', tries: 12 });
  }
}

/** A ticket of Northwind, which is hybrid, and its panel. */
async function northwind(desk: Desk): Promise<Shared> {
  await desk.ticket();
  return new Shared(desk, desk.key);
}

const onboardings = async (desk: Desk): Promise<string[]> => {
  const { body } = await desk.as('alex.kim').request<{ issues: { key: string }[] }>('POST', '/rest/api/3/search/jql', { jql: 'project = OPS AND summary ~ "Hybrid onboarding"', fields: ['key'] });
  return body.issues.map(({ key }) => key);
};

/** Says "Closed won" until the ticket is there, as somebody would. */
async function closedWon(panel: Shared, opportunity: string): Promise<string> {
  for (let tries = 1; tries <= 8; tries += 1) {
    const reply = await panel.call<{ key: string }>('noor.haddad', 'onboarding.open', { cid: 'NWCU', opportunity, type: 'net-new' }).catch(() => null);
    if (reply?.ok) return reply.value.key;
    if (reply !== null && !reply.ok && !panel.desk.faulty) throw new Error(reply.problem.message);
    await panel.desk.host.advance('PT2M10S');
  }
  throw new Error('The onboarding was not opened.');
}

const ticked = (id: string) => ({ onboarding }: HybridView): boolean => onboarding?.tasks.find((task) => task.id === id)?.done.length !== 0;

story('39: the same opportunity twice opens one onboarding', async (desk) => {
  const panel = await northwind(desk);
  const key = await closedWon(panel, '006Q1');
  expect(await closedWon(panel, '006Q1')).toBe(key);
  await desk.host.advance('PT5M');
  expect(await onboardings(desk)).toEqual([key]);
  expect((await new Shared(desk, key).seen('noor.haddad')).onboarding).toMatchObject({ opportunity: '006Q1', account: 'Northwind Credit Union', aboard: false });
});

story('40: both calls join the onboarding once, in either order; both update the object, and the meeting is a file', async (desk) => {
  const panel = new Shared(desk, await closedWon(await northwind(desk), '006Q2'));
  await panel.act('noor.haddad', 'task.done', { task: 'inform' }, ticked('inform'));
  await panel.act('petra.vance', 'onboarding.acknowledge', {}, ({ onboarding }) => onboarding?.acknowledged !== null);
  await panel.act('petra.vance', 'task.done', { task: 'fmc-call' }, ticked('fmc-call'));
  expect((await panel.seen()).onboarding?.joinedAt).toBeNull();
  await panel.act('dana.fox', 'task.done', { task: 'cs-call' }, ticked('cs-call'));
  await panel.act('dana.fox', 'task.done', { task: 'object' }, ticked('object'));
  expect((await panel.seen()).onboarding?.tasks.find(({ id }) => id === 'object')?.state).toBe('open');
  await panel.act('petra.vance', 'task.done', { task: 'object' }, ({ onboarding }) => onboarding?.tasks.find(({ id }) => id === 'object')?.state === 'done');
  await panel.act('dana.fox', 'meeting.set', { at: '2026-03-05T15:00:00.000Z' }, ({ onboarding }) => onboarding?.meeting.at !== null);
  const file = await panel.call<{ name: string; content: string }>('dana.fox', 'meeting.file');
  if (!file.ok) throw new Error(file.problem.message);
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file.value.content) as unknown[]).getFirstSubcomponent('vevent') ?? undefined);
  expect([event.summary, event.startDate.toJSDate().toISOString(), event.duration.toSeconds()]).toEqual(['Sync meeting: Northwind Credit Union', '2026-03-05T15:00:00.000Z', 15 * 60]);
});

story('41: an update of one side is a gap of the other until it is acknowledged, and a new one opens it again', async (desk) => {
  const panel = await northwind(desk);
  await panel.act('dana.fox', 'update.share', { class: 'bug', text: 'Development has reproduced it.' }, ({ gaps }) => gaps.fmc === 1);
  await desk.until(async () => expect(await desk.timesTagged('Petra Vance')).toBe(0)); // posted by Dana Fox, not by the app
  expect((await panel.seen('petra.vance')).knowledge?.updates[0]).toMatchObject({ news: true, text: 'Development has reproduced it.' });
  await panel.act('petra.vance', 'updates.seen', { upTo: 1 }, ({ gaps }) => gaps.fmc === 0);
  await panel.act('dana.fox', 'update.share', { class: 'bug', text: 'It is fixed.' }, ({ gaps }) => gaps.fmc === 1);
  await desk.host.advance('P2D');
  // What the app posts for somebody while Jira was busy is that person's update, not the reminder.
  const reminders = async () => (await desk.seen()).comments.filter(({ author, tags, text }) => author === 'Account Relay' && tags.includes('Petra Vance') && !text.startsWith('On behalf of'));
  await desk.until(async () => expect(await reminders()).toHaveLength(1));
});

story('a symptom of the guide becomes one ticket for the integrations team', async (desk) => {
  const panel = await northwind(desk);
  const symptom = (await panel.seen()).guide.find(({ id }) => id === 'duplicated-users');
  expect(symptom).toMatchObject({ summary: 'Northwind Credit Union: users appear duplicated', causes: [expect.stringContaining('ADP or Paylocity'), expect.anything(), expect.anything()] });
  await panel.act('dana.fox', 'integration.raise', { symptom: 'duplicated-users', summary: symptom?.summary, description: symptom?.description }, ({ raised }) => raised.length > 0);
  await desk.host.advance('PT10M');
  const { body } = await desk.as('alex.kim').request<{ issues: { key: string }[] }>('POST', '/rest/api/3/search/jql', { jql: 'project = OPS AND summary ~ "users appear duplicated"', fields: ['key'] });
  expect(body.issues).toHaveLength(1);
});
