import { Clock } from '../../../../host/clock';
import { FaultBox } from '../../../../host/faults';
import { createJira, type Jira } from '../../../../host/jira';
import { type Site } from '../../../../host/jira/site';
import { type Caller, type ProductEvent } from '../../../../host/jira/types';
import { seeds } from '../../../../host/seeds';
import { watchDepartures } from '../../../support/openapi/watch';

/** Where this Jira departed from what Atlassian says of Jira, in the test that just ran. */
const departed: ReadonlySet<string>[] = [];

afterEach(() => {
  expect(departed.splice(0).flatMap((departures) => [...departures])).toEqual([]);
});

/** What came back. The body is whatever the operation answers; tests look into it freely. */
export interface Got {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
  readonly points: number;
}

/** Answers are read by path, as JSON.parse gives them; a wrong path fails the test. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Client {
  get(path: string): Promise<Got>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Got>;
  put(path: string, body?: unknown): Promise<Got>;
  del(path: string, body?: unknown): Promise<Got>;
}

const baseUrl = 'http://localhost:8080';

const allScopes = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-configuration',
  'manage:jira-project',
  'read:servicedesk-request',
  'write:servicedesk-request',
  'manage:servicedesk-customer',
];

/** The demo desk without what it grew since for other stories: these tests count its tickets. */
export function demoDesk(): Site {
  const demo = (seeds['demo'] as () => Site)();
  const later = ['Elm Street Bank', 'Fjord Credit Union'];
  return {
    ...demo,
    issues: (demo.issues ?? []).filter(
      ({ organizations = [] }) => !organizations.some((name) => later.includes(name)),
    ),
  };
}

/** The demo desk, or another site, at a fixed hour. */
export class Desk {
  readonly clock: Clock;
  readonly faults = new FaultBox();
  readonly jira: Jira;
  readonly events: ProductEvent[] = [];
  readonly appId: string;

  constructor({
    site = demoDesk(),
    start = '2026-03-02T14:00:00Z',
  }: { site?: Site; start?: string } = {}) {
    this.clock = new Clock(start);
    this.jira = createJira({ clock: this.clock, faults: this.faults, site, baseUrl });
    departed.push(watchDepartures(this.jira));
    this.jira.onEvent((event) => this.events.push(event));
    this.appId = this.jira.installApp({
      id: 'app',
      name: 'Relay app',
      entityProperties: [
        {
          entityType: 'issue',
          propertyKey: 'relay',
          values: [
            { path: 'state', type: 'string', searchAlias: 'relayState' },
            { path: 'due.at', type: 'date', searchAlias: 'relayDue' },
            { path: 'level', type: 'number', searchAlias: 'relayLevel' },
            { path: 'holder', type: 'user', searchAlias: 'relayHolder' },
            { path: 'note', type: 'text', searchAlias: 'relayNote' },
          ],
        },
      ],
    }).accountId;
  }

  /** `ben.ito` is ben.ito@relay.example. */
  id(name: string): string {
    const person = this.jira.person(`${name}@relay.example`);
    if (!person) throw new Error(`Nobody is called ${name}.`);
    return person.accountId;
  }

  as(name: string): Client {
    return this.client({ accountId: this.id(name) });
  }

  /** The app as itself, or as a person. */
  app({ scopes = allScopes, as }: { scopes?: readonly string[]; as?: string } = {}): Client {
    return this.client({
      accountId: as === undefined ? this.appId : this.id(as),
      app: { scopes: new Set(scopes), asApp: as === undefined },
    });
  }

  client(caller: Caller): Client {
    const send = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Got> => {
      const full = path.startsWith('/rest/')
        ? path
        : path.startsWith('/jsm/')
          ? path.replace('/jsm', '/rest/servicedeskapi')
          : `/rest/api/3${path}`;
      const init = {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const { response, points } = await this.jira.handle(
        new Request(baseUrl + full, init),
        caller,
      );
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? undefined : parse(text),
        headers: response.headers,
        points,
      };
    };
    return {
      get: (path) => send('GET', path),
      post: (path, body, headers) => send('POST', path, body, headers),
      put: (path, body) => send('PUT', path, body),
      del: (path, body) => send('DELETE', path, body),
    };
  }

  /** Sends a form, with files perhaps. */
  async upload(
    name: string,
    path: string,
    form: FormData,
    headers: Record<string, string>,
  ): Promise<Got> {
    const { response, points } = await this.jira.handle(
      new Request(baseUrl + path, { method: 'POST', body: form, headers }),
      { accountId: this.id(name) },
    );
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : parse(text),
      headers: response.headers,
      points,
    };
  }

  /** Takes the transition to the status of this name. */
  async move(
    name: string,
    key: string,
    status: string,
    more: Record<string, unknown> = {},
  ): Promise<Got> {
    const { body } = await this.as(name).get(`/issue/${key}/transitions`);
    const transition = body.transitions.find((one: Json) => one.to.name === status);
    if (!transition) throw new Error(`${key} has no way to ${status} for ${name}.`);
    return this.as(name).post(`/issue/${key}/transitions`, {
      transition: { id: transition.id },
      ...more,
    });
  }

  async status(key: string): Promise<string> {
    return (await this.as('alex.kim').get(`/issue/${key}?fields=status`)).body.fields.status.name;
  }

  async fieldId(name: string): Promise<string> {
    return (await this.as('alex.kim').get('/field')).body.find((field: Json) => field.name === name)
      .id;
  }

  /** Keys of what the query finds. */
  async search(jql: string, name = 'ben.ito'): Promise<string[]> {
    const got = await this.as(name).post('/search/jql', { jql, fields: ['key'], maxResults: 1000 });
    if (got.status !== 200) throw new Error(`${jql}: ${JSON.stringify(got.body)}`);
    return got.body.issues.map((issue: Json) => issue.key);
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A document of one paragraph that may mention people. */
export const adf = (text: string, ...mentioned: readonly string[]): Json => ({
  type: 'doc',
  version: 1,
  content: [
    {
      type: 'paragraph',
      content: [
        ...mentioned.map((id) => ({ type: 'mention', attrs: { id, text: '@someone' } })),
        { type: 'text', text },
      ],
    },
  ],
});

export const internal = [{ key: 'sd.public.comment', value: { internal: true } }];
