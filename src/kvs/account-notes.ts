import { kvs } from '@forge/kvs';
import type { AccountNotes } from '../app/ports';
import { readAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';

export const accountNotes: AccountNotes = {
  async of<Note>(cids: readonly string[]) {
    const rows = await readAll<{ notes: readonly Note[] }>(
      cids.map((cid) => ({ key: keys.accountNotes(cid) })),
    );
    return Object.fromEntries(
      cids.map((cid) => [cid, rows.get(keys.accountNotes(cid))?.notes ?? []]),
    );
  },

  async keep(cid, notes) {
    await storing(() => kvs.set(keys.accountNotes(cid), { notes }));
  },
};
