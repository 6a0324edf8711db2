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
    expect(await workshop.store({ do: 'get', key: 'a' }, { do: 'set', key: 'a', value }, { do: 'get', key: 'a' }, { do: 'delete', key: 'a' }, { do: 'get', key: 'a' }, { do: 'delete', key: 'a' })).toEqual([
      null, null, value, null, null, null,
    ]);
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
    const [, found] = await workshop.store({ do: 'set', key: 'a', value: 2, options: { ttl: { value: 2, unit: 'HOURS' } } }, { do: 'get', key: 'a', options: metadata });
    expect(found).toEqual({ key: 'a', value: 2, createdAt: Date.parse('2026-03-02T08:00:00Z'), updatedAt: Date.parse('2026-03-02T09:00:00Z'), expireTime: '2026-03-02T11:00:00.000Z' });
  });

  it('are not written over under FAIL_IF_EXISTS (kvs-exists-conflict)', async () => {
    const lock = (value: string): object => ({ do: 'set', key: 'lock', value, options: { keyPolicy: 'FAIL_IF_EXISTS' } });
    expect(await workshop.store(lock('mine'), lock('yours'), { do: 'get', key: 'lock' })).toEqual([null, refused('KEY_ALREADY_EXISTS', 409), 'mine']);
  });

  it('are handed back on request, as they were or as they are', async () => {
    const [, before, after] = await workshop.store(
      { do: 'set', key: 'a', value: 1 },
      { do: 'set', key: 'a', value: 2, options: { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } },
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
      null, refused('KEY_TOO_LONG'), refused('INVALID_KEY'), null, null, refused('MAX_DEPTH'), null, refused('MAX_SIZE'), refused('INVALID_VALUE'), refused('INVALID_REQUEST'),
    ]);
  });

  it('are listed by prefix in the order of their keys, page by page', async () => {
    await workshop.store(...['b:2', 'a:1', 'b:10', 'c:1', 'b:1'].map((key) => ({ do: 'set', key, value: key })));
    const [first] = await workshop.store<{ results: { key: string }[]; nextCursor: string }>({ do: 'query', prefix: 'b:', limit: 2 });
    expect(first?.results.map(({ key }) => key)).toEqual(['b:1', 'b:10']);
    const [second] = await workshop.store<{ results: { key: string }[]; nextCursor?: string }>({ do: 'query', prefix: 'b:', limit: 2, cursor: first?.nextCursor });
    expect(second?.results.map(({ key }) => key)).toEqual(['b:2']);
    expect(second?.nextCursor).toBeUndefined();
  });

  it('are set, read and deleted in batches, each by itself', async () => {
    const [set, got, removed, twice, none] = await workshop.store<Record<string, { key: string }[]>>(
      { do: 'batch-set', items: [{ key: 'a', value: 1 }, { key: 'not/a/key', value: 2 }, { key: 'j', entityName: 'job', value: { state: 'open', rank: 1 } }] },
      { do: 'batch-get', items: [{ key: 'a' }, { key: 'z' }, { key: 'j', entityName: 'job' }] },
      { do: 'batch-delete', items: [{ key: 'a' }] },
      { do: 'batch-delete', items: [{ key: 'a' }, { key: 'a' }] },
      { do: 'batch-get', items: [] },
    );
    expect(set).toMatchObject({ successfulKeys: [{ key: 'a' }, { key: 'j', entityName: 'job' }], failedKeys: [{ key: 'not/a/key', error: { code: 'INVALID_KEY' } }] });
    expect(got).toMatchObject({ successfulKeys: [{ key: 'a', value: 1 }, { key: 'j', value: { rank: 1 } }], failedKeys: [{ key: 'z', error: { code: 'KEY_NOT_FOUND' } }] });
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
    expect(await workshop.store({ do: 'get', key: 'a' }, lock)).toEqual([1, refused('KEY_ALREADY_EXISTS', 409)]);
    await workshop.host.advance('PT1M');
    expect(await workshop.store({ do: 'get', key: 'a' }, { do: 'query', prefix: 'a' }, lock)).toEqual([null, { results: [] }, null]);
  });

  it('go at once where the host is told so, unless they were written again', async () => {
    workshop = await Workshop.open({ expiredHours: 0 });
    await workshop.store(hour, { ...hour, key: 'b' });
    await workshop.host.advance('PT59M');
    await workshop.store({ ...hour, key: 'b' });
    await workshop.host.advance('PT1M');
    expect(await workshop.store({ do: 'get', key: 'a' }, { do: 'get', key: 'b' })).toEqual([null, 1]);
  });

  it('live a year at most', async () => {
    const days = (value: number): object => ({ ...hour, options: { ttl: { value, unit: 'DAYS' } } });
    expect(await workshop.store(days(365), days(366), days(0))).toEqual([null, refused('INVALID_TTL'), refused('INVALID_TTL')]);
  });
});

