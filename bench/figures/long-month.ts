// The long month: everybody does nothing, then each person in turn. Who hears what when, and how long nobody says anything about
// something that is owed, beside how long the ladder of that lets it be.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figure } from '../figure';

const root = join(__dirname, '..', '..');
/** Played where the tests play it. */
const script = join(root, 'test', 'long-month', 'table.ts');
const mostOutput = 64 * 1024 * 1024;

/** A line of its output: one case without one person, or without anybody. */
interface Played {
  readonly procedure: string;
  readonly name: string;
  readonly silent: string;
  readonly rows: readonly Row[];
  readonly faults: readonly string[];
}

interface Row {
  readonly owed: string;
  readonly told: readonly string[];
  readonly longest: number;
  readonly allowed: number;
  readonly met: boolean;
  readonly faults: readonly string[];
}

async function play(): Promise<readonly Played[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    maxBuffer: mostOutput,
  });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Played);
}

const hours = (value: number): string => value.toFixed(1).padStart(6);

/** Of the same thing that the same person leaves undone, the case in which it was quiet for longest. */
function linesOf(played: readonly Played[]): string[] {
  const found = new Map<string, { readonly row: Row; readonly silent: string }>();
  for (const { silent, rows } of played)
    for (const row of rows) {
      const key = `${silent} ${row.owed}`;
      const before = found.get(key)?.row;
      if (before === undefined || !row.met || row.longest > before.longest)
        found.set(key, { row, silent });
    }
  return [...found.values()].map(
    ({ silent, row: { owed, told, longest, allowed, met } }) =>
      `  ${met ? 'met ' : 'LATE'} ${silent.padEnd(14)} ${hours(longest)} h of ${hours(allowed)} h  ${owed}: ${told.join(', ') || 'done before anybody had to be told'}`,
  );
}

/** Prints the table, and gives what of it is not within its bound. */
export async function longMonth(): Promise<readonly Figure[]> {
  const all = await play();
  return [...new Set(all.map(({ procedure }) => procedure))].flatMap((procedure): Figure[] => {
    const own = all.filter((one) => one.procedure === procedure);
    console.log(
      [
        `${procedure}: who does nothing, longest silence, what is owed, who was told`,
        ...linesOf(own),
      ].join('\n'),
    );
    return [true, false].flatMap((everybody): Figure[] => {
      const some = own.filter(({ silent }) => (silent === 'everybody') === everybody);
      const rows = some.flatMap((one) => one.rows);
      const faults = [...some, ...rows].flatMap((one) => one.faults);
      const who = everybody ? 'everybody silent' : 'one person silent';
      const note = `${rows.length} things owed in ${some.length} months`;
      return [
        {
          name: `month: ${procedure}, ${who}: silent too long`,
          value: rows.filter(({ met }) => !met).length,
          bound: 0,
          unit: 'things',
          note,
        },
        {
          name: `month: ${procedure}, ${who}: told wrongly`,
          value: faults.length,
          bound: 0,
          unit: 'words',
          ...(faults[0] === undefined ? {} : { note: faults[0] }),
        },
      ];
    });
  });
}
