// A procedure that the app does not have is plugged in with two lines, and runs on the host through the same doors.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import demo from '../../demo/account-relay.json';
import type { PartialFaults } from '../../host/faults';
import type { Mark } from '../../src/contract/badge';
import type { ImportReport } from '../../src/contract/configuration';
import type { Reply } from '../../src/contract/problem';
import { Desk } from '../simulation/desk';
import { story } from '../simulation/stories';
import { cruise } from '../support/cruise';
import { linesOutside, pluggedIn } from './plugged-in';

/** The demo's settings with regular updates in one queue. */
const configured = (updates: object) => ({
  ...demo,
  queues: demo.queues.map((queue) => (queue.project === 'EBH' ? { ...queue, updates } : queue)),
});
const updates = { priorities: ['highest', 'High'], everyHours: 4, thenHours: 2, lead: 'team-lead' };

let app: string;
beforeAll(() => {
  app = pluggedIn();
});
afterAll(() => {
  rmSync(app, { recursive: true });
});

async function imported(desk: Desk, changed: object): Promise<ImportReport> {
  const reply = (await desk.host.invoke({
    as: 'alex.kim@relay.example',
    module: 'relay-settings',
    call: 'configuration.import',
    payload: { configuration: configured({ ...updates, ...changed }), dryRun: false },
  })) as Reply<ImportReport>;
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

/** A desk that runs it. */
async function running(options: { readonly faults?: PartialFaults } = {}): Promise<Desk> {
  const desk = await Desk.open({ appDir: app, ...options });
  expect(await imported(desk, {})).toMatchObject({ applied: true, problems: [] });
  return desk;
}

/** A desk that runs it, with an open ticket of a priority that matters; its first update is due at two in New York. */
const opened = async (options: { readonly faults?: PartialFaults } = {}): Promise<Desk> =>
  (await running(options)).ticket({ priority: 'High' });

/** Who was tagged by the app, in order. */
const told = async (desk: Desk): Promise<string[]> =>
  (await desk.seen()).comments.flatMap(({ author, tags, text }) =>
    author === 'Account Relay' && /an update/u.test(text) ? tags : [],
  );
const found = async (desk: Desk, word: string): Promise<boolean> => {
  const { body } = await desk
    .as('ben.ito')
    .request<{ issues: { key: string }[] }>(
      'GET',
      `/rest/api/3/search/jql?fields=key&jql=${encodeURIComponent(`relayStanding = "${word}"`)}`,
    );
  return body.issues.some(({ key }) => key === desk.key);
};

it('is plugged in with two lines outside its folder', () => {
  expect(linesOutside(app)).toEqual([
    "src/procedures/index.ts: +import { regularUpdates } from './regular-updates/procedure';",
    'src/procedures/index.ts: +  regularUpdates,',
  ]);
});

it('says in its README where each clause is kept', () => {
  const folder = join(__dirname, 'regular-updates');
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const files = [...readme.matchAll(/`([^`]+\.ts)`/gu)].flatMap(([, file]) => file ?? []);
  expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  const sources = [...new Set(files)].map((file) => readFileSync(join(folder, file), 'utf8'));
  const named = [...readme.matchAll(/^\| (RU-\d\d) \|/gmu)].flatMap(([, clause]) => clause ?? []);
  expect(named).toHaveLength(9);
  const used = new Set(sources.flatMap((source) => source.match(/RU-\d\d/gu) ?? []));
  expect([...used].filter((clause) => !named.includes(clause))).toEqual([]);
});

it('keeps the arrows in its place', async () => {
  const against = await cruise(app);
  expect(against.filter((line) => line.includes('regular-updates'))).toEqual([]);
});

describe('while nobody writes to the customer', () => {
  story(
    'the assignee is told when an update is due, then the lead',
    async (desk) => {
      await desk.host.advance('PT3H50M');
      expect(await told(desk)).toEqual([]);
      await desk.host.advance('PT15M');
      await desk.until(async () => expect(await told(desk)).toEqual(['Ben Ito']));
      await desk.host.advance('PT1H30M');
      if (!desk.faulty) expect(await told(desk)).toEqual(['Ben Ito']);
      await desk.host.advance('PT45M');
      await desk.until(async () => expect(await told(desk)).toEqual(['Ben Ito', 'Greta Holm']));
      await desk.host.advance('P3D');
      expect(await told(desk)).toEqual(['Ben Ito', 'Greta Holm']);
    },
    { open: opened },
  );

  story(
    'a public word restarts the time, an internal one does not',
    async (desk) => {
      await desk.host.advance('PT2H');
      await desk.as('ben.ito').reply(desk.key, 'We are looking into it.');
      await desk.host.advance('PT1H');
      await desk.as('ben.ito').comment(desk.key, 'Still looking.');
      await desk.host.advance('PT2H');
      expect(await told(desk)).toEqual([]);
      await desk.host.advance('PT1H10M');
      await desk.until(async () => expect(await told(desk)).toEqual(['Ben Ito']));
    },
    { open: opened },
  );
});

it('a ticket of which no event arrived is found, and its time runs from its beginning', async () => {
  const deaf = { seed: 7, events: { drop: 1 } };
  const desk = await running({ faults: deaf });
  desk.host.faults.set(deaf);
  await desk.ticket({ priority: 'High' });
  expect(await found(desk, 'update-in-time')).toBe(false);
  await desk.host.advance('PT3H50M');
  expect(await found(desk, 'update-in-time')).toBe(true);
  expect(await told(desk)).toEqual([]);
  await desk.host.advance('PT15M');
  expect(await told(desk)).toEqual(['Ben Ito']);
  await desk.invariants();
});

describe('what people see and do', () => {
  const click = async (desk: Desk, act: string, payload: object, as = 'ben.ito') =>
    desk.click(as, `regular-updates.${act}`, payload);
  const marks = async (desk: Desk): Promise<readonly Mark[]> => {
    const { account } = await desk.panel();
    return account.kind === 'known' ? account.badges.flatMap((badge) => badge.marks) : [];
  };

  it('everybody can search for what is due, and finds nothing any more once the ticket is closed', async () => {
    const desk = await opened();
    expect(await found(desk, 'update-in-time')).toBe(true);
    await desk.host.advance('PT4H10M');
    expect(await found(desk, 'update-due')).toBe(true);
    expect(await found(desk, 'update-in-time')).toBe(false);
    expect(await marks(desk)).toContainEqual({ text: 'Update due', tone: 'moved' });
    await desk.host.advance('PT2H10M');
    expect((await desk.panel()).warnings.map(({ code }) => code)).toContain('customer-update-late');
    await desk.as('ben.ito').transition(desk.key, 'Resolved');
    await desk.host.advance('PT10M');
    expect(await found(desk, 'update-due')).toBe(false);
    expect((await marks(desk)).map(({ text }) => text)).not.toContain('Update due');
    await desk.invariants();
  });

  it('a ticket whose priority does not matter has none, until it is raised', async () => {
    const desk = await opened();
    await desk.ticket({ priority: 'Medium' });
    await desk.host.advance('PT5H');
    expect(await told(desk)).toEqual([]);
    await desk.as('ben.ito').edit(desk.key, { priority: { name: 'Highest' } });
    // It is three in the afternoon: two of the four hours are today's, two tomorrow's.
    await desk.host.advance('PT19H50M');
    expect(await told(desk)).toEqual([]);
    await desk.host.advance('PT20M');
    expect(await told(desk)).toEqual(['Ben Ito']);
    await desk.invariants();
  });

  it('an agent puts an update off by some business hours, with a reason', async () => {
    const desk = await opened();
    expect(await click(desk, 'snooze', { hours: 6, reason: '' })).toMatchObject({ ok: false });
    expect(await click(desk, 'snooze', { hours: 81, reason: 'A long story' })).toMatchObject({
      problem: { code: 'input', message: 'hours must be at most 80.' },
    });
    expect(
      await click(desk, 'snooze', { hours: 6, reason: 'The supplier is asked' }),
    ).toMatchObject({ ok: true });
    await desk.host.advance('PT5H50M');
    expect(await told(desk)).toEqual([]);
    await desk.host.advance('PT15M');
    expect(await told(desk)).toEqual(['Ben Ito']);
    expect(await click(desk, 'snooze', { hours: 2, reason: 'They ask on' })).toMatchObject({
      ok: true,
    });
    await desk.host.advance('P1D');
    expect(await told(desk)).toEqual(['Ben Ito', 'Ben Ito', 'Greta Holm']);
    await desk.invariants();
  });

  it('who is no agent is refused with the clause, and a stale page is told so', async () => {
    const desk = await opened();
    expect(
      await click(desk, 'snooze', { hours: 6, reason: 'No time' }, 'maya.ortiz'),
    ).toMatchObject({ problem: { code: 'refused', why: { clause: 'RU-05' } } });
    const stale = { expectedRevision: 0, hours: 6, reason: 'No time' };
    expect(await click(desk, 'snooze', stale)).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    await desk.invariants();
  });

  it('an agent says that no updates are needed, and nobody is told any more', async () => {
    const desk = await opened();
    const reason = 'The customer is on holiday';
    expect(await click(desk, 'not-needed', { reason })).toMatchObject({ ok: true });
    await desk.host.advance('P3D');
    expect(await told(desk)).toEqual([]);
    expect(await click(desk, 'not-needed', { reason })).toMatchObject({
      problem: { code: 'refused', why: { clause: 'RU-01' } },
    });
    await desk.invariants();
  });

  it('settings outside their bounds are refused with their place, and differences are told in words', async () => {
    const desk = await Desk.open({ appDir: app });
    const wrong = await imported(desk, { everyHours: 0, priorities: ['High', 'Sky-high'] });
    expect(wrong.problems).toMatchObject([
      {
        path: 'queues[0].updates.everyHours',
        message: 'The time between two updates must be at least 1.',
      },
    ]);
    await desk.host.advance('PT1M');
    expect((await imported(desk, { priorities: ['High', 'Sky-high'] })).problems).toMatchObject([
      { message: 'There is no priority called "Sky-high" in Jira.' },
    ]);
    await desk.host.advance('PT1M');
    const { version: from } = await imported(desk, {});
    await desk.host.advance('PT1M');
    const { version: to } = await imported(desk, { everyHours: 6, priorities: ['Highest'] });
    const compared = (await desk.host.invoke({
      as: 'alex.kim@relay.example',
      module: 'relay-settings',
      call: 'versions.compare',
      payload: { from, to },
    })) as Reply<readonly { readonly text: string }[]>;
    expect(compared.ok && compared.value.map(({ text }) => text)).toEqual([
      'the priorities with regular updates: High removed',
      'the time between two updates goes from 4 to 6 business hours',
    ]);
    await desk.host.stop();
  });
});
