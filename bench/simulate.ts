// npm run simulate -- --seeds 200 [--from 1] [--days 30] [--desk support|office] [--keep 3,7,12]
// Random desks under every fault, two for each seed and a month of virtual time each: support with its account managers, and
// the office, in which everybody works from the list of what waits for them. Judges that know nothing of the app say whether
// the SOPs held. A desk that fails is shrunk to the few acts that break it.
import { parseArgs } from 'node:util';
import type { Host } from '../host/host';
import { judge } from './simulate/judge';
import { judgeOffice } from './simulate/office/judge';
import { officeOf } from './simulate/office/month';
import { playOffice } from './simulate/office/play';
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

/** The same of a month at the office. */
export async function simulateOffice(
  seed: number,
  days = 30,
  keep: ReadonlySet<number> | null = null,
): Promise<string[]> {
  const played = await playOffice(officeOf(seed, days), keep);
  try {
    return await judgeOffice(played);
  } finally {
    await played.host.stop();
  }
}

/** A month of a seed, however it is played. */
interface Month {
  readonly desk: 'support' | 'office';
  readonly seed: number;
  readonly days: number;
  readonly faults: object;
  readonly acts: readonly { readonly id: number }[];
  readonly breaks: (keep: ReadonlySet<number> | null) => Promise<string[]>;
}

const desks: Readonly<Record<Month['desk'], (seed: number, days: number) => Month>> = {
  support: (seed, days) => {
    const script = scriptOf(seed, days);
    const { faults, acts } = script;
    const breaks: Month['breaks'] = (keep) => simulate(script, keep);
    return { desk: 'support', seed, days, faults, acts, breaks };
  },
  office: (seed, days) => {
    const { faults, acts } = officeOf(seed, days);
    const breaks: Month['breaks'] = (keep) => simulateOffice(seed, days, keep);
    return { desk: 'office', seed, days, faults, acts, breaks };
  },
};

interface Options {
  readonly seeds: number;
  readonly from: number;
  readonly days: number;
  readonly desks: readonly Month['desk'][];
  readonly keep: ReadonlySet<number> | null;
}

function options(): Options {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '20' },
      from: { type: 'string', default: '1' },
      days: { type: 'string', default: '30' },
      desk: { type: 'string' },
      keep: { type: 'string' },
    },
  });
  const number = (name: 'seeds' | 'from' | 'days', least: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least)
      throw new Error(`--${name} must be a whole number from ${least}, not ${values[name]}.`);
    return value;
  };
  const all = (['support', 'office'] as const).filter(
    (desk) => values.desk === undefined || values.desk === desk,
  );
  if (all.length === 0) throw new Error(`--desk must be support or office, not ${values.desk}.`);
  if (values.keep !== undefined && all.length > 1)
    throw new Error('--keep names acts of one desk: say which, with --desk.');
  const keep = values.keep === undefined ? null : new Set(values.keep.split(',').map(Number));
  return {
    seeds: number('seeds', 1),
    from: number('from', 0),
    days: number('days', 7),
    desks: all,
    keep,
  };
}

async function explain(month: Month, broken: readonly string[]): Promise<void> {
  const { desk, seed, days, faults, acts, breaks } = month;
  console.log(`\nSeed ${seed} (${desk}) broke: ${broken.slice(0, 5).join('\n  ')}`);
  const ids = acts.map(({ id }) => id);
  const few = await shrink(ids, async (keep) => (await breaks(keep)).length > 0);
  console.log(`Faults: ${JSON.stringify(faults)}`);
  for (const act of acts.filter(({ id }) => few.includes(id)))
    console.log(`  ${JSON.stringify(act)}`);
  console.log(
    `Replay: npm run simulate -- --from ${seed} --seeds 1 --days ${days} --desk ${desk} --keep ${few.join(',')}`,
  );
}

async function main(): Promise<void> {
  const { seeds, from, days, desks: chosen, keep } = options();
  const began = performance.now();
  let failed = 0;
  let acts = 0;
  for (let seed = from; seed < from + seeds; seed += 1) {
    for (const desk of chosen) {
      const month = desks[desk](seed, days);
      const broken = await month.breaks(keep);
      acts += month.acts.length;
      process.stderr.write(
        `\r${seed - from + 1} of ${seeds} seeds, ${acts} acts, ${failed} desks failed   `,
      );
      if (broken.length === 0) continue;
      failed += 1;
      if (keep === null) await explain(month, broken);
      else console.log(broken.join('\n'));
    }
  }
  process.stderr.write('\n');
  console.log(
    `${seeds * chosen.length} desks of ${days} days, ${acts} acts, in ${((performance.now() - began) / 1000).toFixed(0)} s: ${failed === 0 ? 'every invariant held.' : `${failed} desks broke one.`}`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  });
}
