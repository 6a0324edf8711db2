// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { createHost } from '../../../host';
import { admin, agent, customer, Workshop, workshopDir } from './support/workshop';

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
  it('sees the clock of the host, its time limit and the person in whose session it runs (sdk-globals)', async () => {
    await workshop.host.advance('P1DT2H');
    const state = await workshop.ask<State>('state');
    expect(state).toEqual({ count: expect.any(Number) as number, now: '2026-03-03T10:00:00.000Z', date: Date.parse('2026-03-03T10:00:00Z'), left: 25_000, aaid: workshop.host.as(agent).accountId, function: 'answer' });
  });

  it('keeps the state of its modules while its instance lives (warm-instances)', async () => {
    const { count } = await workshop.ask<State>('state');
    expect((await workshop.ask<State>('state')).count).toBe(count + 1);
  });

  it('starts with fresh modules where every invocation is a cold start', async () => {
    const cold = await Workshop.open({ coldStartEvery: 1 });
    expect((await cold.ask<State>('state')).count).toBe(1);
    expect((await cold.ask<State>('state')).count).toBe(1);
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
    expect(workshop.host.invocations().at(-1)).toMatchObject({ function: 'answer', module: 'workshop-gadget', outcome: 'failed', error: 'The workshop was told to throw.' });
    expect(workshop.host.logs().at(-1)).toMatchObject({ level: 'error', text: expect.stringContaining('TypeError: The workshop was told to throw.') as string });
  });

  it('that never ends is cut off, and holds nobody up (time-in-functions)', async () => {
    const short = await Workshop.open({ patienceMs: 50 });
    await expect(short.ask('hang')).rejects.toThrow('took too long');
    expect(short.host.invocations().at(-1)?.outcome).toBe('timed-out');
    await short.host.settled();
  });

  it('reaches only what its manifest declares (egress-declared)', async () => {
    expect(await workshop.ask('fetch', { url: 'https://elsewhere.example/' })).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
    expect(await workshop.ask('fetch', { url: 'https://api.allowed.example/v1' })).toBe(501);
    expect(workshop.host.unmodelled().map(({ what }) => what)).toEqual(['fetch https://api.allowed.example/v1']);
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
    expect(app).toMatchObject({ status: 200, body: { accountId: workshop.host.app.accountId, accountType: 'app' } });
    expect(await workshop.ask<Answer>('jira', { path: myself, as: 'viewer' })).toMatchObject({ body: { accountId: workshop.host.as(agent).accountId } });
    expect((await workshop.ask<Answer>('jira', { path: myself, as: 'nobody' })).status).toBe(401);
  });

  it('as somebody who is not there needs a scope that allows it (impersonation-declared)', async () => {
    const { accountId } = workshop.host.as(admin);
    expect(await workshop.ask<Answer>('jira', { path: `/rest/api/3/issue/${workshop.ticket}?fields=summary`, as: accountId })).toMatchObject({ status: 200 });
    const write = { path: `/rest/api/3/issue/${workshop.ticket}`, method: 'PUT', body: { fields: { summary: 'Changed' } } };
    const refused = await workshop.ask<Answer>('jira', { ...write, as: accountId });
    expect([401, 403]).toContain(refused.status);
    expect(await workshop.ask<Answer>('jira', { ...write, as: 'viewer' })).toMatchObject({ status: 204 });
  });

  it('stands on record, with who asked, what it cost and what came back', async () => {
    workshop.host.clearCalls();
    await workshop.ask('jira', { path: `/rest/api/3/issue/${workshop.ticket}?fields=summary`, as: 'viewer' });
    await workshop.ask('jira', { path: '/rest/api/3/issue/HELP-999' });
    const [seen, missed] = workshop.host.calls();
    expect(seen).toMatchObject({ at: workshop.now, function: 'answer', as: workshop.host.as(agent).accountId, method: 'GET', path: `/rest/api/3/issue/${workshop.ticket}?fields=summary`, status: 200 });
    expect(seen?.points).toBeGreaterThan(0);
    expect(missed).toMatchObject({ as: 'app', status: 404 });
    expect(workshop.host.calls('2026-03-02T08:00:00.001Z')).toEqual([]);
  });

  it('through authorize() asks what the viewer may do', async () => {
    const { id } = (await workshop.host.as(agent).get(workshop.ticket)) as { id: string };
    expect(await workshop.ask('may-edit', { id: Number(id) })).toBe(true);
    const limited = 'maya.ortiz@relay.example';
    expect(await workshop.ask('may-edit', { id: Number(id) }, limited)).toBe(false);
  });
});

