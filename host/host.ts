// What a local host offers, to tests in process and to the HTTP surface around it.
import type { Clock } from './clock';
import type { FaultBox } from './faults';
import type { Jira } from './jira';
import type { Site } from './jira/site';
import type { Call, Notification } from './jira/types';

/** A call into the app made once, after install: how a demo is set up the way an administrator would do it. */
export interface SetupCall {
  /** E-mail or account id of who calls. */
  readonly as: string;
  readonly module: string;
  readonly call: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Parts of the payload that stand in JSON files, relative to the set-up file: `{ "configuration": "file.json" }`. */
  readonly payloadFiles?: Readonly<Record<string, string>>;
  readonly issue?: string;
}

export interface HostOptions {
  /** Folder of the app: its manifest.yml and src. Default: the repository. */
  readonly appDir?: string;
  /** Bundles made elsewhere, instead of bundling `src`: a folder with one per file of handlers, or one file for all. */
  readonly bundle?: string;
  /** Name of a seed, or a site of one's own. Default `demo`. */
  readonly seed?: string | Site;
  /** The first instant. Default 2026-03-02T14:00:00Z, a Monday at nine in New York. */
  readonly start?: string;
  /** Seed of the dice of all faults. */
  readonly faultSeed?: number;
  /** Set-up file or calls; null for none. Default: `demo/setup.json` of the app when the seed is `demo`. */
  readonly setup?: string | readonly SetupCall[] | null;
  /** Where people reach it, for links in answers. Default http://localhost:8080. */
  readonly baseUrl?: string;
  /** A new instance of the app every so many invocations; 0 keeps one warm for ever. */
  readonly coldStartEvery?: number;
  /** For how many hours storage still gives out values whose time is over. Default 48, the most that Forge says. */
  readonly expiredHours?: number;
  /** Real milliseconds after which a function that does not end is cut off. Default 30,000, or its own limit. */
  readonly patienceMs?: number;
  /** Points that the app's other sites take of each hour's quota, which all its sites share. Default 0. */
  readonly pointsElsewhere?: number;
  /** Requests and functions take virtual time, and time limits are of virtual time. Default false: nothing takes any. */
  readonly latency?: boolean;
  /** Storage turns down what is more than its rates of a second and a minute. Default false. */
  readonly storageRates?: boolean;
  /** Where Atlassian's words about points can be read in two ways, they are read as the dearer one. Default false. */
  readonly carefulPoints?: boolean;
}

/** One run of a function. */
export interface Invocation {
  readonly id: string;
  /** Virtual time at which it began. */
  readonly at: string;
  readonly module: string;
  readonly function: string;
  /** What a page called; null for what is no page's. */
  readonly call: string | null;
  readonly outcome: 'running' | 'done' | 'failed' | 'crashed' | 'timed-out' | 'retry-requested';
  /** Real milliseconds it took. */
  readonly ms: number;
  /** How many deliveries of the same thing came before. */
  readonly retries: number;
  readonly error?: string;
}

