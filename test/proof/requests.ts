// The requests the app's text makes. Each stands there in full, so that Atlassian's lint and this can read them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { operations } from '../../host/jira/operations';
import type { Operation } from '../../host/jira/operation';

const root = resolve(__dirname, '..', '..');

/** Every script that ships: the functions and the pages, without what is built. */
function scripts(): { readonly file: string; readonly text: string }[] {
  return ['src', 'static'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/u.test(file) && !file.startsWith('build'))
      .map((file) => ({
        file: join(folder, file),
        text: readFileSync(join(root, folder, file), 'utf8'),
      })),
  );
}

const written =
  /\brequestJira\(\s*(?:route)?`(?<path>[^`]+)`,\s*\{\s*method: '(?<method>[A-Z]+)'/gu;

/** Places that name `requestJira` otherwise than in a request written out: only the type of the SDK may. */
export const unreadable = (): string[] =>
  scripts().flatMap(({ file, text }) =>
    (text.match(/\brequestJira\((?!\s*path: Route)/gu) ?? []).length ===
    [...text.matchAll(written)].length
      ? []
      : [file],
  );

/** A request's path without its query, each value in it as `{}`. */
const shapeOf = (path: string): string =>
  path.replace(/\?.*$/u, '').replace(/\$?\{[^}]*\}/gu, '{}');

/** Such as `GET /rest/api/3/field`, with the operation of the table; null when the table has none. */
export function writtenRequests(): Map<string, Operation | null> {
  const requests = scripts().flatMap(({ text }) =>
    [...text.matchAll(written)].map(
      ({ groups = {} }) => [groups['method'] ?? '', shapeOf(groups['path'] ?? '')] as const,
    ),
  );
  return new Map(
    requests.map(([method, path]) => [
      `${method} ${path}`,
      operations.find((one) => one.method === method && shapeOf(one.path) === path) ?? null,
    ]),
  );
}

/** The operation that a request of a running app was; a literal segment wins over a parameter. */
export function operationOf(method: string, path: string): Operation | undefined {
  const { pathname } = new URL(path, 'http://jira');
  return operations
    .filter(
      (one) =>
        one.method === method &&
        new RegExp(`^${one.path.replace(/\{[^}]+\}/gu, '[^/]+')}$`, 'u').test(pathname),
    )
    .sort((one, other) => one.path.split('{').length - other.path.split('{').length)[0];
}
