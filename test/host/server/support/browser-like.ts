// A site with the notes app in it, and a client that keeps its cookies.
import { join } from 'node:path';
import { createHost } from '../../../../host';
import type { StartHost } from '../../../../host/control/current-host';
import type { Host } from '../../../../host/host';
import { createSite, type LocalSite } from '../../../../host/local-site';
import { notesApp } from './notes-app';

/** Answers are read by path, as JSON.parse gives them; a wrong path fails the test. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Got {
  readonly status: number;
  readonly body: Json;
  readonly text: string;
  readonly headers: Headers;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Asks one origin, sending the cookies it was given. */
export class Client {
  #cookie = '';

  constructor(
    private readonly origin: string,
    private readonly answer: (request: Request) => Promise<Response>,
  ) {}

  async ask(method: string, path: string, { body, headers = {} }: Ask = {}): Promise<Got> {
    const sent =
      body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await this.answer(
      new Request(new URL(path, this.origin), {
        method,
        ...sent,
        headers: { ...(this.#cookie === '' ? {} : { cookie: this.#cookie }), ...headers },
      }),
    );
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    return {
      status: response.status,
      text,
      headers: response.headers,
      body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null,
    };
  }

  readonly get = (path: string, ask?: Ask): Promise<Got> => this.ask('GET', path, ask);
  readonly post = (path: string, body?: unknown): Promise<Got> => this.ask('POST', path, { body });
  readonly put = (path: string, body?: unknown): Promise<Got> => this.ask('PUT', path, { body });
  readonly del = (path: string): Promise<Got> => this.ask('DELETE', path);

  /** Chooses who sits there. */
  async become(email: string, host: Host): Promise<void> {
    await this.post('/__host/session', { accountId: host.jira.person(email)?.accountId });
  }
}

export interface TestSite {
  readonly site: LocalSite;
  readonly main: Client;
  readonly frames: Client;
  readonly dir: string;
  close(): Promise<void>;
}

/** @param start instead of a host with the notes app */
export async function aSite({
  start,
  seed = 'empty',
}: { start?: StartHost; seed?: string } = {}): Promise<TestSite> {
  const app = notesApp();
  const site = await createSite({
    start:
      start ??
      ((options) => createHost({ appDir: app.dir, bundle: app.bundle, setup: null, ...options })),
    seed,
    shellDir: join(app.dir, 'shell'),
  });
  return {
    site,
    main: new Client(site.url, site.main),
    frames: new Client(site.resourceUrl, site.resources),
    dir: app.dir,
    async close() {
      await site.stop();
      app.remove();
    },
  };
}

/** A ticket of the `empty` seed's project, raised by its customer. */
export async function aTicket({ host }: LocalSite): Promise<string> {
  const { key } = await host
    .as('nora.quist@relay.example')
    .raise({ project: 'HELP', requestType: 'Question', summary: 'Where is my order?' });
  await host.settled();
  return key;
}

export const basic = (email: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${email}:anything`).toString('base64')}`,
});
