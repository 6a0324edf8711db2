import { aSite, aTicket, type TestSite } from './support/browser-like';

let at: TestSite;
let key: string;
beforeEach(async () => {
  at = await aSite();
  key = await aTicket(at.site);
  await at.main.become('ben.ito@relay.example', at.site.host);
});
afterEach(() => at.close());

const mount = (body: object) => at.main.post('/__host/extension', body);
const panel = async (): Promise<string> =>
  (await mount({ moduleKey: 'notes-panel', issueKey: key })).body.id;
const call = (id: string, functionKey: string, payload?: unknown) =>
  at.main.post(`/__host/extension/${id}/invoke`, { functionKey, payload });

describe('the modules of the app', () => {
  it('are listed with icons a page can show, and without what only the platform needs', async () => {
    const { body } = await at.main.get('/__host/modules');
    expect(body).toEqual([
      {
        key: 'notes-panel',
        type: 'jira:issueContext',
        title: 'Notes',
        label: 'Notes',
        icon: 'http://127.0.0.1:8081/r/main/icon.svg',
        resource: 'main',
        hasStatus: true,
        unlicensedAccess: [],
      },
      {
        key: 'notes-gadget',
        type: 'jira:dashboardGadget',
        title: 'My notes',
        description: 'Notes',
        icon: 'https://example.com/notes.svg',
        resource: 'main',
        editResource: 'settings',
        hasStatus: false,
        unlicensedAccess: [],
      },
      {
        key: 'notes-settings',
        type: 'jira:adminPage',
        title: 'Notes',
        resource: 'settings',
        hasStatus: false,
        unlicensedAccess: [],
      },
    ]);
  });
});

describe('a mounted module', () => {
  it('gets the address of its page and the context the platform makes', async () => {
    const { status, body } = await mount({ moduleKey: 'notes-panel', issueKey: key });
    expect([status, body.src]).toEqual([200, 'http://127.0.0.1:8081/r/main/index.html']);
    expect(body.context).toMatchObject({
      accountId: at.site.host.jira.person('ben.ito@relay.example')?.accountId,
      moduleKey: 'notes-panel',
      extension: { type: 'jira:issueContext', issue: { key }, project: { key: 'HELP' } },
    });
  });

  it('is told of the dialog it stands in, and may have another page there', async () => {
    const { body } = await mount({
      moduleKey: 'notes-panel',
      issueKey: key,
      modal: { note: 3 },
      resource: 'settings',
    });
    expect(body.src).toBe('http://127.0.0.1:8081/r/settings/index.html');
    expect(body.context.extension).toMatchObject({ type: 'jira:issueContext', modal: { note: 3 } });
  });

  it('calls its resolver as the viewer, where it stands', async () => {
    const { body } = await call(await panel(), 'echo', { text: 'hi' });
    expect(body).toMatchObject({
      ok: true,
      value: {
        payload: { text: 'hi' },
        context: {
          accountId: at.site.host.jira.person('ben.ito@relay.example')?.accountId,
          extension: { issue: { key } },
        },
      },
    });
  });

  it('gets null from a resolver that returns nothing, and the message of one that throws', async () => {
    const id = await panel();
    expect((await call(id, 'nothing')).body).toEqual({ ok: true, value: null });
    expect((await call(id, 'fail')).body).toEqual({
      ok: false,
      error: { message: 'The notes are gone.' },
    });
  });

  it('is not answered any more when somebody else sits there', async () => {
    const id = await panel();
    await at.main.become('alex.kim@relay.example', at.site.host);
    expect(await call(id, 'echo')).toMatchObject({
      status: 403,
      body: { error: { message: 'Somebody else is signed in now; reload the page.' } },
    });
    await at.main.del('/__host/session');
    expect((await call(id, 'echo')).status).toBe(401);
  });

  it('is gone after a reset', async () => {
    const id = await panel();
    await at.main.post('/__host/reset');
    await at.main.become('ben.ito@relay.example', at.site.host);
    expect((await call(id, 'echo')).status).toBe(404);
  });

  it.each([
    ['an unknown module', { moduleKey: 'panel' }, 404, 'no module panel; it has notes-panel'],
    [
      'a field that does not exist',
      { moduleKey: 'notes-panel', issue: 'HELP-1' },
      400,
      'issue: there is no such field.',
    ],
    ['no module at all', {}, 400, 'moduleKey is missing.'],
    [
      'an issue that does not exist',
      { moduleKey: 'notes-panel', issueKey: 'HELP-99' },
      403,
      'Ben Ito does not see Notes on HELP-99.',
    ],
    [
      'a page for administrators',
      { moduleKey: 'notes-settings' },
      403,
      'Ben Ito does not see Notes here.',
    ],
  ])('is refused with %s', async (_case, place, status, message) => {
    const answer = await mount(place);
    expect([answer.status, answer.body.error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
  });

  it('is refused to nobody', async () => {
    await at.main.del('/__host/session');
    expect(await mount({ moduleKey: 'notes-panel', issueKey: key })).toMatchObject({
      status: 401,
      body: { error: { message: expect.stringContaining('choose a person') } },
    });
  });
});

describe('the product API of a page', () => {
  const fetchProduct = async (restPath: string, init?: object) =>
    at.main.post(`/__host/extension/${await panel()}/fetch-product`, { restPath, init });

  it('answers as Jira answers the viewer', async () => {
    const { body } = await fetchProduct(`/rest/api/3/issue/${key}?fields=summary`, {
      method: 'GET',
      headers: [['accept', 'application/json']],
      body: null,
    });
    expect(body).toMatchObject({
      status: 200,
      isAttachment: false,
      headers: { 'content-type': expect.stringContaining('application/json') },
    });
    expect(JSON.parse(body.body).fields.summary).toBe('Where is my order?');
  });

  it('goes no further than the scopes of the app', async () => {
    const { body } = await fetchProduct(`/rest/api/3/issue/${key}`, {
      method: 'PUT',
      headers: [['content-type', 'application/json']],
      body: '{"fields":{"summary":"x"}}',
    });
    expect([body.status, body.body]).toEqual([401, expect.stringContaining('scope')]);
  });

  it('is Jira’s and nobody else’s', async () => {
    for (const restPath of [
      '/__host/health',
      'https://example.com/rest/api/3/myself',
      '//example.com/rest/api/3/myself',
      '/rest/../__host/health',
    ]) {
      expect(await fetchProduct(restPath)).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining('restPath') } },
      });
    }
  });
});

