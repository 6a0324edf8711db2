import { type Site } from '../../../host/jira/site';
import { seeds } from '../../../host/seeds';
import { Desk, type Json } from './support/desk';

const raise = async (
  desk: Desk,
  name: string,
  more: Record<string, unknown> = {},
): Promise<{ status: number; body: Json }> => {
  const types = (await desk.as(name).get('/jsm/servicedesk/1/requesttype')).body.values;
  return desk.as(name).post('/jsm/request', {
    serviceDeskId: '1',
    requestTypeId: types[0].id,
    requestFieldValues: { summary: 'Help', description: 'Please.' },
    ...more,
  });
};

describe('requests', () => {
  it('are raised by customers and shared with their organization (belief: organization-shared)', async () => {
    const desk = new Desk();
    const { status, body } = await raise(desk, 'nora.quist', {
      requestParticipants: [desk.id('felix.braun')],
    });
    expect([status, body.issueKey, body.currentStatus.status]).toEqual([
      201,
      'EBH-5',
      'Waiting for Support',
    ]);
    const organizations = await desk.fieldId('Organizations');
    const { fields } = (await desk.as('ben.ito').get('/issue/EBH-5')).body;
    expect(fields[organizations]).toMatchObject([{ name: 'Northwind Credit Union' }]);
    expect(fields[await desk.fieldId('Request Type')]).toMatchObject({
      requestType: { name: 'Benefits question' },
      currentStatus: { status: 'Waiting for Support' },
    });
    expect(fields.issuetype.name).toBe('Question');
    expect(desk.events.map(({ name }) => name)).toEqual(['avi:jira:created:issue']);
  });

  it('of somebody in two organizations, or none, are shared with none', async () => {
    const desk = new Desk();
    const organizations = await desk.fieldId('Organizations');
    for (const name of ['sam.hart', 'lee.moss']) {
      const { body } = await raise(desk, name);
      expect(
        (await desk.as('ben.ito').get(`/issue/${body.issueKey}`)).body.fields[organizations],
      ).toEqual([]);
    }
  });

  it('are raised by agents for customers, and by nobody else', async () => {
    const desk = new Desk();
    const { body } = await raise(desk, 'ben.ito', { raiseOnBehalfOf: 'nora.quist@relay.example' });
    expect(body.reporter.displayName).toBe('Nora Quist');
    expect(
      (await desk.as('ben.ito').get(`/issue/${body.issueKey}`)).body.fields.creator.displayName,
    ).toBe('Ben Ito');
    expect(
      (await raise(desk, 'nora.quist', { raiseOnBehalfOf: 'felix.braun@relay.example' })).status,
    ).toBe(403);
    const refused = await raise(desk, 'ben.ito', {
      requestFieldValues: { summary: 'x', priority: { name: 'High' } },
    });
    expect([refused.status, refused.body.errorMessage]).toEqual([
      400,
      expect.stringMatching(/priority: .*description: /s),
    ]);
  });

  it('are seen by reporter, participants and organization, and by no other customer', async () => {
    const desk = new Desk();
    const { body } = await raise(desk, 'nora.quist');
    const status = async (name: string): Promise<number> =>
      (await desk.as(name).get(`/jsm/request/${body.issueKey}`)).status;
    expect(
      await Promise.all(
        ['nora.quist', 'felix.braun', 'sam.hart', 'ben.ito', 'maya.ortiz', 'paul.weber'].map(
          status,
        ),
      ),
    ).toEqual([200, 200, 200, 200, 200, 404]);
    const own = (
      await desk
        .as('nora.quist')
        .get('/jsm/request?requestOwnership=OWNED_REQUESTS&requestStatus=OPEN_REQUESTS')
    ).body.values;
    expect(own.map((one: Json) => one.issueKey)).toEqual(['EBH-5', 'EBH-3', 'PTO-2']);
    const shared = (
      await desk.as('felix.braun').get('/jsm/request?requestOwnership=ALL_ORGANIZATIONS')
    ).body.values;
    expect(shared.map((one: Json) => one.issueKey)).toContain('EBH-5');
  });

  it('let customers take the transitions made for them', async () => {
    const desk = new Desk();
    const { body } = await desk.as('nora.quist').get('/jsm/request/EBH-3/transition');
    expect(body.values).toEqual([{ id: expect.any(String), name: 'Mark as resolved' }]);
    expect(
      (await desk.as('nora.quist').post('/jsm/request/EBH-3/transition', { id: '21' })).status,
    ).toBe(400);
    expect(
      (
        await desk.as('nora.quist').post('/jsm/request/EBH-3/transition', {
          id: body.values[0].id,
          additionalComment: { body: 'Solved.' },
        })
      ).status,
    ).toBe(204);
    expect(await desk.status('EBH-3')).toBe('Resolved');
    const statuses = (await desk.as('nora.quist').get('/jsm/request/EBH-3/status')).body.values;
    expect(statuses.map((one: Json) => one.status)).toEqual(['Resolved', 'Waiting for Support']);
  });

  it('have participants who come and go', async () => {
    const desk = new Desk();
    const sam = { accountIds: [desk.id('lee.moss')] };
    expect(
      (await desk.as('nora.quist').post('/jsm/request/EBH-3/participant', sam)).body.values,
    ).toHaveLength(1);
    expect((await desk.as('lee.moss').get('/jsm/request/EBH-3')).status).toBe(200);
    expect(
      (await desk.as('ben.ito').del('/jsm/request/EBH-3/participant', sam)).body.values,
    ).toEqual([]);
    expect((await desk.as('lee.moss').get('/jsm/request/EBH-3')).status).toBe(404);
  });

  it('do not take internal comments from customers', async () => {
    expect(
      (
        await new Desk()
          .as('nora.quist')
          .post('/jsm/request/EBH-3/comment', { body: 'x', public: false })
      ).status,
    ).toBe(403);
  });

  it('have an SLA that stops with the first answer', async () => {
    const desk = new Desk();
    const { body } = await raise(desk, 'nora.quist');
    await desk.clock.advance(5 * 3_600_000);
    const slas = async (): Promise<Json[]> =>
      (await desk.as('ben.ito').get(`/jsm/request/${body.issueKey}/sla`)).body.values;
    expect((await slas())[0].ongoingCycle).toMatchObject({
      breached: true,
      remainingTime: { millis: -3_600_000, friendly: '-1h 0m' },
    });
    await desk.as('ben.ito').post(`/jsm/request/${body.issueKey}/comment`, { body: 'Hello.' });
    expect((await slas())[0].completedCycles).toHaveLength(1);
    expect((await desk.as('nora.quist').get(`/jsm/request/${body.issueKey}/sla`)).status).toBe(403);
  });
});

