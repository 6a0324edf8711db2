import { createHost } from '../../../host';
import { aSite, aTicket, type TestSite } from '../server/support/browser-like';

let at: TestSite;
let key: string;
beforeAll(async () => {
  at = await aSite();
  key = await aTicket(at.site);
});
afterAll(() => at.close());

const agent = 'ben.ito@relay.example';
const call = (body: object) => at.main.post('/__host/invoke', body);
const panel = (more: object = {}) => ({
  module: 'notes-panel',
  issue: key,
  as: agent,
  call: 'echo',
  ...more,
});

describe('a call of a page over HTTP', () => {
  it('answers what the page would get, with the context the platform makes', async () => {
    const { status, body } = await call(panel({ payload: { note: 'hello' } }));
    expect([status, body.payload]).toEqual([200, { note: 'hello' }]);
    expect(body.context).toMatchObject({
      accountId: at.site.host.jira.person(agent)?.accountId,
      moduleKey: 'notes-panel',
      extension: { type: 'jira:issueContext', issue: { key } },
    });
  });

  it('adds to the extension what the caller says stands there', async () => {
    const { body } = await call({
      module: 'notes-gadget',
      as: agent,
      call: 'echo',
      extension: { gadgetConfiguration: { rows: 5 } },
    });
    expect(body.context.extension).toEqual({
      type: 'jira:dashboardGadget',
      gadgetConfiguration: { rows: 5 },
    });
  });

  it('answers null for a function that returns nothing', async () => {
    expect(await call(panel({ call: 'nothing' }))).toMatchObject({ status: 200, body: null });
  });

  it('is on record: the call itself, and what it asked Jira', async () => {
    expect((await call(panel({ call: 'read' }))).body.fields.summary).toBe('Where is my order?');
    const invocation = (await at.main.get('/__host/invocations?limit=1')).body[0];
    expect(invocation).toMatchObject({
      module: 'notes-panel',
      function: 'answer',
      outcome: 'done',
      retries: 0,
      ms: expect.any(Number),
    });
    expect((await at.main.get('/__host/calls?limit=1')).body).toEqual([
      {
        at: '2026-03-02T14:00:00.000Z',
        invocation: invocation.id,
        function: 'answer',
        as: 'app',
        method: 'GET',
        path: `/rest/api/3/issue/${key}?fields=summary`,
        status: 200,
        points: expect.any(Number),
        bytes: { sent: 0, received: expect.any(Number) },
      },
    ]);
  });

  it.each([
    ['a module the app lacks', { module: 'panel' }, 404, 'no module panel'],
    ['an issue that does not exist', { issue: 'HELP-99' }, 404, 'HELP-99'],
    ['no issue, where the module stands in one', { issue: undefined }, 404, 'notes-panel'],
    ['a person nobody knows', { as: 'who@relay.example' }, 404, 'who@relay.example'],
    ['a key without a resolver', { call: 'dance' }, 404, "no definition for 'dance'"],
    ['a customer', { as: 'nora.quist@relay.example' }, 403, 'Customers do not see'],
    [
      'somebody who does not administer',
      { module: 'notes-settings', issue: undefined },
      403,
      'administrators',
    ],
    ['a function that throws', { call: 'fail' }, 500, 'The notes are gone.'],
  ])('refuses %s', async (_case, change, status, message) => {
    const answer = await call(panel(change));
    expect([answer.status, answer.body.error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
  });

  it.each([
    [{ issue: 'HELP-1' }, 'module is missing.'],
    [{ module: 'notes-panel', call: 'echo' }, 'as is missing.'],
    [{ module: 'notes-panel', as: agent }, 'call is missing.'],
    [{ module: 5, as: agent, call: 'echo' }, 'module: '],
    [
      { module: 'notes-panel', as: agent, call: 'echo', user: 'x' },
      'user: there is no such field.',
    ],
    [{ module: 'notes-panel', as: agent, call: 'echo', extension: [] }, 'extension'],
  ])('names the field that is wrong in %j', async (body, message) => {
    const answer = await call(body);
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
  });

  it('knows a missing resolver of the real SDK too', async () => {
    const real = await aSite({
      start: (options) => createHost({ ...options, setup: null }),
      seed: 'empty',
    });
    const { status, body } = await real.main.post('/__host/invoke', {
      module: 'relay-settings',
      as: 'alex.kim@relay.example',
      call: 'no.such.key',
    });
    expect([status, body.error.message]).toEqual([404, expect.stringContaining('no.such.key')]);
    await real.close();
  });
});
