import { adf, Desk, type Json } from './support/desk';

const description = adf('Everything is slow.');

describe('issues', () => {
  it('are created with fields, labels, people, organizations and properties', async () => {
    const desk = new Desk();
    const manager = await desk.fieldId('Account Manager');
    const organizations = await desk.fieldId('Organizations');
    const made = await desk.as('ben.ito').post('/issue', {
      fields: {
        project: { key: 'SS' },
        issuetype: { name: 'Incident' },
        summary: 'Slow',
        description,
        labels: ['slow', 'big'],
        priority: { name: 'High' },
        [manager]: { accountId: desk.id('maya.ortiz') },
        [organizations]: [1, 3],
      },
      properties: [{ key: 'relay', value: { state: 'new' } }],
    });
    expect(made.status).toBe(201);
    expect(made.body.key).toBe('SS-6');
    const { body } = await desk.as('ben.ito').get(`/issue/${made.body.id}?properties=relay`);
    expect(body.fields).toMatchObject({
      summary: 'Slow',
      description,
      labels: ['big', 'slow'],
      priority: { name: 'High' },
      status: { name: 'Waiting for Support', statusCategory: { key: 'new' } },
      [manager]: { displayName: 'Maya Ortiz', accountType: 'atlassian' },
      [organizations]: [{ id: '1', name: 'Northwind Credit Union' }, { id: '3' }],
      reporter: { displayName: 'Ben Ito' },
      assignee: null,
      created: '2026-03-02T14:00:00.000+0000',
    });
    expect(body.properties).toEqual({ relay: { state: 'new' } });
  });

  it.each([
    ['no project', { issuetype: { name: 'Task' }, summary: 'x' }, 'project'],
    [
      'an unknown issue type',
      { project: { key: 'SS' }, issuetype: { name: 'Epic' }, summary: 'x' },
      'issuetype',
    ],
    ['no summary', { project: { key: 'SS' }, issuetype: { name: 'Task' } }, 'summary'],
    [
      'an empty summary',
      { project: { key: 'SS' }, issuetype: { name: 'Task' }, summary: ' ' },
      'summary',
    ],
    [
      'a summary of two lines',
      { project: { key: 'SS' }, issuetype: { name: 'Task' }, summary: 'a\nb' },
      'summary',
    ],
    [
      'a plain description',
      { project: { key: 'SS' }, issuetype: { name: 'Task' }, summary: 'x', description: 'plain' },
      'description',
    ],
    [
      'an unknown priority',
      {
        project: { key: 'SS' },
        issuetype: { name: 'Task' },
        summary: 'x',
        priority: { name: 'Urgent' },
      },
      'priority',
    ],
    [
      'a label with a space',
      { project: { key: 'SS' }, issuetype: { name: 'Task' }, summary: 'x', labels: ['a b'] },
      'labels',
    ],
    [
      'a due date that is none',
      { project: { key: 'SS' }, issuetype: { name: 'Task' }, summary: 'x', duedate: '2026-02-30' },
      'duedate',
    ],
    [
      'an unknown field',
      { project: { key: 'SS' }, issuetype: { name: 'Task' }, summary: 'x', customfield_1: 1 },
      'customfield_1',
    ],
    [
      'a status',
      {
        project: { key: 'SS' },
        issuetype: { name: 'Task' },
        summary: 'x',
        status: { id: '10001' },
      },
      'status',
    ],
  ])('are refused with %s, by the name of the field', async (_what, fields, field) => {
    const { status, body } = await new Desk().as('ben.ito').post('/issue', { fields });
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toEqual([field]);
  });

  it('take fields, update and properties in one edit, and keep one history of it', async () => {
    const desk = new Desk();
    const manager = await desk.fieldId('Account Manager');
    desk.events.length = 0;
    const edited = await desk.as('ben.ito').put('/issue/EBH-3', {
      fields: { priority: { id: '1' }, [manager]: { accountId: desk.id('maya.ortiz') } },
      update: { labels: [{ add: 'urgent' }, { add: 'dental' }, { remove: 'urgent' }] },
      properties: [{ key: 'relay', value: 1 }],
      historyMetadata: { type: 'relay:ask', description: 'why' },
    });
    expect(edited.status).toBe(204);
    const { body } = await desk
      .as('ben.ito')
      .get('/issue/EBH-3?expand=changelog&fields=labels&properties=*all');
    expect(body.fields.labels).toEqual(['dental']);
    expect(body.properties).toEqual({ relay: 1 });
    const [history] = body.changelog.histories;
    expect(history.historyMetadata).toEqual({ type: 'relay:ask', description: 'why' });
    expect(history.items).toEqual(
      expect.arrayContaining([
        {
          field: 'priority',
          fieldtype: 'jira',
          fieldId: 'priority',
          from: '2',
          fromString: 'High',
          to: '1',
          toString: 'Highest',
        },
        {
          field: 'Account Manager',
          fieldtype: 'custom',
          fieldId: manager,
          from: null,
          fromString: null,
          to: desk.id('maya.ortiz'),
          toString: 'Maya Ortiz',
        },
      ]),
    );
    expect(desk.events.map(({ name }) => name)).toEqual(['avi:jira:updated:issue']);
  });

  it('write everything or nothing of an edit', async () => {
    const desk = new Desk();
    const refused = await desk.as('ben.ito').put('/issue/EBH-3', {
      fields: { summary: 'new', nonsense: 1 },
      properties: [{ key: 'p', value: 1 }],
    });
    expect(refused.body.errors).toEqual({
      nonsense: "Field 'nonsense' cannot be set. It is not on the appropriate screen, or unknown.",
    });
    const { body } = await desk.as('ben.ito').get('/issue/EBH-3?properties=*all');
    expect([body.fields.summary, body.properties]).toEqual([
      'Dental deductions missing from the February export',
      {},
    ]);
  });

  it('refuse a field in both fields and update', async () => {
    const { body } = await new Desk()
      .as('ben.ito')
      .put('/issue/EBH-3', { fields: { labels: ['a'] }, update: { labels: [{ add: 'b' }] } });
    expect(body.errors.labels).toContain("both 'fields' and 'update'");
  });

  it('keep no history of an edit that changes nothing', async () => {
    const desk = new Desk();
    desk.events.length = 0;
    await desk.as('ben.ito').put('/issue/EBH-3', { fields: { priority: { name: 'High' } } });
    expect(desk.events).toEqual([]);
  });

  it('come back from an edit when asked to', async () => {
    const { status, body } = await new Desk()
      .as('ben.ito')
      .put('/issue/EBH-3?returnIssue=true', { fields: { summary: 'Other' } });
    expect([status, body.fields.summary]).toEqual([200, 'Other']);
  });

  it('are assigned and unassigned', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').put('/issue/EBH-3/assignee', { accountId: desk.id('lin.chen') });
    expect(await desk.search('assignee = "Lin Chen" and key = EBH-3')).toEqual(['EBH-3']);
    await desk.as('ben.ito').put('/issue/EBH-3/assignee', { accountId: null });
    expect(await desk.search('assignee is empty and key = EBH-3')).toEqual(['EBH-3']);
    const refused = await desk
      .as('ben.ito')
      .put('/issue/EBH-3/assignee', { accountId: desk.id('nora.quist') });
    expect(refused.body.errors.assignee).toContain('cannot be assigned');
  });

  it('are deleted by administrators, with their links', async () => {
    const desk = new Desk();
    const link = {
      type: { name: 'Relates' },
      inwardIssue: { key: 'EBH-1' },
      outwardIssue: { key: 'EBH-2' },
    };
    expect((await desk.as('ben.ito').post('/issueLink', link)).status).toBe(201);
    expect((await desk.as('ben.ito').del('/issue/EBH-1')).status).toBe(403);
    expect((await desk.as('alex.kim').del('/issue/EBH-1')).status).toBe(204);
    expect((await desk.as('ben.ito').get('/issue/EBH-1')).status).toBe(404);
    expect(
      (await desk.as('ben.ito').get('/issue/EBH-2?fields=issuelinks')).body.fields.issuelinks,
    ).toEqual([]);
  });

  it('show only the fields asked for', async () => {
    const desk = new Desk();
    const keys = async (fields: string): Promise<string[]> =>
      Object.keys((await desk.as('ben.ito').get(`/issue/EBH-3?fields=${fields}`)).body.fields);
    expect(await keys('summary,status')).toEqual(['summary', 'status']);
    expect(await keys('*navigable')).not.toContain('comment');
    expect(await keys('-summary')).not.toContain('summary');
    expect(await keys('*all')).toContain('comment');
  });

  it('tell their history newest first inside, oldest first in the resource (belief: histories-newest-first)', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').put('/issue/EBH-3', { fields: { summary: 'One' } });
    await desk.clock.advance(60_000);
    await desk.as('ben.ito').put('/issue/EBH-3', { fields: { summary: 'Two' } });
    const inside = (await desk.as('ben.ito').get('/issue/EBH-3?expand=changelog')).body.changelog
      .histories;
    const outside = (await desk.as('ben.ito').get('/issue/EBH-3/changelog')).body.values;
    expect(inside[0].items[0].toString).toBe('Two');
    expect(outside.map((one: Json) => one.id)).toEqual(inside.map((one: Json) => one.id).reverse());
  });

  it('come in bulk by ascending id, with those that could not be fetched named', async () => {
    const { body } = await new Desk().as('ben.ito').post('/issue/bulkfetch', {
      issueIdsOrKeys: ['EBH-3', 'EBH-1', 'NO-1', 'EBH-1'],
      fields: ['summary'],
    });
    expect(body.issues.map((issue: Json) => issue.key)).toEqual(['EBH-1', 'EBH-3']);
    expect(body.issueErrors).toEqual([
      { id: 'NO-1', errorMessage: expect.stringContaining('does not exist') },
    ]);
  });

  it('come in bulk up to a hundred', async () => {
    const issueIdsOrKeys = Array.from({ length: 101 }, (_, index) => String(index));
    expect(
      (await new Desk().as('ben.ito').post('/issue/bulkfetch', { issueIdsOrKeys })).status,
    ).toBe(400);
  });

  it('hold properties up to 32,768 characters (belief: property-limit)', async () => {
    const desk = new Desk();
    expect(
      (await desk.as('ben.ito').put('/issue/EBH-3/properties/big', 'x'.repeat(32_766))).status,
    ).toBe(201);
    expect(
      (await desk.as('ben.ito').put('/issue/EBH-3/properties/big', 'x'.repeat(32_767))).status,
    ).toBe(400);
    expect((await desk.as('ben.ito').put('/issue/EBH-3/properties/big', 1)).status).toBe(200);
    expect((await desk.as('ben.ito').get('/issue/EBH-3/properties/big')).body).toEqual({
      key: 'big',
      value: 1,
    });
    expect((await desk.as('ben.ito').del('/issue/EBH-3/properties/big')).status).toBe(204);
    expect((await desk.as('ben.ito').get('/issue/EBH-3/properties/big')).status).toBe(404);
  });

  it('are watched by those who see them', async () => {
    const desk = new Desk();
    expect(
      (await desk.as('ben.ito').post('/issue/EBH-3/watchers', desk.id('maya.ortiz'))).status,
    ).toBe(204);
    expect((await desk.as('maya.ortiz').get('/issue/EBH-3/watchers')).body).toMatchObject({
      isWatching: true,
      watchCount: 1,
    });
    expect(
      (await desk.as('ben.ito').post('/issue/EBH-3/watchers', desk.id('nora.quist'))).status,
    ).toBe(400);
    expect(
      (await desk.as('maya.ortiz').post('/issue/EBH-3/watchers', desk.id('tom.reyes'))).status,
    ).toBe(403);
    expect(
      (await desk.as('maya.ortiz').del(`/issue/EBH-3/watchers?accountId=${desk.id('maya.ortiz')}`))
        .status,
    ).toBe(204);
  });
});