describe('A crash', () => {
  const set = { do: 'set', key: 'done', value: true };

  it('before a request leaves it undone', async () => {
    workshop.host.faults.set({ once: [{ kind: 'crash-before', nth: 1 }] });
    await expect(workshop.store(set)).rejects.toThrow('error invoking the function');
    expect(workshop.host.invocations().at(-1)?.outcome).toBe('crashed');
    expect(workshop.host.storage().some(({ key }) => key === 'done')).toBe(false);
  });

  it('after a request leaves it done, and nothing that follows (cut-off-silence)', async () => {
    workshop.host.faults.set({ once: [{ kind: 'crash-after', nth: 1 }] });
    await expect(workshop.store(set, { ...set, key: 'next' })).rejects.toThrow('error invoking the function');
    await workshop.host.settled();
    expect(workshop.host.storage().map(({ key }) => key)).toContain('done');
    expect(workshop.host.storage().map(({ key }) => key)).not.toContain('next');
  });

  it('can be kept for a request of one method', async () => {
    workshop.host.faults.set({ once: [{ kind: 'crash-before', nth: 1, method: 'PUT' }] });
    expect(await workshop.store(set)).toEqual([null]);
    const write = { path: `/rest/api/3/issue/${workshop.ticket}`, method: 'PUT', body: { fields: { summary: 'Changed' } } };
    await expect(workshop.ask('jira', write)).rejects.toThrow();
    expect(await workshop.host.as(agent).get(workshop.ticket, 'fields=summary')).toMatchObject({ fields: { summary: 'How do I begin?' } });
  });

  it('by the time limit comes somewhere on the way', async () => {
    workshop.host.faults.set({ once: [{ kind: 'timeout', nth: 1 }] });
    await expect(workshop.store(...Array.from({ length: 10 }, () => set))).rejects.toThrow('took too long');
    expect(workshop.host.invocations().at(-1)?.outcome).toBe('timed-out');
  });
});

