// One index of one entity: rows of a partition in the order of one attribute.
import type { EntityModule } from '../manifest';
import { compareValues } from './conditions';
import { type Row, valueOf } from './row';
import { SortedList } from './sorted-list';

export interface Entry {
  readonly range: unknown;
  readonly key: string;
}

export const inOrder = (a: Entry, b: Entry): number =>
  compareValues(a.range, b.range) || compareValues(a.key, b.key);

export class EntityIndex {
  readonly #partitions = new Map<string, SortedList<Entry>>();

  constructor(readonly definition: EntityModule['indexes'][number]) {}

  /** Where a row stands in this index; null when it lacks one of the attributes. */
  entryOf(row: Row): { partition: string; entry: Entry } | null {
    const value = valueOf(row);
    const parts = this.definition.partition.map((name) => value[name]);
    const range = this.definition.range === null ? row.key : value[this.definition.range];
    if (range == null || parts.some((part) => part == null)) return null;
    return { partition: JSON.stringify(parts), entry: { range, key: row.key } };
  }

  add(row: Row): void {
    const place = this.entryOf(row);
    if (place === null) return;
    const list = this.#partitions.get(place.partition) ?? new SortedList<Entry>(inOrder);
    this.#partitions.set(place.partition, list);
    list.add(place.entry);
  }

  remove(row: Row): void {
    const place = this.entryOf(row);
    if (place !== null) this.#partitions.get(place.partition)?.remove(place.entry);
  }

  /** Entries of a partition, ascending. */
  entries(partition: readonly unknown[]): readonly Entry[] {
    return this.#partitions.get(JSON.stringify(partition))?.items ?? [];
  }
}
