// The one way out of a function: everything the SDK asks the platform for comes through here, and is on record.
import type { Clock } from '../clock';
import type { FaultBox } from '../faults';
import type { Jira } from '../jira';
import type { Call } from '../jira/types';
import type { StorageApi } from './kvs/api';
import type { StorageRates } from './kvs/rates';
import { latencyMs } from './limits';
import type { Manifest } from './manifest';
import type { AsyncEvents } from './async-events';
import { running, type Running } from './runtime';
import type { WebTriggers } from './web-triggers';

/** First argument of `__forge_fetch__` (proved with @forge/api 8.3.0). */
interface Kind {
  readonly type: string;
  readonly provider?: 'app' | 'user' | 'none';
  readonly remote?: string;
  readonly accountId?: string;
}

type Init = RequestInit & { readonly method: string };

interface Answered {
  readonly response: Response;
  readonly points: number;
  /** `app`, `nobody` or the account it was asked as. */
  readonly as: string;
}

export interface DoorWorld {
  readonly clock: Clock;
  readonly faults: FaultBox;
  readonly manifest: Manifest;
  readonly jira: Jira;
  readonly storage: StorageApi;
  readonly events: AsyncEvents;
  readonly webTriggers: WebTriggers;
  readonly appAccountId: () => string;
  readonly siteUrl: string;
  /** Do requests take time? */
  readonly latency: boolean;
  /** Null where storage takes whatever comes. */
  readonly rates: StorageRates | null;
}

/** Requests remembered. */
const remembered = 200_000;
/** What a function that was cut off gets for its requests: no answer, ever. */
const silence = (): Promise<Response> => new Promise(() => undefined);

/** Reading may be a POST: what is asked for stands in the body. */
const asksOnly = /\/(?:search|bulkfetch|permissions\/check|jql|expression|comment\/list)/u;

const writesToJira = (method: string, path: string): boolean =>
  path.startsWith('/rest/') && method !== 'GET' && !asksOnly.test(path);

export class Door {
  readonly calls: Call[] = [];
  readonly unmodelled: { at: string; what: string }[] = [];

  constructor(private readonly world: DoorWorld) {}

