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
import { dirname, join } from 'node:path';
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
 * Where Atlassian's bundler is not at hand: chunks as it makes them. It leaves whole every module that is used at all
 * (`minimize: false` in @forge/bundler 7.3.0), and so does this.
 */
async function bundledLikeTheirs(app: string, to: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: handlerFiles(app).map(({ file }) => ({
      in: join(app, 'src', `${file}.ts`),
      out: file,
    })),
    outdir: to,
    absWorkingDir: app,
    bundle: true,
    splitting: true,
    treeShaking: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.cjs' },
    logLevel: 'error',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    // A chunk is a script that another requires.
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      supported: { 'dynamic-import': false },
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
}

/** The script of a file with handlers. */
export function scriptOf(folder: string, file: string): string {
  const path = join(folder, `${file}.cjs`);
  if (!existsSync(path)) throw new Error(`The bundle has no ${file}.`);
  return path;
}