export interface LogLine {
  readonly at: string;
  readonly invocation: string;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** What a page in a module would call. */
export interface PageCall {
  readonly module: string;
  readonly issue?: string;
  /** Key of the project that a project page stands in. */
  readonly project?: string;
  /** E-mail or account id. */
  readonly as: string;
  readonly call: string;
  readonly payload?: unknown;
  /** More of the extension context, such as `{ gadgetConfiguration }` or `{ modal }`. */
  readonly extension?: Readonly<Record<string, unknown>>;
  /** As if the platform let everybody onto every page: what is then refused, the app's own functions refuse. */
  readonly letIn?: boolean;
}

/** A module of the manifest that people see. */
export interface UiModule {
  readonly key: string;
  /** Such as `jira:issueContext`. */
  readonly type: string;
  readonly title: string;
  readonly resource: string;
  readonly editResource?: string;
  readonly label?: string;
  readonly icon?: string;
  readonly description?: string;
  readonly hasStatus: boolean;
  readonly unlicensedAccess: readonly string[];
}

export interface Host {
  readonly clock: Clock;
  readonly jira: Jira;
  readonly faults: FaultBox;
  readonly app: {
    readonly id: string;
    readonly name: string;
    readonly dir: string;
    readonly accountId: string;
  };
  /** A person at work: what they do in Jira, over the same REST API as everybody. */
  as(person: string): PersonClient;
  /** What the page in that module would get. Rejects as the page's `invoke` would. */
  invoke(call: PageCall): Promise<unknown>;
  /** The context Forge would give a page; null when the person may not see the module there. */
  context(
    call: Omit<PageCall, 'call' | 'payload'>,
  ): Promise<Readonly<Record<string, unknown>> | null>;
  /** What the module's `dynamicProperties` function answers for an issue; null when it has none. */
  moduleStatus(module: string, issue: string): Promise<unknown>;
  modules(): readonly UiModule[];
  /** Files of a resource of the manifest, as a folder on this machine. */
  resourceDir(resource: string): string;
  /** An ISO duration such as `PT4H`, or milliseconds. Everything that falls due on the way runs to its end. */
  advance(duration: string | number): Promise<void>;
  settled(): Promise<void>;
  /** Requests the app made, since an instant. */
  calls(since?: string): readonly Call[];
  clearCalls(): void;
  invocations(): readonly Invocation[];
  logs(): readonly LogLine[];
  mail(): readonly Notification[];
  /** Everything touched that is not modelled: Jira's operations and the platform's. */
  unmodelled(): readonly { readonly at: string; readonly what: string }[];
  webTriggerUrl(key: string): string;
  /** Calls a web trigger as somebody outside would. */
  callWebTrigger(
    key: string,
    request: {
      method: string;
      headers?: Record<string, string>;
      query?: Record<string, string>;
      body?: string;
    },
  ): Promise<{ status: number; headers: Record<string, string>; body: string }>;
  /** Every stored row, for tests that look for what must not be there. */
  storage(): readonly StoredRow[];
  /** Puts rows into storage as they are, for a site that begins in the middle of its life. */
  restore(rows: Iterable<StoredRow>): void;
  /** Told whenever something in Jira changed, the clock moved or faults were set. */
  onChange(listener: (change: HostChange) => void): () => void;
  /** Takes the app off the site, as an administrator does; Jira goes on without it. */
  uninstall(): Promise<void>;
  stop(): Promise<void>;
}

/** A row of the app's storage. */
export interface StoredRow {
  readonly key: string;
  /** Null for a plain value. */
  readonly entity: string | null;
  readonly value: unknown;
}

export type HostChange =
  | {
      readonly kind: 'issue-changed';
      readonly issueKey: string;
      readonly issueId: string;
      readonly what: 'updated' | 'commented' | 'created' | 'deleted';
      readonly actor: string | null;
    }
  | { readonly kind: 'clock'; readonly now: string }
  | { readonly kind: 'faults' };

export interface RestAnswer<T = unknown> {
  readonly status: number;
  readonly body: T;
}

/** What a person does in Jira. Methods throw with Jira's own words when Jira refuses. */
export interface PersonClient {
  readonly accountId: string;
  request<T = unknown>(method: string, path: string, body?: unknown): Promise<RestAnswer<T>>;
  /** Adds a comment; `internal` by default, tagging `mention` (people by e-mail or account id) first. */
  comment(
    issue: string,
    text: string,
    options?: { public?: boolean; mention?: readonly string[] },
  ): Promise<{ id: string }>;
  /** Replies on the portal, as a customer does. */
  reply(issue: string, text: string): Promise<void>;
  /** Attaches a file in Jira; answers its id. */
  attach(issue: string, filename: string, content: string, mimeType?: string): Promise<string>;
  /** Takes the transition to the status of that name. */
  transition(issue: string, status: string): Promise<void>;
  /** Sets fields by id or name; people by e-mail. */
  edit(issue: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** Raises a request through the portal API. */
  raise(request: {
    project: string;
    requestType: string;
    summary: string;
    description?: string;
    onBehalfOf?: string;
    organizations?: readonly string[];
  }): Promise<{ id: string; key: string }>;
  get<T = Record<string, unknown>>(issue: string, query?: string): Promise<T>;
  search(
    jql: string,
    fields?: readonly string[],
  ): Promise<readonly { id: string; key: string; fields: Record<string, unknown> }[]>;
}
