import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { manifestProblems } from '../../host/control/check-manifest';

const root = join(__dirname, '..', '..');
interface Manifest {
  modules: Record<
    string,
    {
      key: string;
      function?: string | { function: string };
      resolver?: { function: string };
      dynamicProperties?: { function: string };
      handler?: string;
      resource?: string;
      timeoutSeconds?: number;
    }[]
  >;
  resources: { key: string; path: string }[];
  permissions: { scopes: string[]; external?: unknown };
}
const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as Manifest;
const functions = manifest.modules['function'] ?? [];
const camel = (key: string): string =>
  key.replace(/-([a-z])/gu, (_all, letter: string) => letter.toUpperCase());

describe('the manifest', () => {
  it.each(functions.map(({ key, handler }) => [key, handler]))(
    'function %s is exported under its own name',
    (key, handler) => {
      const [file, exported] = (handler as string).split('.');
      expect(exported).toBe(camel(key));
      expect(readFileSync(join(root, 'src', `${file}.ts`), 'utf8')).toMatch(
        new RegExp(`^export (async function|const) ${exported}\\b`, 'mu'),
      );
    },
  );

  it('has a module for each function, and each module names one that exists', () => {
    const used = Object.entries(manifest.modules).flatMap(([kind, modules]) =>
      kind === 'function'
        ? []
        : modules.flatMap((module) =>
            [module.function, module.resolver?.function, module.dynamicProperties?.function].filter(
              (one) => typeof one === 'string',
            ),
          ),
    );
    expect([...new Set(used)].sort()).toEqual(functions.map(({ key }) => key).sort());
  });

  it('keeps to what Forge allows and its lint does not check', () => {
    // Forge limits: keys of functions and resources at most 23 characters, at most 5 scheduled triggers.
    for (const { key } of [...functions, ...manifest.resources])
      expect(key.length).toBeLessThanOrEqual(23);
    expect(manifest.modules['scheduledTrigger']?.length).toBeLessThanOrEqual(5);
    expect(manifest.permissions.scopes).toContain('storage:app');
    // No egress: the app stays eligible for Runs on Atlassian.
    expect(manifest.permissions.external).toBeUndefined();
  });

  it('is valid by Forge’s own schema', async () => {
    expect(await manifestProblems(root)).toEqual([]);
  });
});
