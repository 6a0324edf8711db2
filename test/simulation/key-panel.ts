// The key-account panel, and the documentation of a release in it.
import type {
  KeyAccountApi,
  KeyAccountView,
} from '../../src/procedures/key-account/contract/panel';
import type { Desk } from './desk';
import { Panel } from './panel';

export class KeyPanel extends Panel<KeyAccountApi, KeyAccountView> {
  constructor(desk: Desk, key = desk.key) {
    super(desk, key, { module: 'key-account', read: 'key.get', reader: 'ben.ito' });
  }
}

export const tickAll = async (
  panel: KeyPanel,
  section: string,
  as = 'tara.quinn',
): Promise<void> => {
  const items =
    (await panel.seen()).release?.sections.find((one) => one.section === section)?.items ?? [];
  for (const { id, done } of items.filter((one) => one.done === null)) {
    await panel.act(
      as,
      'key-account.tick',
      { item: id, done: done === null, evidence: 'https://code.example/42' },
      ({ release: now }) =>
        now?.sections.flatMap(({ items: all }) => all).find((one) => one.id === id)?.done != null,
    );
  }
};

export const attest = (panel: KeyPanel, step: string, as = 'marek.zielinski', reason?: string) =>
  panel.act(
    as,
    'key-account.witness',
    { step, ...(reason === undefined ? {} : { reason }) },
    ({ release: now }) => now?.witness.find((one) => one.step === step)?.given != null,
  );
