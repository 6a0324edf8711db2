// npm run golden [-- --seeds 40] [--from 1] [--out FOLDER] [--accept]
// Plays random desks and compares what they show to the outside with what was accepted (test/golden/desks.json). A seed
// with faults is played a second time without: there the number of requests does not matter, while under faults one
// request more or less throws other dice from there on. `--out` writes the full texts, to `diff -r` those of two checkouts.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Book, digestOf, drifted, writeText } from './golden/book';
import { type Golden, record } from './golden/record';
import { play, startedAt } from './simulate/play';
import { type Script, scriptOf } from './simulate/script';

async function goldenOf(script: Script): Promise<Golden> {
  const { host } = await play(script, null);
  try {
    return await record(host, startedAt);
  } finally {
    await host.stop();
  }
}

/** The months of a seed, by the name in the file. */
function* months(seed: number): Generator<readonly [name: string, script: Script]> {
  const script = scriptOf(seed, 30);
  yield [`seed ${seed}`, script];
  const { seed: dice, ...faults } = script.faults;
  if (Object.keys(faults).length > 0)
    yield [`seed ${seed} without faults`, { ...script, faults: { seed: dice ?? seed } }];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '40' },
      from: { type: 'string', default: '1' },
      out: { type: 'string' },
      accept: { type: 'boolean', default: false },
    },
  });
  const book = new Book(join(__dirname, '..', 'test', 'golden', 'desks.json'));
  const from = Number(values.from);
  const began = performance.now();
  let played = 0;
  let different = 0;
  for (let seed = from; seed < from + Number(values.seeds); seed += 1) {
    for (const [name, script] of months(seed)) {
      const golden = await goldenOf(script);
      if (values.out !== undefined) writeText(values.out, name, golden);
      const digest = digestOf(golden);
      const where = drifted(book.accepted(name), digest);
      played += 1;
      if (where.length === 0) continue;
      different += 1;
      if (values.accept) book.accept({ [name]: digest });
      console.log(`${name}: ${where.join(', ')}`);
    }
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${played} months in ${seconds} s: ${said(different, values.accept)}`);
  process.exitCode = different === 0 || values.accept ? 0 : 1;
}

function said(different: number, accept: boolean): string {
  if (different === 0) return 'all as accepted.';
  if (accept) return `${different} were different and are accepted now.`;
  return `${different} are different. See how with --out FOLDER here and in a checkout before the change, and diff -r; accept with --accept.`;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  });
}