describe('the status of a module', () => {
  const status = (query: string) => at.main.get(`/__host/extension-status?${query}`);

  it('is what its function says', async () => {
    expect((await status(`module=notes-panel&issue=${key}`)).body).toEqual({
      status: { type: 'lozenge', value: { label: '2 notes', type: 'info' } },
    });
  });

  it('is for those who see the module there', async () => {
    expect((await status('module=notes-panel&issue=HELP-99')).status).toBe(403);
    expect(await status('module=notes-panel')).toMatchObject({
      status: 400,
      body: { error: { message: 'issue is missing.' } },
    });
    await at.main.become('nora.quist@relay.example', at.site.host);
    expect((await status(`module=notes-panel&issue=${key}`)).status).toBe(403);
  });
});

describe('a dashboard', () => {
  it('shows every gadget of the app until somebody arranges it', async () => {
    expect((await at.main.get('/__host/gadgets/mine')).body).toEqual({
      gadgets: [{ id: 'notes-gadget-1', moduleKey: 'notes-gadget', configuration: null }],
    });
    await at.main.put('/__host/gadgets/mine', { gadgets: [] });
    expect((await at.main.get('/__host/gadgets/mine')).body).toEqual({ gadgets: [] });
    expect((await at.main.get('/__host/gadgets/other')).body.gadgets).toHaveLength(1);
    await at.main.post('/__host/reset');
    expect((await at.main.get('/__host/gadgets/mine')).body.gadgets).toHaveLength(1);
  });

  it('hands a gadget its configuration, and its edit view the page for it', async () => {
    await at.main.put('/__host/gadgets/mine', {
      gadgets: [{ id: 'g1', moduleKey: 'notes-gadget', configuration: { rows: 5 } }],
    });
    const { body } = await mount({
      moduleKey: 'notes-gadget',
      gadget: { id: 'g1', dashboardId: 'mine' },
      entryPoint: 'edit',
    });
    expect(body.src).toBe('http://127.0.0.1:8081/r/settings/index.html');
    expect(body.context.extension).toEqual({
      type: 'jira:dashboardGadget',
      entryPoint: 'edit',
      gadget: { id: 'g1' },
      dashboard: { id: 'mine' },
      gadgetConfiguration: { rows: 5 },
    });
    expect((await call(body.id, 'echo')).body.value.context.extension.gadgetConfiguration).toEqual({
      rows: 5,
    });
  });

  it('lets a page say what the gadget is set to, before it is saved', async () => {
    const { body } = await mount({
      moduleKey: 'notes-gadget',
      gadget: { id: 'g1', dashboardId: 'mine', configuration: { rows: 9 } },
    });
    expect(body.context.extension.gadgetConfiguration).toEqual({ rows: 9 });
    const unset = await mount({
      moduleKey: 'notes-gadget',
      gadget: { id: 'g1', dashboardId: 'mine', configuration: null },
    });
    expect(unset.body.context.extension).not.toHaveProperty('gadgetConfiguration');
  });

  it('takes gadgets of the app only', async () => {
    expect(
      await at.main.put('/__host/gadgets/mine', {
        gadgets: [{ id: 'a', moduleKey: 'notes-panel' }],
      }),
    ).toMatchObject({
      status: 400,
      body: { error: { message: 'gadgets: the app has no dashboard gadget notes-panel.' } },
    });
    expect(
      (await at.main.put('/__host/gadgets/mine', { gadgets: [{ moduleKey: 'notes-gadget' }] })).body
        .error.message,
    ).toBe('gadgets.0.id is missing.');
  });
});
