// The page "Key accounts": the list, the pulse, the weeks and the months, as people of the team see them.
import type {
  KeyAccountsView,
  MonthView,
} from '../../src/procedures/key-account/contract/overview';
import type { KeyAccountsApi } from '../../src/procedures/key-account/contract/overview-calls';
import type { Reply } from '../../src/contract/problem';
import { Desk } from './desk';

const mail = (name: string): string => `${name}@relay.example`;

const call = async <T>(
  desk: Desk,
  as: string,
  method: keyof KeyAccountsApi,
  payload: object = {},
): Promise<Reply<T>> =>
  (await desk.host.invoke({
    module: 'key-accounts',
    project: 'OPS',
    as: mail(as),
    call: method,
    payload,
  })) as Reply<T>;

async function answer<T>(
  desk: Desk,
  as: string,
  method: keyof KeyAccountsApi,
  payload: object = {},
): Promise<T> {
  const reply = await call<T>(desk, as, method, payload);
  if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
  return reply.value;
}

const escalate = async (
  desk: Desk,
  what = 'Deductions of 40 employees are wrong.',
  aspect = 'accuracy',
): Promise<void> => {
  const place = { module: 'key-account', issue: desk.key, as: mail('ben.ito') };
  const { value } = (await desk.host.invoke({ ...place, call: 'key.get', payload: {} })) as {
    value: { revision: number };
  };
  const reply = (await desk.host.invoke({
    ...place,
    call: 'key-account.escalate',
    payload: { aspect, what, expectedRevision: value.revision },
  })) as Reply<unknown>;
  expect(reply).toMatchObject({ ok: true });
  await desk.host.settled();
};

