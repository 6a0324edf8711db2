import { aSite, aTicket, basic, type TestSite } from '../server/support/browser-like';

let at: TestSite;
let key: string;
beforeEach(async () => {
  at = await aSite();
  key = await aTicket(at.site);
});
afterEach(() => at.close());

const myself = (headers: Record<string, string> = {}) =>
  at.main.get('/rest/api/3/myself', { headers });

describe('who asks the REST API', () => {
  it('is whoever the e-mail address of basic authentication names, with any token', async () => {
    expect((await myself(basic('ben.ito@relay.example'))).body.displayName).toBe('Ben Ito');
    expect((await myself(basic('ben.ito@relay.example:with:colons'))).body.displayName).toBe(
      'Ben Ito',
    );
  });

  it('is the person of the session in the pages', async () => {
    await at.main.become('maya.ortiz@relay.example', at.site.host);
    expect((await myself()).body.displayName).toBe('Maya Ortiz');
  });

  it('is the one of basic authentication when there is a session too', async () => {
    await at.main.become('maya.ortiz@relay.example', at.site.host);
    expect((await myself(basic('ben.ito@relay.example'))).body.displayName).toBe('Ben Ito');
  });

  it('is nobody when unknown, and sees what anybody sees', async () => {
    for (const headers of [
      {},
      basic('who@relay.example'),
      { authorization: 'Basic ?' },
      { authorization: 'Bearer x' },
    ])
      expect((await myself(headers)).status).toBe(401);
    expect(
      (await at.main.get(`/rest/api/3/issue/${key}`, { headers: basic('who@relay.example') }))
        .status,
    ).toBe(401);
  });

  it('gets 401 when deactivated', async () => {
    await at.main.put('/__host/faults', { deactivated: ['ben.ito@relay.example'] });
    const { status, body } = await at.main.get(`/rest/api/3/issue/${key}`, {
      headers: basic('ben.ito@relay.example'),
    });
    expect([status, body.errorMessages]).toEqual([
      401,
      ['The account of ben.ito@relay.example is deactivated.'],
    ]);
  });

  it('reaches the service desk’s API as well, and is told of paths Jira lacks', async () => {
    expect(
      (
        await at.main.get(`/rest/servicedeskapi/request/${key}`, {
          headers: basic('nora.quist@relay.example'),
        })
      ).body.issueKey,
    ).toBe(key);
    expect(
      (await at.main.get('/rest/nothing', { headers: basic('nora.quist@relay.example') })).status,
    ).toBe(404);
  });
});

describe('the session', () => {
  it('is a choice anybody may take back', async () => {
    expect((await at.main.get('/__host/session')).body).toEqual({ person: null });
    const accountId = at.site.host.jira.person('ben.ito@relay.example')?.accountId;
    const { headers, body } = await at.main.post('/__host/session', { accountId });
    expect(body.person).toMatchObject({ accountId, displayName: 'Ben Ito' });
    expect(headers.get('set-cookie')).toMatch(/^relay-host-person=.*HttpOnly; SameSite=Lax/u);
    expect((await at.main.get('/__host/session')).body.person.displayName).toBe('Ben Ito');
    await at.main.del('/__host/session');
    expect((await at.main.get('/__host/session')).body).toEqual({ person: null });
  });

  it('is over when a reset takes the person away', async () => {
    const customer = (await at.main.post('/__host/reset', { seed: 'demo' })).body.people.find(
      ({ email }: { email: string }) =>
        email !== 'ben.ito@relay.example' && email !== 'alex.kim@relay.example',
    );
    await at.main.become(customer.email, at.site.host);
    expect((await at.main.get('/__host/session')).body.person.accountId).toBe(customer.accountId);
  });

  it('refuses somebody who is not there', async () => {
    expect(await at.main.post('/__host/session', { accountId: 'x' })).toMatchObject({
      status: 404,
      body: { error: { message: 'accountId: nobody here is x.' } },
    });
    expect(await at.main.post('/__host/session', {})).toMatchObject({
      status: 400,
      body: { error: { message: 'accountId is missing.' } },
    });
  });
});

describe('a web trigger over HTTP', () => {
  it('hands the request to the function, and its answer back', async () => {
    const { status, body, text, headers } = await at.main.ask('POST', '/x1/echo?status=202', {
      body: 'a,b',
      headers: { 'x-token': 'secret' },
    });
    expect([status, headers.get('x-notes'), body]).toEqual([202, 'yes', null]);
    expect(JSON.parse(text)).toEqual({
      method: 'POST',
      path: '/x1/echo',
      token: ['secret'],
      body: 'a,b',
    });
  });

  it('answers without a body where there must be none, and 404 for one that is not there', async () => {
    expect((await at.main.get('/x1/echo?status=204')).status).toBe(204);
    expect((await at.main.get('/x1/nothing')).status).toBe(404);
  });
});
