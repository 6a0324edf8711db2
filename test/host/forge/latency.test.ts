// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { Workshop } from './support/workshop';

const start = Date.parse('2026-03-02T08:00:00Z');

/** A workshop in which things take time; it has taken none yet. */
async function slow(): Promise<Workshop> {
  const workshop = await Workshop.open({ latency: true });
  await workshop.host.clock.advanceTo(start + 60_000);
  return workshop;
}

async function taken(workshop: Workshop, work: () => Promise<unknown>): Promise<number> {
  const before = workshop.host.clock.now();
  await work();
  return workshop.host.clock.now() - before;
}

describe('A host on which requests take time', () => {
  it('lets virtual time pass while a function waits, and no real time (believed-times)', async () => {
    const workshop = await slow();
    const began = performance.now();
    expect(await taken(workshop, () => workshop.ask('busy', { reads: 5 }))).toBe(30 + 5 * 200);
    expect(await taken(workshop, () => workshop.store({ do: 'set', key: 'a', value: 1 }))).toBe(
      30 + 15,
    );
    expect(await taken(workshop, () => workshop.ask('push', { events: [] }))).toBe(30);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('lets requests that a function sends together wait together (believed-times)', async () => {
    const workshop = await slow();
    expect(await taken(workshop, () => workshop.ask('busy', { reads: 5, atOnce: true }))).toBe(230);
  });

  it('lets functions of several people run side by side (believed-times)', async () => {
    const workshop = await slow();
    const both = () =>
      Promise.all([workshop.ask('busy', { reads: 2 }), workshop.ask('busy', { reads: 4 })]);
    expect(await taken(workshop, both)).toBe(30 + 4 * 200);
  });

  it('counts what an app waits for by itself (believed-times)', async () => {
    const workshop = await slow();
    const asked = () => workshop.ask('busy', { reads: 1, pauseMs: 5000 });
    expect(await taken(workshop, asked)).toBe(5230);
  });

  it('cuts a function off when its time limit has passed in virtual time (function-limits, believed-times)', async () => {
    const workshop = await slow();
    const asked = () =>
      expect(workshop.ask('busy', { reads: 200 })).rejects.toThrow(
        'The function took too long and was stopped.',
      );
    expect(await taken(workshop, asked)).toBe(25_000);
    // Nobody waits for the request that was on its way.
    await workshop.host.settled();
    expect(workshop.host.clock.now()).toBe(start + 60_000 + 25_000);
  });

  it('shows what was asked for at once, while the answer is on its way (believed-times)', async () => {
    const workshop = await slow();
    const { host } = workshop;
    await workshop.ask('push', { events: [{ body: { do: 'nothing' }, delayInSeconds: 1 }] });
    // Pushed after 30 ms, it is delivered a second later, begins 30 ms after that, and writes: 15 ms.
    await host.clock.advanceTo(start + 60_000 + 30 + 1000 + 30 + 1);
    expect(workshop.noted('jobs')).toHaveLength(1);
    expect(host.invocations().at(-1)?.outcome).toBe('running');
    await host.settled();
    expect(host.invocations().at(-1)?.outcome).toBe('done');
    expect(host.clock.now()).toBe(start + 60_000 + 30 + 1000 + 30 + 15);
  });

  it('goes exactly as far as it is told, whatever still runs (believed-times)', async () => {
    const workshop = await slow();
    const { host } = workshop;
    await workshop.ask('push', { events: [{ body: { do: 'nothing' }, delayInSeconds: 1 }] });
    const from = host.clock.now();
    await host.advance(980);
    expect(host.clock.now()).toBe(from + 980);
  });

  it('plays the same day twice in the same way (believed-times)', async () => {
    const day = async (): Promise<unknown> => {
      const workshop = await slow();
      const { host } = workshop;
      for (let minute = 0; minute < 5; minute += 1) {
        host.clock.schedule(start + 120_000 + minute * 7000, async () => {
          await Promise.all([
            workshop.ask('busy', { reads: minute }),
            workshop.ask('push', { events: [{ body: { do: 'wait-a-turn' } }] }),
          ]);
        });
      }
      await host.advance('PT10M');
      await host.settled();
      return host.calls().map(({ at, path, invocation }) => ({ at, path, invocation }));
    };
    const first = await day();
    expect(first).not.toEqual([]);
    expect(await day()).toEqual(first);
  });

  it('takes none where nobody asks for it (time-in-functions)', async () => {
    const workshop = await Workshop.open();
    expect(await taken(workshop, () => workshop.ask('busy', { reads: 5 }))).toBe(0);
  });
});

describe('The rates of storage', () => {
  const kilobytes = (count: number): string => 'x'.repeat(count * 1000);
  const set = (key: string, value: unknown) => ({ do: 'set', key, value });
  /** In calls that are small enough for a page, and for what it is answered. */
  async function many(workshop: Workshop, times: number, step: object): Promise<unknown[]> {
    const atOnce = Math.min(20, Math.floor(450_000 / JSON.stringify(step).length));
    const answers: unknown[] = [];
    while (answers.length < times) {
      const length = Math.min(atOnce, times - answers.length);
      answers.push(...(await workshop.store(...Array.from({ length }, () => step))));
    }
    return answers;
  }
  const refused = { code: 'RATE_LIMIT_EXCEEDED', status: 429 };

  it('are 1,000 requests in any second (kvs-rates)', async () => {
    const workshop = await Workshop.open({ storageRates: true });
    await workshop.host.advance('PT1M');
    const answers = await many(workshop, 1001, { do: 'get', key: 'nothing' });
    expect(answers.slice(999)).toEqual([null, refused]);
    await workshop.host.advance('PT1S');
    expect(await many(workshop, 1, { do: 'get', key: 'nothing' })).toEqual([null]);
  });

  it('are 4,000 writes of 10 KB in any minute, each rounded up (kvs-rates, kvs-units)', async () => {
    const workshop = await Workshop.open({ storageRates: true });
    const { host } = workshop;
    await host.advance('PT1M');
    // 230 KB and what is around it are 24 units: 166 of them, and 16 units are left.
    expect(await many(workshop, 166, set('big', kilobytes(230)))).not.toContainEqual(refused);
    expect(await many(workshop, 1, set('big', kilobytes(160)))).toEqual([refused]);
    expect(await many(workshop, 17, set('small', 1))).toEqual([...Array(16).fill(null), refused]);
    // What reads may take is apart.
    expect(await many(workshop, 1, { do: 'get', key: 'small' })).toEqual([1]);
    await host.advance('PT1M');
    expect(await many(workshop, 1, set('small', 2))).toEqual([null]);
  });

  it('count what is read by its answer (kvs-units)', async () => {
    const workshop = await Workshop.open({ storageRates: true });
    const { host } = workshop;
    await workshop.store(set('big', kilobytes(230)));
    await host.advance('PT1M');
    expect(await many(workshop, 166, { do: 'get', key: 'big' })).not.toContainEqual(refused);
    expect((await many(workshop, 17, { do: 'get', key: 'nothing' })).at(-1)).toEqual(refused);
  });

  it('take a transaction as one request (kvs-unit-of-many)', async () => {
    const workshop = await Workshop.open({ storageRates: true });
    const { host } = workshop;
    await host.advance('PT1M');
    const operations = Array.from({ length: 25 }, (_, place) => ({
      do: 'set',
      key: `key-${place}`,
      value: place,
    }));
    await many(workshop, 1000, { do: 'transact', operations });
    await host.advance('PT1S');
    expect(await many(workshop, 1, set('small', 1))).toEqual([null]);
  });

  it('do not hold where nobody asks for them', async () => {
    const workshop = await Workshop.open();
    expect((await many(workshop, 1001, { do: 'get', key: 'nothing' })).at(-1)).toBeNull();
  });
});
