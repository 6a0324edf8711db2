// Telling is an intent: Jira takes nothing more of the app for an hour, whichever of its writes that hits, and the answer comes
// meanwhile. Nobody is tagged afterwards for what is over, and nobody twice for what is not (X10).
import { Desk } from './desk';

const manager = 'Maya Ortiz';

/** A response is due now; the nth thing that the app posts then has to wait for an hour. */
async function dueWhileBusy(nth: number): Promise<Desk> {
  const desk = await Desk.open({ faults: {} });
  await desk.ticket();
  await desk.request();
  const { ask } = await desk.panel();
  const due = Date.parse(ask?.dueAt ?? '');
  await desk.host.advance(due - 1000 - desk.host.clock.now());
  desk.host.faults.set({ once: [{ kind: 'rate-limit', nth, method: 'POST', seconds: 3600 }] });
  await desk.host.advance('PT5M');
  return desk;
}

const tags = async (desk: Desk): Promise<readonly (readonly string[])[]> =>
  (await desk.seen()).comments
    .filter(({ author }) => author === 'Account Relay')
    .map((comment) => comment.tags);

const hour = 3_600_000;

describe.each([
  [1, hour],
  [2, hour],
  [3, 0],
  [4, 0],
])('Jira takes no more of the app for an hour, from post %i on', (nth, late) => {
  it('is answered meanwhile: nobody above hears of a silence that is over', async () => {
    const desk = await dueWhileBusy(nth);
    const before = await tags(desk);
    await desk.as('maya.ortiz').comment(desk.key, 'They have signed.');
    await desk.host.advance('PT3H');
    const after = (await tags(desk)).slice(before.length);
    expect(after.flat()).toEqual(['Ben Ito']);
    expect((await desk.panel()).ask).toBeNull();
    await desk.invariants();
  });

  it('is not answered: whoever is above hears of it once, and has their time from then', async () => {
    const inTime = await dueWhileBusy(99);
    const usual = Date.parse((await inTime.panel()).ask?.dueAt ?? '');
    await inTime.invariants();
    const desk = await dueWhileBusy(nth);
    await desk.host.advance('PT1H10M');
    const { ask } = await desk.panel();
    expect(Date.parse(ask?.dueAt ?? '') - usual).toBeGreaterThanOrEqual(late);
    expect(Date.parse(ask?.dueAt ?? '') - usual).toBeLessThan(late + hour);
    const above = (await tags(desk)).flat().filter((name) => name !== manager);
    expect(above).toEqual([ask?.holder.name]);
    await desk.invariants();
  });
});
