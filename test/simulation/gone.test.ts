// Scenario 57: a project deleted, a ticket moved out, a delete event lost: what was asked ends, both sides hear of it, and
// nothing is asked of Jira for ever. And what the app looks at by itself: every queue on its own, a new one once as a whole.
import demo from '../../demo/account-relay.json';
import type { DoctorView } from '../../src/contract/doctor';
import type { Reply } from '../../src/contract/problem';
import type { WaitingView } from '../../src/contract/waiting';
import type { KeyAccountsView } from '../../src/procedures/key-account/contract/overview';
import { Desk } from './desk';

const mail = (name: string): string => `${name}@relay.example`;
const admin = mail('alex.kim');

const ask = async <T>(desk: Desk, call: object): Promise<T> => {
  const reply = (await desk.host.invoke({ payload: {}, ...call } as never)) as Reply<T>;
  if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
  return reply.value;
};

/** What somebody hears of tickets that are gone. */
const heard = async (desk: Desk, who: string): Promise<string[]> =>
  (
    await ask<WaitingView>(desk, {
      module: 'my-asks-gadget',
      as: mail(who),
      call: 'waiting.mine',
    })
  ).gone.map(
    ({ issueKey, what, owed, askedFor }) =>
      `${issueKey} ${what}, ${[...owed.slice(0, 1).map(() => 'owed'), ...askedFor.slice(0, 1).map(() => 'asked')].join(' and ')}`,
  );

const issueIdOf = async (desk: Desk): Promise<string> =>
  (await desk.as('alex.kim').get<{ id: string }>(desk.key, 'fields=status')).id;

/** Requests about the ticket, from now on. */
function requestsAbout(desk: Desk, issueId: string): () => number {
  desk.host.clearCalls();
  return () => desk.host.calls().filter(({ path }) => path.includes(issueId)).length;
}

/** Keys that storage still has of the ticket, beside what tells people that it is gone. */
const rowsOf = (desk: Desk, issueId: string): string[] =>
  desk.host
    .storage()
    .map(({ key }) => key)
    .filter((key) => !key.startsWith('gone:') && key.split(/[:-]/u).includes(issueId));

const publish = (desk: Desk, configuration: object) =>
  ask(desk, {
    module: 'relay-settings',
    as: admin,
    call: 'configuration.import',
    payload: { configuration, dryRun: false },
  });

/** The demo's settings without a queue. */
const without = (key: string): object => ({
  ...demo,
  queues: demo.queues.filter(({ project }) => project !== key),
});

const deleted = (desk: Desk) =>
  desk.as('alex.kim').request('DELETE', `/rest/api/3/issue/${desk.key}`);

describe('what is open on a ticket that is gone', () => {
  let desk: Desk;
  let issueId: string;
  beforeEach(async () => {
    desk = await (await Desk.open()).ticket();
    issueId = await issueIdOf(desk);
    await desk.request();
  });
  afterEach(async () => {
    expect(desk.host.unmodelled()).toEqual([]);
    await desk.host.stop();
  });

  const bothHear = async (what: string, key = desk.key): Promise<void> => {
    expect(await heard(desk, 'maya.ortiz')).toEqual([`${key} ${what}, owed`]);
    expect(await heard(desk, 'ben.ito')).toEqual([`${key} ${what}, asked`]);
    expect(rowsOf(desk, issueId)).toEqual([]);
  };
  const isQuietFor = async (duration: string): Promise<void> => {
    const requests = requestsAbout(desk, issueId);
    await desk.host.advance(duration);
    expect(requests()).toBe(0);
  };

  it('ends with its deletion', async () => {
    await deleted(desk);
    await desk.host.settled();
    await bothHear('deleted');
    await isQuietFor('P1D');
  });

  it('ends within days where the event of the deletion was lost, after a handful of looks', async () => {
    desk.host.faults.set({ events: { drop: 1 } });
    await deleted(desk);
    const requests = requestsAbout(desk, issueId);
    await desk.host.advance('P5D');
    expect(requests()).toBeLessThan(8);
    await bothHear('gone');
    await isQuietFor('P2D');
  });

  it('ends at once with its project', async () => {
    desk.host.jira.deleteProject('EBH', admin);
    await desk.host.settled();
    await bothHear('project-deleted');
    await isQuietFor('P1D');
  });

  it.each([
    ['with an event', 0],
    ['without one, as from a move to a project that is no service desk', 1],
  ])('ends within days of a move out of the queues, %s', async (_, drop) => {
    const former = desk.key;
    await publish(desk, without('PTO'));
    desk.host.faults.set({ events: { drop } });
    desk.host.jira.moveIssue(desk.key, 'PTO', admin);
    await desk.host.advance('P7D');
    await bothHear('moved', former);
    await isQuietFor('P2D');
  });

  it('is shown for three weeks, and then no more', async () => {
    await deleted(desk);
    await desk.host.settled();
    await desk.host.advance('P20D');
    expect(await heard(desk, 'ben.ito')).toHaveLength(1);
    await desk.host.advance('P3D');
    expect(await heard(desk, 'ben.ito')).toEqual([]);
  });
});

