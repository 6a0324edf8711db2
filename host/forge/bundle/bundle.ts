// The app's functions as Forge deploys them: a script for each file with handlers, bundled with its @forge packages.
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** The script of each file with handlers, by the name it has in the manifest. */
export type Bundles = ReadonlyMap<string, string>;

/** Bundles made in this process, by folder and files: tests make many hosts of the same app. */
const made = new Map<string, Promise<Bundles>>();

/**
 * @param files as the manifest names them: in `src`, without their endings
 * @throws Error when there is no such file; esbuild's own errors, when the source does not bundle
 */
export function bundlesOf(appDir: string, files: readonly string[]): Promise<Bundles> {
  const key = [appDir, ...files].join('\n');
  const known = made.get(key) ?? shared(key, () => make(appDir, files));
  made.set(key, known);
  known.catch(() => made.delete(key));
  return known;
}

/**
 * Processes that belong together, such as those of one test run, bundle once: the folder that `RELAY_SHARED_BUNDLES` names
 * has what the others have made. It is theirs alone, so that it is never older than the source.
 */
async function shared(key: string, bundle: () => Promise<Bundles>): Promise<Bundles> {
  const among = process.env['RELAY_SHARED_BUNDLES'];
  if (among === undefined) return bundle();
  const folder = join(among, createHash('sha256').update(key).digest('hex'));
  if (existsSync(folder)) return readBundles(folder, []);
  const bundles = await bundle();
  const mine = `${folder}-${randomUUID()}`;
  for (const [name, text] of bundles) {
    const path = join(mine, `${name}.cjs`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  try {
    renameSync(mine, folder); // whole or not at all
  } catch {
    rmSync(mine, { recursive: true, force: true }); // another process was first
  }
  return bundles;
}

const endings = ['tsx', 'jsx', 'ts', 'js', 'cjs'];

function sourceOf(appDir: string, file: string): string {
  const source = endings
    .map((ending) => join(appDir, 'src', `${file}.${ending}`))
    .find((path) => existsSync(path));
  if (source === undefined)
    throw new Error(
      `manifest.yml names handlers in src/${file}, and there is no such file in ${appDir}.`,
    );
  return source;
}

async function make(appDir: string, files: readonly string[]): Promise<Bundles> {
  const outdir = join(appDir, 'bundles');
  const { outputFiles } = await build({
    entryPoints: files.map((file) => ({ in: sourceOf(appDir, file), out: file })),
    outdir,
    absWorkingDir: appDir,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    // Stack traces need the places only.
    sourcesContent: false,
    logLevel: 'silent',
  });
  return new Map(
    outputFiles.map(({ path, text }) => [
      relative(resolve(outdir), path).replaceAll('\\', '/').replace(/\.js$/u, ''),
      text,
    ]),
  );
}

/**
 * Bundles somebody else made, such as the output of Forge's own bundler.
 * @param path a folder with a script per file and the chunks that they load, or one script that has every handler
 */
export function readBundles(path: string, files: readonly string[]): Bundles {
  if (statSync(path).isDirectory())
    return new Map(
      readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.cjs'))
        .map((name) => [
          name.replaceAll('\\', '/').replace(/\.cjs$/u, ''),
          readFileSync(join(path, name), 'utf8'),
        ]),
    );
  const whole = readFileSync(path, 'utf8');
  return new Map(files.map((file) => [file, whole]));
}
