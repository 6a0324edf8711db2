import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHost } from '../../../host';
import type { StartHost } from '../../../host/control/current-host';
import { listen, type LocalServer, PortTaken } from '../../../host/server';
import { basic } from './support/browser-like';
import { notesApp } from './support/notes-app';

const app = notesApp();
afterAll(() => app.remove());
const start: StartHost = (options) =>
  createHost({ appDir: app.dir, bundle: app.bundle, setup: null, ...options });

const taking = (port: number): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe('the local server', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await listen({ port: 0, seed: 'empty', start });
  });
  afterAll(() => server.close());

  it('answers on two origins that differ in name and port', async () => {
    const [main, frames] = [new URL(server.url), new URL(server.resourceUrl)];
    expect([main.hostname, frames.hostname]).toEqual(['localhost', '127.0.0.1']);
    expect(frames.port).not.toBe(main.port);
    expect(
      ((await (await fetch(`${server.url}/__host/health`)).json()) as { ok: boolean }).ok,
    ).toBe(true);
    expect(
      (await fetch(`${server.resourceUrl}/r/main/index.html`)).headers.get(
        'content-security-policy',
      ),
    ).toContain(main.host);
  });

  it('links to itself', async () => {
    const answer = (await (
      await fetch(`${server.url}/rest/api/3/myself`, { headers: basic('ben.ito@relay.example') })
    ).json()) as { self: string };
    expect(answer.self.startsWith(server.url)).toBe(true);
  });

  it('takes bodies of requests over a socket', async () => {
    const response = await fetch(`${server.url}/__host/clock`, {
      method: 'POST',
      body: '{"advance":"PT5M"}',
    });
    expect(await response.json()).toMatchObject({
      running: false,
      now: expect.stringMatching(/:05:00.000Z$/u),
    });
  });

  it('streams what changes, as it happens', async () => {
    const controller = new AbortController();
    const { body, headers } = await fetch(`${server.url}/__host/stream`, {
      signal: controller.signal,
    });
    expect(headers.get('content-type')).toContain('text/event-stream');
    const seen: { type: string; [name: string]: unknown }[] = [];
    const reading = (async () => {
      let text = '';
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString('utf8');
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        seen.push(
          ...parts
            .filter((part) => part.startsWith('data: '))
            .map((part) => JSON.parse(part.slice(6)) as { type: string }),
        );
        if (seen.some(({ type }) => type === 'reset')) return;
      }
    })();
    const { site } = server;
    const { key } = await site.host
      .as('nora.quist@relay.example')
      .raise({ project: 'HELP', requestType: 'Question', summary: 'Hello?' });
    await fetch(`${server.url}/__host/faults`, { method: 'PUT', body: '{"seed":4}' });
    await fetch(`${server.url}/__host/clock`, { method: 'POST', body: '{"advance":"PT1M"}' });
    await fetch(`${server.url}/__host/reset`, { method: 'POST', body: '{}' });
    await reading;
    controller.abort();
    expect(seen[0]).toEqual({ type: 'clock', now: expect.any(String), running: false });
    expect(seen).toContainEqual(
      expect.objectContaining({ type: 'issue-changed', issueKey: key, what: 'created' }),
    );
    expect(seen).toContainEqual({ type: 'faults' });
    expect(seen).toContainEqual({ type: 'reset', seed: 'empty' });
    expect(seen.filter(({ type }) => type === 'clock')).toHaveLength(2);
  });
});

describe('a port', () => {
  it('that is taken is named, with the remedy', async () => {
    const other = await taking(0);
    await expect(listen({ port: portOf(other), seed: 'empty', start })).rejects.toThrow(PortTaken);
    await expect(listen({ port: portOf(other), seed: 'empty', start })).rejects.toThrow(
      new RegExp(`Port ${portOf(other)} is taken.*PORT=`, 'u'),
    );
    other.close();
  });

  it('that is taken next door only moves the pages of the app', async () => {
    const first = await listen({ port: 0, seed: 'empty', start });
    const port = Number(new URL(first.url).port);
    await first.close();
    const other = await taking(port + 1);
    const second = await listen({ port, seed: 'empty', start });
    expect(Number(new URL(second.resourceUrl).port)).toBeGreaterThan(port + 1);
    await second.close();
    other.close();
  });

  it('is free again after closing, with a stream still open, and when the site could not be made', async () => {
    const first = await listen({ port: 0, seed: 'empty', start });
    const port = Number(new URL(first.url).port);
    const open = await fetch(`${first.url}/__host/stream`);
    await first.close();
    await open.text().catch(() => undefined);
    await expect(
      listen({ port, seed: 'empty', start: () => Promise.reject(new Error('No site today.')) }),
    ).rejects.toThrow('No site today.');
    const again = await listen({ port, seed: 'empty', start });
    expect(again.url).toBe(first.url);
    await again.close();
  });
});
