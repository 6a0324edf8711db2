import { aSite, aTicket, basic, type TestSite } from '../server/support/browser-like';

let at: TestSite;
let key: string;
beforeAll(async () => {
  at = await aSite();
  key = await aTicket(at.site);
});
afterAll(() => at.close());

const read = () =>
  at.main.post('/__host/invoke', {
    module: 'notes-panel',
    issue: key,
    as: 'ben.ito@relay.example',
    call: 'read',
  });

describe('what the host remembers', () => {
  it('is given since an instant, or the latest so many, the oldest first', async () => {
    await read();
    await at.main.post('/__host/clock', { advance: 'PT1H' });
    await read();
    await read();
    const calls = (await at.main.get('/__host/calls')).body as { at: string; invocation: string }[];
    expect(calls.map((one) => one.at)).toEqual([
      '2026-03-02T14:00:00.000Z',
      '2026-03-02T15:00:00.000Z',
      '2026-03-02T15:00:00.000Z',
    ]);
    expect((await at.main.get('/__host/calls?since=2026-03-02T15:00:00Z')).body).toEqual(
      calls.slice(1),
    );
    expect(
      (await at.main.get('/__host/calls?since=2026-03-02T14:00:00.001Z&limit=1')).body,
    ).toEqual(calls.slice(2));
    expect((await at.main.get('/__host/calls?since=2026-03-02T15:00:01Z')).body).toEqual([]);
  });

  it('forgets the calls when told to', async () => {
    await read();
    await at.main.del('/__host/calls');
    expect((await at.main.get('/__host/calls')).body).toEqual([]);
  });

  it('holds the mail of Jira', async () => {
    await at.site.host
      .as('ben.ito@relay.example')
      .comment(key, 'It is on its way.', { public: true });
    expect((await at.main.get('/__host/mail?limit=1')).body).toEqual([
      expect.objectContaining({
        issueKey: key,
        to: 'nora.quist@relay.example',
        text: expect.stringContaining('on its way'),
      }),
    ]);
  });

  it('names what was asked for and is not modelled', async () => {
    const { status } = await at.main.get('/rest/api/3/announcementBanner', {
      headers: basic('alex.kim@relay.example'),
    });
    expect(status).toBe(501);
    expect((await at.main.get('/__host/unmodelled')).body).toEqual([
      {
        at: expect.any(String),
        what: expect.stringContaining('GET /rest/api/3/announcementBanner'),
      },
    ]);
  });

  it.each([
    ['since=yesterday', 'since: Expected an instant'],
    ['limit=0', 'limit: Expected how many'],
    ['limit=many', 'limit: Expected how many'],
  ])('refuses ?%s and says why', async (query, message) => {
    for (const list of ['calls', 'invocations', 'logs', 'mail', 'unmodelled']) {
      const { status, body } = await at.main.get(`/__host/${list}?${query}`);
      expect([status, body.error.message]).toEqual([400, expect.stringContaining(message)]);
    }
  });
});
