// Goldens: what the app shows to the outside must not drift while its inside is rearranged. At the end of a story that
// is told as it should go, and of the random desks, a record is made of what can be seen from outside only: each
// ticket's comments, changes, fields and properties in Jira (`jira`), who got mail (`mail`), what the panels and
// the other pages answer (`panels`, `pages`), and when the app wrote something on its own (`turns`). The record's digest is compared with the accepted
// one in stories.json or desks.json here.
//
// When one is different: `GOLDEN_OUT=FOLDER npx jest …` (desks: `npm run golden -- --out FOLDER`) writes the records'
// full texts; done here and in a checkout before the change, `diff -r` shows what drifted. What was meant to change is
// accepted with `GOLDEN_ACCEPT=1` (desks: `npm run golden -- --accept`). `GOLDEN=off` compares nothing.
import { basename, join } from 'node:path';
import { Book, digestOf, drifted, writeText } from '../../bench/golden/book';
import { type Golden, record } from '../../bench/golden/record';
import { strikesRequests } from '../../bench/golden/request-faults';
import type { Host } from '../../host/host';

/** The test that is running; null outside of one, as in `beforeAll`. */
let running: string | null = null;
/** How many hosts each test has had. */
const hosts = new Map<string, number>();

beforeEach(() => {
  running = expect.getState().currentTestName ?? null;
});
afterEach(() => {
  running = null;
});

/**
 * Compares what a host shows with the golden of the test that runs, when it stops. Nothing is compared of a host that
 * several tests share, as they need not all run, nor where faults strike at requests, nor of tests that are no stories.
 */
export function keepGolden(host: Host): void {
  const { testPath = '' } = expect.getState();
  if (
    running === null ||
    process.env['GOLDEN'] === 'off' ||
    !/[\\/]simulation[\\/]/u.test(testPath)
  )
    return;
  const test = `${basename(testPath, '.test.ts')}/${running}`;
  const place = (hosts.get(test) ?? 0) + 1;
  hosts.set(test, place);
  const name = place === 1 ? test : `${test}, host ${place}`;
  const since = host.clock.now();
  const struck = watchFaults(host.faults);
  const stop = host.stop.bind(host);
  host.stop = async () => {
    try {
      if (struck()) return;
      await host.settled();
      expectGolden('stories', name, await record(host, since));
    } finally {
      await stop();
    }
  };
}

/** Was a fault ever set that strikes at requests? */
function watchFaults(faults: Host['faults']): () => boolean {
  let struck = false;
  const set = faults.set.bind(faults);
  faults.set = (change) => {
    set(change);
    struck ||= strikesRequests(faults.current);
  };
  return () => struck;
}

interface Where {
  readonly env?: NodeJS.ProcessEnv;
  readonly folder?: string;
}

/**
 * Compares a record with the accepted one of that name; accepts it, or writes it out, where the environment says so.
 * @throws Error that says what is different and what to do about it
 */
export function expectGolden(
  file: 'stories' | 'desks',
  name: string,
  golden: Golden,
  { env = process.env, folder = __dirname }: Where = {},
): void {
  const { GOLDEN, GOLDEN_OUT, GOLDEN_ACCEPT } = env;
  if (GOLDEN === 'off') return;
  if (GOLDEN_OUT !== undefined) writeText(GOLDEN_OUT, name, golden);
  const book = new Book(join(folder, `${file}.json`));
  const digest = digestOf(golden);
  const accepted = book.accepted(name);
  const where = drifted(accepted, digest);
  if (where.length === 0) return;
  if (GOLDEN_ACCEPT === '1') return book.accept({ [name]: digest });
  throw new Error(
    accepted === undefined
      ? `"${name}" has no golden yet. Accept what it shows now with GOLDEN_ACCEPT=1.`
      : `"${name}" shows something else than before, in: ${where.join(', ')}. To see what, run it with GOLDEN_OUT=FOLDER here and in a checkout before the change, and compare the folders with diff -r. If it was meant, accept it with GOLDEN_ACCEPT=1.`,
  );
}
