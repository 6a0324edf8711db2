import { adf, Desk, internal, type Json } from './support/desk';

const names = (desk: Desk): string[] =>
  desk.events.map(({ name }) => name.replace('avi:jira:', ''));

describe('product events', () => {
  it('carry of the issue only what Forge documents (belief: event-fields)', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').put('/issue/EBH-3', { fields: { priority: { name: 'Low' } } });
    const [event] = desk.events;
    expect(event).toMatchObject({
      name: 'avi:jira:updated:issue',
      actor: desk.id('ben.ito'),
      selfGenerated: false,
      at: Date.parse('2026-03-02T14:00:00Z'),
    });
    const payload = event?.payload as Json;
    expect(Object.keys(payload.issue.fields).sort()).toEqual([
      'assignee',
      'created',
      'creator',
      'issuetype',
      'project',
      'reporter',
      'status',
      'summary',
      'updated',
    ]);
    expect(payload.issue.fields.project).toMatchObject({
      key: 'EBH',
      projectTypeKey: 'service_desk',
    });
    expect(payload.issue.fields.reporter).toEqual({ accountId: desk.id('nora.quist') });
    expect(payload.issue.fields.status.self).toContain('/rest/api/2/status/');
    expect(payload).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      timestamp: '1772460000000',
      atlassianId: desk.id('ben.ito'),
      jiraEventTypeName: 'issue_updated',
    });
    expect(payload.changelog.items).toEqual([
      {
        field: 'priority',
        fieldtype: 'jira',
        fieldId: 'priority',
        from: '2',
        fromString: 'High',
        to: '4',
        toString: 'Low',
      },
    ]);
    expect(payload.associatedUsers.associatedUsers).toContainEqual({
      accountId: desk.id('nora.quist'),
    });
  });

  it('name both statuses of a transition (belief: event-statuses)', async () => {
    const desk = new Desk();
    await desk.move('ben.ito', 'EBH-3', 'Waiting for Management');
    const payload = desk.events[0]?.payload as Json;
    expect(payload.associatedStatuses.map((status: Json) => status.name)).toEqual([
      'Waiting for Support',
      'Waiting for Management',
    ]);
    expect(payload.jiraEventTypeName).toBe('issue_generic');
  });

  it('tell of an assignment twice: updated, then assigned', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').put('/issue/EBH-3/assignee', { accountId: desk.id('lin.chen') });
    expect(names(desk)).toEqual(['updated:issue', 'assigned:issue']);
    expect((desk.events[1]?.payload as Json).changelog.items).toMatchObject([
      { field: 'assignee', from: desk.id('ben.ito'), to: desk.id('lin.chen') },
    ]);
  });

  it('tell of comments made and edited alike, and of those mentioned (beliefs: event-commented, event-comment-not-updated, event-jsd-public)', async () => {
    const desk = new Desk();
    const { body } = await desk.as('ben.ito').post('/issue/EBH-3/comment', {
      body: adf('look', desk.id('maya.ortiz'), desk.id('ben.ito')),
      properties: internal,
    });
    expect(names(desk)).toEqual(['commented:issue', 'mentioned:comment']);
    expect(desk.events[0]?.payload).toMatchObject({
      comment: {
        id: body.id,
        author: { accountId: desk.id('ben.ito') },
        body: { type: 'doc' },
        jsdPublic: false,
      },
    });
    expect((desk.events[1]?.payload as Json).mentionedAccountIds).toEqual([desk.id('maya.ortiz')]);
    await desk
      .as('ben.ito')
      .put(`/issue/EBH-3/comment/${body.id}`, { body: adf('look again', desk.id('maya.ortiz')) });
    await desk.as('ben.ito').del(`/issue/EBH-3/comment/${body.id}`);
    expect(names(desk).slice(2)).toEqual(['commented:issue', 'deleted:comment']);
  });

  it('tell of issues created, mentioned, linked and deleted, without cascades (belief: event-no-cascade)', async () => {
    const desk = new Desk();
    const fields = {
      project: { key: 'EBH' },
      issuetype: { name: 'Task' },
      summary: 'x',
      description: adf('hi', desk.id('maya.ortiz')),
    };
    const { body } = await desk.as('ben.ito').post('/issue', { fields });
    await desk.as('ben.ito').post(`/issue/${body.key}/comment`, { body: adf('x') });
    await desk.as('ben.ito').post('/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key: body.key },
      outwardIssue: { key: 'EBH-1' },
    });
    await desk.as('alex.kim').del(`/issue/${body.key}`);
    expect(names(desk)).toEqual([
      'created:issue',
      'mentioned:issue',
      'commented:issue',
      'created:issuelink',
      'deleted:issue',
    ]);
  });

  it('are not made by properties and watchers (belief: property-is-silent)', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').put('/issue/EBH-3/properties/relay', 1);
    await desk.as('ben.ito').post('/issue/EBH-3/watchers', desk.id('maya.ortiz'));
    expect(desk.events).toEqual([]);
    expect((await desk.as('ben.ito').get('/issue/EBH-3?fields=updated')).body.fields.updated).toBe(
      '2026-03-02T12:25:00.000+0000',
    );
  });

  it("know the app's own doing, as itself or as a person, and echo its trace", async () => {
    const desk = new Desk();
    await desk.app().put('/issue/EBH-3', { fields: { summary: 'a' } });
    await desk
      .app({ as: 'ben.ito' })
      .post(
        '/issue/EBH-3/comment',
        { body: adf('x') },
        { 'X-Atlassian-Webhook-Trace': 'effect-7' },
      );
    expect(desk.events.map(({ selfGenerated, actor }) => [selfGenerated, actor])).toEqual([
      [true, desk.appId],
      [true, desk.id('ben.ito')],
    ]);
    expect(desk.events[1]).toMatchObject({
      trace: 'effect-7',
      payload: { webhookTraceValue: 'effect-7', selfGenerated: true },
    });
  });

  it('are not told of what was refused', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').put('/issue/EBH-3', { fields: { summary: '' } });
    await desk.as('maya.ortiz').put('/issue/EBH-3', { fields: { summary: 'x' } });
    expect(desk.events).toEqual([]);
  });

  it('come with word to the open pages', async () => {
    const desk = new Desk();
    const seen: unknown[] = [];
    desk.jira.onIssueChanged((change) => seen.push([change.kind, change.issueKey]));
    await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: adf('x') });
    await desk.move('ben.ito', 'EBH-3', 'In Progress');
    expect(seen).toEqual([
      ['commented', 'EBH-3'],
      ['updated', 'EBH-3'],
    ]);
  });
});