describe('service desks', () => {
  it('have queues by JQL, for agents', async () => {
    const desk = new Desk();
    const { values } = (await desk.as('ben.ito').get('/jsm/servicedesk/1/queue?includeCount=true'))
      .body;
    expect(values.map((queue: Json) => [queue.name, queue.issueCount]).slice(0, 2)).toEqual([
      ['All open', 4],
      ['Assigned to me', 2],
    ]);
    const page = (
      await desk.as('ben.ito').get(`/jsm/servicedesk/1/queue/${values[0].id}/issue?limit=3`)
    ).body;
    expect(page).toMatchObject({ size: 3, start: 0, limit: 3, isLastPage: false });
    expect(page._links.next).toContain('start=3');
    expect(page.values[0].fields.summary).toBeDefined();
  });

  it('have organizations with members and properties', async () => {
    const desk = new Desk();
    const ben = desk.as('ben.ito');
    const { body } = await ben.post('/jsm/organization', { name: 'Elm Bank' });
    await ben.post(`/jsm/organization/${body.id}/user`, { accountIds: [desk.id('lee.moss')] });
    await ben.post('/jsm/servicedesk/1/organization', { organizationId: Number(body.id) });
    expect((await ben.get(`/jsm/organization/${body.id}/user`)).body.values).toMatchObject([
      { displayName: 'Lee Moss' },
    ]);
    expect(
      (await ben.put(`/jsm/organization/${body.id}/property/cid`, { cid: 'C-9' })).status,
    ).toBe(201);
    expect((await ben.get(`/jsm/organization/${body.id}/property/cid`)).body.value).toEqual({
      cid: 'C-9',
    });
    expect((await desk.as('lee.moss').get('/jsm/organization')).body.values).toMatchObject([
      { name: 'Elm Bank' },
    ]);
    expect((await desk.as('lee.moss').post('/jsm/organization', { name: 'Mine' })).status).toBe(
      403,
    );
    expect((await ben.del(`/jsm/organization/${body.id}`)).status).toBe(204);
    expect((await ben.get(`/jsm/organization/${body.id}`)).status).toBe(404);
  });

  it('get new customers once', async () => {
    const desk = new Desk();
    const sent = { email: 'ida.rask@relay.example', displayName: 'Ida Rask' };
    expect((await desk.as('ben.ito').post('/jsm/customer', sent)).status).toBe(201);
    expect((await desk.as('ben.ito').post('/jsm/customer', sent)).status).toBe(409);
    expect(desk.jira.person('ida.rask@relay.example')).toMatchObject({
      role: 'customer',
      accountType: 'customer',
    });
  });
});

