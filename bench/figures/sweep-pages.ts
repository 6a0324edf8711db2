// The five-minute sweep: what it reads follows the asks that are due, not those that are open.
import type { Host } from '../../host/host';
import { MeasuredDesk } from '../desk';
import type { Figure } from '../figure';
import { type Asks, openAsks } from '../open-asks';

const sizes = [100, 10_000, 100_000];
/** Of them, so many are due before the next sweep. */
const dueNow = 50;
const dayMs = 86_400_000;

function fill(host: Host, asks: Asks, open: number): void {
  const now = host.clock.now();
  host.restore(asks.site);
  for (let place = 0; place < open; place += 1) {
    const dueAt = new Date(now + (place < dueNow ? 60_000 : dayMs) + place).toISOString();
    host.restore(
      asks.rowsOf({ issueId: String(1_000_000 + place), key: `EBH-${1000 + place}`, dueAt }),
    );
  }
}

async function pagesOfOneSweep(asks: Asks, open: number): Promise<{ pages: number; ms: number }> {
  const { host } = await MeasuredDesk.open({ setup: null });
  fill(host, asks, open);
  host.clearCalls();
  await host.advance('PT5M');
  // It has begun by now; its requests take time.
  await host.settled();
  const sweeps = host.invocations().filter((one) => one.function === 'wake-due-tickets');
  const pages = host
    .calls()
    .filter((call) => call.function === 'wake-due-tickets' && call.path.endsWith('/query')).length;
  await host.stop();
  return { pages, ms: sweeps[0]?.ms ?? NaN };
}

export async function sweepPages(): Promise<readonly Figure[]> {
  const asks = await openAsks();
  const figures: Figure[] = [];
  for (const open of sizes) {
    const { pages, ms } = await pagesOfOneSweep(asks, open);
    figures.push({
      name: `Sweep with ${open.toLocaleString('en-US')} open asks, ${dueNow} of them due: storage pages`,
      value: pages,
      bound: 1,
      unit: 'pages',
      note: `${ms} ms`,
    });
  }
  return figures;
}
