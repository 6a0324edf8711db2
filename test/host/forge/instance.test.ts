// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { join } from 'node:path';
import { createHost } from '../../../host';
import type { Host, HostOptions } from '../../../host/host';

const agent = 'ben.ito@relay.example';
const open = (options: HostOptions = {}): Promise<Host> =>
  createHost({
    appDir: join(__dirname, 'fixtures', 'cuckoo'),
    seed: 'empty',
    setup: null,
    ...options,
  });
const ask = <T = unknown>(host: Host, call: string, payload?: object): Promise<T> =>
  host.invoke({ module: 'cuckoo-gadget', as: agent, call, payload }) as Promise<T>;
const stored = (host: Host): string[] => host.storage().map(({ key }) => key);
const lastOutcome = (host: Host): string | undefined => host.invocations().at(-1)?.outcome;

describe('The time in a function', () => {
  it("is the host's, however the function asks for it", async () => {
    const host = await open({ start: '2026-03-02T08:00:00Z' });
    await host.advance('PT90M');
    const at = '2026-03-02T09:30:00.000Z';
    expect(await ask(host, 'dates')).toMatchObject({
      made: at,
      now: at,
      fromConstructor: at,
      inGlobal: at,
      called: new Date(at).toString(),
    });
  });

  it('leaves everything else of Date as it is', async () => {
    const dates = await ask(await open(), 'dates');
    expect(dates).toMatchObject({
      parsed: Date.parse('2020-02-29T12:00:00Z'),
      utc: Date.UTC(2020, 1, 29),
      cloned: true,
      name: 'Date',
    });
  });

  it("is each host's own", async () => {
    const [early, late] = [
      await open({ start: '2026-01-01T00:00:00Z' }),
      await open({ start: '2027-01-01T00:00:00Z' }),
    ];
    expect(await ask(late, 'dates')).toMatchObject({ made: '2027-01-01T00:00:00.000Z' });
    expect(await ask(early, 'dates')).toMatchObject({ made: '2026-01-01T00:00:00.000Z' });
  });
});

describe('An instance', () => {
  it('has the globals of Node and an empty environment', async () => {
    expect(await ask(await open(), 'globals')).toEqual({ uuid: 36, environment: 0, same: true });
  });

  it("keeps the state of its modules, apart from every other host's (warm-instances)", async () => {
    const [one, other] = [await open(), await open()];
    expect([
      await ask(one, 'started'),
      await ask(one, 'started'),
      await ask(other, 'started'),
    ]).toEqual([1, 2, 1]);
  });

  it('is started anew every so many invocations where the host is told to', async () => {
    const host = await open({ coldStartEvery: 2 });
    const counts: unknown[] = [];
    for (let time = 0; time < 5; time += 1) counts.push(await ask(host, 'started'));
    expect(Math.max(...(counts as number[]))).toBe(2);
  });

  it('is started anew after the platform cut it off (cold-after-cut-off)', async () => {
    const host = await open();
    await ask(host, 'started');
    host.faults.set({ once: [{ kind: 'crash-before', nth: 1 }] });
    await expect(ask(host, 'write')).rejects.toThrow('There was an error invoking the function.');
    expect(await ask(host, 'started')).toBe(1);
  });
});

describe('What a function answers', () => {
  it('travels as JSON (answers-are-json)', async () => {
    expect(await ask(await open({ start: '2026-03-02T08:00:00Z' }), 'odd')).toEqual({
      at: '2026-03-02T08:00:00.000Z',
      map: {},
    });
  });

  it('is a failure when it cannot', async () => {
    const host = await open();
    await expect(ask(host, 'circle')).rejects.toThrow('circular');
    expect(lastOutcome(host)).toBe('failed');
  });
});

describe('The end of a function', () => {
  it('by a crash before a request leaves that request and all after it undone', async () => {
    const host = await open();
    host.faults.set({ once: [{ kind: 'crash-before', nth: 3 }] });
    await expect(ask(host, 'write', { steps: 5 })).rejects.toThrow(
      'There was an error invoking the function.',
    );
    expect(stored(host)).toEqual(['step:1', 'step:2']);
    expect(lastOutcome(host)).toBe('crashed');
  });

  it('by a crash after a request leaves that request done (cut-off-silence)', async () => {
    const host = await open();
    host.faults.set({ once: [{ kind: 'crash-after', nth: 3 }] });
    await expect(ask(host, 'write', { steps: 5 })).rejects.toThrow();
    expect(stored(host)).toEqual(['step:1', 'step:2', 'step:3']);
  });

  it('by its time limit comes somewhere on its way, and always when it was to come', async () => {
    const done = new Set<number>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const host = await open({ faultSeed: seed });
      host.faults.set({ once: [{ kind: 'timeout', nth: 1 }] });
      await expect(ask(host, 'write', { steps: 3 })).rejects.toThrow(
        'The function took too long and was stopped.',
      );
      expect(lastOutcome(host)).toBe('timed-out');
      done.add(stored(host).length);
    }
    expect([...done].sort()).toEqual([0, 1, 2, 3]);
  });

  it('is the end of what it did not wait for too (nothing-after-return)', async () => {
    const host = await open();
    await ask(host, 'hurry');
    await host.settled();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(stored(host)).toContain('awaited');
    expect(stored(host)).not.toContain('followed');
  });
});

describe('An entity', () => {
  it('has the index by-key without declaring it (kvs-by-key), and is in others only with their attribute', async () => {
    expect(await ask(await open(), 'lay')).toMatchObject({
      keys: ['egg:a', 'egg:b'],
      byWeight: ['egg:a', 'egg:b'],
    });
  });

  it('whose number is compared with a text differs from it', async () => {
    expect(await ask(await open(), 'lay')).toMatchObject({ text: ['egg:a', 'egg:b', 'nest:c'] });
  });
});

describe('An event of a queue', () => {
  it('that comes again although it was done is counted once', async () => {
    const host = await open();
    host.faults.set({ once: [{ kind: 'redeliver-queue', nth: 1 }] });
    const { jobId } = await ask<{ jobId: string }>(host, 'push');
    await host.advance('PT1M');
    expect(host.invocations().filter((run) => run.function === 'on-call')).toHaveLength(2);
    expect(await ask(host, 'stats', { job: jobId })).toEqual({
      success: 1,
      inProgress: 0,
      failed: 0,
    });
  });

  it('that is tried again says why, in the words of the SDK', async () => {
    const host = await open();
    host.faults.set({ once: [{ kind: 'timeout', nth: 2 }] });
    await ask(host, 'push');
    await host.advance('PT1M');
    const contexts = host.storage().find(({ key }) => key === 'contexts')?.value;
    expect(contexts).toContainEqual(
      expect.objectContaining({ retryCount: 1, retryReason: 'FUNCTION_TIME_OUT' }),
    );
  });
});
