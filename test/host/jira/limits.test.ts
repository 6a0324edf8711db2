import { type RateLimitReason } from '../../../host/faults';
import { limits } from '../../../host/jira/limits';
import { Meter } from '../../../host/jira/meter';
import { type Operation } from '../../../host/jira/operation';
import { operations } from '../../../host/jira/operations';
import { adf, Desk } from './support/desk';

describe('what the app may ask for', () => {
  it('costs points: a request, each object, people double (belief: points)', async () => {
    const desk = new Desk();
    const app = desk.app();
    const points = async (answer: Promise<{ points: number }>): Promise<number> =>
      (await answer).points;
    expect(await points(app.get('/issue/EBH-3'))).toBe(2);
    expect(
      await points(app.post('/search/jql', { jql: 'project = EBH', fields: ['summary'] })),
    ).toBe(5);
    expect(
      await points(app.post('/issue/bulkfetch', { issueIdsOrKeys: ['EBH-1', 'EBH-2', 'EBH-3'] })),
    ).toBe(4);
    expect(await points(app.get('/myself'))).toBe(2);
    expect(await points(app.put('/issue/EBH-3', { fields: { summary: 'x' } }))).toBe(1);
    expect(await points(desk.as('ben.ito').get('/issue/EBH-3'))).toBe(0);
  });

  it('costs for each person and each permission, where the dear reading is asked for (belief: points-of-people)', () => {
    const search = operations.find(({ path }) => path === '/rest/api/3/users/search') as Operation;
    const checks = operations.find(
      ({ path }) => path === '/rest/api/3/permissions/check',
    ) as Operation;
    const people = { status: 200, body: Array.from({ length: 100 }, () => ({})) };
    const permissions = { status: 200, body: { permissions: { BROWSE_PROJECTS: {}, EDIT: {} } } };
    expect(new Meter().book(search, people, 0)).toBe(2);
    expect(new Meter(0, true).book(search, people, 0)).toBe(201);
    expect(new Meter(0, true).book(checks, permissions, 0)).toBe(5);
    expect(new Meter(0, true).book(search, { status: 200, body: {} }, 0)).toBe(3);
  });

  it('ends with the hourly points, and begins again with the hour (beliefs: points, retry-after)', () => {
    const meter = new Meter();
    const read = operations.find(
      ({ method, path }) => method === 'GET' && path === '/rest/api/3/issue/{issueIdOrKey}',
    ) as Operation;
    const now = Date.parse('2026-03-02T14:10:00Z');
    expect(meter.book(read, { status: 200, objects: limits.pointsPerHour - 2 }, now)).toBe(
      limits.pointsPerHour - 1,
    );
    expect(meter.refuses(read, null, now)).toBeNull();
    expect(meter.headers(now)).toMatchObject({
      'X-RateLimit-Remaining': '1',
      'X-RateLimit-NearLimit': 'true',
      'X-RateLimit-Reset': '2026-03-02T15:00Z',
    });
    meter.book(read, { status: 200 }, now);
    expect(meter.refuses(read, null, now)).toMatchObject({
      status: 429,
      headers: {
        'Retry-After': '3000',
        'RateLimit-Reason': 'jira-quota-global-based',
        'X-RateLimit-Remaining': '0',
      },
    });
    expect(meter.refuses(read, null, now + 3_000_000)).toBeNull();
    expect(meter.used(now + 3_000_000)).toBe(0);
  });

  it('is told how much is left with every answer', async () => {
    const got = await new Desk().app().get('/issue/EBH-3');
    expect(got.headers.get('x-ratelimit-remaining')).toBe(String(limits.pointsPerHour - 2));
    expect(got.headers.get('x-ratelimit-nearlimit')).toBeNull();
  });

  it('is held back in bursts, per endpoint and method (belief: burst)', async () => {
    const desk = new Desk();
    const app = desk.app();
    const statuses: number[] = [];
    for (let count = 0; count < 101; count += 1)
      statuses.push((await app.get('/priority/1')).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await app.get('/status')).status).toBe(200);
    const refused = await app.get('/priority/1');
    expect([
      refused.status,
      refused.headers.get('ratelimit-reason'),
      refused.headers.get('retry-after'),
    ]).toEqual([429, 'jira-burst-based', '1']);
    await desk.clock.advance(1_000);
    expect((await app.get('/priority/1')).status).toBe(200);
  });

  it('is held back in writes to one issue: 20 in 2 seconds (belief: writes-per-issue)', async () => {
    const desk = new Desk();
    const app = desk.app();
    const write = async (): Promise<number> =>
      (await app.put('/issue/EBH-3/properties/relay', 1)).status;
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) statuses.push(await write());
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await app.put('/issue/EBH-1/properties/relay', 1)).status).toBe(201);
    expect(
      (await app.post('/issue/EBH-3/comment', { body: adf('x') })).headers.get('ratelimit-reason'),
    ).toBe('jira-per-issue-on-write');
    await desk.clock.advance(2_000);
    expect(await write()).toBe(200);
  });

  it('is held back in writes to one issue: 100 in 30 seconds (belief: writes-per-issue)', async () => {
    const desk = new Desk();
    const app = desk.app();
    const statuses: number[] = [];
    for (let count = 0; count < 101; count += 1) {
      statuses.push((await app.put('/issue/EBH-3/properties/relay', 1)).status);
      await desk.clock.advance(200);
    }
    expect(statuses.indexOf(429)).toBe(100);
  });
});

