// One click runs what that click is about. The figures are those of a cold start, in which nothing was run before.
import demo from '../../demo/account-relay.json';
import type { Reply } from '../../src/contract/problem';
import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { procedures } from '../../src/procedures';
import { Desk } from '../simulation/desk';
import { watchedBundles } from '../support/files-run';

let bundles: Awaited<ReturnType<typeof watchedBundles>>;
beforeAll(async () => {
  bundles = await watchedBundles('forge/resolvers/panel');
});
afterAll(() => bundles.close());

/** A desk on whose first ticket nobody has looked at the panel yet. */
async function opened(configuration: object): Promise<Desk> {
  bundles.run();
  const desk = await Desk.open({ bundle: bundles.folder });
  const reply = (await desk.host.invoke({
    as: 'alex.kim@relay.example',
    module: 'relay-settings',
    call: 'configuration.import',
    payload: { configuration, dryRun: false },
  })) as Reply<{ readonly applied: boolean; readonly problems: unknown }>;
  expect(reply).toMatchObject({ value: { applied: true, problems: [] } });
  return desk.ticket();
}

/** @returns the files of the app that the click runs */
async function requested(desk: Desk): Promise<readonly string[]> {
  const reply = (await desk.host.invoke({
    module: 'ticket-panel',
    issue: desk.key,
    as: 'ben.ito@relay.example',
    call: 'account-manager.request',
    payload: { entryId: 'other', note: 'When does it end?', priorityId: null, expectedRevision: 0 },
  })) as Reply<TicketView>;
  const files = bundles.run();
  expect(reply).toMatchObject({ value: { ask: { holder: { name: 'Maya Ortiz' } } } });
  return files;
}

/** The files of procedures, by whose they are. */
const ofProcedures = (files: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    procedures.map(({ id }) => [
      id,
      files.flatMap((file) => {
        const [first, whose, ...rest] = file.split('/');
        return first === 'procedures' && whose === id ? [rest.join('/')] : [];
      }),
    ]),
  );

/**
 * What a procedure does. Of the others no more runs than is at hand of every one: what tells whether an event is its concern, and
 * how its accounts are stored.
 */
const isDoing = (file: string): boolean =>
  file === 'rules.ts' || /^(?:pages|effects|accounts|jobs)\//u.test(file);

it('"request a response" runs nothing of another procedure where only its own is at work', async () => {
  const { hybrid: _hybrid, ...rest } = demo;
  const files = await requested(
    await opened({
      ...rest,
      queues: demo.queues
        .filter(({ project }) => project === 'EBH')
        .map(({ keyAccounts: _keyAccounts, changeRequests: _changeRequests, ...queue }) => queue),
    }),
  );
  const whose = ofProcedures(files);
  for (const { id } of procedures.filter((one) => one.id !== 'account-manager'))
    expect({ id, beyond: whose.get(id)?.filter(isDoing) }).toEqual({
      id,
      beyond: [],
    });
  expect(whose.get('account-manager')).toContain('rules.ts');
  // 211 when this was written, and 274 where three are at work.
  expect(files.length).toBeLessThanOrEqual(220);
});

it('in a queue of the demo it runs the rules of all who are at work there, and of nobody else', async () => {
  const files = await requested(await opened(demo));
  const whose = ofProcedures(files);
  const withRules = procedures.filter(({ id }) => whose.get(id)?.includes('rules.ts'));
  expect(withRules.map(({ id }) => id)).toEqual([
    'account-manager',
    'change-request',
    'key-account',
  ]);
  expect(files.length).toBeLessThanOrEqual(285);
});
