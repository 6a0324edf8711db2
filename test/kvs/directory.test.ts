import type { CustomerAccount } from '../../src/core/account';
import type { DirectoryPerson } from '../../src/core/people';
import { accountFormat } from '../../src/kvs/account-format';
import { directory as directoryOf } from '../../src/kvs/directory';
import { procedures } from '../../src/procedures';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { aPerson } from '../support/sop';

const directory = directoryOf(accountFormat(procedures));
const account = (cid: string, name: string, organizations: readonly string[]): CustomerAccount => ({
  cid,
  name,
  organizations,
  accountManager: 'Maya',
  regionalManager: 'Tom',
});
const northwind = account('NWCU', 'Northwind Credit Union', ['1']);
const alder = account('ALDR', 'Alder Bank', ['2', '3']);

describe('The directory in storage', () => {
  let door: AdapterDoor;
  beforeEach(async () => {
    door = await openAdapterDoor();
  });
  const run: AdapterDoor['run'] = (work) => door.run(work);
  const put = (accounts: readonly CustomerAccount[], people: readonly DirectoryPerson[] = []) =>
    run(() => directory.put(accounts, people));
  const cids = async (
    organizations: readonly string[],
    chosen: readonly string[] = [],
  ): Promise<string[]> =>
    (await run(() => directory.accounts(organizations, chosen))).map(({ cid }) => cid).sort();

  it('finds accounts by their organizations and by id, each once', async () => {
    await put([northwind, alder]);
    expect(await run(() => directory.accounts(['1'], []))).toEqual([northwind]);
    expect(await cids(['2', '3'])).toEqual(['ALDR']);
    expect(await cids(['1', '2'], ['ALDR'])).toEqual(['ALDR', 'NWCU']);
    expect(await cids(['unknown'], ['UNKNOWN'])).toEqual([]);
    expect(await cids([])).toEqual([]);
  });

  it('knows who of some people manages an account', async () => {
    await put([northwind, alder]);
    expect(await run(() => directory.managing(['Maya', 'Tom', 'Nobody']))).toEqual(['Maya']);
    expect(await run(() => directory.managing([]))).toEqual([]);
  });

  it('moves an organization from one account to another in one import', async () => {
    await put([northwind, alder]);
    await put([
      { ...alder, organizations: ['2'] },
      { ...northwind, organizations: ['1', '3'] },
    ]);
    expect(await cids(['3'])).toEqual(['NWCU']);
    expect(await cids(['2'])).toEqual(['ALDR']);
  });

  it('takes an organization away from an account that no longer names it', async () => {
    await put([northwind, alder]);
    await put([{ ...alder, organizations: [] }]);
    expect(await cids(['2', '3'])).toEqual([]);
    expect(await cids(['1'])).toEqual(['NWCU']);
  });

  it('keeps both accounts of an organization that two of them name (A12)', async () => {
    await put([northwind]);
    await put([{ ...alder, organizations: ['1', '2'] }]);
    expect(await cids(['1'])).toEqual(['ALDR', 'NWCU']);
  });

  it('names what storage did not take', async () => {
    await expect(put([{ ...northwind, name: 'x'.repeat(250 * 1024) }])).rejects.toThrow(
      'Storage did not take account:first:NWCU: MAX_SIZE',
    );
  });

  it('counts accounts, each once', async () => {
    expect(await run(() => directory.count())).toBe(0);
    await put([northwind]);
    await put([{ ...northwind, name: 'Northwind' }, alder]);
    expect(await run(() => directory.count())).toBe(2);
  });

  it('lists accounts by name, up to a limit', async () => {
    const many = Array.from({ length: 230 }, (_one, place) =>
      account(`C${place}`, `Bank ${String(place).padStart(3, '0')}`, []),
    );
    await put([...many].reverse());
    const names = (await run(() => directory.all(210))).map(({ name }) => name);
    expect(names).toEqual(many.slice(0, 210).map(({ name }) => name));
    expect(await run(() => directory.all(1000))).toHaveLength(230);
  });

  it('knows people and who stands in for them', async () => {
    const away = aPerson('Maya', {
      calendar: 'office',
      delegation: {
        delegate: 'Owen',
        from: '2026-03-02T00:00:00.000Z',
        until: '2026-03-09T00:00:00.000Z',
      },
    });
    await put([], [away, aPerson('Owen')]);
    expect(await run(() => directory.people(['Maya', 'Maya', 'nobody']))).toEqual([away]);
    expect((await run(() => directory.everybody())).map(({ accountId }) => accountId)).toEqual([
      'Maya',
      'Owen',
    ]);
  });

  it('lists everybody through all pages', async () => {
    const people = Array.from({ length: 205 }, (_one, place) =>
      aPerson(`p${String(place).padStart(3, '0')}`),
    );
    await put([], people);
    expect(await run(() => directory.everybody())).toEqual(people);
  });

  it('may miss in the list whoever was written in the last moments, but finds them by id', async () => {
    door.host.faults.set({ kvsQueryLagSeconds: 30 });
    await put([], [aPerson('Maya')]);
    expect(await run(() => directory.everybody())).toEqual([]);
    expect(await run(() => directory.people(['Maya']))).toHaveLength(1);
    await door.host.advance('PT1M');
    expect(await run(() => directory.everybody())).toHaveLength(1);
  });

  it('remembers names for thirty days', async () => {
    await run(() => directory.rememberNames([aPerson('Nora', { kind: 'customer' })]));
    expect(await run(() => directory.names(['Nora', 'nobody']))).toEqual([
      aPerson('Nora', { kind: 'customer' }),
    ]);
    // Storage may give out what is over for two days more (belief kvs-expired-rows).
    await door.host.advance('P33D');
    expect(await run(() => directory.names(['Nora']))).toEqual([]);
  });
});
