// tsx test/long-month/table.ts [SEED]: the long month of every procedure as lines of JSON, which `npm run bench -- month` prints
// as a table beside the bounds.
import { eachSilent, everybodySilent, longestOf } from './desks';

const seed = Number(process.argv[2] ?? 14);

for (const { procedure, name, silent, play } of [...everybodySilent(seed), ...eachSilent()]) {
  const { rows, faults } = play();
  const line = { procedure, name, silent, rows: longestOf(rows), faults };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
