// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { Workshop } from './support/workshop';

let workshop: Workshop;

beforeEach(async () => {
  workshop = await Workshop.open();
});

const refused = (code: string, status = 400): object => ({ code, status });

describe('Values', () => {
  it('are read as they were written, and are gone after a delete (kvs-missing-key)', async () => {
    const value = { text: 'ä', list: [1, { deep: true }], none: null };
    expect(
      await workshop.store(
        { do: 'get', key: 'a' },
        { do: 'set', key: 'a', value },
        { do: 'get', key: 'a' },
        { do: 'delete', key: 'a' },
        { do: 'get', key: 'a' },
        { do: 'delete', key: 'a' },
      ),
    ).toEqual([null, null, value, null, null, null]);
  });

  it('and secrets under the same key are different things; queries do not show secrets', async () => {
    const [, , open, secret, found] = await workshop.store(
      { do: 'set', key: 'k', value: 'open' },
      { do: 'set-secret', key: 'k', value: 'secret' },
      { do: 'get', key: 'k' },
      { do: 'get-secret', key: 'k' },
      { do: 'query', prefix: 'k' },
    );
    expect([open, secret]).toEqual(['open', 'secret']);
    expect(found).toEqual({ results: [{ key: 'k', value: 'open' }] });
  });

  it('tell when they were made, changed, and will expire', async () => {
    await workshop.store({ do: 'set', key: 'a', value: 1 });
    await workshop.host.advance('PT1H');
    const metadata = { metadataFields: ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'] };
    const [, found] = await workshop.store(
      { do: 'set', key: 'a', value: 2, options: { ttl: { value: 2, unit: 'HOURS' } } },
      { do: 'get', key: 'a', options: metadata },
    );
    expect(found).toEqual({
      key: 'a',
      value: 2,
      createdAt: Date.parse('2026-03-02T08:00:00Z'),
      updatedAt: Date.parse('2026-03-02T09:00:00Z'),
      expireTime: '2026-03-02T11:00:00.000Z',
    });
  });

  it('are not written over under FAIL_IF_EXISTS (kvs-exists-conflict)', async () => {
    const lock = (value: string): object => ({
      do: 'set',
      key: 'lock',
      value,
      options: { keyPolicy: 'FAIL_IF_EXISTS' },
    });
    expect(await workshop.store(lock('mine'), lock('yours'), { do: 'get', key: 'lock' })).toEqual([
      null,
      refused('KEY_ALREADY_EXISTS', 409),
      'mine',
    ]);
  });

  it('are handed back on request, as they were or as they are', async () => {
    const [, before, after] = await workshop.store(
      { do: 'set', key: 'a', value: 1 },
      {
        do: 'set',
        key: 'a',
        value: 2,
        options: { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' },
      },
      { do: 'set', key: 'a', value: 3, options: { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' } },
    );
    expect(before).toMatchObject({ value: 1 });
    expect(after).toMatchObject({ value: 3 });
  });

  it('have the limits of Forge (kvs-limits)', async () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });
    const answers = await workshop.store(
      { do: 'set', key: 'k'.repeat(500), value: 1 },
      { do: 'set', key: 'k'.repeat(501), value: 1 },
      { do: 'set', key: 'not/a/key', value: 1 },
      { do: 'set', key: 'ticket:10001.a_b-c #1', value: 1 },
      { do: 'set', key: 'deep', value: nested(31) },
      { do: 'set', key: 'deeper', value: nested(32) },
      { do: 'set', key: 'large', value: 'x'.repeat(240 * 1024 - 2) },
      { do: 'set', key: 'larger', value: 'x'.repeat(240 * 1024 - 1) },
      { do: 'set', key: 'null', value: null },
      { do: 'query', limit: 101 },
    );
    expect(answers).toEqual([
      null,
      refused('KEY_TOO_LONG'),
      refused('INVALID_KEY'),
      null,
      null,
      refused('MAX_DEPTH'),
      null,
      refused('MAX_SIZE'),
      refused('INVALID_VALUE'),
      refused('INVALID_REQUEST'),
    ]);
  });

  it('are listed by prefix in the order of their keys, page by page', async () => {
    await workshop.store(
      ...['b:2', 'a:1', 'b:10', 'c:1', 'b:1'].map((key) => ({ do: 'set', key, value: key })),
    );
    const [first] = await workshop.store<{ results: { key: string }[]; nextCursor: string }>({
      do: 'query',
      prefix: 'b:',
      limit: 2,
    });
    expect(first?.results.map(({ key }) => key)).toEqual(['b:1', 'b:10']);
    const [second] = await workshop.store<{ results: { key: string }[]; nextCursor?: string }>({
      do: 'query',
      prefix: 'b:',
      limit: 2,
      cursor: first?.nextCursor,
    });
    expect(second?.results.map(({ key }) => key)).toEqual(['b:2']);
    expect(second?.nextCursor).toBeUndefined();
  });

  it('are set, read and deleted in batches, each by itself', async () => {
    const [set, got, removed, twice, none] = await workshop.store<
      Record<string, { key: string }[]>
    >(
      {
        do: 'batch-set',
        items: [
          { key: 'a', value: 1 },
          { key: 'not/a/key', value: 2 },
          { key: 'j', entityName: 'job', value: { state: 'open', rank: 1 } },
        ],
      },
      { do: 'batch-get', items: [{ key: 'a' }, { key: 'z' }, { key: 'j', entityName: 'job' }] },
      { do: 'batch-delete', items: [{ key: 'a' }] },
      { do: 'batch-delete', items: [{ key: 'a' }, { key: 'a' }] },
      { do: 'batch-get', items: [] },
    );
    expect(set).toMatchObject({
      successfulKeys: [{ key: 'a' }, { key: 'j', entityName: 'job' }],
      failedKeys: [{ key: 'not/a/key', error: { code: 'INVALID_KEY' } }],
    });
    expect(got).toMatchObject({
      successfulKeys: [
        { key: 'a', value: 1 },
        { key: 'j', value: { rank: 1 } },
      ],
      failedKeys: [{ key: 'z', error: { code: 'KEY_NOT_FOUND' } }],
    });
    expect(removed).toMatchObject({ successfulKeys: [{ key: 'a' }], failedKeys: [] });
    expect([twice, none]).toEqual([refused('INVALID_REQUEST'), refused('INVALID_REQUEST')]);
  });
});

describe('Values with a time to live', () => {
  const hour = { do: 'set', key: 'a', value: 1, options: { ttl: { value: 1, unit: 'HOURS' } } };

  it('are still given out for two days after their time, and hold their place (kvs-expired-rows, kvs-expired-blocks)', async () => {
    await workshop.store(hour);
    await workshop.host.advance('PT48H59M');
    const lock = { ...hour, options: { keyPolicy: 'FAIL_IF_EXISTS' } };
    expect(await workshop.store({ do: 'get', key: 'a' }, lock)).toEqual([
      1,
      refused('KEY_ALREADY_EXISTS', 409),
    ]);
    await workshop.host.advance('PT1M');
    expect(
      await workshop.store({ do: 'get', key: 'a' }, { do: 'query', prefix: 'a' }, lock),
    ).toEqual([null, { results: [] }, null]);
  });

  it('go at once where the host is told so, unless they were written again', async () => {
    workshop = await Workshop.open({ expiredHours: 0 });
    await workshop.store(hour, { ...hour, key: 'b' });
    await workshop.host.advance('PT59M');
    await workshop.store({ ...hour, key: 'b' });
    await workshop.host.advance('PT1M');
    expect(await workshop.store({ do: 'get', key: 'a' }, { do: 'get', key: 'b' })).toEqual([
      null,
      1,
    ]);
  });

  it('live a year at most', async () => {
    const days = (value: number): object => ({
      ...hour,
      options: { ttl: { value, unit: 'DAYS' } },
    });
    expect(await workshop.store(days(365), days(366), days(0))).toEqual([
      null,
      refused('INVALID_TTL'),
      refused('INVALID_TTL'),
    ]);
  });
});

describe('With queries that lag', () => {
  it('gets see every write, and queries the world as it was (kvs-query-lag)', async () => {
    await workshop.store(
      { do: 'set', entity: 'job', key: 'moved', value: { state: 'open', rank: 1 } },
      { do: 'set', entity: 'job', key: 'gone', value: { state: 'open', rank: 2 } },
      { do: 'set', key: 'p:old', value: 1 },
    );
    await workshop.host.advance('PT5M');
    workshop.host.faults.set({ kvsQueryLagSeconds: 60 });
    const open = { do: 'find', entity: 'job', index: 'by-state', partition: ['open'] };
    const writes = [
      { do: 'set', entity: 'job', key: 'moved', value: { state: 'done', rank: 1 } },
      { do: 'delete', entity: 'job', key: 'gone' },
      { do: 'set', entity: 'job', key: 'new', value: { state: 'open', rank: 3 } },
      { do: 'delete', key: 'p:old' },
      { do: 'set', key: 'p:new', value: 2 },
    ];
    const reads = [{ do: 'get', entity: 'job', key: 'moved' }, open, { do: 'query', prefix: 'p:' }];
    const before = await workshop.store(...writes, ...reads);
    expect(before.slice(5)).toEqual([
      { state: 'done', rank: 1 },
      {
        results: [
          { key: 'moved', value: { state: 'open', rank: 1 } },
          { key: 'gone', value: { state: 'open', rank: 2 } },
        ],
      },
      { results: [{ key: 'p:old', value: 1 }] },
    ]);
    await workshop.host.advance('PT61S');
    expect(await workshop.store(...reads.slice(1))).toEqual([
      { results: [{ key: 'new', value: { state: 'open', rank: 3 } }] },
      { results: [{ key: 'p:new', value: 2 }] },
    ]);
  });
});
