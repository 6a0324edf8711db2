import { kvs } from '@forge/kvs';
import type { CustomerAccount } from '../../src/core/account';
import { accountBook } from '../../src/kvs/account-book';
import { accountFormat } from '../../src/kvs/account-format';
import { accountPages } from '../../src/kvs/account-pages';
import { directory as directoryOf } from '../../src/kvs/directory';
import { keys } from '../../src/kvs/keys';
import { procedures } from '../../src/procedures';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { aListEntry } from '../support/access';

const format = accountFormat(procedures);
const directory = directoryOf(format);
const book = accountBook(format);

const northwind: CustomerAccount = {
  cid: 'NWCU',
  name: 'Northwind Credit Union',
  organizations: ['1'],
  accountManager: 'Maya',
  regionalManager: 'Tom',
  externalId: '001',
  contacts: [{ name: 'Nora Quist', email: null, role: null }],
  customerSuccessManager: 'Kofi',
};
const rateCard = { currency: 'USD', roles: [{ role: 'QA', dayRate: 65_000 }] };

/** As the first edition wrote it: what procedures know stands among the fields of the account. */
const firstEdition = {
  revision: 3,
  kind: 'first',
  name: 'northwind credit union',
  cid: 'nwcu',
  externalId: '001',
  accountManager: 'Maya',
  doc: {
    ...northwind,
    keyAccount: { from: '2026-02-01', until: null },
    productionCycle: { kind: 'daily' },
    products: ['LMS'],
    rateCard,
    changeApprovers: ['nora'],
    access: aListEntry(),
  },
};
const upgraded: CustomerAccount = {
  ...northwind,
  parts: {
    'key-account': {
      periods: [{ from: '2026-02-01', until: null }],
      productionCycle: { kind: 'daily' },
    },
    'hybrid-account': { products: ['LMS'] },
    'change-request': { rateCard, approvers: ['nora'] },
    'access-request': aListEntry(),
  },
};

describe('Customer accounts in storage', () => {
  let door: AdapterDoor;
  beforeEach(async () => {
    door = await openAdapterDoor();
  });
  const run: AdapterDoor['run'] = (work) => door.run(work);
  const keep = (row: object): Promise<void> =>
    run(() => kvs.entity('account').set(keys.account('first', 'NWCU'), row));

  it('of the first edition are read as they are kept now, wherever they are read', async () => {
    await keep(firstEdition);
    expect(await run(() => directory.accounts([], ['NWCU']))).toEqual([upgraded]);
    expect(await run(() => directory.all(10))).toEqual([upgraded]);
    expect(await run(() => book.find('NWCU'))).toEqual({ account: upgraded, revision: 3 });
    expect((await run(() => accountPages(format).page(null))).accounts).toEqual([upgraded]);
  });

  it('of the first edition that no procedure knew have no parts', async () => {
    await keep({ ...firstEdition, doc: northwind });
    expect(await run(() => directory.accounts([], ['NWCU']))).toEqual([northwind]);
  });

  it('are kept with their parts, and found by the procedure that has marked them', async () => {
    await run(() => directory.put([upgraded], []));
    expect(await run(() => directory.accounts([], ['NWCU']))).toEqual([upgraded]);
    expect(await run(() => directory.marked('key-account'))).toEqual([upgraded]);
    await run(() => directory.put([northwind], []));
    expect(await run(() => directory.marked('key-account'))).toEqual([]);
  });
});
