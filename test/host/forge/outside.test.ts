// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { agent, Workshop } from './support/workshop';

let workshop: Workshop;

beforeEach(async () => {
  workshop = await Workshop.open();
});

describe('A schedule', () => {
  const runs = (key: string): string[] => workshop.noted<{ context: { moduleKey: string } }>('runs').filter(({ payload }) => payload.context.moduleKey === key).map(({ at }) => at.slice(11, 16));

  it('runs five minutes after the install, and then at its interval (schedule-first-run)', async () => {
    await workshop.host.advance('PT17M');
    expect(runs('often')).toEqual(['08:05', '08:10', '08:15']);
    expect(runs('hourly')).toEqual(['08:05']);
    await workshop.host.advance('PT1H');
    expect(runs('hourly')).toEqual(['08:05', '09:05']);
    expect(workshop.noted('runs')[0]?.context).not.toHaveProperty('principal');
  });

  it('that fails is not tried again before its time (schedule-no-retry)', async () => {
    await workshop.store({ do: 'set', key: 'behaviour', value: { do: 'throw' } });
    await workshop.host.advance('PT9M59S');
    const often = workshop.host.invocations().filter(({ module }) => module === 'often');
    expect(often.map(({ outcome }) => outcome)).toEqual(['failed']);
    await workshop.host.advance('PT1S');
    expect(runs('often')).toHaveLength(2);
  });
});

describe('A web trigger', () => {
  const call = (key: string, body: unknown, more: object = {}): ReturnType<Workshop['host']['callWebTrigger']> => workshop.host.callWebTrigger(key, { method: 'POST', body: JSON.stringify(body), ...more });

  it('hands the request to the function and its answer back', async () => {
    const answer = await call('open-door', { statusCode: 201, headers: { 'content-type': ['text/plain'] }, body: 'made' }, { headers: { 'X-Signature': 'abc' }, query: { since: 'today' } });
    expect(answer).toEqual({ status: 201, headers: { 'content-type': 'text/plain' }, body: 'made' });
    expect(workshop.noted('web')[0]?.payload).toMatchObject({ method: 'POST', path: '/x1/open-door', headers: { 'X-Signature': ['abc'] }, queryParameters: { since: ['today'] } });
    expect(workshop.noted('web')[0]?.context).not.toHaveProperty('principal');
  });

  it('answers 500 for what is no answer, and when the function throws (web-trigger-500)', async () => {
    expect((await call('open-door', { body: 'no status' })).status).toBe(500);
    expect((await call('open-door', { statusCode: 200, body: { an: 'object' } })).status).toBe(500);
    expect((await workshop.host.callWebTrigger('open-door', { method: 'POST', body: 'not json' })).status).toBe(500);
  });

  it('that is static answers what its manifest lists and nothing else (web-trigger-static)', async () => {
    expect(await call('narrow-door', { outputKey: 'taken', body: 'a secret' })).toEqual({ status: 202, headers: { 'content-type': 'text/plain' }, body: 'Taken.' });
    expect((await call('narrow-door', { outputKey: 'other' })).status).toBe(500);
  });

  it('that does not exist answers 404', async () => {
    expect((await call('no-door', {})).status).toBe(404);
    expect(() => workshop.host.webTriggerUrl('no-door')).toThrow('no web trigger no-door');
  });

  it('has an address that the app can ask for, take away and make anew', async () => {
    const url = await workshop.ask<string>('web-trigger', { get: 'open-door' });
    expect(url).toBe(workshop.host.webTriggerUrl('open-door'));
    expect(await workshop.ask('web-trigger', {})).toContainEqual({ moduleKey: 'open-door', url });
    await workshop.ask('web-trigger', { remove: url });
    expect((await call('open-door', { statusCode: 200 })).status).toBe(404);
    const other = await workshop.ask<string>('web-trigger', { get: 'open-door' });
    expect(other).not.toBe(url);
    expect((await call(other.split('/').at(-1) as string, { statusCode: 200 })).status).toBe(200);
    await expect(workshop.ask('web-trigger', { get: 'no-door' })).rejects.toThrow('Failed to get web trigger URL');
  });
});

describe('A person', () => {
  it('does in Jira what a person does, and is told in Jira’s words what does not go', async () => {
    const ben = workshop.host.as(agent);
    await ben.transition(workshop.ticket, 'In Progress');
    await ben.edit(workshop.ticket, { 'Account Manager': 'maya.ortiz@relay.example' });
    expect(await ben.search('status = "In Progress"')).toMatchObject([{ key: workshop.ticket }]);
    await expect(ben.transition(workshop.ticket, 'Nowhere')).rejects.toThrow('has no transition to Nowhere; it has');
    await expect(ben.edit(workshop.ticket, { summary: '' })).rejects.toThrow(/400 .*summary/iu);
    expect(() => workshop.host.as('nobody@relay.example')).toThrow('Nobody here is');
  });
});
