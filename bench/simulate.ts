// npm run simulate -- --seeds 200 [--from 1] [--days 30] [--keep 3,7,12]
// Random service desks under every fault, for a month of virtual time each; a judge that knows nothing of the app says
// whether the SOP held. A seed that fails is shrunk to the few acts that break it.
import { parseArgs } from 'node:util';
import type { Host } from '../host/host';
import { judge } from './simulate/judge';
import { play } from './simulate/play';
import { type Script, scriptOf } from './simulate/script';
import { shrink } from './simulate/shrink';

/**
 * What a seed breaks, a line each; only with the acts of `keep`, when named.
 * @param look is shown the desk at its end, before the judge
 */
export async function simulate(
  script: Script,
  keep: ReadonlySet<number> | null = null,
  look: (host: Host) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const played = await play(script, keep);
  try {
    await look(played.host);
    return await judge(script, played);
  } finally {
    await played.host.stop();
  }
}

function options(): { seeds: number; from: number; days: number; keep: Set<number> | null } {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '20' },
      from: { type: 'string', default: '1' },
      days: { type: 'string', default: '30' },
      keep: { type: 'string' },
    },
  });
  const number = (name: 'seeds' | 'from' | 'days', least: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least)
      throw new Error(`--${name} must be a whole number from ${least}, not ${values[name]}.`);
    return value;
  };
  const keep = values.keep === undefined ? null : new Set(values.keep.split(',').map(Number));
  return { seeds: number('seeds', 1), from: number('from', 0), days: number('days', 7), keep };
}

async function explain(script: Script, broken: readonly string[]): Promise<void> {
  console.log(`\nSeed ${script.seed} broke: ${broken.slice(0, 5).join('\n  ')}`);
  const ids = script.acts.map(({ id }) => id);
  const few = await shrink(ids, async (keep) => (await simulate(script, keep)).length > 0);
  console.log(`Faults: ${JSON.stringify(script.faults)}`);
  for (const act of script.acts.filter(({ id }) => few.includes(id)))
    console.log(`  ${JSON.stringify(act)}`);
  console.log(
    `Replay: npm run simulate -- --from ${script.seed} --seeds 1 --days ${script.days} --keep ${few.join(',')}`,
  );
}

async function main(): Promise<void> {
  const { seeds, from, days, keep } = options();
  const began = performance.now();
  let failed = 0;
  let acts = 0;
  for (let seed = from; seed < from + seeds; seed += 1) {
    const script = scriptOf(seed, days);
    const broken = await simulate(script, keep);
    acts += script.acts.length;
    process.stderr.write(
      `\r${seed - from + 1} of ${seeds} desks, ${acts} acts, ${failed} failed   `,
    );
    if (broken.length === 0) continue;
    failed += 1;
    if (keep === null) await explain(script, broken);
    else console.log(broken.join('\n'));
  }
  process.stderr.write('\n');
  console.log(
    `${seeds} desks of ${days} days, ${acts} acts, in ${((performance.now() - began) / 1000).toFixed(0)} s: ${failed === 0 ? 'every invariant held.' : `${failed} desks broke one.`}`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  });
}
