// The storage API that @forge/kvs speaks: POST with JSON, one path per operation (proved with @forge/kvs 1.6.5).
import type { Clock } from '../../clock';
import { forgeLimits } from '../limits';
import { allHold, type Condition, type Filters } from './conditions';
import { badRequest, conflict, notFound, StorageFailure } from './failure';
import { type EntityQuery, queryEntity, queryPlain } from './query';
import { placeOf, type Row, valueOf } from './row';
import type { Store } from './store';
import { checkEntity, checkKey, checkTimeToLive, checkValue, type TimeToLive } from './validate';

interface SetOptions {
  readonly ttl?: TimeToLive;
  readonly keyPolicy?: 'OVERRIDE' | 'FAIL_IF_EXISTS';
  readonly returnValue?: 'PREVIOUS' | 'LATEST';
  readonly returnMetadataFields?: Metadata;
  /** Of a get or a query. */
  readonly metadataFields?: Metadata;
}

interface Item {
  readonly key: string;
  readonly entityName?: string;
  readonly value?: unknown;
  readonly options?: SetOptions;
  readonly conditions?: Filters;
}

/** What a body may be; the path says which. */
type AnyBody = Item & EntityQuery & { where?: Condition[]; after?: unknown } & Transaction & Item[];

interface Transaction {
  readonly set?: Item[];
  readonly delete?: Item[];
  readonly check?: Item[];
}

/** Secrets live apart from everything else. */
const secrets = '#secret';
const { storage } = forgeLimits;

export class StorageApi {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Answers one request. Failures are answers too: `{ code, message }`. */
  handle(path: string, body: unknown): Response {
    try {
      const answer = this.#dispatch(path.replace('/api/v1/', ''), body as never);
      if (answer === undefined) return new Response(null, { status: 204 });
      return new Response(answer, { status: 200, headers: { 'content-type': 'application/json' } });
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      return Response.json({ code: error.code, message: error.message }, { status: error.status });
    }
  }

