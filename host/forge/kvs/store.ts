// Everything the app has stored, with its indexes, and what it looked like a little while ago.
import type { Clock } from '../../clock';
import type { FaultBox } from '../../faults';
import type { EntityModule, Manifest } from '../manifest';
import { EntityIndex } from './index-of-entity';
import { placeOf, type Row } from './row';
import { firstWhere, SortedList } from './sorted-list';

/** Longest lag of queries that can be asked for. */
const rememberedMs = 15 * 60_000;

/** Every entity has this index without declaring it; its range is the key (belief `kvs-by-key`). */
const byKey: EntityModule['indexes'][number] = { name: 'by-key', partition: [], range: null };
const hourMs = 3_600_000;
/** Changes kept without asking whether they are too old. */
const fewest = 1000;

interface Expiry {
  readonly at: number;
  readonly entity: string | null;
  readonly key: string;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Past {
  readonly at: number;
  readonly place: string;
  readonly before: Row | null;
}

export class Store {
  readonly #rows = new Map<string, Row>();
  readonly #indexes = new Map<string, EntityIndex[]>();
  /** Keys of plain values, in order, for queries by prefix. */
  readonly #plainKeys = new SortedList<string>(byText);
  readonly #past: Past[] = [];
  #forgetAt = fewest;
  /** Rows with a time to live, by when they go. */
  readonly #expiries = new SortedList<Expiry>(
    (a, b) => a.at - b.at || byText(placeOf(a.entity, a.key), placeOf(b.entity, b.key)),
  );

  /** @param expiredHours how long values are still given out after their time (belief `kvs-expired-rows`) */
  constructor(
    private readonly clock: Clock,
    private readonly faults: FaultBox,
    readonly manifest: Manifest,
    private readonly expiredHours: number,
  ) {
    for (const entity of manifest.entities.values()) {
      this.#indexes.set(
        entity.name,
        [byKey, ...entity.indexes].map((definition) => new EntityIndex(definition)),
      );
    }
  }

  get(entity: string | null, key: string): Row | null {
    this.#dropExpired();
    return this.#rows.get(placeOf(entity, key)) ?? null;
  }

  set(entity: string | null, key: string, json: string, expiresAt: number | null): Row {
    const before = this.get(entity, key);
    const now = this.clock.now();
    const row: Row = {
      entity,
      key,
      json,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
      expiresAt,
    };
    this.#replace(before, row, placeOf(entity, key));
    return row;
  }

  delete(entity: string | null, key: string): void {
    const before = this.get(entity, key);
    if (before !== null) this.#replace(before, null, placeOf(entity, key));
  }

  index(entity: string, name: string): EntityIndex | null {
    this.#dropExpired();
    return this.#indexes.get(entity)?.find(({ definition }) => definition.name === name) ?? null;
  }

  get plainKeys(): readonly string[] {
    this.#dropExpired();
    return this.#plainKeys.items;
  }

  get rows(): readonly Row[] {
    this.#dropExpired();
    return [...this.#rows.values()];
  }

  /**
   * What queries do not know yet: rows changed within the lag, by place, as they were before. Empty without a lag.
   */
  unseen(): ReadonlyMap<string, Row | null> {
    const since = this.clock.now() - this.faults.current.kvsQueryLagSeconds * 1000;
    const before = new Map<string, Row | null>();
    if (this.faults.current.kvsQueryLagSeconds <= 0) return before;
    for (let index = this.#past.length - 1; index >= 0; index -= 1) {
      const past = this.#past[index] as Past;
      if (past.at <= since) break;
      before.set(past.place, past.before);
    }
    return before;
  }

  #replace(before: Row | null, after: Row | null, place: string): void {
    const { entity, key } = (after ?? before) as Row;
    this.#remember({ at: this.clock.now(), place, before });
    if (before !== null && before.expiresAt !== null)
      this.#expiries.remove({ at: before.expiresAt, entity, key });
    if (after !== null && after.expiresAt !== null)
      this.#expiries.add({ at: after.expiresAt, entity, key });
    if (after === null) this.#rows.delete(place);
    else this.#rows.set(place, after);
    for (const index of entity === null ? [] : (this.#indexes.get(entity) ?? [])) {
      if (before !== null) index.remove(before);
      if (after !== null) index.add(after);
    }
    if (entity !== null) return;
    if (before === null && after !== null) this.#plainKeys.add(key);
    if (after === null) this.#plainKeys.remove(key);
  }

  #dropExpired(): void {
    const before = this.clock.now() - this.expiredHours * hourMs;
    for (
      let first = this.#expiries.items[0];
      first !== undefined && first.at <= before;
      first = this.#expiries.items[0]
    ) {
      const { entity, key } = first;
      this.#replace(this.#rows.get(placeOf(entity, key)) ?? null, null, placeOf(entity, key));
    }
  }

  #remember(past: Past): void {
    this.#past.push(past);
    if (this.#past.length < this.#forgetAt) return;
    const oldest = this.clock.now() - rememberedMs;
    this.#past.splice(
      0,
      firstWhere(this.#past, ({ at }) => at >= oldest),
    );
    this.#forgetAt = Math.max(fewest, this.#past.length * 2);
  }
}
