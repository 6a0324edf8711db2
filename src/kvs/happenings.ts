import { kvs, Sort } from '@forge/kvs';
import type { Dated, Happenings } from '../app/ports';
import { deleteAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';
import { readQuery } from './read-query';

interface HappeningRow {
  readonly month: string;
  readonly at: string;
  readonly doc: Dated;
}

/** More than a month of any desk; a page that counts more counts too slowly. */
const mostInMonth = 2000;

async function ofMonth(month: string): Promise<Dated[]> {
  const query = kvs
    .entity<HappeningRow>('happening')
    .query()
    .index('by-month', { partition: [month] })
    .sort(Sort.ASC);
  return (await readQuery<HappeningRow>(query, mostInMonth)).map(({ doc }) => doc);
}

export const happenings: Happenings = {
  async remember(doc) {
    const row: HappeningRow = { month: doc.day.slice(0, 7), at: doc.at, doc };
    await storing(() => kvs.entity<HappeningRow>('happening').set(keys.happening(doc.id), row));
  },

  async forget(ids) {
    await deleteAll(ids.map((id) => ({ key: keys.happening(id), entityName: 'happening' })));
  },

  async ofMonths<Happening extends Dated>(months: readonly string[]) {
    return (await Promise.all(months.map(ofMonth))).flat() as Happening[];
  },
};
