// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { Workshop } from './support/workshop';

let workshop: Workshop;

beforeEach(async () => {
  workshop = await Workshop.open();
});

const refused = (code: string, status = 400): object => ({ code, status });

describe('Entities', () => {
  const job = (key: string, state: string, rank: number, note = ''): object => ({
    do: 'set',
    entity: 'job',
    key,
    value: { state, rank, note },
  });
  const keysOf = (page: unknown): string[] =>
    (page as { results: { key: string }[] }).results.map(({ key }) => key);
  const open = { do: 'find', entity: 'job', index: 'by-state', partition: ['open'] };

  beforeEach(async () => {
    await workshop.store(
      job('a', 'open', 30),
      job('b', 'open', 4, 'late'),
      job('c', 'open', 200),
      job('d', 'done', 5),
      job('e', 'open', 30, 'late'),
    );
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
        const [page] = await workshop.store<{ nextCursor?: string }>({
          ...open,
          sort,
          limit: 1,
          cursor,
        });
        seen.push(...keysOf(page));
        cursor = page?.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(sort === 'ASC' ? ['b', 'a', 'e', 'c'] : ['c', 'e', 'a', 'b']);
    }
  });

  it('are filtered after their page was read (kvs-filters-after-page)', async () => {
    const filters = { and: [{ property: 'note', condition: 'EQUAL_TO', values: ['late'] }] };
    const [page] = await workshop.store<{ results: unknown[]; nextCursor?: string }>({
      ...open,
      limit: 2,
      filters,
    });
    expect(keysOf(page)).toEqual(['b']);
    expect(page?.nextCursor).toBeDefined();
    const [all] = await workshop.store({
      ...open,
      filters: {
        or: [
          { property: 'note', condition: 'CONTAINS', values: ['at'] },
          { property: 'rank', condition: 'GREATER_THAN', values: [100] },
        ],
      },
    });
    expect(keysOf(all)).toEqual(['b', 'e', 'c']);
  });

  it('leave an index when they change or go', async () => {
    const [, , page, done] = await workshop.store(
      job('a', 'done', 1),
      { do: 'delete', entity: 'job', key: 'b' },
      open,
      { ...open, partition: ['done'] },
    );
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
      refused('SCHEMA_NOT_FOUND'),
      refused('INVALID_ATTRIBUTE'),
      refused('INVALID_ATTRIBUTE'),
      refused('INVALID_ATTRIBUTE'),
      refused('INVALID_VALUE'),
      refused('INDEX_NOT_FOUND'),
      refused('INVALID_REQUEST'),
      refused('INVALID_CURSOR'),
    ]);
  });

  it('are found among 50,000 without reading them all', async () => {
    const transactions = Array.from({ length: 2_000 }, (_one, at) => ({
      do: 'transact',
      operations: Array.from({ length: 25 }, (_, i) => ({
        do: 'set',
        entity: 'job',
        key: `k${at * 25 + i}`,
        value: { state: 'open', rank: at * 25 + i },
      })),
    }));
    // A page sends at most 500 KB at once (page-sizes).
    for (let from = 0; from < transactions.length; from += 200)
      await workshop.store(...transactions.slice(from, from + 200));
    const started = performance.now();
    const ends = await workshop.store<{ results: { key: string }[] }>(
      ...Array.from({ length: 200 }, (_one, at) => ({
        ...open,
        where: { condition: 'GREATER_THAN', values: [at * 249] },
        limit: 100,
      })),
    );
    expect(ends.map(({ results }) => results[0]?.key)).toEqual(
      ends.map((_end, at) => `k${at * 249 + 1}`),
    );
    // Reading all of them each time takes minutes.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('Transactions', () => {
  const job = { state: 'open', rank: 1 };
  const revision = (value: number): object => ({
    and: [{ property: 'rank', condition: 'EQUAL_TO', values: [value] }],
  });
  const missing = { and: [{ property: 'rank', condition: 'NOT_EXISTS' }] };

  it('happen as a whole', async () => {
    const answers = await workshop.store(
      {
        do: 'transact',
        operations: [
          { do: 'set', key: 'plain', value: 1 },
          { do: 'set', entity: 'job', key: 'j', value: job, conditions: missing },
        ],
      },
      {
        do: 'transact',
        operations: [
          { do: 'delete', key: 'plain' },
          {
            do: 'set',
            entity: 'job',
            key: 'j',
            value: { ...job, rank: 2 },
            conditions: revision(1),
          },
          { do: 'check', entity: 'job', key: 'other', conditions: missing },
        ],
      },
      { do: 'get', key: 'plain' },
      { do: 'get', entity: 'job', key: 'j' },
    );
    expect(answers).toEqual([null, null, null, { ...job, rank: 2 }]);
  });

  it.each([
    [
      'a set of a row that changed',
      { do: 'set', entity: 'job', key: 'j', value: { ...job, rank: 3 }, conditions: revision(7) },
    ],
    [
      'a set of a row that is not there',
      { do: 'set', entity: 'job', key: 'new', value: job, conditions: revision(1) },
    ],
    [
      'a set of a row that is there and should not',
      { do: 'set', entity: 'job', key: 'j', value: job, conditions: missing },
    ],
    [
      'a delete of a row that changed',
      { do: 'delete', entity: 'job', key: 'j', conditions: revision(7) },
    ],
    ['a check that does not hold', { do: 'check', entity: 'job', key: 'j', conditions: missing }],
  ])('leave everything as it was after %s (kvs-condition-conflict)', async (_, operation) => {
    await workshop.store({ do: 'set', entity: 'job', key: 'j', value: job });
    const answers = await workshop.store(
      { do: 'transact', operations: [{ do: 'set', key: 'plain', value: 1 }, operation] },
      { do: 'get', key: 'plain' },
      { do: 'get', entity: 'job', key: 'j' },
    );
    expect(answers).toEqual([refused('TRANSACTION_CONFLICT', 409), null, job]);
  });

  it('leave everything as it was when one of their values is refused', async () => {
    const answers = await workshop.store(
      {
        do: 'transact',
        operations: [
          { do: 'set', key: 'a', value: 1 },
          { do: 'set', entity: 'job', key: 'j', value: { rank: 'one' } },
        ],
      },
      {
        do: 'transact',
        operations: [
          { do: 'set', key: 'a', value: 1 },
          { do: 'set', key: 'b', value: 1, options: { ttl: { value: -1, unit: 'DAYS' } } },
        ],
      },
      { do: 'get', key: 'a' },
    );
    expect(answers).toEqual([refused('INVALID_ATTRIBUTE'), refused('INVALID_TTL'), null]);
  });

  it('have at most 25 operations, each on another key (kvs-limits)', async () => {
    const sets = (count: number): object[] =>
      Array.from({ length: count }, (_, index) => ({ do: 'set', key: `k${index}`, value: 1 }));
    const answers = await workshop.store(
      { do: 'transact', operations: sets(25) },
      { do: 'transact', operations: sets(26) },
      {
        do: 'transact',
        operations: [
          { do: 'set', key: 'a', value: 1 },
          { do: 'delete', key: 'a' },
        ],
      },
      {
        do: 'transact',
        operations: [
          { do: 'set', key: 'a', value: 1 },
          { do: 'set', entity: 'job', key: 'a', value: job },
        ],
      },
    );
    expect(answers).toEqual([null, refused('INVALID_REQUEST'), refused('INVALID_REQUEST'), null]);
  });
});