describe('Entities', () => {
  const job = (key: string, state: string, rank: number, note = ''): object => ({ do: 'set', entity: 'job', key, value: { state, rank, note } });
  const keysOf = (page: unknown): string[] => (page as { results: { key: string }[] }).results.map(({ key }) => key);
  const open = { do: 'find', entity: 'job', index: 'by-state', partition: ['open'] };

  beforeEach(async () => {
    await workshop.store(job('a', 'open', 30), job('b', 'open', 4, 'late'), job('c', 'open', 200), job('d', 'done', 5), job('e', 'open', 30, 'late'));
  });

  it('are found by partition, in the order of the range, numbers by size', async () => {
    const [up, down] = await workshop.store(open, { ...open, sort: 'DESC' });
    expect(keysOf(up)).toEqual(['b', 'a', 'e', 'c']);
    expect(keysOf(down)).toEqual(['c', 'e', 'a', 'b']);
  });

  it.each([
    ['EQUAL_TO', [30], ['a', 'e']],
    ['BETWEEN', [4, 30], ['b', 'a', 'e']],
    ['BETWEEN', [40, 20], []],
    ['GREATER_THAN', [30], ['c']],
    ['GREATER_THAN_EQUAL_TO', [30], ['a', 'e', 'c']],
    ['LESS_THAN', [30], ['b']],
    ['LESS_THAN_EQUAL_TO', [30], ['b', 'a', 'e']],
  ])('are found by range: %s %j', async (condition, values, keys) => {
    const [page] = await workshop.store({ ...open, where: { condition, values } });
    expect(keysOf(page)).toEqual(keys);
  });

  it('are found by an index that is one attribute, whatever their partition', async () => {
    const [page] = await workshop.store({ do: 'find', entity: 'job', index: 'rank' });
    expect(keysOf(page)).toEqual(['b', 'd', 'a', 'e', 'c']);
  });

  it('come page by page, both ways, rows of one range value too', async () => {
    for (const sort of ['ASC', 'DESC']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const [page] = await workshop.store<{ nextCursor?: string }>({ ...open, sort, limit: 1, cursor });
        seen.push(...keysOf(page));
        cursor = page?.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(sort === 'ASC' ? ['b', 'a', 'e', 'c'] : ['c', 'e', 'a', 'b']);
    }
  });

  it('are filtered after their page was read (kvs-filters-after-page)', async () => {
    const filters = { and: [{ property: 'note', condition: 'EQUAL_TO', values: ['late'] }] };
    const [page] = await workshop.store<{ results: unknown[]; nextCursor?: string }>({ ...open, limit: 2, filters });
    expect(keysOf(page)).toEqual(['b']);
    expect(page?.nextCursor).toBeDefined();
    const [all] = await workshop.store({ ...open, filters: { or: [{ property: 'note', condition: 'CONTAINS', values: ['at'] }, { property: 'rank', condition: 'GREATER_THAN', values: [100] }] } });
    expect(keysOf(all)).toEqual(['b', 'e', 'c']);
  });

  it('leave an index when they change or go', async () => {
    const [, , page, done] = await workshop.store(job('a', 'done', 1), { do: 'delete', entity: 'job', key: 'b' }, open, { ...open, partition: ['done'] });
    expect(keysOf(page)).toEqual(['e', 'c']);
    expect(keysOf(done)).toEqual(['a', 'd']);
  });

  it('must be as the manifest declares them (kvs-undeclared-attribute)', async () => {
    const answers = await workshop.store(
      { do: 'set', entity: 'task', key: 'a', value: {} },
      { do: 'set', entity: 'job', key: 'a', value: { colour: 'red' } },
      { do: 'set', entity: 'job', key: 'a', value: { rank: 1.5 } },
      { do: 'set', entity: 'job', key: 'a', value: { rank: 2 ** 31 } },
      { do: 'set', entity: 'job', key: 'a', value: 'text' },
      { do: 'find', entity: 'job', index: 'by-colour' },
      { do: 'find', entity: 'job', index: 'by-state' },
      { ...open, cursor: 'nonsense' },
    );
    expect(answers).toEqual([
      refused('SCHEMA_NOT_FOUND'), refused('INVALID_ATTRIBUTE'), refused('INVALID_ATTRIBUTE'), refused('INVALID_ATTRIBUTE'), refused('INVALID_VALUE'), refused('INDEX_NOT_FOUND'), refused('INVALID_REQUEST'), refused('INVALID_CURSOR'),
    ]);
  });

  it('are found without reading them all', async () => {
    for (let from = 0; from < 2_000; from += 25) {
      await workshop.store({ do: 'transact', operations: Array.from({ length: 25 }, (_, i) => ({ do: 'set', entity: 'job', key: `k${from + i}`, value: { state: from % 2 === 0 ? 'open' : 'done', rank: from + i } })) });
    }
    const started = performance.now();
    const pages = await workshop.store(...Array.from({ length: 200 }, (_, at) => ({ ...open, where: { condition: 'GREATER_THAN', values: [at * 10] }, limit: 10 })));
    expect(pages).toHaveLength(200);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('Transactions', () => {
  const job = { state: 'open', rank: 1 };
  const revision = (value: number): object => ({ and: [{ property: 'rank', condition: 'EQUAL_TO', values: [value] }] });
  const missing = { and: [{ property: 'rank', condition: 'NOT_EXISTS' }] };

  it('happen as a whole', async () => {
    const answers = await workshop.store(
      { do: 'transact', operations: [{ do: 'set', key: 'plain', value: 1 }, { do: 'set', entity: 'job', key: 'j', value: job, conditions: missing }] },
      { do: 'transact', operations: [{ do: 'delete', key: 'plain' }, { do: 'set', entity: 'job', key: 'j', value: { ...job, rank: 2 }, conditions: revision(1) }, { do: 'check', entity: 'job', key: 'other', conditions: missing }] },
      { do: 'get', key: 'plain' },
      { do: 'get', entity: 'job', key: 'j' },
    );
    expect(answers).toEqual([null, null, null, { ...job, rank: 2 }]);
  });

  it.each([
    ['a set of a row that changed', { do: 'set', entity: 'job', key: 'j', value: { ...job, rank: 3 }, conditions: revision(7) }],
    ['a set of a row that is not there', { do: 'set', entity: 'job', key: 'new', value: job, conditions: revision(1) }],
    ['a set of a row that is there and should not', { do: 'set', entity: 'job', key: 'j', value: job, conditions: missing }],
    ['a delete of a row that changed', { do: 'delete', entity: 'job', key: 'j', conditions: revision(7) }],
    ['a check that does not hold', { do: 'check', entity: 'job', key: 'j', conditions: missing }],
  ])('leave everything as it was after %s (kvs-condition-conflict)', async (_, operation) => {
    await workshop.store({ do: 'set', entity: 'job', key: 'j', value: job });
    const answers = await workshop.store({ do: 'transact', operations: [{ do: 'set', key: 'plain', value: 1 }, operation] }, { do: 'get', key: 'plain' }, { do: 'get', entity: 'job', key: 'j' });
    expect(answers).toEqual([refused('TRANSACTION_CONFLICT', 409), null, job]);
  });

  it('leave everything as it was when one of their values is refused', async () => {
    const answers = await workshop.store(
      { do: 'transact', operations: [{ do: 'set', key: 'a', value: 1 }, { do: 'set', entity: 'job', key: 'j', value: { rank: 'one' } }] },
      { do: 'transact', operations: [{ do: 'set', key: 'a', value: 1 }, { do: 'set', key: 'b', value: 1, options: { ttl: { value: -1, unit: 'DAYS' } } }] },
      { do: 'get', key: 'a' },
    );
    expect(answers).toEqual([refused('INVALID_ATTRIBUTE'), refused('INVALID_TTL'), null]);
  });

  it('have at most 25 operations, each on another key (kvs-limits)', async () => {
    const sets = (count: number): object[] => Array.from({ length: count }, (_, index) => ({ do: 'set', key: `k${index}`, value: 1 }));
    const answers = await workshop.store(
      { do: 'transact', operations: sets(25) },
      { do: 'transact', operations: sets(26) },
      { do: 'transact', operations: [{ do: 'set', key: 'a', value: 1 }, { do: 'delete', key: 'a' }] },
      { do: 'transact', operations: [{ do: 'set', key: 'a', value: 1 }, { do: 'set', entity: 'job', key: 'a', value: job }] },
    );
    expect(answers).toEqual([null, refused('INVALID_REQUEST'), refused('INVALID_REQUEST'), null]);
  });
});

describe('With queries that lag', () => {
  it('gets see every write, and queries the world as it was (kvs-query-lag)', async () => {
    await workshop.store({ do: 'set', entity: 'job', key: 'moved', value: { state: 'open', rank: 1 } }, { do: 'set', entity: 'job', key: 'gone', value: { state: 'open', rank: 2 } }, { do: 'set', key: 'p:old', value: 1 });
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
      { results: [{ key: 'moved', value: { state: 'open', rank: 1 } }, { key: 'gone', value: { state: 'open', rank: 2 } }] },
      { results: [{ key: 'p:old', value: 1 }] },
    ]);
    await workshop.host.advance('PT61S');
    expect(await workshop.store(...reads.slice(1))).toEqual([{ results: [{ key: 'new', value: { state: 'open', rank: 3 } }] }, { results: [{ key: 'p:new', value: 2 }] }]);
  });
});
