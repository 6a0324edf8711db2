// What is kept of key accounts beside the tickets' ledgers: what happened, month by month, and the notes.
import { kvs, Sort } from '@forge/kvs';
import type { KeyAccountBook } from '../app/ports';
import type { Happening } from '../procedures/key-account/happening';
import type { AccountNote } from '../procedures/key-account/notes';
import { readAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';
import { readQuery } from './read-query';

interface HappeningRow {
  readonly month: string;
  readonly at: string;
  readonly doc: Happening;
}

/** More than a month of any desk; a page that counts more counts too slowly. */
const mostInMonth = 2000;

async function ofMonth(month: string): Promise<Happening[]> {
  const query = kvs
    .entity<HappeningRow>('happening')
    .query()
    .index('by-month', { partition: [month] })
    .sort(Sort.ASC);
  return (await readQuery<HappeningRow>(query, mostInMonth)).map(({ doc }) => doc);
}

export const keyAccountBook: KeyAccountBook = {
  async remember(happening) {
    const row: HappeningRow = {
      month: happening.day.slice(0, 7),
      at: happening.at,
      doc: happening,
    };
    await storing(() =>
      kvs.entity<HappeningRow>('happening').set(keys.happening(happening.id), row),
    );
  },

  async happenings(months) {
    return (await Promise.all(months.map(ofMonth))).flat();
  },

  async notesOf(cids) {
    const rows = await readAll<{ notes: readonly AccountNote[] }>(
      cids.map((cid) => ({ key: keys.accountNotes(cid) })),
    );
    return Object.fromEntries(
      cids.map((cid) => [cid, rows.get(keys.accountNotes(cid))?.notes ?? []]),
    );
  },

  async keepNotes(cid, notes) {
    await storing(() => kvs.set(keys.accountNotes(cid), { notes }));
  },
};
