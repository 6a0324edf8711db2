// Prints every method that a page may call, with the module whose page it is: as the resolvers say themselves, so that none
// is forgotten. A program of its own, because resolvers load what they answer with, and a list of tests cannot wait.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { PageResolver } from '../../src/forge/resolvers/thin';

const root = resolve(__dirname, '..', '..');

interface Manifest {
  readonly modules: Readonly<
    Record<
      string,
      readonly {
        readonly key: string;
        readonly handler?: string;
        readonly resolver?: { readonly function: string };
      }[]
    >
  >;
}

/** What the resolver of a module answers, as it was made from reads and declared acts. */
async function callsOf(handler: string): Promise<readonly string[]> {
  const [path = '', name = ''] = handler.split('.');
  const resolvers = (await import(join(root, 'src', path))) as Readonly<
    Record<string, PageResolver>
  >;
  return (await resolvers[name]?.calls()) ?? [];
}

async function everyMethod() {
  const { modules } = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as Manifest;
  const handlerOf = (key: string): string =>
    modules['function']?.find((one) => one.key === key)?.handler ?? '';
  const methods = await Promise.all(
    Object.values(modules)
      .flat()
      .map(async ({ key, resolver }) =>
        resolver === undefined
          ? []
          : (await callsOf(handlerOf(resolver.function))).map((call) => ({ module: key, call })),
      ),
  );
  return methods.flat();
}

// The SDK looks for its globals while it is loaded.
Object.assign(globalThis, {
  __forge_fetch__: async () => new Response('{}'),
  __forge_runtime__: {},
});
void everyMethod().then((methods) => process.stdout.write(JSON.stringify(methods)));
