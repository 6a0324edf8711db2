import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', 'src', 'procedures');

/** The clauses of each SOP, as ranges: `AM 1-32` is AM-01 to AM-32, `A 1-19` is A1 to A19. */
const clauses: Readonly<Record<string, readonly string[]>> = {
  'account-manager': ['AM 1-32', 'A 1-19'],
  'change-request': ['CR 1-38', 'V 1-4', 'C 1-12'],
  'key-account': ['KA 1-17', 'K 1-14'],
  'access-request': ['EA 1-25', 'EA-13a', 'EA-15a', 'E 1-11'],
  'hybrid-account': ['HY 1-22', 'H 1-8'],
};

function idsOf(range: string): string[] {
  const [, letters = '', first = '', last = ''] = /^([A-Z]+) (\d+)-(\d+)$/u.exec(range) ?? [];
  if (letters === '') return [range];
  const spell = (number: number): string =>
    letters.length === 2 ? `${letters}-${`${number}`.padStart(2, '0')}` : `${letters}${number}`;
  return Array.from({ length: +last - +first + 1 }, (_, place) => spell(+first + place));
}

/** The lines of the table "Clause -> file": the ids in the first cell, and the files in the last. */
function tableOf(procedure: string): { ids: string[]; cell: string; files: string[] }[] {
  const text = readFileSync(join(root, procedure, 'README.md'), 'utf8');
  return text
    .split('\n')
    .filter((line) => /^\| [A-Z]+-?\d/u.test(line))
    .map((line) => {
      const cells = line.split('|').slice(1, -1);
      const cell = cells.at(-1)?.trim() ?? '';
      return {
        ids: cells[0]?.split(',').map((id) => id.trim()) ?? [],
        cell,
        files: [...cell.matchAll(/`([^`]+\.tsx?)`/gu)].flatMap(([, file]) => file ?? []),
      };
    });
}

describe.each(Object.entries(clauses))(
  'the clauses of %s, and where each is kept',
  (procedure, ranges) => {
    const table = tableOf(procedure);

    it('names every clause of its SOP, each in one line', () => {
      const named = table.flatMap(({ ids }) => ids);
      expect(new Set(named).size).toBe(named.length);
      // Rules between procedures (X) and features of their own (M) are named where they concern it.
      expect(named.filter((id) => !/^[XM]\d/u.test(id)).sort()).toEqual(
        ranges.flatMap(idsOf).sort(),
      );
    });

    it('names files that exist', () => {
      const files = table.flatMap((line) => line.files);
      expect(files.filter((file) => !existsSync(join(root, procedure, file)))).toEqual([]);
    });

    it('says plainly where there is no file', () => {
      const without = table.filter(({ files }) => files.length === 0);
      expect(
        without.filter(({ cell }) => !/^(not built yet|nothing to build)/u.test(cell)),
      ).toEqual([]);
    });
  },
);
