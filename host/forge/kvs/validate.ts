// What storage refuses to take, and the code it says so with.
// https://developer.atlassian.com/platform/forge/limits-kvs-ce/
// https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/
import { forgeLimits } from '../limits';
import type { EntityModule, Manifest } from '../manifest';
import { badRequest } from './failure';

const { storage } = forgeLimits;
const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/u;

/** @throws StorageFailure 400 naming the key */
export function checkKey(key: unknown): string {
  if (typeof key !== 'string') throw badRequest('A key is a text.', 'INVALID_KEY');
  if (key.length === 0) throw badRequest('A key has at least one character.', 'KEY_TOO_SHORT');
  if (key.length > storage.keyLength)
    throw badRequest(`A key has at most ${storage.keyLength} characters.`, 'KEY_TOO_LONG');
  if (!keyPattern.test(key)) {
    throw badRequest(
      `A key has letters, digits, spaces and : . _ - #, unlike ${JSON.stringify(key).slice(0, 80)}.`,
      'INVALID_KEY',
    );
  }
  return key;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return (
    1 +
    Object.values(value).reduce<number>((deepest, inner) => Math.max(deepest, depthOf(inner)), 0)
  );
}

/** @returns the value as JSON text. @throws StorageFailure 400 when it is null, too large or too deep */
export function checkValue(value: unknown): string {
  if (value === undefined || value === null)
    throw badRequest('A value cannot be null.', 'INVALID_VALUE');
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > storage.valueBytes)
    throw badRequest(`A value is at most ${storage.valueBytes} bytes.`, 'MAX_SIZE');
  if (depthOf(value) > storage.depth)
    throw badRequest(`A value is at most ${storage.depth} levels deep.`, 'MAX_DEPTH');
  return json;
}

const unitMs = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

export interface TimeToLive {
  readonly value: number;
  readonly unit: keyof typeof unitMs;
}

/** @returns milliseconds. @throws StorageFailure 400 when it is no time, or more than a year */
export function checkTimeToLive({ value, unit }: TimeToLive): number {
  const ms = value * (unitMs[unit] ?? Number.NaN);
  if (!Number.isInteger(value) || !(ms > 0))
    throw badRequest(
      'A time to live is a whole number of SECONDS, MINUTES, HOURS or DAYS.',
      'INVALID_TTL',
    );
  if (ms > storage.longestTimeToLiveMs)
    throw badRequest('A time to live is at most a year.', 'INVALID_TTL');
  return ms;
}

const fits: Record<EntityModule['attributes'][string], (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value) && value === ((value as number) | 0),
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  any: () => true,
};

/** @throws StorageFailure 400 when the entity is not declared, or the value does not match its attributes */
export function checkEntity(manifest: Manifest, name: string, value?: unknown): EntityModule {
  const entity = manifest.entities.get(name);
  if (entity === undefined)
    throw badRequest(`The manifest declares no entity ${name}.`, 'SCHEMA_NOT_FOUND');
  if (value === undefined) return entity;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest(`A value of entity ${name} is an object.`, 'INVALID_VALUE');
  for (const [attribute, given] of Object.entries(value)) {
    const type = entity.attributes[attribute];
    if (type === undefined)
      throw badRequest(`Entity ${name} has no attribute ${attribute}.`, 'INVALID_ATTRIBUTE');
    if (given !== null && !fits[type](given))
      throw badRequest(
        `Attribute ${attribute} of entity ${name} must be ${type}.`,
        'INVALID_ATTRIBUTE',
      );
  }
  return entity;
}
