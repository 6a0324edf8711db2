// What it costs that somebody has a page open: an idle ticket, an act in it, a gadget.
import type { Call } from '../../host/jira/types';
import { mail, MeasuredDesk } from '../desk';
import { pauseAfter } from '../../static/shared/back-off';
import type { Figure } from '../figure';
import { frames, readFrames } from '../day/frames';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Twice what the gadget shows unless somebody says otherwise. */
const rows = 20;

const pointsOf = (calls: readonly Call[]): number =>
  calls.reduce((sum, { points }) => sum + points, 0);

/** An act in a ticket whose frames read again when Jira says that it changed. */
async function actInOpenTicket(desk: MeasuredDesk, key: string): Promise<readonly Call[]> {
  const { host } = desk;
  const { revision } = await desk.panel(key, 'ben.ito');
  const stop = host.onChange((change) => {
    if (change.kind !== 'issue-changed' || change.issueKey !== key) return;
    host.clock.schedule(host.clock.now(), () => readFrames(host, key));
  });
  const calls = await desk.during(() =>
    desk.send(key, 'ben.ito', 'account-manager.request', {
      entryId: 'other',
      note: 'Is the contract signed?',
      expectedRevision: revision,
    }),
  );
  stop();
  return calls;
}

/** As many asks of one account manager as fill the gadget. */
async function askMany(desk: MeasuredDesk): Promise<void> {
  for (let place = 0; place < rows; place += 1) {
    const { key } = await desk.ticket();
    await desk.click(key, 'ben.ito', 'account-manager.request', {
      entryId: 'other',
      note: 'Is the contract signed?',
    });
  }
  await desk.host.settled();
}

export async function openPages(): Promise<readonly Figure[]> {
  const desk = await MeasuredDesk.open();
  const { host } = desk;
  const { key } = await desk.ticket();
  await host.settled();
  // The first look of all pays for what is then known.
  await readFrames(host, key);
  await host.advance('PT1H7M');
  const idle: Call[] = [];
  const until = host.clock.now() + hourMs;
  for (let untouched = 0; ; untouched += 1) {
    const next = host.clock.now() + pauseAfter(untouched, minuteMs, null);
    if (next > until) break;
    await host.clock.advanceTo(next);
    idle.push(...(await desk.during(() => readFrames(host, key))));
  }
  const looks = new Set(
    host
      .invocations()
      .filter(({ call }) => frames.some(([, method]) => method === call))
      .map(({ id }) => id),
  );
  const idlePoints = pointsOf(idle.filter(({ invocation }) => looks.has(invocation)));
  const act = await actInOpenTicket(desk, key);
  await askMany(desk);
  const gadget = await desk.during(() =>
    host.invoke({
      module: 'my-asks-gadget',
      call: 'asks.mine',
      as: mail('maya.ortiz'),
      payload: { rows },
    }),
  );
  await host.stop();
  return [
    {
      name: 'An idle ticket page, in an hour',
      value: idlePoints,
      bound: 0,
      unit: 'points',
      note: `${frames.length} frames that read by themselves, ever less often`,
    },
    {
      name: 'One act on an open page, and the readings that follow from it',
      value: pointsOf(act),
      bound: 6,
      unit: 'points',
    },
    {
      name: 'A refresh of the gadget',
      value: pointsOf(gadget),
      bound: 5,
      unit: 'points',
      note: `${rows} rows`,
    },
  ];
}
