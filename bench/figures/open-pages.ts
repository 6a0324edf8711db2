// What it costs that somebody has a page open: an idle ticket, an act in it, a gadget.
import type { Call } from '../../host/jira/types';
import { mail, MeasuredDesk } from '../desk';
import type { Figure } from '../figure';
import { OpenGadget } from '../day/open-gadget';
import { OpenTicket } from '../day/open-ticket';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Twice what the gadget shows unless somebody says otherwise. */
const rows = 20;
/** Of those, how many have changed since the gadget was refreshed last. */
const changedRows = 2;

const pointsOf = (calls: readonly Call[]): number =>
  calls.reduce((sum, { points }) => sum + points, 0);

/** An act in a ticket that is open, and what its frames do about what Jira then says. */
async function actInOpenTicket(desk: MeasuredDesk, key: string): Promise<readonly Call[]> {
  const { host } = desk;
  const page = new OpenTicket({
    host,
    issue: key,
    person: mail('ben.ito'),
    until: host.clock.now() + hourMs,
  });
  await page.open();
  const { revision } = await desk.panel(key, 'ben.ito');
  const stop = host.onChange((change) => {
    if (change.kind === 'issue-changed' && change.issueKey === key)
      host.clock.schedule(host.clock.now(), () => page.changed());
  });
  const calls = await desk.during(async () => {
    await page.acts(() =>
      desk.send(key, 'ben.ito', 'account-manager.request', {
        entryId: 'other',
        note: 'Is the contract signed?',
        expectedRevision: revision,
      }),
    );
    await host.advance(minuteMs);
  });
  stop();
  return calls;
}

/** As many asks of one account manager as fill the gadget. @returns the tickets */
async function askMany(desk: MeasuredDesk): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let place = 0; place < rows; place += 1) {
    const { key } = await desk.ticket();
    await desk.click(key, 'ben.ito', 'account-manager.request', {
      entryId: 'other',
      note: 'Is the contract signed?',
    });
    keys.push(key);
  }
  await desk.host.settled();
  return keys;
}

/** The gadget refreshes after something has happened to some of its tickets. */
async function refreshedGadget(desk: MeasuredDesk): Promise<readonly Call[]> {
  const { host } = desk;
  const keys = await askMany(desk);
  const gadget = new OpenGadget(host, mail('maya.ortiz'), rows);
  await gadget.refresh();
  for (const key of keys.slice(0, changedRows))
    await host.as(mail('ben.ito')).edit(key, { priority: { name: 'High' } });
  await host.settled();
  return desk.during(() => gadget.refresh());
}

export async function openPages(): Promise<readonly Figure[]> {
  const desk = await MeasuredDesk.open();
  const { host } = desk;
  const { key } = await desk.ticket();
  await host.settled();
  const page = new OpenTicket({
    host,
    issue: key,
    person: mail('ben.ito'),
    until: host.clock.now() + 2 * hourMs,
  });
  await page.open();
  await host.settled();
  const idle = await desk.during(() => host.advance(hourMs));
  const looks = new Set(
    host
      .invocations()
      .filter(({ call }) => call !== null)
      .map(({ id }) => id),
  );
  const idlePoints = pointsOf(idle.filter(({ invocation }) => looks.has(invocation)));
  await host.advance(hourMs);
  const act = await actInOpenTicket(desk, key);
  const gadget = await refreshedGadget(desk);
  await host.stop();
  return [
    {
      name: 'An idle ticket page, in an hour',
      value: idlePoints,
      bound: 0,
      unit: 'points',
      note: 'five frames that look by themselves, ever less often',
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
      note: `${rows} rows, ${changedRows} of them changed`,
    },
  ];
}