  /** JSON text of the answer; undefined for none. */
  #dispatch(operation: string, body: AnyBody): string | undefined {
    switch (operation) {
      case 'get':
        return this.#get(null, body);
      case 'set':
        return this.#set(null, body);
      case 'delete':
        return this.#delete(null, body.key);
      case 'secret/get':
        return this.#get(secrets, body);
      case 'secret/set':
        return this.#set(secrets, body);
      case 'secret/delete':
        return this.#delete(secrets, body.key);
      case 'entity/get':
        return this.#get(checkEntity(this.store.manifest, String(body.entityName)).name, body);
      case 'entity/set':
        return this.#set(
          checkEntity(this.store.manifest, String(body.entityName), body.value).name,
          body,
        );
      case 'entity/delete':
        return this.#delete(
          checkEntity(this.store.manifest, String(body.entityName)).name,
          body.key,
        );
      case 'query':
        return pageJson(queryPlain(this.store, body), body.options?.metadataFields);
      case 'entity/query':
        checkEntity(this.store.manifest, String(body.entityName));
        return pageJson(queryEntity(this.store, body), body.options?.metadataFields);
      case 'transaction':
        return this.#transact(body);
      case 'batch/get':
        return this.#batch(body, ({ key, entityName, options }) => {
          const row = this.#read(
            entityName === undefined ? null : checkEntity(this.store.manifest, entityName).name,
            key,
          );
          return rowJson(row, options?.metadataFields, entityName);
        });
      case 'batch/set':
        return this.#batch(body, (item) => {
          this.#write(item);
          return JSON.stringify({ key: item.key, entityName: item.entityName });
        });
      case 'batch/delete':
        return this.#batch(body, (item) => {
          if (item.entityName !== undefined) checkEntity(this.store.manifest, item.entityName);
          this.store.delete(item.entityName ?? null, checkKey(item.key));
          return JSON.stringify({ key: item.key, entityName: item.entityName });
        });
      default:
        throw new StorageFailure(
          501,
          'NOT_MODELLED',
          `Storage operation ${operation} is not modelled.`,
        );
    }
  }

  #read(entity: string | null, key: string): Row {
    const row = this.store.get(entity, checkKey(key));
    if (row === null) throw notFound(key);
    return row;
  }

  #get(entity: string | null, { key, options }: Item): string {
    return rowJson(this.#read(entity, key), options?.metadataFields);
  }

  #delete(entity: string | null, key: string): undefined {
    this.#read(entity, key);
    this.store.delete(entity, key);
  }

  #set(entity: string | null, item: Item): string | undefined {
    const before = this.store.get(entity, checkKey(item.key));
    if (item.options?.keyPolicy === 'FAIL_IF_EXISTS' && before !== null) {
      throw new StorageFailure(
        409,
        'KEY_ALREADY_EXISTS',
        `There is a value under ${item.key} already.`,
      );
    }
    const row = this.store.set(
      entity,
      item.key,
      checkValue(item.value),
      this.#expiry(item.options),
    );
    const wanted = item.options?.returnValue;
    if (wanted === undefined) return undefined;
    const shown = wanted === 'LATEST' ? row : before;
    return shown === null ? '{}' : rowJson(shown, item.options?.returnMetadataFields);
  }

  #write(item: Item): void {
    if (item.entityName !== undefined)
      checkEntity(this.store.manifest, item.entityName, item.value);
    this.store.set(
      item.entityName ?? null,
      checkKey(item.key),
      checkValue(item.value),
      this.#expiry(item.options),
    );
  }

  #expiry(options: SetOptions | undefined): number | null {
    return options?.ttl === undefined ? null : this.clock.now() + checkTimeToLive(options.ttl);
  }

  /** All or nothing: every condition is looked at before anything is written. */
  #transact({ set = [], delete: remove = [], check = [] }: Transaction): undefined {
    const all = [...set, ...remove, ...check];
    if (all.length > storage.transactionOperations)
      throw badRequest(`A transaction has at most ${storage.transactionOperations} operations.`);
    if (new Set(all.map(placeOfItem)).size !== all.length)
      throw badRequest('A transaction names each key once.');
    for (const { key, entityName, value } of all) {
      checkKey(key);
      if (entityName !== undefined) checkEntity(this.store.manifest, entityName, value);
    }
    const values = set.map(({ value, options }) => ({
      json: checkValue(value),
      expiry: this.#expiry(options),
    }));
    if (
      values.reduce((bytes, { json }) => bytes + Buffer.byteLength(json), 0) >
      storage.transactionBytes
    ) {
      throw badRequest(`A transaction is at most ${storage.transactionBytes} bytes.`, 'MAX_SIZE');
    }
    for (const { key, entityName, conditions } of all) {
      if (conditions === undefined) continue;
      const row = this.store.get(entityName ?? null, key);
      if (!allHold(conditions, row === null ? null : valueOf(row)))
        throw conflict(`A condition on ${key} does not hold.`);
    }
    values.forEach(({ json, expiry }, index) => {
      const { key, entityName } = set[index] as Item;
      this.store.set(entityName ?? null, key, json, expiry);
    });
    for (const { key, entityName } of remove) this.store.delete(entityName ?? null, key);
    return undefined;
  }

  #batch(items: readonly Item[], act: (item: Item) => string): string {
    if (!Array.isArray(items) || items.length === 0 || items.length > storage.batch)
      throw badRequest(`A batch has 1 to ${storage.batch} items.`);
    if (new Set(items.map(placeOfItem)).size !== items.length)
      throw badRequest('A batch names each key once.');
    if (Buffer.byteLength(JSON.stringify(items)) > storage.batchBytes) {
      throw badRequest(`A batch is at most ${storage.batchBytes} bytes.`, 'MAX_SIZE');
    }
    const done: string[] = [];
    const failed: object[] = [];
    for (const item of items) {
      try {
        done.push(act(item));
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error;
        failed.push({
          key: item.key,
          entityName: item.entityName,
          error: { code: error.code, message: error.message },
        });
      }
    }
    return `{"successfulKeys":[${done.join(',')}],"failedKeys":${JSON.stringify(failed)}}`;
  }
}

const placeOfItem = ({ key, entityName }: Item): string => placeOf(entityName ?? null, String(key));

type Metadata = readonly ('CREATED_AT' | 'UPDATED_AT' | 'EXPIRE_TIME')[];

/** A row as the SDK reads it. Expired rows may be given out for up to 48 hours: their time tells. */
function rowJson(row: Row, wanted: Metadata = [], entityName?: string): string {
  const parts = [`"key":${JSON.stringify(row.key)}`, `"value":${row.json}`];
  if (entityName !== undefined) parts.push(`"entityName":${JSON.stringify(entityName)}`);
  if (wanted.includes('CREATED_AT')) parts.push(`"createdAt":${row.createdAt}`);
  if (wanted.includes('UPDATED_AT')) parts.push(`"updatedAt":${row.updatedAt}`);
  if (wanted.includes('EXPIRE_TIME') && row.expiresAt !== null)
    parts.push(`"expireTime":${JSON.stringify(new Date(row.expiresAt).toISOString())}`);
  return `{${parts.join(',')}}`;
}

function pageJson(
  { rows, cursor }: { rows: readonly Row[]; cursor: string | null },
  wanted?: Metadata,
): string {
  return `{"data":[${rows.map((row) => rowJson(row, wanted)).join(',')}]${cursor === null ? '' : `,"cursor":${JSON.stringify(cursor)}`}}`;
}