/** The empty site with one more status in which the people of a field approve. */
function withApproval(): Site {
  const site = (seeds['empty'] as () => Site)();
  const [project] = site.projects;
  if (!project) throw new Error('The empty site has no project.');
  const waiting = 'Waiting for approval';
  const workflow = {
    ...project.workflow,
    transitions: [
      ...project.workflow.transitions,
      { name: 'Ask for approval', from: ['Waiting for Support'], to: waiting },
      { name: 'Approved', from: [waiting], to: 'In Progress' },
      { name: 'Declined', from: [waiting], to: 'Closed' },
    ],
    approvals: [
      {
        status: waiting,
        name: 'Approve the change',
        field: 'Approvers',
        needed: 2,
        approve: 'Approved',
        decline: 'Declined',
      },
    ],
  };
  return {
    ...site,
    statuses: [...site.statuses, { name: waiting, category: 'indeterminate' }],
    fields: [...site.fields, { name: 'Approvers', kind: 'users' }],
    projects: [{ ...project, workflow }],
    issues: [
      {
        project: 'HELP',
        requestType: 'Question',
        summary: 'Change it',
        reporter: 'nora.quist@relay.example',
      },
    ],
  };
}

describe('approvals (belief: approver-answers)', () => {
  const waiting = async (): Promise<Desk> => {
    const desk = new Desk({ site: withApproval() });
    const field = await desk.fieldId('Approvers');
    await desk.as('ben.ito').put('/issue/HELP-1', {
      fields: { [field]: ['ben.ito', 'alex.kim'].map((name) => ({ accountId: desk.id(name) })) },
    });
    await desk.move('ben.ito', 'HELP-1', 'Waiting for approval');
    return desk;
  };
  const first = async (desk: Desk): Promise<Json> =>
    (await desk.as('ben.ito').get('/jsm/request/HELP-1/approval')).body.values[0];

  it('wait for as many as the step needs, then take its transition', async () => {
    const desk = await waiting();
    const { id } = await first(desk);
    expect(
      (
        await desk
          .as('maya.ortiz')
          .post(`/jsm/request/HELP-1/approval/${id}`, { decision: 'approve' })
      ).status,
    ).toBe(403);
    expect(
      (await desk.as('ben.ito').post(`/jsm/request/HELP-1/approval/${id}`, { decision: 'approve' }))
        .body,
    ).toMatchObject({ finalDecision: 'pending', canAnswerApproval: false });
    expect(
      (await desk.as('ben.ito').post(`/jsm/request/HELP-1/approval/${id}`, { decision: 'approve' }))
        .status,
    ).toBe(409);
    expect(
      (
        await desk
          .as('alex.kim')
          .post(`/jsm/request/HELP-1/approval/${id}`, { decision: 'approve' })
      ).body.finalDecision,
    ).toBe('approved');
    expect(await desk.status('HELP-1')).toBe('In Progress');
  });

  it('end with the first who declines', async () => {
    const desk = await waiting();
    const { id } = await first(desk);
    await desk.as('alex.kim').post(`/jsm/request/HELP-1/approval/${id}`, { decision: 'decline' });
    expect(await desk.status('HELP-1')).toBe('Closed');
    expect(await first(desk)).toMatchObject({
      finalDecision: 'declined',
      completedDate: expect.any(Object),
    });
  });
});
