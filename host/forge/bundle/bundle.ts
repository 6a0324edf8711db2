// The app's functions as one script, the way Forge deploys them: bundled with their @forge packages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles made in this process, by folder: tests make many hosts of the same app. */
const made = new Map<string, Promise<string>>();

/** @throws esbuild's own errors, when the source does not bundle */
export function bundleOf(appDir: string): Promise<string> {
  const known = made.get(appDir) ?? make(appDir);
  made.set(appDir, known);
  known.catch(() => made.delete(appDir));
  return known;
}

async function make(appDir: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(appDir, 'src', 'index.ts')],
    absWorkingDir: appDir,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** A bundle somebody else made, such as the output of Forge's own bundler. */
export const readBundle = (path: string): string => readFileSync(path, 'utf8');
