import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from './desk';
import { story } from './stories';

interface Configuration {
  readonly accounts: readonly {
    readonly cid: string;
    readonly accountManager: string;
    readonly regionalManager: string;
  }[];
}

/** The demo's settings with one account at other managers, as the next import has it. */
const movedTo = (accountManager: string): Configuration => {
  const demo = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'demo', 'account-relay.json'), 'utf8'),
  ) as Configuration;
  return {
    ...demo,
    accounts: demo.accounts.map((account) =>
      account.cid === 'NWCU' ? { ...account, accountManager } : account,
    ),
  };
};

/** An administrator imports, and again when the page failed under them. */
async function importing(desk: Desk, configuration: Configuration): Promise<void> {
  for (let tries = 1; tries <= 6; tries += 1) {
    const call = {
      as: 'alex.kim@relay.example',
      module: 'relay-settings',
      call: 'configuration.import',
      payload: { configuration, dryRun: false },
    };
    const reply = (await desk.host.invoke(call).catch(() => ({ ok: false }))) as { ok: boolean };
    if (reply.ok) return;
    if (!desk.faulty) throw new Error(JSON.stringify(reply));
    await desk.host.advance('PT1M');
  }
  throw new Error('The import came to nothing.');
}

story('AM-06: an account moves to another manager while somebody is asked', async (desk) => {
  await desk.ticket();
  await desk.request();
  const { dueAt } = (await desk.panel()).ask ?? {};
  await importing(desk, movedTo('jonas.weber@relay.example'));
  const handedOver = async (): Promise<void> => {
    expect(await desk.seen()).toMatchObject({
      status: 'Waiting for Account Manager',
      accountManager: 'Jonas Weber',
      regionalManager: 'Tom Reyes',
    });
    expect((await desk.panel()).ask).toMatchObject({ holder: { name: 'Jonas Weber' }, dueAt });
    const notes = (await desk.seen()).comments.filter(({ text }) =>
      text.includes('has moved from Maya Ortiz to you'),
    );
    expect(notes).toMatchObject([{ public: false, tags: ['Jonas Weber'] }]);
  };
  await desk.until(handedOver);
  await importing(desk, movedTo('jonas.weber@relay.example'));
  await desk.settle();
  await handedOver();
  expect((await desk.gadget('jonas.weber')).mine).toMatchObject([{ key: desk.key }]);
  expect((await desk.gadget('maya.ortiz')).mine).toEqual([]);
});
