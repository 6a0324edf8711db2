// What an administrator may set about change requests, and what is refused before anything applies.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../src/contract/configuration';
import type { Reply } from '../../src/contract/problem';
import { createHost } from '../../host';
import type { Host } from '../../host/host';
import { mondayMorning } from './desk';

interface Queue {
  project: string;
  changeRequests?: Record<string, unknown>;
}
interface File {
  roles: Record<string, string[]>;
  queues: Queue[];
  accounts: { cid: string; rateCard?: unknown }[];
}

const demo = (): File =>
  JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'demo', 'account-relay.json'), 'utf8'),
  ) as File;
const queue = ({ queues }: File, key: string): Record<string, unknown> =>
  queues.find(({ project }) => project === key)?.changeRequests ?? {};

describe('settings of change requests', () => {
  let host: Host;
  beforeAll(async () => {
    host = await createHost({ start: mondayMorning });
  });
  afterAll(() => host.stop());
  const check = async (configuration: File): Promise<ImportReport> => {
    // Jira allows only so many searches for people at once.
    await host.advance('PT1M');
    const reply = (await host.invoke({
      module: 'relay-settings',
      as: 'alex.kim@relay.example',
      call: 'configuration.import',
      payload: { configuration, dryRun: true },
    })) as Reply<ImportReport>;
    if (!reply.ok) throw new Error(reply.problem.message);
    return reply.value;
  };

  it('of the demo can be put in force', async () =>
    expect((await check(demo())).problems).toEqual([]));

  const wrong: readonly (readonly [string, (file: File) => void, string])[] = [
    ['X6: a vacant role', ({ roles }) => void (roles['dev-ops'] = []), 'roles.dev-ops'],
    [
      'X6: nobody to be copied',
      ({ roles }) => void delete roles['cr-approval-cc'],
      'roles.cr-approval-cc',
    ],
    [
      'a status that is not there',
      (file) => void (queue(file, 'CHG')['statuses'] = { 'to-do': 'Nowhere' }),
      'queues[4].changeRequests.statuses.to-do',
    ],
    [
      'a project that runs none',
      (file) =>
        void (queue(file, 'EBH')['target'] = { project: 'PTO', requestType: 'Change request' }),
      'queues[0].changeRequests.target.project',
    ],
    [
      'a project that is not there',
      (file) =>
        void (queue(file, 'EBH')['target'] = { project: 'NOPE', requestType: 'Change request' }),
      'queues[0].changeRequests.target.project',
    ],
    [
      'a request type that is not there',
      (file) =>
        void (queue(file, 'EBH')['target'] = { project: 'CHG', requestType: 'Change reqest' }),
      'queues[0].changeRequests.target.requestType',
    ],
    [
      'a link type that is not there',
      (file) =>
        void (queue(file, 'EBH')['target'] = {
          project: 'CHG',
          requestType: 'Change request',
          linkType: 'Spawns',
        }),
      'queues[0].changeRequests.target.linkType',
    ],
    [
      'half a day of silence',
      (file) => void (queue(file, 'CHG')['staleDays'] = 0.5),
      'queues[4].changeRequests.staleDays',
    ],
    [
      'a tolerance below nothing',
      (file) => void (queue(file, 'CHG')['costTolerancePercent'] = -1),
      'queues[4].changeRequests.costTolerancePercent',
    ],
    [
      'a step after none',
      (file) =>
        void (queue(file, 'CHG')['ownSteps'] = [
          { key: 'x', after: 'lunch', title: 'X', owner: 'qa' },
        ]),
      'queues[4].changeRequests.ownSteps[0].after',
    ],
    [
      'a rate that could be misread',
      ({ accounts }) =>
        void ((accounts[0] as { rateCard: unknown }).rateCard = {
          currency: 'USD',
          rates: { Engineer: '1.000,00' },
        }),
      'accounts[0].rateCard.rates.Engineer',
    ],
    [
      'a currency nobody knows',
      ({ accounts }) =>
        void ((accounts[0] as { rateCard: unknown }).rateCard = {
          currency: 'Dollars',
          rates: { Engineer: '800.00' },
        }),
      'accounts[0].rateCard.currency',
    ],
  ];

  it.each(wrong)('%s is named, and nothing applies', async (_what, spoil, path) => {
    const file = demo();
    spoil(file);
    const { applied, problems } = await check(file);
    expect(applied).toBe(false);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.every(({ message, remedy }) => message !== '' && remedy !== '')).toBe(true);
  });

  it('a name in another case is meant, and is kept as Jira spells it', async () => {
    const file = demo();
    queue(file, 'EBH')['target'] = {
      project: 'chg',
      requestType: 'CHANGE REQUEST',
      linkType: 'relates',
    };
    expect((await check(file)).problems).toEqual([]);
  });

  it('what is missing is told by its name, with what there is instead', async () => {
    const file = demo();
    queue(file, 'EBH')['target'] = {
      project: 'CHG',
      requestType: 'Change reqest',
      linkType: 'Spawns',
    };
    const { problems } = await check(file);
    expect(problems.map(({ message }) => message)).toEqual([
      'There is no link type called "Spawns" in Jira.',
      'There is no request type called "Change reqest" in project CHG.',
    ]);
    expect(problems[0]?.remedy).toContain('Relates');
    expect(problems[1]?.remedy).toContain('Change request');
  });
});
