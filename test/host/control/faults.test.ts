import { noFaults } from '../../../host/faults';
import { aSite, type TestSite } from '../server/support/browser-like';

let at: TestSite;
beforeAll(async () => {
  at = await aSite();
});
afterEach(() => at.main.del('/__host/faults'));
afterAll(() => at.close());

describe('the faults over HTTP', () => {
  it('are none at first', async () => {
    expect((await at.main.get('/__host/faults')).body).toEqual(noFaults());
  });

  it('take a part and keep the rest', async () => {
    await at.main.put('/__host/faults', { events: { drop: 0.5 }, searchLagSeconds: 300 });
    const { body } = await at.main.put('/__host/faults', { events: { duplicate: 1 }, seed: 7 });
    expect(body).toEqual({
      ...noFaults(),
      seed: 7,
      searchLagSeconds: 300,
      events: { ...noFaults().events, drop: 0.5, duplicate: 1 },
    });
    expect(at.site.host.faults.current).toEqual(body);
  });

  it('end all at once, and keep the seed', async () => {
    await at.main.put('/__host/faults', {
      crash: { before: 1 },
      deactivated: ['ben.ito@relay.example'],
      seed: 9,
      once: [{ kind: 'conflict', nth: 1 }],
    });
    expect((await at.main.del('/__host/faults')).body).toEqual({ ...noFaults(), seed: 9 });
  });

  it('take every kind of fault there is', async () => {
    const all = {
      ...noFaults(),
      missingTransitions: [{ to: 'Done' }],
      missingFields: [{ project: 'HELP', field: 'Account Manager' }],
      once: [{ kind: 'rate-limit', nth: 2, reason: 'jira-burst-based', seconds: 5, method: 'PUT' }],
    };
    expect(await at.main.put('/__host/faults', all)).toMatchObject({ status: 200, body: all });
  });

  it.each([
    [{ crash: { before: 2 } }, 'crash.before: Expected a probability from 0 to 1.'],
    [{ crash: { between: 1 } }, 'crash.between: there is no such field.'],
    [{ earthquake: {} }, 'earthquake: there is no such field.'],
    [{ seed: 1.5 }, 'seed: Expected a whole number.'],
    [{ rateLimit: { reasons: ['mood'] } }, 'rateLimit.reasons.0: '],
    [{ rateLimit: { reasons: [] } }, 'rateLimit.reasons: Expected at least one reason.'],
    [{ once: [{ kind: 'conflict' }] }, 'once.0.nth is missing.'],
    [{ once: [{ kind: 'conflict', nth: 0 }] }, 'once.0.nth: Expected 1, the next chance, or more.'],
    [{ missingTransitions: [{ from: 'Open' }] }, 'missingTransitions.0.to is missing.'],
    [{ searchLagSeconds: -1 }, 'searchLagSeconds: Expected 0 or more.'],
    [{ deactivated: 'everybody' }, 'deactivated: '],
  ])('refuse %j and say why', async (change, message) => {
    const { status, body } = await at.main.put('/__host/faults', change);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(message)]);
    expect(at.site.host.faults.current).toMatchObject({ ...noFaults(), seed: expect.any(Number) });
  });
});
