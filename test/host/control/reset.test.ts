import { createHost } from '../../../host';
import type { StartOptions } from '../../../host/control/current-host';
import { aSite, aTicket, basic, type TestSite } from '../server/support/browser-like';
import { notesApp } from '../server/support/notes-app';

let at: TestSite;
beforeEach(async () => {
  at = await aSite();
});
afterEach(() => at.close());

describe('the health of the host', () => {
  it('names the time, the app, the people and the projects', async () => {
    const { status, body } = await at.main.get('/__host/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ok: true,
      now: '2026-03-02T14:00:00.000Z',
      app: { id: 'ari:cloud:ecosystem::app/0e7f2a54-0000-4000-8000-000000000077' },
      projects: [{ key: 'HELP', name: 'Help' }],
    });
    expect(body.people).toContainEqual(
      expect.objectContaining({
        accountId: expect.any(String),
        email: 'ben.ito@relay.example',
        displayName: 'Ben Ito',
        role: 'agent',
      }),
    );
  });
});

describe('a reset', () => {
  it('gives a fresh site of that name', async () => {
    const key = await aTicket(at.site);
    await at.main.post('/__host/clock', { advance: 'P1D' });
    const { status, body } = await at.main.post('/__host/reset', { seed: 'demo' });
    expect([status, body.now]).toEqual([200, '2026-03-02T14:00:00.000Z']);
    expect(body.projects).toContainEqual(expect.objectContaining({ key: 'EBH' }));
    expect((await at.main.get('/__host/seeds')).body).toEqual({
      seeds: ['demo', 'empty'],
      current: 'demo',
    });
    expect(
      (await at.main.get(`/rest/api/3/issue/${key}`, { headers: basic('alex.kim@relay.example') }))
        .status,
    ).toBe(404);
  });

  it('takes the same seed again when none is named, and another start', async () => {
    const key = await aTicket(at.site);
    await at.main.put('/__host/faults', { serverError: { chance: 1 } });
    expect(
      (await at.main.post('/__host/reset', { start: '2027-01-04T08:00:00Z' })).body,
    ).toMatchObject({ now: '2027-01-04T08:00:00.000Z', projects: [{ key: 'HELP' }] });
    expect((await at.main.get('/__host/faults')).body.serverError.chance).toBe(0);
    expect(
      (await at.main.get(`/rest/api/3/issue/${key}`, { headers: basic('ben.ito@relay.example') }))
        .status,
    ).toBe(404);
  });

  it('stops a clock that follows real time', async () => {
    await at.main.post('/__host/clock', { run: true });
    await at.main.post('/__host/reset');
    expect((await at.main.get('/__host/clock')).body.running).toBe(false);
  });

  it.each([
    [{ seed: 'moon' }, 'seed: there is no seed moon; there are demo, empty.'],
    [{ seed: 5 }, 'seed: '],
    [{ start: 'noon' }, 'start: Expected an instant'],
    [{ faultSeed: 1.5 }, 'faultSeed: Expected a whole number.'],
  ])('refuses %j, and the site stays', async (wish, message) => {
    const key = await aTicket(at.site);
    const { status, body } = await at.main.post('/__host/reset', wish);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(message)]);
    expect(
      (await at.main.get(`/rest/api/3/issue/${key}`, { headers: basic('ben.ito@relay.example') }))
        .status,
    ).toBe(200);
  });

  it('leaves the site as it is when the new one cannot be made', async () => {
    const app = notesApp();
    const wishes: StartOptions[] = [];
    const frail = await aSite({
      start: (options) => {
        wishes.push(options);
        return wishes.length === 2
          ? Promise.reject(new Error('No room for another site.'))
          : createHost({ appDir: app.dir, bundle: app.bundle, setup: null, ...options });
      },
    });
    const key = await aTicket(frail.site);
    expect(await frail.main.post('/__host/reset', { faultSeed: 3 })).toMatchObject({
      status: 500,
      body: { error: { message: 'No room for another site.' } },
    });
    expect(
      (
        await frail.main.get(`/rest/api/3/issue/${key}`, {
          headers: basic('ben.ito@relay.example'),
        })
      ).status,
    ).toBe(200);
    expect((await frail.main.post('/__host/reset')).status).toBe(200);
    expect(wishes[1]).toEqual({ seed: 'empty', baseUrl: 'http://localhost:8080', faultSeed: 3 });
    await frail.close();
    app.remove();
  });
});

describe('the control surface', () => {
  it('says so when there is no such call', async () => {
    expect(await at.main.get('/__host/nothing')).toMatchObject({
      status: 404,
      body: { error: { message: 'There is no GET /__host/nothing.' } },
    });
    expect((await at.main.put('/__host/clock', {})).status).toBe(404);
  });

  it('does not answer pages of other sites', async () => {
    const { status } = await at.main.ask('POST', '/__host/reset', {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(status).toBe(403);
    expect(
      (await at.main.get('/__host/health', { headers: { 'sec-fetch-site': 'same-origin' } }))
        .status,
    ).toBe(200);
  });
});
