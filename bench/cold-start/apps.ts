// Three apps as a deploy carries them: this one, this one with everything loaded at once, and the least that any app loads.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const packages = ['@forge/api', '@forge/events', '@forge/kvs', '@forge/resolver'];

/** A file with handlers of an app, as its manifest names it, and what it exports. */
export interface HandlerFile {
  readonly file: string;
  readonly handler: string;
}

export function handlerFiles(app = root): readonly HandlerFile[] {
  const { modules } = parse(readFileSync(join(app, 'manifest.yml'), 'utf8')) as {
    modules: { function: { handler: string }[] };
  };
  return modules.function.map(({ handler }) => {
    const [file = '', name = ''] = handler.split('.');
    return { file, handler: name };
  });
}

const parts = ['manifest.yml', 'package.json', 'tsconfig.json', 'src', 'static'];

/** A copy of the app in which every `import()` is an `import` in front of its file. */
export function everythingAtOnce(to: string): string {
  for (const part of parts)
    cpSync(join(root, part), join(to, part), {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    });
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'dir');
  const sources = readdirSync(join(to, 'src'), { recursive: true, withFileTypes: true });
  for (const entry of sources) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const imported: string[] = [];
    const text = readFileSync(path, 'utf8').replaceAll(
      /\bimport\(('[^']+')\)/gu,
      (_all, what: string) => {
        imported.push(what);
        return `Promise.resolve(atOnce${imported.length})`;
      },
    );
    const first = imported.map((what, place) => `import * as atOnce${place + 1} from ${what};\n`);
    if (imported.length > 0) writeFileSync(path, first.join('') + text);
  }
  return to;
}

/** An app that loads the four packages, and nothing else. */
export function packagesAlone(to: string): string {
  mkdirSync(join(to, 'src'), { recursive: true });
  const names = packages.map((_name, place) => `p${place}`);
  writeFileSync(
    join(to, 'src', 'alone.ts'),
    [
      ...packages.map((name, place) => `import * as p${place} from '${name}';`),
      `export const alone = () => [${names.join(', ')}];`,
      '',
    ].join('\n'),
  );
  const manifest = readFileSync(join(root, 'manifest.yml'), 'utf8');
  writeFileSync(
    join(to, 'manifest.yml'),
    [
      'modules:',
      '  function:',
      '    - key: alone',
      '      handler: alone.alone',
      manifest.slice(manifest.search(/^app:/mu)).split(/^(?!app:)(?=\S)/mu)[0] ?? '',
    ].join('\n'),
  );
  for (const part of ['package.json', 'tsconfig.json']) cpSync(join(root, part), join(to, part));
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'dir');
  return to;
}

/** @returns the folder with a script for each file with handlers, and the chunks that they load; and who has made it */
export async function bundled(app: string, to: string, theirs: boolean): Promise<string> {
  if (theirs)
    execFileSync(
      process.execPath,
      [join(root, 'bench', 'forge', 'bundle.cjs'), '--only', app, to],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  else await bundledLikeTheirs(app, to);
  return to;
}

/**
 * Where Atlassian's bundler is not at hand: scripts as it makes them. Each carries whatever it imports at once, a module runs
 * once however many scripts carry it, and what is imported later is a script of its own. It leaves whole every module that is
 * used at all (`minimize: false` in @forge/bundler 7.3.0), and so does this.
 */
async function bundledLikeTheirs(app: string, to: string): Promise<void> {
  const entries = [...new Set(handlerFiles(app).map(({ file }) => file))];
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map((file) => ({ in: join(app, 'src', `${file}.ts`), out: file })),
    outdir: to,
    absWorkingDir: to,
    bundle: true,
    splitting: true,
    treeShaking: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.cjs' },
    logLevel: 'error',
    write: false,
    metafile: true,
  });
  const pieces = new Map<string, string>();
  for (const { path, text } of outputFiles) {
    const later = text.replaceAll(/\bimport\(("\.[^"]+")\)/gu, 'later($1)');
    const { code } = await transform(later, { format: 'cjs', platform: 'node', target: 'node20' });
    pieces.set(relative(to, path), code);
  }
  const importsOf = (piece: string, kind: string): readonly string[] =>
    (metafile.outputs[piece]?.imports ?? []).flatMap((one) =>
      one.kind === kind && one.external !== true ? [one.path] : [],
    );
  const carriedBy = (piece: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
    if (seen.has(piece)) return seen;
    seen.add(piece);
    for (const one of importsOf(piece, 'import-statement')) carriedBy(one, seen);
    return seen;
  };
  const scripts = new Set([
    ...entries.map((file) => `${file}.cjs`),
    ...[...pieces.keys()].flatMap((piece) => importsOf(piece, 'dynamic-import')),
  ]);
  for (const script of scripts) {
    const carried = [...carriedBy(script)].map(
      (piece) =>
        `pieces.code[${JSON.stringify(piece)}] ??= (module, exports, require, later) => {${pieces.get(piece) ?? ''}\n};`,
    );
    mkdirSync(dirname(join(to, script)), { recursive: true });
    writeFileSync(
      join(to, script),
      `${runtime(to)}\n${carried.join('\n')}\nmodule.exports = pieces.run(${JSON.stringify(script)});\n`,
    );
  }
}

/** What every script begins with: where pieces are found, and what has run already. */
const runtime = (folder: string): string => `const { posix } = require('node:path');
const pieces = (globalThis.relayPieces ??= { code: {}, ran: {} });
pieces.run ??= (name) => {
  const known = pieces.ran[name];
  if (known !== undefined) return known.exports;
  const module = (pieces.ran[name] = { exports: {} });
  const beside = (wanted) => posix.join(posix.dirname(name), wanted);
  pieces.code[name](
    module,
    module.exports,
    (wanted) => (wanted.startsWith('.') ? pieces.run(beside(wanted)) : require(wanted)),
    // Of a package that is no ES module, the names stand in its default.
    async (wanted) => {
      const all = require(${JSON.stringify(folder)} + '/' + beside(wanted));
      return Object.keys(all).join() === 'default' ? { ...all.default, ...all } : all;
    },
  );
  return module.exports;
};`;

/** The script of a file with handlers. */
export function scriptOf(folder: string, file: string): string {
  const path = join(folder, `${file}.cjs`);
  if (!existsSync(path)) throw new Error(`The bundle has no ${file}.`);
  return path;
}
