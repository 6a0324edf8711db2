// Lines by which tickets are found: who has to act, what waits for a team, what a procedure lists.
import { kvs, Sort } from '@forge/kvs';
import type { TicketStore } from '../app/ports';
import type { ListRow } from '../core/procedure';
import { storing } from './failures';
import { keys } from './keys';
import { page, readQuery } from './read-query';

/** A ticket's rows by their keys; lines of one list about one person are told apart by their item. */
export const rowsOf = (issueId: string, rows: readonly ListRow[]): ReadonlyMap<string, ListRow> =>
  new Map(
    rows.map((row) => {
      const { item: _inTheKey, ...stored } = row;
      return [keys.row(issueId, row), stored];
    }),
  );

export const listed: TicketStore['listed'] = async (list, who, limit, direction) => {
  const query = kvs
    .entity<ListRow>('row')
    .query()
    .index('by-who', { partition: [list, who] })
    .sort(direction === 'latest-first' ? Sort.DESC : Sort.ASC);
  return (await readQuery<ListRow>(query, limit)).map(({ doc }) => doc as never);
};

export const listedPeople: TicketStore['listedPeople'] = async (list, most) => {
  const people = new Set<string>();
  let cursor: string | undefined;
  for (let read = 0; read < most; read += page) {
    const query = kvs
      .entity<ListRow>('row')
      .query()
      .index('by-list', { partition: [list] })
      .limit(page);
    const { results, nextCursor } = await storing(() =>
      (cursor === undefined ? query : query.cursor(cursor)).getMany(),
    );
    for (const { value } of results) people.add(value.who);
    if (nextCursor === undefined) return people;
    cursor = nextCursor;
  }
  return null;
};