describe('the page "Key accounts"', () => {
  let desk: Desk;
  beforeEach(async () => (desk = await Desk.open()));
  afterEach(async () => desk.invariants());

  const elm = { organizations: ['Elm Street Bank'], reporter: 'ida.moen' };

  it('lists who they are, since when, what is open, and how they are doing with the reasons', async () => {
    await desk.ticket(elm);
    await escalate(desk);
    await desk.host.advance('PT3H');
    const { accounts, names } = await answer<KeyAccountsView>(desk, 'ben.ito', 'accounts.get');
    expect(
      accounts.map(({ cid, from, standing, rhythm }) => [cid, from, standing, rhythm]),
    ).toEqual([
      ['ELMS', null, 'key', 'every day'],
      ['FJRD', '2026-01-15', 'key', 'every Friday'],
    ]);
    expect(accounts[0]).toMatchObject({
      // The record that was raised for the escalation is a ticket of the account as well.
      open: [desk.key, expect.stringMatching(/^SS-\d+$/u)],
      escalated: [desk.key],
      pulse: {
        level: 'alarm',
        reasons: [
          { text: 'One escalation is open.', keys: [desk.key] },
          { text: 'One ticket is overdue.' },
        ],
      },
    });
    expect(accounts[1]?.pulse).toEqual({ level: 'calm', reasons: [] });
    expect(names[0]).toEqual({
      cid: 'ELMS',
      now: 'Elm Street Bank',
      marked: 'ELMS $$ - Elm Street Bank',
    });
  });

  it('opens the request to add an account, once, and the keeper finds it waiting', async () => {
    await desk.ticket(elm);
    const proposal = {
      cid: 'CEDR',
      change: 'add',
      reason: 'client-experience',
      note: 'Three incidents in February.',
      effective: '2026-03-03',
    };
    const { key } = await answer<{ key: string }>(
      desk,
      'maya.ortiz',
      'key-account.request-listing',
      proposal,
    );
    expect(await call(desk, 'maya.ortiz', 'key-account.request-listing', proposal)).toMatchObject({
      ok: false,
      problem: { message: `${key} asks for this account already.` },
    });
    expect(
      await call(desk, 'ben.ito', 'key-account.request-listing', { ...proposal, cid: 'ELMS' }),
    ).toMatchObject({ ok: false, problem: { field: 'cid' } });
    const { waiting } = await answer<KeyAccountsView>(desk, 'ada.sandoval', 'accounts.get');
    expect(waiting).toEqual([
      { key, kind: 'listing', account: 'CEDR', dueAt: '2026-03-04T22:00:00.000Z' },
    ]);
  });

  it('keeps notes until they expire, and shows them in the tickets of the account and on the page', async () => {
    await desk.ticket(elm);
    await answer(desk, 'ben.ito', 'key-account.add-note', {
      cid: 'ELMS',
      text: 'Their audit runs this week.',
      until: '2026-03-04',
    });
    expect(
      await call(desk, 'ben.ito', 'key-account.add-note', {
        cid: 'ELMS',
        text: 'Late.',
        until: '2026-03-01',
      }),
    ).toMatchObject({ ok: false, problem: { field: 'until' } });
    expect(
      await call(desk, 'ben.ito', 'key-account.add-note', {
        cid: 'NWCU',
        text: 'No key account.',
        until: null,
      }),
    ).toMatchObject({ ok: false, problem: { code: 'missing' } });
    const inTicket = async (): Promise<string[]> => {
      const { value } = (await desk.host.invoke({
        module: 'key-account',
        issue: desk.key,
        as: mail('lin.chen'),
        call: 'key.get',
        payload: {},
      })) as { value: { notes: { text: string }[] } };
      return value.notes.map(({ text }) => text);
    };
    const besideTheAsk = async (): Promise<string[]> => {
      const { value } = (await desk.host.invoke({
        module: 'ticket-panel',
        issue: desk.key,
        as: mail('lin.chen'),
        call: 'ticket.get',
        payload: {},
      })) as { value: { account: { badges: { notes: { text: string }[] }[] } } };
      return value.account.badges.flatMap(({ notes }) => notes.map(({ text }) => text));
    };
    const onPage = async (): Promise<string[]> =>
      (await answer<KeyAccountsView>(desk, 'ben.ito', 'accounts.get')).accounts.flatMap(
        ({ notes }) => notes.map(({ text }) => text),
      );
    const everywhere = async (): Promise<string[][]> => [
      await inTicket(),
      await besideTheAsk(),
      await onPage(),
    ];
    const audit = ['Their audit runs this week.'];
    expect(await everywhere()).toEqual([audit, audit, audit]);
    await desk.host.advance('P2D');
    expect(await everywhere()).toEqual([audit, audit, audit]);
    await desk.host.advance('P1D');
    expect(await everywhere()).toEqual([[], [], []]);
  });

  it('counts a month and the weeks, each number with its tickets', async () => {
    await desk.ticket(elm);
    await escalate(desk);
    const first = desk.key;
    await desk.host.advance('P8D');
    await desk.ticket({ ...elm, project: 'SS', requestType: 'Bug report' });
    await escalate(desk, 'The nightly file was three hours late.', 'timing');
    const month = await answer<MonthView>(desk, 'olga.petrov', 'month.get', { month: '2026-03' });
    expect(month).toMatchObject({
      running: true,
      escalations: { count: 2, keys: [first, desk.key] },
      issues: { timing: { count: 1, keys: [desk.key] } },
      confirmed: null,
    });
    expect(month.list.map(({ cid }) => cid)).toEqual(['ELMS', 'FJRD']);
    expect(month.before.at(-1)).toMatchObject({ month: '2026-03', escalations: 2 });
    expect(month.before).toHaveLength(13);
    const { weeks } = await answer<KeyAccountsView>(desk, 'olga.petrov', 'accounts.get');
    expect(
      weeks.slice(-2).map(({ from, issues }) => [from, issues.accuracy.count, issues.timing.count]),
    ).toEqual([
      ['2026-03-02', 1, 0],
      ['2026-03-09', 0, 1],
    ]);
    expect(await call(desk, 'olga.petrov', 'month.get', { month: '2026-13' })).toMatchObject({
      ok: false,
      problem: { field: 'month' },
    });
    expect(await call(desk, 'olga.petrov', 'month.get', { month: '2027-01' })).toMatchObject({
      ok: false,
      problem: { field: 'month' },
    });
  });

  it('is not for customers', async () => {
    await desk.ticket(elm);
    await expect(call(desk, 'ida.moen', 'accounts.get')).rejects.toThrow('Customers do not see');
    const reply = await desk.host.invoke({
      module: 'key-accounts',
      issue: desk.key,
      as: mail('ida.moen'),
      call: 'accounts.get',
      payload: {},
      letIn: true,
    });
    expect(reply).toMatchObject({ ok: false, problem: { code: 'permission' } });
  });
});
