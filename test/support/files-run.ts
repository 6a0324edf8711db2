// Which files of the app one of its functions runs: its bundle with a line in front of every file that says so.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { parse } from 'yaml';

const root = resolve(__dirname, '..', '..');
const src = join(root, 'src');

/** Where the bundle says so: seen from inside an instance as from here. */
const place = 'relayFilesRun';
const world = globalThis as typeof globalThis & { [place]?: (file: string) => void };

const saying: Plugin = {
  name: 'files-run',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) =>
      path.startsWith(src)
        ? {
            loader: 'ts',
            contents: `globalThis.${place}?.(${JSON.stringify(relative(src, path))});${readFileSync(path, 'utf8')}`,
          }
        : undefined,
    ),
};

/** Files with handlers, as the manifest names them. */
function handlerFiles(): string[] {
  const { modules } = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
    modules: { function: { handler: string }[] };
  };
  return [...new Set(modules.function.map(({ handler }) => handler.split('.')[0] ?? ''))];
}

/** @param watched the file with handlers that says what it runs */
export async function watchedBundles(watched: string): Promise<{
  /** For the host. */
  readonly folder: string;
  /** What was run since this was asked the last time. */
  readonly run: () => string[];
  readonly close: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'files-run-'));
  await Promise.all(
    handlerFiles().map(async (file) => {
      const { outputFiles } = await build({
        entryPoints: [join(src, `${file}.ts`)],
        bundle: true,
        write: false,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        logLevel: 'silent',
        plugins: file === watched ? [saying] : [],
      });
      const to = join(folder, `${file}.cjs`);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, outputFiles[0]?.text ?? '');
    }),
  );
  let files = new Set<string>();
  world[place] = (file) => void files.add(file);
  return {
    folder,
    run: () => {
      const seen = [...files].sort();
      files = new Set();
      return seen;
    },
    close: () => {
      delete world[place];
      rmSync(folder, { recursive: true });
    },
  };
}