it('what was counted of a ticket of a key account is forgotten with it', async () => {
  const desk = await Desk.open();
  await desk.ticket({ organizations: ['Elm Street Bank'], reporter: 'ida.moen' });
  const issueId = await issueIdOf(desk);
  const place = { module: 'key-account', issue: desk.key, as: mail('ben.ito') };
  const { revision } = await ask<{ revision: number }>(desk, { ...place, call: 'key.get' });
  await ask(desk, {
    ...place,
    call: 'key-account.escalate',
    payload: {
      aspect: 'accuracy',
      what: 'Deductions of 40 employees are wrong.',
      expectedRevision: revision,
    },
  });
  await desk.host.settled();
  const counted = (): string[] =>
    rowsOf(desk, issueId).filter((key) => key.startsWith('happening:'));
  expect(counted().length).toBeGreaterThan(0);
  await deleted(desk);
  await desk.host.settled();
  expect(rowsOf(desk, issueId)).toEqual([]);
  await desk.host.stop();
});

describe('what the app looks at by itself', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.host.stop());

  const started = () =>
    ask<DoctorView>(desk, { module: 'relay-settings', as: admin, call: 'doctor.get' });
  it('goes on in the other queues when the project of one is gone, and "Get started" says which', async () => {
    desk.host.faults.set({ events: { drop: 1 } });
    desk.host.jira.deleteProject('PTO', admin);
    await desk.ticket();
    await desk
      .as('ben.ito')
      .comment(desk.key, 'Can you confirm this?', { tag: 'maya.ortiz' } as never);
    await desk.host.advance('PT5H');
    const { queues } = await started();
    expect(queues.filter(({ late }) => late !== null).map(({ key }) => key)).toEqual(['PTO']);
  });

  it('is everything that is open in a queue that is added: a key account counts its tickets, and none was opened', async () => {
    await publish(desk, without('EBH'));
    for (let tickets = 0; tickets < 3; tickets += 1)
      await desk.ticket({
        organizations: ['Elm Street Bank'],
        reporter: 'ida.moen',
        priority: 'Low',
      });
    const open = async (): Promise<number> =>
      (
        await ask<KeyAccountsView>(desk, {
          module: 'key-accounts',
          project: 'OPS',
          as: mail('ben.ito'),
          call: 'accounts.get',
        })
      ).accounts.find(({ cid }) => cid === 'ELMS')?.open.length ?? 0;
    const before = await open();
    await publish(desk, demo);
    await desk.host.advance('PT10M');
    expect(await open()).toBe(before + 3);
    expect((await desk.seen()).priority).not.toBe('Low');
    const passes = (await started()).queues.map(({ pass }) => pass);
    expect(passes.every(({ done }) => done !== null)).toBe(true);
  });
});
