// The long month: one seeded desk for each procedure in which everybody stops doing anything.
import { monthWithout, seeded } from './month';
import { openings } from './openings';

const stops = seeded(14);
const cases = Object.entries(openings).flatMap(([procedure, all]) =>
  all.flatMap(([name, begin]) =>
    // As it stands, and after somebody has gone on with it for a while.
    [0, 1 + stops(6)].map((before) => [procedure, name, before, begin] as const),
  ),
);

describe('nobody does anything for a month', () => {
  it.each(cases)('%s, %s, after %i more steps', (procedure, name, before, begin) => {
    const { rows, faults } = monthWithout({ procedure, name, begin }, 'everybody', before);
    expect(faults).toEqual([]);
    for (const row of rows)
      expect({ owed: row.owed, faults: row.faults }).toEqual({ owed: row.owed, faults: [] });
    expect(rows.every(({ met }) => met)).toBe(true);
  });
});
