// npm run bench [-- NAME …]
// Every figure of what Account Relay may cost, beside its bound; a figure over its bound fails the run.
import { type Figure, isOver, type Measure } from './figure';
import { bulkMove } from './figures/bulk-move';
import { coldStart } from './figures/cold-start';
import { hostThroughput } from './figures/host-throughput';
import { longMonth } from './figures/long-month';
import { mondayDrain } from './figures/monday-drain';
import { openPages } from './figures/open-pages';
import { pages } from './figures/pages';
import { requestCounts } from './figures/request-counts';
import { sweepPages } from './figures/sweep-pages';
import { words } from './figures/words';

const groups: Readonly<Record<string, Measure>> = {
  requests: requestCounts,
  open: openPages,
  sweep: sweepPages,
  drain: mondayDrain,
  moved: bulkMove,
  'cold-start': coldStart,
  pages,
  words,
  month: longMonth,
  host: hostThroughput,
};

const plain = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(2);

function line(figure: Figure): string {
  const { name, value, bound, unit, note, least } = figure;
  const measured = `${plain(value)} ${unit}`.padStart(14);
  return `${isOver(figure) ? 'OVER' : 'ok  '} ${name.padEnd(58)} ${measured}   at ${least === true ? 'least' : 'most'} ${plain(bound)}${note === undefined ? '' : `   (${note})`}`;
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => groups[name] === undefined);
  if (unknown.length > 0)
    throw new Error(
      `There is no ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}.`,
    );
  let over = 0;
  for (const [name, measure] of Object.entries(groups)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = performance.now();
    for (const figure of await measure()) {
      if (isOver(figure)) over += 1;
      console.log(line(figure));
    }
    console.error(`     ${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  console.log(
    over === 0 ? 'Every figure is within its bound.' : `${over} figures are over their bound.`,
  );
  process.exitCode = over === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
