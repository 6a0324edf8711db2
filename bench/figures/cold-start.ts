// What a new instance of the app costs before it can do anything, beside the least any Forge app pays: its four packages.
// Forge bundles each file with handlers for itself, so each has a figure of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { parse } from 'yaml';
import { type Figure, median } from '../figure';

const root = join(__dirname, '..', '..');
const pairs = 21;
const packages = ['@forge/api', '@forge/events', '@forge/kvs', '@forge/resolver'];

/** What is imported when it is needed is a chunk of its own beside the bundle in a deploy, and is not read before. */
const chunks: Plugin = {
  name: 'chunks',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
};

/** Forge's bundler leaves whole every module that is used at all (`minimize: false` in @forge/bundler 7.3.0), and so does this. */
async function bundle(outfile: string, from: BuildOptions): Promise<string> {
  await build({
    bundle: true,
    treeShaking: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    absWorkingDir: root,
    logLevel: 'error',
    outfile,
    plugins: [chunks],
    ...from,
  });
  return outfile;
}

/**
 * The goal for every file, and what those are held to that do not reach it: a turn carries the engine, a page the library
 * that reads its input. What a call loads of the procedures comes on top, and is not in this figure.
 */
const goal = 1.3;
const pages = [
  'panel',
  'gadget',
  'hybrid',
  'key-account',
  'change-request',
  'portal',
  'key-accounts',
  'follow-ups',
];
const heavier: Readonly<Record<string, number>> = {
  'forge/ticket-turns': 1.7,
  'forge/reconcile': 1.5,
  'forge/directory-jobs': 2,
  ...Object.fromEntries(pages.map((name) => [`forge/resolvers/${name}`, 2.1])),
  // The shapes of every part of the settings.
  'forge/resolvers/settings/settings': 2.8,
};

/** Milliseconds in a process of its own until the script is loaded. The SDK looks for its globals while it is. */
function startMs(file: string): number {
  const script = `
    Object.assign(globalThis, { __forge_fetch__: async () => new Response('{}'), __forge_runtime__: {} });
    const began = performance.now();
    require(${JSON.stringify(file)});
    process.stdout.write(String(performance.now() - began));`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}

function handlerFiles(): string[] {
  const { modules } = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
    modules: { function: { handler: string }[] };
  };
  return [...new Set(modules.function.map(({ handler }) => handler.split('.')[0] ?? ''))];
}

export async function coldStart(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'account-relay-cold-'));
  try {
    const alone = await bundle(join(folder, 'alone.cjs'), {
      stdin: {
        contents: packages.map((name, place) => `export * as p${place} from '${name}';`).join(''),
        resolveDir: root,
      },
    });
    const figures: Figure[] = [];
    for (const file of handlerFiles()) {
      const ours = await bundle(join(folder, `${file.replaceAll('/', '-')}.cjs`), {
        entryPoints: [join(root, 'src', `${file}.ts`)],
      });
      // In pairs, so that whatever else the machine does meets both.
      const measured = Array.from({ length: pairs }, () => ({
        alone: startMs(alone),
        ours: startMs(ours),
      }));
      const ms = median(measured.map((pair) => pair.ours));
      const bound = heavier[file] ?? goal;
      const note = `${ms.toFixed(1)} ms${bound === goal ? '' : `; the goal is ${goal}`}`;
      figures.push({
        name: `Cold start against the four @forge packages: ${file.replace('forge/', '')}`,
        value: median(measured.map((pair) => pair.ours / pair.alone)),
        bound,
        unit: 'times',
        note,
      });
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
