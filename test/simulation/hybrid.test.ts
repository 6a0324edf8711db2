// Hybrid accounts through the local Jira (scenarios 38 to 40; 38 is a table in test/procedures/hybrid-account/products.test.ts).
import ICAL from 'ical.js';
import type { HybridView } from '../../src/procedures/hybrid-account/contract/panel';
import type { Desk } from './desk';
import { northwind, Shared } from './hybrid-desk';
import { story } from './stories';

const onboardings = async (desk: Desk): Promise<string[]> => {
  const { body } = await desk
    .as('alex.kim')
    .request<{ issues: { key: string }[] }>('POST', '/rest/api/3/search/jql', {
      jql: 'project = OPS AND summary ~ "Hybrid onboarding"',
      fields: ['key'],
    });
  return body.issues.map(({ key }) => key);
};

/** Says "Closed won" until the ticket is there, as somebody would. */
async function closedWon(panel: Shared, opportunity: string): Promise<string> {
  for (let tries = 1; tries <= 8; tries += 1) {
    const reply = await panel
      .call<{ key: string }>('noor.haddad', 'hybrid-account.open-onboarding', {
        cid: 'NWCU',
        opportunity,
        type: 'net-new',
      })
      .catch(() => null);
    if (reply?.ok) return reply.value.key;
    if (reply !== null && !reply.ok && !panel.desk.faulty) throw new Error(reply.problem.message);
    await panel.desk.host.advance('PT2M10S');
  }
  throw new Error('The onboarding was not opened.');
}

const ticked =
  (id: string) =>
  ({ onboarding }: HybridView): boolean =>
    onboarding?.tasks.find((task) => task.id === id)?.done.length !== 0;

story('39: the same opportunity twice opens one onboarding', async (desk) => {
  const panel = await northwind(desk);
  const key = await closedWon(panel, '006Q1');
  expect(await closedWon(panel, '006Q1')).toBe(key);
  await desk.host.advance('PT5M');
  expect(await onboardings(desk)).toEqual([key]);
  expect((await new Shared(desk, key).seen('noor.haddad')).onboarding).toMatchObject({
    opportunity: '006Q1',
    account: 'Northwind Credit Union',
    aboard: false,
  });
});

story(
  '40: both calls join the onboarding once, in either order; both update the object, and the meeting is a file',
  async (desk) => {
    const panel = new Shared(desk, await closedWon(await northwind(desk), '006Q2'));
    await panel.act(
      'noor.haddad',
      'hybrid-account.finish-task',
      { task: 'inform' },
      ticked('inform'),
    );
    await panel.act(
      'petra.vance',
      'hybrid-account.acknowledge-onboarding',
      {},
      ({ onboarding }) => onboarding?.acknowledged !== null,
    );
    await panel.act(
      'petra.vance',
      'hybrid-account.finish-task',
      { task: 'fmc-call' },
      ticked('fmc-call'),
    );
    expect((await panel.seen()).onboarding?.joinedAt).toBeNull();
    await panel.act(
      'dana.fox',
      'hybrid-account.finish-task',
      { task: 'cs-call' },
      ticked('cs-call'),
    );
    // K9: what is said to be updated has its link, and a meeting its time.
    if (!desk.faulty) {
      for (const [task, field] of [
        ['object', 'url'],
        ['sync', 'at'],
      ])
        expect(await panel.click('dana.fox', 'hybrid-account.finish-task', { task })).toMatchObject(
          { ok: false, problem: { field } },
        );
    }
    await panel.act(
      'dana.fox',
      'hybrid-account.finish-task',
      { task: 'object', url: 'https://records.relay.example/northwind' },
      ticked('object'),
    );
    expect((await panel.seen()).onboarding?.tasks.find(({ id }) => id === 'object')?.state).toBe(
      'open',
    );
    await panel.act(
      'petra.vance',
      'hybrid-account.finish-task',
      { task: 'object' },
      ({ onboarding }) => onboarding?.tasks.find(({ id }) => id === 'object')?.state === 'done',
    );
    await panel.act(
      'dana.fox',
      'hybrid-account.set-meeting',
      { at: '2026-03-05T15:00:00.000Z' },
      ({ onboarding }) => onboarding?.meeting.at !== null,
    );
    // HY-20: both are told of the time.
    await desk.until(async () => {
      const told = (await new Shared(desk, panel.key).seen()).history.some(
        ({ text }) => text === 'Sync meeting set',
      );
      expect(told).toBe(true);
    });
    const early = await panel
      .click('dana.fox', 'hybrid-account.finish-task', { task: 'sync' })
      .catch(() => null);
    if (!desk.faulty) expect(early).toMatchObject({ ok: false, problem: { code: 'refused' } });
    const file = await panel.call<{ name: string; content: string }>('dana.fox', 'meeting.file');
    if (!file.ok) throw new Error(file.problem.message);
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(file.value.content) as unknown[]).getFirstSubcomponent(
        'vevent',
      ) ?? undefined,
    );
    expect([
      event.summary,
      event.startDate.toJSDate().toISOString(),
      event.duration.toSeconds(),
    ]).toEqual(['Sync meeting: Northwind Credit Union', '2026-03-05T15:00:00.000Z', 15 * 60]);
  },
);

story(
  'HY-22: another opportunity is told to both departments, who let one onboarding cover both',
  async (desk) => {
    const first = await northwind(desk);
    const panel = new Shared(desk, await closedWon(first, '006Q3'));
    const other = new Shared(desk, await closedWon(first, '006Q4'));
    await desk.until(async () =>
      expect((await panel.seen()).onboarding?.crossroads).toMatchObject([
        { choices: ['go-on', 'join', 'end'], mayDecide: true },
      ]),
    );
    const question = 'opportunity:006Q4';
    await panel.act(
      'dana.fox',
      'hybrid-account.decide-onboarding',
      { question, choice: 'join' },
      ({ onboarding }) => onboarding?.crossroads[0]?.votes.length === 1,
    );
    expect((await other.seen()).onboarding?.ended).toBeNull();
    await panel.act(
      'petra.vance',
      'hybrid-account.decide-onboarding',
      { question, choice: 'join' },
      ({ onboarding }) => onboarding?.crossroads.length === 0,
    );
    await desk.until(async () =>
      expect((await other.seen()).onboarding?.ended?.why).toContain('covers this opportunity'),
    );
    expect((await panel.seen()).onboarding?.ended).toBeNull();
  },
);
