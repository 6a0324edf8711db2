// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { Workshop } from './support/workshop';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await Workshop.open();
});

/** Calls a web trigger whose function answers what it is told to. */
const call = (
  key: string,
  answer: unknown,
  more: { headers?: Record<string, string>; query?: Record<string, string> } = {},
) => workshop.host.callWebTrigger(key, { method: 'POST', body: JSON.stringify(answer), ...more });

describe('A web trigger', () => {
  it('gets the request, each header and parameter as a list, and no person', async () => {
    await call(
      'open-door',
      { statusCode: 200 },
      { headers: { 'X-Sender': 'bank' }, query: { page: '2' } },
    );
    const [seen] = workshop.noted('web');
    expect(seen?.payload).toMatchObject({
      method: 'POST',
      headers: { 'X-Sender': ['bank'] },
      queryParameters: { page: ['2'] },
      body: '{"statusCode":200}',
    });
    expect(seen?.context).not.toHaveProperty('principal');
  });

  it('answers with status, headers and body of its function', async () => {
    const answer = {
      statusCode: 201,
      headers: { 'content-type': ['application/json'], vary: ['a', 'b'] },
      body: '{"made":true}',
    };
    expect(await call('open-door', answer)).toEqual({
      status: 201,
      headers: { 'content-type': 'application/json', vary: 'a, b' },
      body: '{"made":true}',
    });
  });

  it.each([
    ['no status', {}],
    ['a status that is none', { statusCode: 42 }],
    ['a body that is no text', { statusCode: 200, body: { no: 'text' } }],
    ['nothing', null],
  ])('whose function answers %s gives 500 (web-trigger-500)', async (_what, answer) => {
    expect((await call('open-door', answer)).status).toBe(500);
  });

  it('whose function throws gives 500, and the failure is on record', async () => {
    const { status } = await workshop.host.callWebTrigger('open-door', {
      method: 'POST',
      body: 'no json',
    });
    expect(status).toBe(500);
    expect(workshop.host.invocations().at(-1)).toMatchObject({
      module: 'open-door',
      function: 'on-web',
      outcome: 'failed',
      error: expect.stringContaining('JSON') as string,
    });
  });

  it('that is not there gives 404 without asking the app', async () => {
    const before = workshop.host.invocations().length;
    expect((await call('no-door', {})).status).toBe(404);
    expect(workshop.host.invocations()).toHaveLength(before);
    expect(() => workshop.host.webTriggerUrl('no-door')).toThrow(
      'The manifest has no web trigger no-door.',
    );
  });
});

describe('A static web trigger (web-trigger-static)', () => {
  it('answers the output its function names', async () => {
    expect(await call('narrow-door', { outputKey: 'taken' })).toEqual({
      status: 202,
      headers: { 'content-type': 'text/plain' },
      body: 'Taken.',
    });
  });

  it.each([[{ outputKey: 'other' }], [{ statusCode: 200, body: 'mine' }]])(
    'answers nothing else: %j',
    async (answer) => {
      expect((await call('narrow-door', answer)).status).toBe(500);
    },
  );
});

describe('The address of a web trigger', () => {
  it('is what the app is told it is', async () => {
    const url = workshop.host.webTriggerUrl('open-door');
    expect(url).toMatch(/^http:\/\/localhost:8080\/x1\/[\w-]+$/u);
    expect(await workshop.ask('web-trigger', { get: 'open-door' })).toBe(url);
    expect(await workshop.ask('web-trigger', {})).toEqual([
      { moduleKey: 'open-door', url },
      { moduleKey: 'narrow-door', url: workshop.host.webTriggerUrl('narrow-door') },
    ]);
  });

  it('is another one when the app asks for it, and the old one is dead', async () => {
    const old = workshop.host.webTriggerUrl('open-door');
    const fresh = await workshop.ask<string>('web-trigger', { get: 'open-door', fresh: true });
    expect(fresh).not.toBe(old);
    expect(workshop.host.webTriggerUrl('open-door')).toBe(fresh);
    const last = (url: string): string => url.split('/').at(-1) ?? '';
    expect((await call(last(old), { statusCode: 200 })).status).toBe(404);
    expect((await call(last(fresh), { statusCode: 200 })).status).toBe(200);
  });

  it('is dead once the app deletes it', async () => {
    await workshop.ask('web-trigger', { remove: workshop.host.webTriggerUrl('open-door') });
    expect((await call('open-door', { statusCode: 200 })).status).toBe(404);
  });

  it('of a web trigger that is not in the manifest is an error', async () => {
    await expect(workshop.ask('web-trigger', { get: 'no-door' })).rejects.toThrow(
      'Failed to get web trigger URL',
    );
  });
});
