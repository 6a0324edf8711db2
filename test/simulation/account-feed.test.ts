import { createHmac } from 'node:crypto';
import type { AccountsView } from '../../src/contract/accounts';
import type { HybridView } from '../../src/procedures/hybrid-account/contract/panel';
import type { FeedView } from '../../src/contract/feed';
import type { Reply } from '../../src/contract/problem';
import { createHost } from '../../host';
import type { Host } from '../../host/host';
import { rateCardIn } from './accounts-page';

const admin = 'alex.kim@relay.example';
const northwind = {
  externalId: '001A',
  cid: 'NWCU',
  name: 'Northwind Credit Union',
  organizations: ['Northwind Credit Union'],
  accountManager: 'maya.ortiz@relay.example',
  regionalManager: 'tom.reyes@relay.example',
};

describe('accounts from the system of record', () => {
  let host: Host;
  let secret = '';
  beforeEach(async () => {
    host = await createHost();
    secret = (await page<{ secret: string }>('feed.new-secret')).secret;
  });
  afterEach(async () => {
    expect(host.unmodelled()).toEqual([]);
    await host.stop();
  });

  async function page<T>(call: string, payload: object = {}, as = admin): Promise<T> {
    const reply = (await host.invoke({ module: 'relay-settings', as, call, payload })) as Reply<T>;
    if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
    return reply.value;
  }
  const signed = (body: string, with_ = secret, at = host.clock.now()) => {
    const timestamp = String(Math.floor(at / 1000));
    return {
      method: 'POST',
      body,
      headers: {
        'X-Relay-Timestamp': timestamp,
        'X-Relay-Signature': createHmac('sha256', with_)
          .update(`${timestamp}.${body}`)
          .digest('hex'),
      },
    };
  };
  const send = async (...accounts: unknown[]): Promise<number> => {
    const { status } = await host.callWebTrigger(
      'account-feed',
      signed(JSON.stringify({ accounts })),
    );
    await host.settled();
    return status;
  };
  const feed = (): Promise<FeedView> => page<FeedView>('feed.get');
  const account = async (cid: string) =>
    (await page<AccountsView>('accounts.list', { search: cid })).accounts.find(
      (one) => one.cid === cid,
    );

  it('are added and changed by their external id, and what became of each stands on the page', async () => {
    expect(
      await send(northwind, {
        ...northwind,
        externalId: '001B',
        cid: 'EDGE',
        name: 'Edge Bank',
        organizations: [],
      }),
    ).toBe(202);
    expect((await feed()).entries).toMatchObject([
      { externalId: '001B', cid: 'EDGE', outcome: 'added' },
      {
        externalId: '001A',
        cid: 'NWCU',
        outcome: 'changed',
        reason: 'External id: nothing is now 001A.',
      },
    ]);
    expect(await account('EDGE')).toMatchObject({ name: 'Edge Bank', externalId: '001B' });
  });

  it('sent again change nothing', async () => {
    await send(northwind);
    await host.advance('PT1M');
    expect(await send(northwind)).toBe(202);
    expect((await feed()).entries.map(({ outcome }) => outcome)).toEqual(['unchanged', 'changed']);
  });

  it('that are Closed Won open the onboarding of a hybrid account, once', async () => {
    const won = {
      ...northwind,
      products: ['LMS', 'CRED SERV'],
      closedWon: { opportunity: '006W1' },
    };
    await send(won);
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'added',
      reason: 'Closed Won: the onboarding is OPS-1.',
    });
    // Nobody pressed anything: no name stands beside it.
    const { value } = (await host.invoke({
      module: 'hybrid-account',
      issue: 'OPS-1',
      as: 'noor.haddad@relay.example',
      call: 'hybrid.get',
      payload: {},
    })) as { value: HybridView };
    expect(value.history.at(-1)).toMatchObject({
      text: 'Onboarding of Northwind Credit Union opened',
      by: null,
    });
    await host.advance('PT5M');
    await send(won);
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'unchanged',
      reason: 'Closed Won: the onboarding is OPS-1 already.',
    });
    const shown = async () => {
      const reply = (await host.invoke({
        module: 'hybrid-account',
        issue: 'OPS-1',
        as: 'noor.haddad@relay.example',
        call: 'hybrid.get',
        payload: {},
      })) as { value: HybridView };
      return reply.value.onboarding?.crossroads.map(({ id }) => id);
    };
    // Another opportunity of the same account has an onboarding of its own; the first is to be decided about (HY-22).
    await send({ ...won, closedWon: { opportunity: '006000000000ABC' } });
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'added',
      reason: 'Closed Won: the onboarding is OPS-2.',
    });
    // Its id may be written with 15 characters or 18 (I1).
    await send({ ...won, closedWon: { opportunity: '006000000000ABCAA2' } });
    expect((await feed()).entries[0]?.reason).toBe('Closed Won: the onboarding is OPS-2 already.');
    expect(await shown()).toEqual(['opportunity:006000000000ABCAA2']);
    await send({ ...northwind, products: ['LMS'], closedWon: { opportunity: '006W2' } });
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('is not hybrid'),
    });
    // The account has stopped being hybrid: both departments hear of it within the hour.
    await host.advance('PT1H5M');
    expect(await shown()).toContain('not-hybrid');
  });

  it('bring their rate card along; one that cannot be read is refused with the reason (C10)', async () => {
    const rateCard = { currency: 'USD', rates: { 'Integration engineer': '800.00' } };
    await send({ ...northwind, rateCard });
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'changed',
      reason: expect.stringContaining(
        'Project lead: 950.50 is now USD; Integration engineer: 800.00.',
      ) as string,
    });
    expect(await account('NWCU')).toMatchObject({
      parts: {
        'change-request': {
          rateCard: {
            currency: 'USD',
            rates: [{ role: 'Integration engineer', dayRate: '800.00' }],
          },
        },
      },
    });
    await host.advance('PT1M');
    await send({ ...northwind, rateCard: { currency: 'USD', rates: { QA: 800 } } });
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('A day rate must be text, such as "800.00".') as string,
    });
    await host.advance('PT1M');
    await send({ ...northwind, rateCard: { currency: 'USD', rates: { QA: '1.00', qa: '2.00' } } });
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('two day rates') as string,
    });
    await host.advance('PT1M');
    await send({ ...northwind, rateCard: null });
    expect(rateCardIn(await account('NWCU'))).toBeNull();
  });

  it('that are wrong are refused one by one with the reason; the others are taken', async () => {
    await send(
      { ...northwind, accountManager: 'Nobody Known' },
      { ...northwind, externalId: '' },
      { externalId: '7' },
      'no record',
      { ...northwind, cid: 'ALDR' },
      { ...northwind, externalId: '001C', cid: 'GOOD', name: 'Good Bank', organizations: [] },
    );
    const { entries } = await feed();
    expect([...entries].reverse().map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
      'refused: Nobody in Jira is called "Nobody Known". Use the e-mail address, or the name as Jira shows it.',
      'refused: externalId is empty. (externalId)',
      'refused: cid is missing.',
      expect.stringContaining('refused: '),
      expect.stringContaining('changed: '),
      'added: A new account.',
    ]);
    expect(await account('GOOD')).toBeDefined();
  });

  it('keep their CID: another one under the same id is refused', async () => {
    await send(northwind);
    await send({ ...northwind, cid: 'OTHER' });
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'refused',
      reason: '001A is account NWCU here; a CID does not change. Remove that account first.',
    });
    await send({ ...northwind, externalId: '999' });
    expect((await feed()).entries[0]).toMatchObject({
      outcome: 'refused',
      reason: 'CID NWCU belongs to 001A.',
    });
  });

  it('hand open requests over to the new manager', async () => {
    const { key } = await host.as('ben.ito@relay.example').raise({
      project: 'EBH',
      requestType: 'Benefits question',
      summary: 'Moves',
      description: 'With its account.',
      onBehalfOf: 'nora.quist@relay.example',
      organizations: ['1'],
    });
    await host.invoke({
      module: 'ticket-panel',
      issue: key,
      as: 'ben.ito@relay.example',
      call: 'account-manager.request',
      payload: { entryId: 'other', note: 'Is the contract signed?', expectedRevision: 0 },
    });
    await send({ ...northwind, accountManager: 'jonas.weber@relay.example' });
    expect((await feed()).entries).toMatchObject([
      {
        reason: 'External id: nothing is now 001A. Account manager: Maya Ortiz is now Jonas Weber.',
      },
    ]);
    await host.advance('PT1M');
    const gadget = (await host.invoke({
      module: 'my-asks-gadget',
      as: 'jonas.weber@relay.example',
      call: 'asks.mine',
      payload: {},
    })) as Reply<{ mine: { key: string }[] }>;
    expect(gadget).toMatchObject({ ok: true, value: { mine: [{ key }] } });
  });

  it.each([
    ['a wrong secret', () => signed(JSON.stringify({ accounts: [northwind] }), 'not the secret')],
    [
      'a body that was changed on the way',
      () => ({
        ...signed(JSON.stringify({ accounts: [northwind] })),
        body: JSON.stringify({ accounts: [{ ...northwind, name: 'Mine' }] }),
      }),
    ],
    [
      'an old signature',
      () => signed(JSON.stringify({ accounts: [northwind] }), secret, host.clock.now() - 301_000),
    ],
    [
      'a signature from the future',
      () => signed(JSON.stringify({ accounts: [northwind] }), secret, host.clock.now() + 301_000),
    ],
    ['no signature', () => ({ method: 'POST', body: JSON.stringify({ accounts: [northwind] }) })],
  ])('with %s are not believed, and nothing changes', async (_what, request) => {
    expect(await host.callWebTrigger('account-feed', request())).toMatchObject({
      status: 401,
      body: '{"status":"unauthorized"}',
    });
    await host.settled();
    expect(await feed()).toMatchObject({ lastCallAt: null, entries: [] });
  });

  it('are not taken twice from one call that somebody sends again', async () => {
    const call = signed(JSON.stringify({ accounts: [northwind] }));
    expect((await host.callWebTrigger('account-feed', call)).status).toBe(202);
    await host.settled();
    expect((await host.callWebTrigger('account-feed', call)).status).toBe(401);
    await host.settled();
    expect((await feed()).entries).toHaveLength(1);
  });

  it('of a call that died on the way are taken when it is sent again', async () => {
    const call = signed(JSON.stringify({ accounts: [northwind] }));
    host.faults.set({ once: [{ kind: 'crash-after', nth: 4 }] });
    expect((await host.callWebTrigger('account-feed', call)).status).toBe(500);
    expect((await host.callWebTrigger('account-feed', call)).status).toBe(202);
    await host.settled();
    expect((await account('NWCU'))?.externalId).toBe('001A');
  });

  it.each([
    ['no JSON', 'accounts'],
    ['no accounts', '{}'],
    ['none of them', '{"accounts":[]}'],
    ['too many', JSON.stringify({ accounts: Array(1001).fill(northwind) })],
    ['a megabyte', JSON.stringify({ accounts: [{ ...northwind, name: 'x'.repeat(1_000_000) }] })],
  ])('that come as %s are malformed', async (_what, body) => {
    expect((await host.callWebTrigger('account-feed', signed(body))).status).toBe(400);
  });

  it('need a new signature once the secret is new, and only administrators make one', async () => {
    const old = secret;
    await page('feed.new-secret');
    expect(
      (
        await host.callWebTrigger(
          'account-feed',
          signed(JSON.stringify({ accounts: [northwind] }), old),
        )
      ).status,
    ).toBe(401);
    await expect(page('feed.new-secret', {}, 'ben.ito@relay.example')).rejects.toThrow();
  });

  it('come in calls of a thousand', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      ...northwind,
      externalId: `X${index}`,
      cid: `X${index}`,
      name: `Account ${index}`,
      organizations: [],
    }));
    expect(await send(...many)).toBe(202);
    expect((await page<AccountsView>('accounts.list', { search: '' })).total).toBeGreaterThan(1000);
    expect((await feed()).entries).toHaveLength(500);
  });
});
