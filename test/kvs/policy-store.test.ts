import { kvs } from '@forge/kvs';
import { ChangedMeanwhile } from '../../src/app/errors';
import type { Routes } from '../../src/app/ports';
import { emptyLedger } from '../../src/core/ledger';
import type { Policy } from '../../src/core/policy';
import { routesAt } from '../../src/kvs/in-force';
import { policyStore as policyStoreOf } from '../../src/kvs/policy-store';
import { ticketStore } from '../../src/kvs/ticket-store';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { aPolicy, aQueue } from '../support/sop';

const routesOf = async ({ version }: Policy): Promise<Routes> => ({ version, queues: {} });
const policyStore = policyStoreOf(routesOf);
const form = { fallback: ['a'], calendars: {}, queues: [] };
const version = (number: number, comment = '') => aPolicy(aQueue(), { version: number, comment });

describe('The settings in storage', () => {
  let door: AdapterDoor;
  beforeEach(async () => {
    door = await openAdapterDoor();
  });
  const run: AdapterDoor['run'] = (work) => door.run(work);
  const publish = (number: number, expected: number | null, comment = '') =>
    run(() => policyStore.publish(version(number, comment), expected));

  it('are none before the first were published', async () => {
    expect(await run(() => policyStore.current())).toBeNull();
  });

  it('are the last published; every version stays', async () => {
    await publish(1, null);
    await publish(2, 1);
    expect(await run(() => policyStore.current())).toEqual(version(2));
    expect(
      door.host
        .storage()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['policy:1', 'policy:2', 'policy:current', 'policy:routes']);
  });

  it('are not published over a version the publisher has not seen', async () => {
    await publish(1, null);
    await expect(publish(1, null)).rejects.toBeInstanceOf(ChangedMeanwhile);
    await expect(publish(3, 2)).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect((await run(() => policyStore.current()))?.version).toBe(1);
  });

  it('are published by one of two who do it at the same time', async () => {
    await publish(1, null);
    const ends = await run(() =>
      Promise.allSettled([
        policyStore.publish(version(2, 'one'), 1),
        policyStore.publish(version(2, 'other'), 1),
      ]),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const kept = door.host
      .storage()
      .filter(({ key }) => key === 'policy:2' || key === 'policy:current')
      .map(({ value }) => (value as { doc: { comment: string } }).doc.comment);
    expect(new Set(kept).size).toBe(1);
  });

  it('of many versions are read in the order asked for, without those that never were', async () => {
    for (const number of [1, 2, 3]) await publish(number, number === 1 ? null : number - 1);
    expect(
      (await run(() => policyStore.versions([3, 2, 9]))).map((policy) => policy.version),
    ).toEqual([3, 2]);
  });

  it('have one draft, which a stale edit does not overwrite', async () => {
    const none = await run(() => policyStore.draft());
    expect(none).toMatchObject({ revision: 0, form: null });
    const edited = await run(() => policyStore.saveDraft({ ...none, form, editedBy: 'alex' }));
    expect(edited.revision).toBe(1);
    await expect(
      run(() => policyStore.saveDraft({ ...none, form, editedBy: 'ana' })),
    ).rejects.toMatchObject({ message: 'The draft changed meanwhile.' });
    expect(await run(() => policyStore.draft())).toEqual(edited);
  });

  it('become a version and empty the draft at once, or neither', async () => {
    const draft = await run(async () =>
      policyStore.saveDraft({ ...(await policyStore.draft()), form }),
    );
    await run(() => policyStore.saveDraft({ ...draft, form: { ...form, fallback: ['b'] } }));
    await expect(run(() => policyStore.publish(version(1), null, draft))).rejects.toMatchObject({
      message: 'The draft changed meanwhile.',
    });
    expect(await run(() => policyStore.current())).toBeNull();
    const fresh = await run(() => policyStore.draft());
    await run(() => policyStore.publish(version(1), null, fresh));
    expect(await run(() => policyStore.draft())).toMatchObject({
      form: null,
      revision: fresh.revision + 1,
    });
    expect((await run(() => policyStore.current()))?.version).toBe(1);
  });

  it('tell what events are worth, with what is known of the ticket, in one request', async () => {
    const seen = () => run(() => routesAt('7', routesOf));
    expect(await seen()).toEqual({ routes: null, record: null });
    await publish(1, null);
    const record = await run(() =>
      ticketStore.save({
        rows: [],
        revision: 0,
        edition: 0,
        ledger: emptyLedger('7', 'EBH-7', '1'),
        outbox: [],
        turn: null,
        pending: null,
        wakeAt: null,
        radar: [],
        listed: false,
      }),
    );
    door.host.clearCalls();
    expect(await seen()).toEqual({ routes: { version: 1, queues: {} }, record });
    expect(door.host.calls()).toHaveLength(1);
  });

  it('tell what events are worth where an older edition of the app has published them', async () => {
    await publish(1, null);
    await run(() => kvs.entity('settings').delete('policy:routes'));
    expect((await run(() => routesAt('7', routesOf))).routes).toEqual({ version: 1, queues: {} });
  });

  it("ask Jira for the app's own account once", async () => {
    let asked = 0;
    const ask = (): Promise<string> => Promise.resolve(`app-${(asked += 1)}`);
    expect(await run(() => policyStore.self(ask))).toBe('app-1');
    expect(await run(() => policyStore.self(ask))).toBe('app-1');
  });
});
