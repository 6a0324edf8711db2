import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beliefs } from '../../../host/jira/beliefs';
import { coverage } from '../../../host/jira/coverage';
import { operations } from '../../../host/jira/operations';
import { Desk } from './support/desk';

describe('what the local Jira answers', () => {
  it('is stated, operation by operation, in the coverage table', () => {
    const served = operations.map(({ method, path }) => `${method} ${path}`).sort();
    expect(coverage.map(({ operation }) => operation).sort()).toEqual(served);
    expect(new Set(served).size).toBe(served.length);
  });

  it('says what is missing wherever it is partial', () => {
    expect(
      coverage.filter(({ support, note }) => (support === 'partial') !== note.length > 0),
    ).toEqual([]);
  });

  it('stands on beliefs that each have a source', () => {
    expect(new Set(beliefs.map(({ id }) => id)).size).toBe(beliefs.length);
    expect(beliefs.filter(({ source }) => !source.startsWith('https://'))).toEqual([]);
  });

  it('names in its tests only beliefs of the table', () => {
    const titles = readdirSync(__dirname)
      .filter((name) => name.endsWith('.test.ts'))
      .flatMap((name) => [
        ...readFileSync(join(__dirname, name), 'utf8').matchAll(/\(beliefs?: ([a-z, -]+)\)/g),
      ]);
    const named = titles.flatMap(([, ids = '']) => ids.split(', '));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !beliefs.some((belief) => belief.id === id))).toEqual([]);
  });

  it('answers a named 501 for what Jira has and it has not, and remembers it', async () => {
    const desk = new Desk();
    const got = await desk.as('ben.ito').get('/dashboard');
    expect(got.status).toBe(501);
    expect(got.body.errorMessages[0]).toContain('GET /rest/api/3/dashboard');
    await desk.as('ben.ito').post('/search/jql', { jql: 'sprint = 1' });
    expect(desk.jira.unmodelled().map(({ name }) => name)).toEqual([
      'GET /rest/api/3/dashboard',
      'JQL field sprint',
    ]);
  });

  it('answers 501 for a method it does not serve on a path it knows', async () => {
    expect((await new Desk().as('ben.ito').put('/priority', {})).status).toBe(501);
  });

  it('answers 404 for a path that Jira does not have', async () => {
    const desk = new Desk();
    expect((await desk.as('ben.ito').get('/no-such-thing')).status).toBe(404);
    expect(desk.jira.unmodelled()).toEqual([]);
  });

  it('answers 401 to strangers and to deactivated people', async () => {
    const desk = new Desk();
    expect((await desk.client({ accountId: null }).get('/myself')).status).toBe(401);
    desk.faults.set({ deactivated: ['ben.ito@relay.example'] });
    expect((await desk.as('ben.ito').get('/myself')).status).toBe(401);
  });

  it('shows pictures to anybody, as frames of apps ask for them without a session', async () => {
    const desk = new Desk();
    const url = (await desk.as('ben.ito').get('/myself')).body.avatarUrls['48x48'] as string;
    const { response } = await desk.jira.handle(new Request(url), { accountId: null });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(await response.text()).toContain('>BI<');
    expect(
      (await desk.jira.handle(new Request(`${url}9`), { accountId: null })).response.status,
    ).toBe(401);
  });

  it('answers 400 to a body that is no JSON', async () => {
    const desk = new Desk();
    const request = new Request('http://localhost:8080/rest/api/3/issue', {
      method: 'POST',
      body: '{',
    });
    expect(
      (await desk.jira.handle(request, { accountId: desk.id('ben.ito') })).response.status,
    ).toBe(400);
  });

  it('holds the app to its scopes (belief: missing-scope)', async () => {
    const desk = new Desk();
    const app = desk.app({ scopes: ['read:jira-work'] });
    expect((await app.get('/issue/EBH-1')).status).toBe(200);
    const refused = await app.put('/issue/EBH-1', { fields: { summary: 'x' } });
    expect([refused.status, refused.body.message]).toEqual([
      401,
      'Unauthorized; scope does not match',
    ]);
    expect((await app.get('/myself')).status).toBe(401);
  });
});