  /** `__forge_fetch__`. */
  readonly fetch = async (
    kind: unknown,
    path: string,
    init: RequestInit = {},
  ): Promise<Response> => {
    const run = running.getStore();
    if (run === undefined) throw new Error('The app asked for something outside any invocation.');
    const { faults } = this.world;
    const method = (init.method ?? 'GET').toUpperCase();
    if (run.requestsLeft !== null && (run.requestsLeft -= 1) < 0) run.die('timed-out');
    const at = { method, writes: writesToJira(method, path) };
    if (!run.dead && faults.strikes('crash-before', faults.current.crash.before, at))
      run.die('crashed');
    if (run.dead) return silence();
    const { response, points, as } = await this.#answer(
      kind as Kind,
      path,
      { ...init, method },
      run,
    );
    // Read once and made anew: to clone a response costs far more.
    const text = await response.text();
    const received = Buffer.byteLength(text);
    const sent = typeof init.body === 'string' ? Buffer.byteLength(init.body) : 0;
    this.#record(run, {
      as,
      method,
      path,
      status: response.status,
      points,
      bytes: { sent, received },
      ...((kind as Kind).type === 'kvs' ? { keys: keysIn(bodyOf({ ...init, method })) } : {}),
    });
    // It has happened; the news of it takes its time.
    if (this.world.latency) await this.world.clock.sleep(latencyMs[kindOf(kind as Kind)]);
    if (faults.strikes('crash-after', faults.current.crash.after, at)) run.die('crashed');
    return run.dead
      ? silence()
      : new Response(text === '' ? null : text, {
          status: response.status,
          headers: response.headers,
        });
  };

  #record(run: Running, call: Omit<Call, 'at' | 'invocation' | 'function'>): void {
    const at = new Date(this.world.clock.now()).toISOString();
    this.calls.push({ at, invocation: run.id, function: run.function, ...call });
    if (this.calls.length > remembered * 1.1) this.calls.splice(0, this.calls.length - remembered);
  }

  async #answer(kind: Kind, path: string, init: Init, run: Running): Promise<Answered> {
    if (kind.type === 'kvs')
      return { response: await this.#storage(path, init), points: 0, as: 'app' };
    if (kind.type === 'fpp' && kind.remote === 'jira') return this.#jira(kind, path, init, run);
    if (kind.type === 'fpp' && kind.remote === 'stargate') {
      const response =
        path === '/graphql'
          ? this.world.webTriggers.graphql(bodyOf(init))
          : this.world.events.handle(path, bodyOf(init), run.chain);
      if (response !== null) return { response, points: 0, as: 'app' };
    }
    const what = `${kind.type} ${kind.remote ?? ''} ${init.method} ${path}`;
    this.unmodelled.push({ at: new Date(this.world.clock.now()).toISOString(), what });
    return {
      response: Response.json(
        { errorMessage: `The local host does not model ${what}.` },
        { status: 501 },
      ),
      points: 0,
      as: 'app',
    };
  }

  /** Storage needs its scope, which Forge's lint does not ask for when only @forge/kvs is used. */
  async #storage(path: string, init: RequestInit): Promise<Response> {
    const { manifest, rates, storage } = this.world;
    if (!manifest.scopes.has('storage:app')) {
      return Response.json(
        { code: 'FORBIDDEN', message: 'The manifest does not declare the scope storage:app.' },
        { status: 403 },
      );
    }
    if (rates === null) return storage.handle(path, bodyOf(init));
    const sent = typeof init.body === 'string' ? Buffer.byteLength(init.body) : 0;
    const message = rates.refuses(path, sent);
    if (message !== null)
      return Response.json({ code: 'RATE_LIMIT_EXCEEDED', message }, { status: 429 });
    const response = storage.handle(path, bodyOf(init));
    rates.book(path, { sent, received: (await response.clone().arrayBuffer()).byteLength });
    return response;
  }

  async #jira(kind: Kind, path: string, init: Init, run: Running): Promise<Answered> {
    const { manifest, jira, siteUrl } = this.world;
    const app = this.world.appAccountId();
    const person =
      kind.provider === 'user'
        ? (kind.accountId ?? run.accountId)
        : kind.provider === 'app'
          ? app
          : null;
    if (kind.provider === 'user' && person === null)
      return { response: refused('NEEDS_AUTHENTICATION_ERR', 401), points: 0, as: 'nobody' };
    // Acting as somebody who is not there needs a scope that says so (manifest reference, "allowImpersonation").
    const absent = kind.provider === 'user' && person !== run.accountId;
    const scopes = absent ? manifest.impersonation : manifest.scopes;
    const request = new Request(new URL(path, siteUrl), {
      ...init,
      ...(init.body === undefined || init.body === null ? {} : { body: init.body }),
    });
    const { response, points } = await jira.handle(request, {
      accountId: person,
      app: { scopes, asApp: kind.provider === 'app' },
    });
    return { response, points, as: person === app ? 'app' : (person ?? 'nobody') };
  }
}

const kindOf = ({ type, remote }: Kind): keyof typeof latencyMs =>
  type === 'kvs' ? 'storage' : remote === 'jira' ? 'jira' : 'queue';

const bodyOf = (init: RequestInit): unknown =>
  typeof init.body === 'string' && init.body !== '' ? (JSON.parse(init.body) as unknown) : {};

/** What a request to storage names: keys, or the entity and index that a query looks through. */
function keysIn(body: unknown): readonly string[] {
  if (Array.isArray(body)) return body.flatMap(keysIn);
  const {
    key,
    entityName,
    indexName,
    set = [],
    check = [],
    delete: gone = [],
  } = body as Readonly<Record<string, unknown>>;
  if (typeof key === 'string') return [key];
  if (typeof indexName === 'string') return [`${String(entityName)} ${indexName}`];
  return [set, check, gone].flatMap(keysIn);
}

/** The header by which the proxy tells the SDK to throw (proved with @forge/api 8.3.0). */
const refused = (error: string, status: number): Response =>
  new Response('{}', { status, headers: { 'forge-proxy-error': error } });
