import { aSite, aTicket, basic, type TestSite } from '../server/support/browser-like';

let at: TestSite;
beforeEach(async () => {
  at = await aSite();
});
afterEach(() => at.close());

const start = Date.parse('2026-03-02T14:00:00Z');

describe('the clock over HTTP', () => {
  it('says what time it is, and that it stands still', async () => {
    expect((await at.main.get('/__host/clock')).body).toEqual({
      now: '2026-03-02T14:00:00.000Z',
      running: false,
    });
  });

  it('moves by an ISO duration, and answers when everything due on the way has run', async () => {
    const ran: string[] = [];
    at.site.host.clock.schedule(start + 60_000, async () => {
      await new Promise((resolve) => setTimeout(resolve, 15));
      ran.push('after a minute');
    });
    at.site.host.clock.schedule(start + 5 * 3_600_000, () => void ran.push('too late'));
    const { status, body } = await at.main.post('/__host/clock', { advance: 'PT4H' });
    expect([status, body.now, ran]).toEqual([200, '2026-03-02T18:00:00.000Z', ['after a minute']]);
  });

  it('moves to an instant', async () => {
    expect((await at.main.post('/__host/clock', { to: '2026-03-03T09:00:00Z' })).body.now).toBe(
      '2026-03-03T09:00:00.000Z',
    );
  });

  it('adds up moves that are asked for at the same time', async () => {
    await Promise.all([
      at.main.post('/__host/clock', { advance: 'PT1H' }),
      at.main.post('/__host/clock', { advance: 'PT1H' }),
    ]);
    expect((await at.main.get('/__host/clock')).body.now).toBe('2026-03-02T16:00:00.000Z');
  });

  it('follows real time until it is told to stand still', async () => {
    expect((await at.main.post('/__host/clock', { run: true })).body.running).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 2300));
    const { now, running } = (await at.main.post('/__host/clock', { run: false })).body;
    expect(running).toBe(false);
    expect(Date.parse(now) - start).toBeGreaterThan(900);
    expect(Date.parse(now) - start).toBeLessThan(10_000);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect((await at.main.get('/__host/clock')).body.now).toBe(now);
  });

  it('says why it stopped following real time', async () => {
    at.site.host.clock.schedule(start + 10, () => {
      throw new Error('A rotten task.');
    });
    await at.main.post('/__host/clock', { run: true });
    await new Promise((resolve) => setTimeout(resolve, 1300));
    const { running, problem } = (await at.main.get('/__host/clock')).body;
    expect([running, problem]).toEqual([false, expect.stringContaining('A rotten task.')]);
  });

  it.each([
    [{}, 'exactly one of advance, to and run'],
    [{ advance: 'PT1H', run: true }, 'exactly one of advance, to and run'],
    [{ advance: '4 hours' }, 'advance: expected an ISO duration such as PT4H, not "4 hours"'],
    [{ advance: 5 }, 'advance: '],
    [{ advance: 'PT-4H' }, 'advance: the clock only goes forward'],
    [{ advance: 'P9Y' }, 'advance: at most 366 days'],
    [{ to: '2026-03-02T13:59:00Z' }, 'to: the clock only goes forward'],
    [{ to: '2099-03-02T13:59:00Z' }, 'to: at most 366 days'],
    [{ to: 'tomorrow' }, 'to: Expected an instant'],
    [{ to: '2026-13-45T99:00:00Z' }, 'to: Expected an instant'],
    [{ run: 'yes' }, 'run: '],
    [{ forward: 'PT1H' }, 'forward: there is no such field'],
    [[], 'must be a JSON object'],
    ['PT4H', 'not JSON'],
  ])('refuses %j and says why', async (body, message) => {
    const answer = await at.main.post('/__host/clock', body);
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
    expect((await at.main.get('/__host/clock')).body.now).toBe('2026-03-02T14:00:00.000Z');
  });

  it('tells of a failure of the host instead of swallowing it', async () => {
    at.site.host.clock.schedule(start + 10, () => {
      throw new Error('A rotten task.');
    });
    const { status, body } = await at.main.post('/__host/clock', { advance: 'PT1H' });
    expect([status, body.error.message]).toEqual([500, expect.stringContaining('A rotten task.')]);
  });
});

describe('settling', () => {
  it('waits for what a REST request caused', async () => {
    const key = await aTicket(at.site);
    await at.main.ask('PUT', `/rest/api/3/issue/${key}`, {
      body: { fields: { summary: 'Where is it?' } },
      headers: { 'content-type': 'application/json', ...basic('ben.ito@relay.example') },
    });
    expect((await at.main.post('/__host/settle')).body).toMatchObject({
      ok: true,
      now: '2026-03-02T14:00:00.000Z',
    });
    expect(
      (await at.main.get('/__host/logs')).body.map(({ text }: { text: string }) => text),
    ).toContain(`remembered ${key}`);
  });
});

describe('the next working morning', () => {
  it('is nine o’clock in the time zone of the site', async () => {
    const demo = await aSite({ seed: 'demo' });
    // New York: -5 hours in the first week of March.
    expect((await demo.main.post('/__host/clock', { to: 'next-working-morning' })).body.now).toBe(
      '2026-03-03T14:00:00.000Z',
    );
    await demo.close();
  });

  it('follows one after the other, and leaves out the weekend', async () => {
    const mornings = [];
    for (let day = 0; day < 6; day += 1)
      mornings.push(
        (await at.main.post('/__host/clock', { to: 'next-working-morning' })).body.now.slice(0, 13),
      );
    expect(mornings).toEqual([
      '2026-03-03T09',
      '2026-03-04T09',
      '2026-03-05T09',
      '2026-03-06T09',
      '2026-03-09T09',
      '2026-03-10T09',
    ]);
  });
});
