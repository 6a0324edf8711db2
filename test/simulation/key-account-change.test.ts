// Scenario 26: a change request of a key account goes through both SOPs.
import demo from '../../demo/account-relay.json';
import { ChangeDesk } from './change-desk';
import type { Desk } from './desk';
import { attest, KeyPanel, tickAll } from './key-panel';
import { story } from './stories';

const customer = 'ida.moen';

/** The demo's settings, and what an integration engineer costs the account a day. */
async function withRates(desk: Desk): Promise<void> {
  const accounts = demo.accounts.map((account) =>
    account.cid === 'ELMS'
      ? { ...account, rateCard: { currency: 'USD', rates: { 'Integration engineer': '800.00' } } }
      : account,
  );
  const call = {
    as: 'alex.kim@relay.example',
    module: 'relay-settings',
    call: 'configuration.import',
    payload: { configuration: { ...demo, accounts }, dryRun: false },
  };
  const reply = (await desk.host.invoke(call)) as { ok: boolean; value?: { applied: boolean } };
  if (reply.value?.applied !== true) throw new Error(JSON.stringify(reply));
}

story(
  '26: without the double-check nothing is shared with the client, and it closes only after three production cycles',
  async (desk) => {
    await withRates(desk);
    await desk.ticket({
      project: 'CHG',
      requestType: 'Change request',
      organizations: ['Elm Street Bank'],
      reporter: customer,
    });
    const change = new ChangeDesk(desk);
    const panel = new KeyPanel(desk);
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
    await change.save('kofi.mensah', { part: 'due-date', dueDate: '2026-04-10' }, (view) =>
      change.done(view, 'due-date'),
    );
    await change.save(
      'kofi.mensah',
      {
        part: 'interface',
        url: null,
        headings: {
          'planned-interfaces': 'One file',
          apis: 'POST /exports',
          'process-steps': 'Collect, send',
          schemas: 'export.json',
          'request-payloads': '{}',
          responses: '202',
        },
      },
      (view) => change.done(view, 'interface'),
    );

    // K8: the interface is not shared before a peer has reviewed and a senior engineer has double-checked.
    expect(await change.refused('kofi.mensah', 'change-request.share-interface', {})).toMatchObject(
      { clause: 'KA-08' },
    );
    const tara = desk.as('tara.quinn').accountId;
    await panel.act(
      'tara.quinn',
      'key-account.start-release',
      { cid: 'ELMS', authors: [tara] },
      (view) => view.release !== null,
    );
    await panel.act(
      'tara.quinn',
      'key-account.set-facts',
      { facts: { commit: 'a1b2c3d4e5' } },
      (view) => view.release?.facts.commit === 'a1b2c3d4e5',
    );
    await panel.act(
      'pavel.orlov',
      'key-account.review',
      { as: 'peer' },
      (view) => view.release?.reviews[0]?.given != null,
    );
    expect(
      (await change.refused('kofi.mensah', 'change-request.share-interface', {})).text,
    ).toContain('No senior engineer has double-checked');
    await panel.act(
      'aiko.tanaka',
      'key-account.review',
      { as: 'senior' },
      (view) => view.release?.reviews[1]?.given != null,
    );
    await change.share();
    await change.ask('interface-approval');
    await change.agree('interface-approval', customer);
    await change.toUat();
    await change.agree('uat', customer);
    await change.finish('luca.moretti', 'deployed-to-production', '2026.3');

    // KA-16: the customer is live, and the ticket stays open while the release is monitored.
    const { now } = await change.seen();
    await panel.act(
      'tara.quinn',
      'key-account.set-facts',
      {
        facts: {
          build: '2026.3',
          environment: 'Production',
          deployer: desk.as('pavel.orlov').accountId,
          deployedAt: now,
          results: 'All green.',
        },
      },
      (view) => view.release?.facts.results != null,
    );
    await change.agree('go-live', customer);
    await desk.until(async () => expect((await change.seen()).state).toBe('done'));
    expect((await desk.seen()).status).not.toBe('Done');
    for (const step of ['commit', 'release', 'post-release'] as const) {
      await tickAll(panel, step === 'commit' ? 'commit-review' : step);
      await attest(panel, step, 'marek.zielinski', 'I watched it, and sign it now.');
    }
    await panel.act(
      'tara.quinn',
      'key-account.set-processing',
      { value: true },
      (view) => view.release?.processing === true,
    );
    await desk.host.advance('P4D');
    const days = ['2026-03-03', '2026-03-04', '2026-03-05'];
    for (const [place, date] of days.entries()) {
      await panel.act(
        'tara.quinn',
        'key-account.record-cycle',
        { date, passed: true, note: '' },
        (view) => view.release?.cycles.counted === place + 1,
      );
      if (place < 2) expect((await desk.seen()).status).not.toBe('Done');
    }
    await panel.act(
      'tara.quinn',
      'key-account.finish-release',
      {},
      (view) => view.release?.finished != null,
    );
    await desk.until(async () => expect((await desk.seen()).status).toBe('Done'));
  },
);
