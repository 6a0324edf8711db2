// The long month of every procedure: everybody does nothing, and then each person in turn while the others go on working.
import { type Month, type MonthRow, monthWithout, seeded } from './month';
import { type Opening, openings } from './openings';

/** One case, one month. */
export interface Run {
  readonly procedure: string;
  readonly name: string;
  /** Who does nothing. */
  readonly silent: string;
  readonly play: () => Month;
}

const all: readonly (readonly [string, Opening])[] = Object.entries(openings).flatMap(
  ([procedure, some]) => some.map((opening) => [procedure, opening] as const),
);

/** Nobody does anything: as each case stands, and after somebody has gone on with it for a while, by chance. */
export function everybodySilent(seed: number): readonly Run[] {
  const stops = seeded(seed);
  return all.flatMap(([procedure, [name, begin]]) =>
    [0, 1 + stops(6)].map((before) => ({
      procedure,
      name: before === 0 ? name : `${name}, ${before} steps later`,
      silent: 'everybody',
      play: () => monthWithout({ procedure, name, begin }, 'everybody', before),
    })),
  );
}

/** For each case, everybody who has something to do in it does nothing in turn. */
export function eachSilent(): readonly Run[] {
  return all.flatMap(([procedure, [name, begin]]) => {
    const { worked } = monthWithout({ procedure, name, begin }, new Set());
    return [...worked].map((person) => ({
      procedure,
      name,
      silent: person,
      play: () => monthWithout({ procedure, name, begin }, new Set([person])),
    }));
  });
}

/** One line for each thing that is owed in a procedure: the one of which nobody spoke for longest. */
export function longestOf(rows: readonly MonthRow[]): readonly MonthRow[] {
  const found = new Map<string, MonthRow>();
  for (const row of rows) {
    const key = `${row.procedure} ${row.silent} ${row.owed}`;
    const before = found.get(key);
    if (before === undefined || row.longest > before.longest || !row.met) found.set(key, row);
  }
  return [...found.values()];
}
