// What a new instance of the app costs before it can do anything, beside the least any Forge app pays: its four packages.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync, type BuildOptions } from 'esbuild';
import { type Figure, median } from '../figure';

const root = join(__dirname, '..', '..');
const pairs = 21;
const packages = ['@forge/api', '@forge/events', '@forge/kvs', '@forge/resolver'];

function bundle(outfile: string, from: BuildOptions): string {
  buildSync({ bundle: true, platform: 'node', target: 'node20', format: 'cjs', absWorkingDir: root, logLevel: 'error', outfile, ...from });
  return outfile;
}

/** Milliseconds in a process of its own, until what `then` names has ended. The SDK looks for its globals while it is loaded. */
function startMs(file: string, then: string): number {
  const script = `
    console.log = () => undefined;
    Object.assign(globalThis, { __forge_fetch__: async () => new Response('{}'), __forge_runtime__: {} });
    const began = performance.now();
    const app = require(${JSON.stringify(file)});
    Promise.resolve(${then}).catch(() => undefined).then(() => process.stdout.write(String(performance.now() - began)));`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}

export async function coldStart(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'account-relay-cold-'));
  try {
    const alone = bundle(join(folder, 'alone.cjs'), { stdin: { contents: packages.map((name, place) => `export * as p${place} from '${name}';`).join(''), resolveDir: root } });
    const app = bundle(join(folder, 'app.cjs'), { entryPoints: [join(root, 'src', 'index.ts')] });
    // In pairs, so that whatever else the machine does meets both.
    const inPairs = (then: string): { ratio: number; ms: number } => {
      const measured = Array.from({ length: pairs }, () => ({ alone: startMs(alone, '0'), app: startMs(app, then) }));
      return { ratio: median(measured.map((pair) => pair.app / pair.alone)), ms: median(measured.map((pair) => pair.app)) };
    };
    const figure = (name: string, bound: number, then: string): Figure => {
      const { ratio, ms } = inPairs(then);
      return { name: `Cold start against the four @forge packages alone: ${name}`, value: ratio, bound, unit: 'times', note: `${ms.toFixed(1)} ms` };
    };
    return [
      // Nothing of the app is evaluated yet (src/forge/functions.ts): this is the time Node takes to read its text.
      figure('loaded', 2, '0'),
      // With what the first call evaluates; an event and a call that are turned away at once.
      figure('first event', 3, 'app.onIssueEvent({})'),
      figure('first call of a page', 3, 'app.answerPanel({ call: { functionKey: "" } }, {})'),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
