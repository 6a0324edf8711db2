import { Desk, type Json } from './support/desk';

const keys = (body: Json): string[] => body.issues.map((issue: Json) => issue.key);

describe('the enhanced search', () => {
  it('gives ids only, and no total, unless more is asked for (belief: search-bounded)', async () => {
    const { body } = await new Desk().as('ben.ito').post('/search/jql', { jql: 'project = EBH' });
    expect(Object.keys(body).sort()).toEqual(['isLast', 'issues']);
    expect(Object.keys(body.issues[0])).toEqual(['id']);
  });

  it('gives fields and properties that are asked for', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').put('/issue/EBH-1/properties/relay', { state: 'asked' });
    const { body } = await desk
      .as('ben.ito')
      .get('/search/jql?jql=key%20%3D%20EBH-1&fields=summary,status&properties=relay');
    expect(body.issues[0]).toMatchObject({
      key: 'EBH-1',
      fields: { status: { name: 'Waiting for Customer' } },
      properties: { relay: { state: 'asked' } },
    });
    expect(Object.keys(body.issues[0].fields)).toEqual(['summary', 'status']);
  });

  it('leaves out fields named with a minus', async () => {
    const { body } = await new Desk()
      .as('ben.ito')
      .post('/search/jql', { jql: 'key = EBH-1', fields: ['*navigable', '-summary'] });
    expect(body.issues[0].fields).toMatchObject({ status: {} });
    expect(body.issues[0].fields).not.toHaveProperty('summary');
  });

  it('goes on where its token says', async () => {
    const desk = new Desk();
    const jql = 'project in (EBH, SS) order by key';
    const seen: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const { body } = await desk.as('ben.ito').post('/search/jql', {
        jql,
        fields: ['key'],
        maxResults: 4,
        ...(nextPageToken ? { nextPageToken } : {}),
      });
      expect(body.isLast).toBe(body.nextPageToken === undefined);
      seen.push(...keys(body));
      nextPageToken = body.nextPageToken;
    } while (nextPageToken);
    expect(seen).toHaveLength(9);
    expect(new Set(seen).size).toBe(9);
  });

  it('takes a token only for its own query, and for seven days (belief: search-page-is-a-snapshot)', async () => {
    const desk = new Desk();
    const { body } = await desk
      .as('ben.ito')
      .post('/search/jql', { jql: 'project = EBH', maxResults: 1 });
    const next = (jql: string): Promise<{ status: number }> =>
      desk.as('ben.ito').post('/search/jql', { jql, nextPageToken: body.nextPageToken });
    expect((await next('project = SS')).status).toBe(400);
    expect((await next('project = EBH')).status).toBe(200);
    await desk.clock.advance(8 * 86_400_000);
    expect((await next('project = EBH')).status).toBe(400);
  });

  it('counts', async () => {
    expect(
      (await new Desk().as('ben.ito').post('/search/approximate-count', { jql: 'project = EBH' }))
        .body,
    ).toEqual({ count: 4 });
  });

  it('has replaced the older one, which is gone (belief: search-removed)', async () => {
    const got = await new Desk().as('ben.ito').get('/search?jql=project%20%3D%20EBH');
    expect([got.status, got.body.errorMessages[0]]).toEqual([
      410,
      expect.stringContaining('/rest/api/3/search/jql'),
    ]);
  });

  it('lags behind by what the fault says, except for reconciled issues (belief: search-lags)', async () => {
    const desk = new Desk();
    desk.faults.set({ searchLagSeconds: 120 });
    await desk.move('ben.ito', 'EBH-1', 'In Progress');
    const made = await desk.as('ben.ito').post('/issue', {
      fields: { project: { key: 'EBH' }, issuetype: { name: 'Task' }, summary: 'New' },
    });
    const jql = 'project = EBH and status = "In Progress"';
    expect(await desk.search(jql)).toEqual(['EBH-2']);
    expect(await desk.search('project = EBH')).not.toContain('EBH-5');
    const { id } = (await desk.as('ben.ito').get('/issue/EBH-1')).body;
    const reconciled = await desk.as('ben.ito').post('/search/jql', {
      jql,
      fields: ['key'],
      reconcileIssues: [Number(id), Number(made.body.id)],
    });
    expect(keys(reconciled.body)).toEqual(['EBH-2', 'EBH-1']);
    await desk.clock.advance(119_000);
    expect(await desk.search(jql)).toEqual(['EBH-2']);
    await desk.clock.advance(1_000);
    expect(await desk.search(jql)).toEqual(['EBH-2', 'EBH-1']);
    expect(await desk.search('project = EBH')).toContain('EBH-5');
  });

  it('shows former states in their order while it lags', async () => {
    const desk = new Desk();
    desk.faults.set({ searchLagSeconds: 60 });
    await desk.move('ben.ito', 'EBH-1', 'In Progress');
    await desk.clock.advance(30_000);
    await desk.move('ben.ito', 'EBH-1', 'Waiting for Management');
    const status = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const name of ['Waiting for Customer', 'In Progress', 'Waiting for Management'])
        if ((await desk.search(`key = EBH-1 and status = "${name}"`)).length) found.push(name);
      return found;
    };
    expect(await status()).toEqual(['Waiting for Customer']);
    await desk.clock.advance(30_000);
    expect(await status()).toEqual(['In Progress']);
    await desk.clock.advance(30_000);
    expect(await status()).toEqual(['Waiting for Management']);
  });

  it('finds only what the searcher sees', async () => {
    const desk = new Desk();
    expect(await desk.search('project = EBH', 'maya.ortiz')).toHaveLength(4);
    expect(await desk.search('key = EBH-1 or text ~ dental', 'nora.quist')).toEqual([]);
    desk.faults.set({ cannotBrowse: ['maya.ortiz@relay.example'] });
    expect(await desk.search('text ~ dental', 'maya.ortiz')).toEqual([]);
  });
});
