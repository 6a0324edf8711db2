import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { UiModule } from '../host';

/** A function of the app: what runs, and for how long it may. */
export interface FunctionModule {
  readonly key: string;
  /** The file of its handler in the app's sources, without its ending: each makes a bundle of its own. */
  readonly file: string;
  /** Name of the export in that file. */
  readonly exported: string;
  /** Only where the manifest says so; otherwise what invokes it decides. */
  readonly timeoutSeconds: number | null;
}

export interface TriggerModule {
  readonly key: string;
  readonly function: string;
  readonly events: readonly string[];
  readonly ignoreSelf: boolean;
  readonly expression: string | null;
  readonly onError: 'IGNORE' | 'IGNORE_AND_LOG' | 'RECEIVE' | 'RECEIVE_AND_LOG';
}

export interface EntityModule {
  readonly name: string;
  readonly attributes: Readonly<Record<string, 'string' | 'integer' | 'float' | 'boolean' | 'any'>>;
  readonly indexes: readonly {
    readonly name: string;
    readonly partition: readonly string[];
    readonly range: string | null;
  }[];
}

export interface WebTriggerModule {
  readonly key: string;
  readonly function: string;
  /** Static web triggers answer with one of these and nothing else. */
  readonly outputs:
    | readonly {
        readonly key: string;
        readonly statusCode: number;
        readonly contentType: string;
        readonly body: string;
      }[]
    | null;
}

/** A rule for the transitions of workflows. */
export interface ValidatorModule {
  readonly key: string;
  /** Null for one that runs a function, which this host does not model. */
  readonly expression: string | null;
  /** Said where the expression gives no words of its own. */
  readonly errorMessage: string;
}

/** The parts of a manifest that the platform acts on. */
export interface Manifest {
  readonly appId: string;
  readonly title: string;
  readonly functions: ReadonlyMap<string, FunctionModule>;
  readonly ui: readonly (UiModule & {
    readonly resolver: string | null;
    readonly status: string | null;
  })[];
  readonly triggers: readonly TriggerModule[];
  readonly consumers: readonly {
    readonly key: string;
    readonly queue: string;
    readonly function: string;
  }[];
  readonly schedules: readonly {
    readonly key: string;
    readonly function: string;
    readonly interval: Interval;
  }[];
  readonly webTriggers: readonly WebTriggerModule[];
  readonly validators: readonly ValidatorModule[];
  readonly entities: ReadonlyMap<string, EntityModule>;
  readonly entityProperties: readonly {
    entityType: string;
    propertyKey: string;
    values: { path: string; type: string; searchAlias?: string }[];
  }[];
  readonly scopes: ReadonlySet<string>;
  /** Scopes that allow acting as a person who is not there. */
  readonly impersonation: ReadonlySet<string>;
  /** Hosts functions may call. */
  readonly egress: readonly string[];
  readonly resources: ReadonlyMap<string, string>;
  readonly permissions: unknown;
}

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

type Raw = Record<string, unknown>;
const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const functionOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : textOf((value as Raw | undefined)?.['function']);

/** @throws Error when there is no manifest, it has no app id, or a handler does not name a file and an export */
export function readManifest(appDir: string): Manifest {
  const raw = parse(readFileSync(join(appDir, 'manifest.yml'), 'utf8')) as Raw;
  const app = (raw['app'] ?? {}) as Raw;
  const modules = (raw['modules'] ?? {}) as Record<string, unknown>;
  const permissions = (raw['permissions'] ?? {}) as Raw;
  const appId = textOf(app['id']);
  if (appId === null) throw new Error(`manifest.yml in ${appDir} has no app.id.`);
  const ui = Object.entries(modules).flatMap(([type, list]) =>
    listOf(list)
      .filter(({ resource }) => resource !== undefined)
      .map((module) => uiModule(type, module)),
  );
  return {
    appId,
    title: ui[0]?.title ?? 'Forge app',
    functions: new Map(
      listOf(modules['function']).map((module) => [String(module['key']), functionModule(module)]),
    ),
    ui,
    triggers: listOf(modules['trigger']).map(triggerModule),
    consumers: listOf(modules['consumer']).map((module) => ({
      key: String(module['key']),
      queue: String(module['queue']),
      function: functionOf(module['function']) ?? '',
    })),
    schedules: listOf(modules['scheduledTrigger']).map((module) => ({
      key: String(module['key']),
      function: functionOf(module['function']) ?? '',
      interval: module['interval'] as Interval,
    })),
    webTriggers: listOf(modules['webtrigger']).map(webTriggerModule),
    validators: listOf(modules['jira:workflowValidator']).map((module) => ({
      key: String(module['key']),
      expression: textOf(module['expression']),
      errorMessage: textOf(module['errorMessage']) ?? 'This transition is not valid.',
    })),
    entities: new Map(
      listOf((app['storage'] as Raw | undefined)?.['entities']).map((entity) => [
        String(entity['name']),
        entityModule(entity),
      ]),
    ),
    entityProperties: listOf(
      modules['jira:entityProperty'],
    ) as unknown as Manifest['entityProperties'],
    ...scopesOf(permissions['scopes']),
    egress: egressOf(permissions),
    resources: new Map(
      listOf(raw['resources']).map((resource) => [
        String(resource['key']),
        join(appDir, String(resource['path'])),
      ]),
    ),
    permissions,
  };
}