describe('A page', () => {
  const gadget = { module: 'workshop-gadget', call: 'echo' };

  it('gets a context made by the platform, whatever it sends (context-from-platform)', async () => {
    const { payload, context } = (await workshop.host.invoke({
      module: 'workshop-panel', issue: workshop.ticket, as: agent, call: 'echo', payload: { accountId: 'forged', context: { accountId: 'forged' } }, extension: { modal: { step: 2 } },
    })) as { payload: unknown; context: Record<string, unknown> };
    expect(payload).toEqual({ accountId: 'forged', context: { accountId: 'forged' } });
    expect(context).toMatchObject({
      accountId: workshop.host.as(agent).accountId,
      moduleKey: 'workshop-panel',
      extension: { type: 'jira:issueContext', issue: { key: workshop.ticket }, project: { key: 'HELP', type: 'service_desk' }, modal: { step: 2 } },
    });
  });

  it('gets JSON back (answers-are-json)', async () => {
    expect(await workshop.ask('echo', { list: [1, null] })).toMatchObject({ payload: { list: [1, null] } });
  });

  it('stays closed to customers without unlicensedAccess, to strangers, and to the deactivated (unlicensed-access)', async () => {
    await expect(workshop.host.invoke({ ...gadget, as: customer })).rejects.toThrow('Customers do not see');
    await expect(workshop.host.invoke({ ...gadget, as: 'nobody@relay.example' })).rejects.toThrow('Nobody here is');
    workshop.host.faults.set({ deactivated: [agent] });
    await expect(workshop.host.invoke({ ...gadget, as: agent })).rejects.toThrow('deactivated');
  });

  it('in an issue stays closed to who may not see the issue (page-needs-browse)', async () => {
    const panel = { module: 'workshop-panel', call: 'echo', as: agent };
    await expect(workshop.host.invoke({ ...panel, issue: 'HELP-999' })).rejects.toThrow('does not exist');
    await expect(workshop.host.invoke(panel)).rejects.toThrow('stands in an issue');
    workshop.host.faults.set({ cannotBrowse: [agent] });
    const before = workshop.host.invocations().length;
    await expect(workshop.host.invoke({ ...panel, issue: workshop.ticket })).rejects.toThrow('may not see it');
    expect(workshop.host.invocations()).toHaveLength(before);
    expect(await workshop.host.context({ module: 'workshop-panel', as: agent, issue: workshop.ticket })).toBeNull();
  });

  it('for administrators stays closed to others (admin-page-admins)', async () => {
    const page = { module: 'workshop-settings', call: 'echo' };
    await expect(workshop.host.invoke({ ...page, as: agent })).rejects.toThrow('Only administrators');
    expect(await workshop.host.invoke({ ...page, as: admin })).toMatchObject({ context: { extension: { type: 'jira:adminPage' } } });
  });

  it('in the portal opens for the customer whose request it is (portal-context)', async () => {
    const portal = { module: 'workshop-portal', call: 'echo', issue: workshop.ticket };
    expect(await workshop.host.invoke({ ...portal, as: customer })).toMatchObject({
      context: { accountType: 'customer', extension: { type: 'jiraServiceManagement:portalRequestDetailPanel', request: { key: workshop.ticket, typeId: expect.any(Number) as number }, portal: { id: expect.any(Number) as number } } },
    });
    await expect(workshop.host.invoke({ ...portal, as: customer, issue: 'HELP-999' })).rejects.toThrow('does not exist');
  });

  it('that no module has is refused by name', async () => {
    await expect(workshop.host.invoke({ module: 'nothing', as: agent, call: 'echo' })).rejects.toThrow('no module nothing; it has workshop-panel');
  });

  it('has a status from the function of its module (status-without-person)', async () => {
    expect(await workshop.host.moduleStatus('workshop-panel', workshop.ticket)).toEqual({ status: { type: 'lozenge', value: { label: workshop.ticket, type: 'default' } } });
    expect(await workshop.host.moduleStatus('workshop-gadget', workshop.ticket)).toBeNull();
  });
});

describe('A host', () => {
  it('says what is wrong when it cannot be made', async () => {
    await expect(createHost({ appDir: workshopDir, seed: 'nowhere' })).rejects.toThrow('There is no seed nowhere; there are');
    await expect(createHost({ appDir: __dirname, seed: 'empty' })).rejects.toThrow();
    const setup = [{ as: agent, module: 'nothing', call: 'echo' }];
    await expect(createHost({ appDir: workshopDir, seed: 'empty', setup })).rejects.toThrow('no module nothing');
  });

  it('runs its set-up calls before it is given out', async () => {
    const host = await createHost({ appDir: workshopDir, seed: 'empty', setup: [{ as: agent, module: 'workshop-gadget', call: 'store', payload: { steps: [{ do: 'set', key: 'ready', value: 1 }] } }] });
    expect(host.storage()).toContainEqual({ key: 'ready', entity: null, value: 1 });
    await host.stop();
  });

  it('is quick to make once its app is bundled', async () => {
    const started = performance.now();
    for (let count = 0; count < 5; count += 1) await Workshop.open();
    expect((performance.now() - started) / 5).toBeLessThan(500);
  });

  it('stops its schedules when it is stopped', async () => {
    await workshop.host.stop();
    await workshop.host.advance('P1D');
    expect(workshop.noted('runs')).toEqual([]);
  });
});
