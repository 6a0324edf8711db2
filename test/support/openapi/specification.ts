// Atlassian's OpenAPI descriptions of Jira and JSM, where they are at hand. They are not part of this project: get
// https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json as jira-v3.json and
// https://developer.atlassian.com/cloud/jira/service-desk/swagger.v3.json as jsm.json, and name their folder.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { correct } from './corrections';

export type Schema = Readonly<Record<string, unknown>>;

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly required?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema & {
    readonly type?: string;
    readonly items?: { readonly type?: string };
  };
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media>>;
  readonly security?: readonly { readonly OAuth2?: readonly string[] }[];
  readonly 'x-atlassian-oauth2-scopes'?: readonly {
    readonly state: string;
    readonly scheme: string;
    readonly scopes: readonly string[];
  }[];
}

export interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, Described>> & { readonly parameters?: readonly Parameter[] }
    >
  >;
  readonly components: { readonly schemas: Record<string, Record<string, unknown>> };
}

/** One operation as Atlassian describes it. */
export interface SpecifiedOperation {
  readonly method: string;
  readonly path: string;
  readonly described: Described;
  readonly parameters: readonly Parameter[];
  /** The document its references point into. */
  readonly document: Document;
  /** The classic scopes it needs. */
  readonly scopes: readonly string[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];
const files = ['jira-v3.json', 'jsm.json'];

/** The folder of the descriptions, or null. */
export function openApiFolder(): string | null {
  const wanted = [
    process.env['JIRA_OPENAPI_DIR'],
    resolve(__dirname, '../../../../shared/openapi'),
  ];
  return (
    wanted.find(
      (place): place is string =>
        place !== undefined && files.every((file) => existsSync(join(place, file))),
    ) ?? null
  );
}

/** The old form names classic scopes as `security`; the new one lists classic and granular ones side by side. */
function scopesOf(described: Described): string[] {
  const classic = (described.security ?? []).flatMap(({ OAuth2 }) => OAuth2 ?? []);
  const current = (described['x-atlassian-oauth2-scopes'] ?? [])
    .filter(({ state }) => state === 'Current')
    .flatMap(({ scopes }) => scopes);
  return [...new Set(current.length > 0 ? current : classic)];
}

let loaded: readonly SpecifiedOperation[] | null = null;

/** Every operation of both products. @throws Error when the descriptions are not there */
export function specification(): readonly SpecifiedOperation[] {
  const folder = openApiFolder();
  if (folder === null)
    throw new Error('Set JIRA_OPENAPI_DIR to a folder with jira-v3.json and jsm.json.');
  loaded ??= files.flatMap((file) => {
    const document = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Document;
    correct(document);
    return Object.entries(document.paths).flatMap(([path, item]) =>
      methods.flatMap((method): SpecifiedOperation[] => {
        const described = item[method];
        if (described === undefined) return [];
        const parameters = [...(item.parameters ?? []), ...(described.parameters ?? [])];
        return [
          {
            method: method.toUpperCase(),
            path,
            described,
            parameters,
            document,
            scopes: scopesOf(described),
          },
        ];
      }),
    );
  });
  return loaded;
}

type Shaped = readonly {
  readonly operation: SpecifiedOperation;
  readonly segments: readonly string[];
}[];
let byShape: ReadonlyMap<string, Shaped> | null = null;

const shapeOf = (method: string, segments: readonly string[]): string =>
  `${method} ${segments.length}`;

/** Operations by method and length of the path; those with more literal segments first. */
function shapes(): ReadonlyMap<string, Shaped> {
  const literal = (segments: readonly string[]): number =>
    segments.filter((segment) => !segment.startsWith('{')).length;
  const all = specification().map((operation) => ({
    operation,
    segments: operation.path.split('/'),
  }));
  all.sort((one, other) => literal(other.segments) - literal(one.segments));
  const grouped = new Map<string, Shaped[number][]>();
  for (const one of all) {
    const shape = shapeOf(one.operation.method, one.segments);
    grouped.set(shape, [...(grouped.get(shape) ?? []), one]);
  }
  return grouped;
}

/** The operation a request means; a literal segment wins over a parameter. */
export function operationFor(method: string, pathname: string): SpecifiedOperation | null {
  byShape ??= shapes();
  const wanted = pathname.split('/');
  const candidates = byShape.get(shapeOf(method, wanted)) ?? [];
  return (
    candidates.find(({ segments }) =>
      segments.every((segment, place) => segment.startsWith('{') || segment === wanted[place]),
    )?.operation ?? null
  );
}
