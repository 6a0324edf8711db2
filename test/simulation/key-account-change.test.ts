// Scenario 26: a change request of a key account goes through both SOPs.
import demo from '../../demo/account-relay.json';
import type { KeyAccountApi, KeyAccountView } from '../../src/contract/key-account';
import type { Reply } from '../../src/contract/problem';
import { ChangeDesk } from './change-desk';
import type { Desk } from './desk';
import { story } from './stories';

const mail = (name: string): string => `${name}@relay.example`;
const customer = 'ida.moen';

/** The demo's settings, where change requests of key accounts are released as key accounts' releases are. */
async function asBoth(desk: Desk): Promise<void> {
  const queues = demo.queues.map((queue) => (queue.project === 'CHG' ? { ...queue, keyAccounts: { floor: 'High', release: { requestTypes: [] }, escalation: { priority: 'Highest', record: { project: 'OPS', requestType: 'Escalation' } } } } : queue));
  const accounts = demo.accounts.map((account) => (account.cid === 'ELMS' ? { ...account, rateCard: { currency: 'USD', rates: { 'Integration engineer': '800.00' } } } : account));
  const call = { as: mail('alex.kim'), module: 'relay-settings', call: 'configuration.import', payload: { configuration: { ...demo, queues, accounts }, dryRun: false } };
  const reply = (await desk.host.invoke(call)) as { ok: boolean; value?: { applied: boolean } };
  if (reply.value?.applied !== true) throw new Error(JSON.stringify(reply));
}

/** A click in the key-account panel of the same ticket, again until somebody sees that it worked. */
async function inKeyPanel(change: ChangeDesk, as: string, call: keyof KeyAccountApi, payload: object, isDone: (view: KeyAccountView) => boolean): Promise<void> {
  const { desk, key } = change;
  const ask = async (who: string, what: keyof KeyAccountApi, sent: object): Promise<Reply<KeyAccountView> | null> =>
    ((await desk.host.invoke({ module: 'key-account', issue: key, as: mail(who), call: what, payload: sent }).catch((error: unknown) => (desk.faulty ? null : Promise.reject(error)))) as Reply<KeyAccountView> | null);
  for (let tries = 1; tries <= 8; tries += 1) {
    const seen = await ask(as, 'key.get', {});
    if (seen?.ok && isDone(seen.value)) return;
    const reply = seen?.ok ? await ask(as, call, { expectedRevision: seen.value.revision, ...payload }) : null;
    await desk.host.advance('PT10S');
    if (reply?.ok && isDone(reply.value)) return;
    if (reply !== null && !reply.ok && !desk.faulty) throw new Error(`${call}: ${reply.problem.message}`);
    await desk.host.advance('PT1M10S');
  }
  throw new Error(`${call} came to nothing.`);
}

story('26: without the double-check nothing is shared with the client, and it closes only after three production cycles', async (desk) => {
  await asBoth(desk);
  await desk.ticket({ project: 'CHG', requestType: 'Change request', organizations: ['Elm Street Bank'], reporter: customer });
  const change = new ChangeDesk(desk);
  const key = (as: string, call: keyof KeyAccountApi, payload: object, isDone: (view: KeyAccountView) => boolean) => inKeyPanel(change, as, call, payload, isDone);
  await change.classify();
  await change.ask('in-principle-client');
  await change.ask('in-principle-internal');
  await change.agree('in-principle-client', customer);
  await change.approve('in-principle-internal', 'priya.nair');
  await change.document();
  await change.save('dana.fox', { part: 'cost' }, (view) => change.done(view, 'cost'));
  await change.ask('internal-approval');
  await change.approve('internal-approval', 'priya.nair');
  await change.ask('customer-approval');
  await change.agree('customer-approval', customer);
  await change.save('kofi.mensah', { part: 'due-date', dueDate: '2026-04-10' }, (view) => change.done(view, 'due-date'));
  await change.save('kofi.mensah', { part: 'interface', url: null, headings: { 'planned-interfaces': 'One file', apis: 'POST /exports', 'process-steps': 'Collect, send', schemas: 'export.json', 'request-payloads': '{}', responses: '202' } }, (view) => change.done(view, 'interface'));

  // K8: the interface is not shared before a peer has reviewed and a senior engineer has double-checked.
  expect(await change.refused('dana.fox', 'gate.ask', { gate: 'interface-approval' })).toMatchObject({ clause: 'KA-08' });
  const tara = desk.as('tara.quinn').accountId;
  await key('tara.quinn', 'release.start', { cid: 'ELMS', authors: [tara] }, (view) => view.release !== null);
  await key('tara.quinn', 'release.facts', { facts: { commit: 'a1b2c3d4e5' } }, (view) => view.release?.facts.commit === 'a1b2c3d4e5');
  await key('pavel.orlov', 'release.review', { as: 'peer' }, (view) => view.release?.reviews[0]?.given != null);
  expect((await change.refused('dana.fox', 'gate.ask', { gate: 'interface-approval' })).text).toContain('No senior engineer has double-checked');
  await key('aiko.tanaka', 'release.review', { as: 'senior' }, (view) => view.release?.reviews[1]?.given != null);
  await change.ask('interface-approval');
  await change.agree('interface-approval', customer);
  await change.toUat();
  await change.agree('uat', customer);
  await change.finish('luca.moretti', 'deployed-to-production', '2026.3');

  // KA-16: the customer is live, and the ticket stays open while the release is monitored.
  const { now } = await change.seen();
  await key('tara.quinn', 'release.facts', { facts: { build: '2026.3', environment: 'Production', deployer: desk.as('pavel.orlov').accountId, deployedAt: now, results: 'All green.' } }, (view) => view.release?.facts.results != null);
  await change.agree('go-live', customer);
  await desk.until(async () => expect((await change.seen()).state).toBe('done'));
  expect((await desk.seen()).status).not.toBe('Done');
  for (const step of ['commit', 'release', 'post-release'] as const) {
    const section = step === 'commit' ? 'commit-review' : step;
    for (let item = 0; item < 20; item += 1) {
      let left: string | undefined;
      await key('tara.quinn', 'key.get', {}, (view) => {
        left = view.release?.sections.find((one) => one.section === section)?.items.find(({ done }) => done === null)?.id;
        return true;
      });
      if (left === undefined) break;
      const id = left;
      await key('tara.quinn', 'release.tick', { item: id, done: true, evidence: 'https://code.example/42' }, (view) => view.release?.sections.flatMap(({ items }) => items).find((one) => one.id === id)?.done != null);
    }
    await key('marek.zielinski', 'release.attest', { step, reason: 'I watched it, and sign it now.' }, (view) => view.release?.witness.find((one) => one.step === step)?.given != null);
  }
  await key('tara.quinn', 'release.processing', { value: true }, (view) => view.release?.processing === true);
  await desk.host.advance('P4D');
  const days = ['2026-03-03', '2026-03-04', '2026-03-05'];
  for (const [place, date] of days.entries()) {
    await key('tara.quinn', 'release.cycle', { date, passed: true, note: '' }, (view) => view.release?.cycles.counted === place + 1);
    if (place < 2) expect((await desk.seen()).status).not.toBe('Done');
  }
  await key('tara.quinn', 'release.finish', {}, (view) => view.release?.finished != null);
  await desk.until(async () => expect((await desk.seen()).status).toBe('Done'));
});