/** As @forge/manifest 13.7.0 has it: a file in `src`, in a folder or not, and its export. */
const handlerShape =
  /^(?<file>[\p{Alpha}\d_-]+(?:\/[\p{Alpha}\d_-]+)*)\.(?<exported>[\p{Alpha}\d_-]+)$/u;

/** @throws Error for a handler that Forge would not take */
function functionModule(module: Raw): FunctionModule {
  const { file, exported } = handlerShape.exec(String(module['handler']))?.groups ?? {};
  if (file === undefined || exported === undefined) {
    throw new Error(
      `Function ${String(module['key'])} names ${String(module['handler'])}. A handler is a file in src and its export, such as index.answer.`,
    );
  }
  return {
    key: String(module['key']),
    file,
    exported,
    timeoutSeconds: typeof module['timeoutSeconds'] === 'number' ? module['timeoutSeconds'] : null,
  };
}

function uiModule(type: string, module: Raw): Manifest['ui'][number] {
  const optional = (name: 'label' | 'icon' | 'description'): object => {
    const value = textOf(module[name]) ?? (name === 'icon' ? textOf(module['thumbnail']) : null);
    return value === null ? {} : { [name]: value };
  };
  const edit = textOf((module['edit'] as Raw | undefined)?.['resource']);
  const status = functionOf(module['dynamicProperties']);
  return {
    key: String(module['key']),
    type,
    title: textOf(module['title']) ?? String(module['key']),
    resource: String(module['resource']),
    ...(edit === null ? {} : { editResource: edit }),
    ...optional('label'),
    ...optional('icon'),
    ...optional('description'),
    hasStatus: status !== null,
    unlicensedAccess: Array.isArray(module['unlicensedAccess'])
      ? module['unlicensedAccess'].map(String)
      : [],
    resolver: functionOf(module['resolver']),
    status,
  };
}

function triggerModule(module: Raw): TriggerModule {
  const filter = (module['filter'] ?? {}) as Raw;
  return {
    key: String(module['key']),
    function: functionOf(module['function']) ?? '',
    events: Array.isArray(module['events']) ? module['events'].map(String) : [],
    ignoreSelf: filter['ignoreSelf'] === true,
    expression: textOf(filter['expression']),
    onError: (textOf(filter['onError']) ?? 'IGNORE_AND_LOG') as TriggerModule['onError'],
  };
}

function webTriggerModule(module: Raw): WebTriggerModule {
  const response = (module['response'] ?? {}) as Raw;
  const outputs = response['type'] === 'static' ? listOf(response['outputs']) : null;
  return {
    key: String(module['key']),
    function: functionOf(module['function']) ?? '',
    outputs:
      outputs?.map((output) => ({
        key: String(output['key']),
        statusCode: Number(output['statusCode'] ?? 200),
        contentType: textOf(output['contentType']) ?? 'text/plain',
        body: textOf(output['body']) ?? '',
      })) ?? null,
  };
}

function entityModule(entity: Raw): EntityModule {
  const attributes = Object.entries((entity['attributes'] ?? {}) as Record<string, Raw>);
  const indexes = Array.isArray(entity['indexes']) ? (entity['indexes'] as (string | Raw)[]) : [];
  return {
    name: String(entity['name']),
    attributes: Object.fromEntries(attributes.map(([name, { type }]) => [name, type as 'string'])),
    indexes: indexes.map((index) =>
      typeof index === 'string'
        ? { name: index, partition: [], range: index }
        : {
            name: String(index['name']),
            partition: ((index['partition'] ?? []) as string[]).map(String),
            range: textOf((index['range'] as string[] | undefined)?.[0]),
          },
    ),
  };
}

/** Scopes are a list, or a map in which each says whether it allows impersonation. */
function scopesOf(scopes: unknown): Pick<Manifest, 'scopes' | 'impersonation'> {
  if (Array.isArray(scopes))
    return { scopes: new Set(scopes.map(String)), impersonation: new Set() };
  const entries = Object.entries(
    (scopes ?? {}) as Record<string, { allowImpersonation?: boolean } | null>,
  );
  return {
    scopes: new Set(entries.map(([scope]) => scope)),
    impersonation: new Set(
      entries.filter(([, options]) => options?.allowImpersonation === true).map(([scope]) => scope),
    ),
  };
}

function egressOf(permissions: Raw): string[] {
  const fetch = ((permissions['external'] ?? {}) as Raw)['fetch'] as Raw | undefined;
  const backend = fetch?.['backend'];
  return Array.isArray(backend)
    ? backend.map((one) => (typeof one === 'string' ? one : String((one as Raw)['address'] ?? '')))
    : [];
}