describe('faults', () => {
  it.each<RateLimitReason>([
    'jira-quota-global-based',
    'jira-quota-tenant-based',
    'jira-burst-based',
    'jira-per-issue-on-write',
  ])('refuse the app with 429 because of %s, without doing anything', async (reason) => {
    const desk = new Desk();
    desk.faults.set({ once: [{ kind: 'rate-limit', nth: 2, reason, seconds: 7, method: 'PUT' }] });
    const edit = (summary: string): ReturnType<ReturnType<Desk['app']>['put']> =>
      desk.app().put('/issue/EBH-3', { fields: { summary } });
    expect((await edit('one')).status).toBe(204);
    const refused = await edit('two');
    expect([
      refused.status,
      refused.headers.get('retry-after'),
      refused.headers.get('ratelimit-reason'),
    ]).toEqual([429, '7', reason]);
    expect((await desk.as('ben.ito').get('/issue/EBH-3?fields=summary')).body.fields.summary).toBe(
      'one',
    );
    expect((await edit('three')).status).toBe(204);
  });

  it('answer 503, half of the time after doing the work', async () => {
    const desk = new Desk();
    desk.faults.set({ serverError: { chance: 1 } });
    const outcomes = new Set<boolean>();
    for (let count = 0; count < 20; count += 1) {
      const got = await desk.app().put('/issue/EBH-3', { fields: { summary: `try ${count}` } });
      expect(got.status).toBe(503);
      outcomes.add(
        (await desk.as('ben.ito').get('/issue/EBH-3?fields=summary')).body.fields.summary ===
          `try ${count}`,
      );
      await desk.clock.advance(1_000);
    }
    expect([...outcomes].sort()).toEqual([false, true]);
  });

  it('answer 409 to transitions of the app only', async () => {
    const desk = new Desk();
    desk.faults.set({ conflict: { chance: 1 } });
    expect(
      (await desk.app().post('/issue/EBH-3/transitions', { transition: { id: '21' } })).status,
    ).toBe(409);
    expect(await desk.status('EBH-3')).toBe('Waiting for Support');
    expect((await desk.app().put('/issue/EBH-3', { fields: { summary: 'x' } })).status).toBe(204);
    expect((await desk.move('ben.ito', 'EBH-3', 'In Progress')).status).toBe(204);
  });
});
