// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { join } from 'node:path';
import { createHost } from '../../../host';
import { admin, agent, collaborator, Workshop } from './support/workshop';

let workshop: Workshop;

beforeEach(async () => {
  workshop = await Workshop.open();
});

interface State {
  readonly count: number;
  readonly now: string;
  readonly date: number;
  readonly left: number;
  readonly aaid: string | null;
  readonly function: string;
}

describe('A function', () => {
  it('sees the clock of the host, its time limit and the person in whose session it runs (sdk-globals, function-limits)', async () => {
    await workshop.host.advance('P1DT2H');
    const state = await workshop.ask<State>('state');
    expect(state).toEqual({
      count: expect.any(Number) as number,
      now: '2026-03-03T10:00:00.000Z',
      date: Date.parse('2026-03-03T10:00:00Z'),
      left: 25_000,
      aaid: workshop.host.as(agent).accountId,
      function: 'answer',
    });
  });

  it('shares neither modules nor globals nor storage with another host', async () => {
    const other = await Workshop.open();
    await workshop.ask('shared');
    await workshop.store({ do: 'set', key: 'mine', value: 1 });
    expect(await other.ask('shared')).not.toHaveProperty('mark', expect.anything());
    expect(await other.store({ do: 'get', key: 'mine' })).toEqual([null]);
    expect((globalThis as { mark?: number }).mark).toBeUndefined();
  });

  it('writes to the log of the host, with its invocation', async () => {
    await workshop.ask('say', { who: 'me' });
    const line = workshop.host.logs().at(-1);
    expect(line).toMatchObject({ level: 'warn', text: 'said {"who":"me"}' });
    expect(workshop.host.invocations().at(-1)?.id).toBe(line?.invocation);
  });

  it('that throws rejects the page, and stands on record with its reason', async () => {
    await expect(workshop.ask('throw')).rejects.toThrow('The workshop was told to throw.');
    expect(workshop.host.invocations().at(-1)).toMatchObject({
      function: 'answer',
      module: 'workshop-gadget',
      outcome: 'failed',
      error: 'The workshop was told to throw.',
    });
    expect(workshop.host.logs().at(-1)).toMatchObject({
      level: 'error',
      text: expect.stringContaining('TypeError: The workshop was told to throw.') as string,
    });
  });

  it('that crashes can be kept for a request of one method', async () => {
    workshop.host.faults.set({ once: [{ kind: 'crash-before', nth: 1, method: 'PUT' }] });
    expect(await workshop.store({ do: 'set', key: 'done', value: true })).toEqual([null]);
    const write = {
      path: `/rest/api/3/issue/${workshop.ticket}`,
      method: 'PUT',
      body: { fields: { summary: 'Changed' } },
    };
    await expect(workshop.ask('jira', write)).rejects.toThrow();
    expect(await workshop.host.as(agent).get(workshop.ticket, 'fields=summary')).toMatchObject({
      fields: { summary: 'How do I begin?' },
    });
  });

  it('that never ends is cut off, and holds nobody up (time-in-functions)', async () => {
    const short = await Workshop.open({ patienceMs: 50 });
    await expect(short.ask('hang')).rejects.toThrow('took too long');
    expect(short.host.invocations().at(-1)?.outcome).toBe('timed-out');
    await short.host.settled();
  });

  it('reaches only what its manifest declares (egress-declared)', async () => {
    expect(await workshop.ask('fetch', { url: 'https://elsewhere.example/' })).toBe(
      'REQUEST_EGRESS_ALLOWLIST_ERR',
    );
    expect(await workshop.ask('fetch', { url: 'https://api.allowed.example/v1' })).toBe(501);
    expect(workshop.host.unmodelled().map(({ what }) => what)).toEqual([
      'fetch https://api.allowed.example/v1',
    ]);
  });

  it('that asks for another product gets a 501 that names it', async () => {
    expect(await workshop.ask('confluence')).toBe(501);
    expect(workshop.host.unmodelled().at(-1)?.what).toBe('fpp confluence GET /wiki/api/v2/pages');
  });
});

describe('A call to Jira', () => {
  interface Answer {
    readonly status: number;
    readonly body: { accountId?: string; accountType?: string };
  }
  const myself = '/rest/api/3/myself';

  it('is made as the app, as the viewer, or as nobody', async () => {
    const app = await workshop.ask<Answer>('jira', { path: myself });
    expect(app).toMatchObject({
      status: 200,
      body: { accountId: workshop.host.app.accountId, accountType: 'app' },
    });
    expect(await workshop.ask<Answer>('jira', { path: myself, as: 'viewer' })).toMatchObject({
      body: { accountId: workshop.host.as(agent).accountId },
    });
    expect((await workshop.ask<Answer>('jira', { path: myself, as: 'nobody' })).status).toBe(401);
  });

  it('as somebody who is not there needs a scope that allows it (impersonation-declared)', async () => {
    const { accountId } = workshop.host.as(admin);
    expect(
      await workshop.ask<Answer>('jira', {
        path: `/rest/api/3/issue/${workshop.ticket}?fields=summary`,
        as: accountId,
      }),
    ).toMatchObject({ status: 200 });
    const write = {
      path: `/rest/api/3/issue/${workshop.ticket}`,
      method: 'PUT',
      body: { fields: { summary: 'Changed' } },
    };
    const refused = await workshop.ask<Answer>('jira', { ...write, as: accountId });
    expect([401, 403]).toContain(refused.status);
    expect(await workshop.ask<Answer>('jira', { ...write, as: 'viewer' })).toMatchObject({
      status: 204,
    });
  });

  it('as the person in whose session it is made needs none (impersonation-own-session)', async () => {
    const write = {
      path: `/rest/api/3/issue/${workshop.ticket}`,
      method: 'PUT',
      body: { fields: { summary: 'Changed' } },
    };
    expect(
      await workshop.ask<Answer>('jira', { ...write, as: workshop.host.as(agent).accountId }),
    ).toMatchObject({ status: 204 });
  });

  it('or to storage without its scope is refused (kvs-needs-scope)', async () => {
    const host = await createHost({
      appDir: join(__dirname, 'fixtures', 'bare'),
      seed: 'empty',
      setup: null,
    });
    expect(await host.invoke({ module: 'bare-gadget', as: agent, call: 'any' })).toEqual({
      stored: { code: 'FORBIDDEN', status: 403 },
      jira: { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } },
    });
  });

  it('stands on record, with who asked, what it cost and what came back', async () => {
    workshop.host.clearCalls();
    await workshop.ask('jira', {
      path: `/rest/api/3/issue/${workshop.ticket}?fields=summary`,
      as: 'viewer',
    });
    await workshop.ask('jira', { path: '/rest/api/3/issue/HELP-999' });
    const [seen, missed] = workshop.host.calls();
    expect(seen).toMatchObject({
      at: workshop.now,
      function: 'answer',
      as: workshop.host.as(agent).accountId,
      method: 'GET',
      path: `/rest/api/3/issue/${workshop.ticket}?fields=summary`,
      status: 200,
    });
    expect(seen?.points).toBeGreaterThan(0);
    expect(missed).toMatchObject({ as: 'app', status: 404 });
    expect(workshop.host.calls('2026-03-02T08:00:00.001Z')).toEqual([]);
  });

  it('through authorize() asks what the viewer may do', async () => {
    const { id } = await workshop.host.as(agent).get<{ id: string }>(workshop.ticket);
    expect(await workshop.ask('may-edit', { id: Number(id) })).toBe(true);
    expect(await workshop.ask('may-edit', { id: Number(id) }, collaborator)).toBe(false);
  });
});
