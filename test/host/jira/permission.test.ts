import { adf, Desk, type Json } from './support/desk';

const missing = 'Issue does not exist or you do not have permission to see it.';

describe('what people may do', () => {
  it('gives customers nothing of Jira, as if it were not there (belief: hidden-is-missing)', async () => {
    const desk = new Desk();
    const hidden = await desk.as('nora.quist').get('/issue/EBH-3');
    const absent = await desk.as('ben.ito').get('/issue/EBH-999');
    expect([hidden.status, hidden.body]).toEqual([404, { errorMessages: [missing], errors: {} }]);
    expect(absent.body).toEqual(hidden.body);
    for (const path of [
      '/issue/EBH-3/comment',
      '/issue/EBH-3/properties',
      '/issue/EBH-3/transitions',
      '/issue/EBH-3/watchers',
      '/issue/EBH-3/changelog',
    ]) {
      expect((await desk.as('nora.quist').get(path)).status).toBe(404);
    }
    expect((await desk.as('nora.quist').get('/project/EBH')).status).toBe(404);
    expect((await desk.as('nora.quist').get('/user/search?query=ben')).status).toBe(403);
  });

  it('lets collaborators look and comment, and no more (belief: edit-needs-permission-400)', async () => {
    const desk = new Desk();
    const maya = desk.as('maya.ortiz');
    expect((await maya.get('/issue/EBH-3')).status).toBe(200);
    expect((await maya.post('/issue/EBH-3/comment', { body: adf('x') })).status).toBe(201);
    expect((await maya.put('/issue/EBH-3', { fields: { summary: 'x' } })).status).toBe(400);
    expect((await maya.put('/issue/EBH-3/assignee', { accountId: null })).status).toBe(403);
    expect((await maya.put('/issue/EBH-3/properties/relay', 1)).status).toBe(403);
    expect((await maya.get('/issue/EBH-3/editmeta')).status).toBe(200);
    expect((await maya.get('/jsm/servicedesk/1/queue')).status).toBe(403);
  });

  it('tells it in mypermissions', async () => {
    const desk = new Desk();
    const asked =
      '/mypermissions?issueKey=EBH-3&permissions=BROWSE_PROJECTS,TRANSITION_ISSUES,ADMINISTER';
    const has = async (name: string): Promise<boolean[]> =>
      Object.values<Json>((await desk.as(name).get(asked)).body.permissions).map(
        (one) => one.havePermission,
      );
    expect(await has('maya.ortiz')).toEqual([true, false, false]);
    expect(await has('jonas.weber')).toEqual([true, true, false]);
    expect(await has('alex.kim')).toEqual([true, true, true]);
    expect((await desk.as('ben.ito').get('/mypermissions?permissions=FLY')).status).toBe(400);
  });

  it('lets administrators and apps ask about others', async () => {
    const desk = new Desk();
    const { id } = (await desk.as('ben.ito').get('/issue/EBH-3')).body;
    const body = {
      accountId: desk.id('maya.ortiz'),
      projectPermissions: [
        {
          permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'],
          issues: [Number(id)],
          projects: [10_000],
        },
      ],
    };
    expect((await desk.app().post('/permissions/check', body)).body.projectPermissions).toEqual([
      { permission: 'BROWSE_PROJECTS', issues: [Number(id)], projects: [10_000] },
      { permission: 'EDIT_ISSUES', issues: [], projects: [] },
    ]);
    expect((await desk.as('alex.kim').post('/permissions/check', body)).status).toBe(200);
    expect((await desk.as('ben.ito').post('/permissions/check', body)).status).toBe(403);
  });

  it('changes with the faults: who may not browse, and where the app may not', async () => {
    const desk = new Desk();
    desk.faults.set({ cannotBrowse: [desk.id('maya.ortiz')], appCannotBrowse: ['SS'] });
    expect((await desk.as('maya.ortiz').get('/issue/EBH-3')).status).toBe(404);
    expect((await desk.app().get('/issue/SS-1')).status).toBe(404);
    expect((await desk.app().get('/issue/EBH-3')).status).toBe(200);
    expect((await desk.app({ as: 'ben.ito' }).get('/issue/SS-1')).status).toBe(200);
  });

  it('leaves deactivated people in their fields, and takes them from those to assign', async () => {
    const desk = new Desk();
    desk.faults.set({ deactivated: ['ben.ito@relay.example'] });
    expect(
      (await desk.as('lin.chen').get('/issue/EBH-3?fields=assignee')).body.fields.assignee,
    ).toMatchObject({ displayName: 'Ben Ito', active: false });
    const names = (await desk.as('lin.chen').get('/user/assignable/search?project=EBH')).body.map(
      (user: Json) => user.displayName,
    );
    expect(names).toContain('Lin Chen');
    expect(names).not.toContain('Ben Ito');
    expect(names).not.toContain('Maya Ortiz');
  });

  it('takes a field off every screen by a fault', async () => {
    const desk = new Desk();
    const id = await desk.fieldId('Account Manager');
    desk.faults.set({ missingFields: [{ project: 'EBH', field: 'Account Manager' }] });
    const edit = { fields: { [id]: { accountId: desk.id('maya.ortiz') } } };
    expect((await desk.as('ben.ito').put('/issue/EBH-3', edit)).body.errors[id]).toContain(
      'not on the appropriate screen',
    );
    expect(
      Object.keys((await desk.as('ben.ito').get('/issue/EBH-3/editmeta')).body.fields),
    ).not.toContain(id);
    expect((await desk.as('ben.ito').put('/issue/SS-3', edit)).status).toBe(204);
  });

  it('keeps notifyUsers=false for administrators and the app (belief: silence-needs-admin)', async () => {
    const desk = new Desk();
    const edit = { fields: { summary: 'x' } };
    expect((await desk.as('ben.ito').put('/issue/EBH-3?notifyUsers=false', edit)).status).toBe(400);
    expect((await desk.app().put('/issue/EBH-3?notifyUsers=false', edit)).status).toBe(204);
    expect(desk.jira.mail()).toEqual([]);
  });
});
