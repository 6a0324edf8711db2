// The long month: in each procedure everybody stops doing anything, and then each person in turn while the others work.
import { eachSilent, everybodySilent, type Run } from './desks';

/** The same chance every time. */
const seed = 14;

const named = (runs: readonly Run[]) =>
  runs.map((run) => [run.procedure, run.name, run.silent, run] as const);

function check({ play }: Run): void {
  const { rows, faults } = play();
  expect(faults).toEqual([]);
  for (const { owed, faults: found, met } of rows)
    expect({ owed, found, met }).toEqual({ owed, found: [], met: true });
}

describe('a month in which nobody does anything', () => {
  it.each(named(everybodySilent(seed)))('%s, %s, %s', (_procedure, _name, _silent, run) => {
    check(run);
  });
});

describe('a month in which one person does nothing', () => {
  it.each(named(eachSilent()))('%s, %s, without %s', (_procedure, _name, _silent, run) => {
    check(run);
  });
});
