import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = resolve(__dirname, '..', '..');

interface Cruised {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** What stands against our arrows in the `src` of a folder, as `rule: from -> to`; what the exit code counts is in there. */
export const cruise = (cwd: string): Promise<string[]> =>
  new Promise((done, fail) => {
    const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = join(root, '.dependency-cruiser.cjs');
    execFile(
      process.execPath,
      [command, 'src', '--config', config, '--output-type', 'json'],
      { cwd, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => {
        try {
          const { summary } = JSON.parse(stdout) as Cruised;
          done(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`));
        } catch {
          fail(new Error(stderr));
        }
      },
    );
  });
