import { directory as directoryOf } from '../../src/kvs/directory';
import { lookAt } from '../../src/kvs/in-force';
import { accountFormat } from '../../src/kvs/account-format';
import { procedures } from '../../src/procedures';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { aPerson } from '../support/sop';

const format = accountFormat(procedures);
/** A directory as one call has it. */
const inACall = () => {
  const seen = lookAt(null);
  return directoryOf(format, () => seen);
};
const maya = aPerson('Maya');
const tom = aPerson('Tom');

describe('People whom the settings name', () => {
  let door: AdapterDoor;
  beforeEach(async () => {
    door = await openAdapterDoor();
    await run(() => inACall().put([], [maya, tom]));
  });
  afterEach(() => door.host.stop());
  const run: AdapterDoor['run'] = (work) => door.run(work);
  const reads = async (work: () => Promise<unknown>): Promise<number> => {
    door.host.clearCalls();
    await run(work);
    return door.host.calls().filter(({ path }) => path.startsWith('/api/')).length;
  };

  it('come with the settings, however many they are', async () => {
    const many = Array.from({ length: 60 }, (_, place) => aPerson(`Lead ${place}`));
    await run(() => inACall().put([], many));
    const ids = [maya, tom, ...many].map(({ accountId }) => accountId);
    await run(() => inACall().name(ids));
    expect(await reads(() => inACall().people(ids))).toBe(1);
    expect(await run(() => inACall().people(ids))).toHaveLength(62);
  });

  it('are known as they are once somebody has written them', async () => {
    await run(() => inACall().name([maya.accountId]));
    await run(() =>
      inACall().put(
        [],
        [
          { ...maya, active: false },
          { ...tom, active: false },
        ],
      ),
    );
    const known = await run(() => inACall().people([maya.accountId, tom.accountId]));
    expect(known.map(({ active }) => active)).toEqual([false, false]);
  });

  it('are known as they are where they are written while they are named', async () => {
    const away = { ...maya, active: false };
    await run(() =>
      Promise.all([
        inACall().name([maya.accountId, tom.accountId]),
        inACall().put([], [away]),
        inACall().put([], [{ ...tom, active: false }]),
      ]),
    );
    const known = await run(() => inACall().people([maya.accountId, tom.accountId]));
    expect(known.map(({ active }) => active)).toEqual([false, false]);
  });

  it('bring whoever stands in for them', async () => {
    const from = '2026-03-02T00:00:00.000Z';
    const until = '2026-03-09T00:00:00.000Z';
    const delegation = { delegate: tom.accountId, from, until };
    await run(() => inACall().put([], [{ ...maya, delegation }]));
    await run(() => inACall().name([maya.accountId]));
    expect(await reads(() => inACall().people([maya.accountId, tom.accountId]))).toBe(1);
  });

  it('are read anew in the call that has written them', async () => {
    await run(() => inACall().name([maya.accountId]));
    const seen = await run(async () => {
      const directory = inACall();
      const before = await directory.people([maya.accountId]);
      await directory.put([], [{ ...maya, active: false }]);
      return [...before, ...(await directory.people([maya.accountId]))];
    });
    expect(seen.map(({ active }) => active)).toEqual([true, false]);
  });
});
