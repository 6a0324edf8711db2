// What storage refuses to take. https://developer.atlassian.com/platform/forge/limits-kvs-ce/
import { forgeLimits } from '../limits';
import type { EntityModule, Manifest } from '../manifest';
import { badRequest } from './failure';

const { storage } = forgeLimits;
const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/u;

/** @throws StorageFailure 400 naming the key */
export function checkKey(key: unknown): string {
  if (typeof key !== 'string' || key.length === 0 || key.length > storage.keyLength || !keyPattern.test(key)) {
    throw badRequest(`Not a key storage takes: ${JSON.stringify(key)?.slice(0, 80)}.`, 'INVALID_KEY');
  }
  return key;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, inner) => Math.max(deepest, depthOf(inner)), 0);
}

/** @returns the value as JSON text. @throws StorageFailure 400 when it is null, too large or too deep */
export function checkValue(value: unknown): string {
  if (value === undefined || value === null) throw badRequest('A value cannot be null.', 'INVALID_VALUE');
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > storage.valueBytes) throw badRequest(`A value is at most ${storage.valueBytes} bytes.`, 'MAX_SIZE');
  if (depthOf(value) > storage.depth) throw badRequest(`A value is at most ${storage.depth} levels deep.`, 'MAX_DEPTH');
  return json;
}

const fits: Record<EntityModule['attributes'][string], (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647,
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  any: () => true,
};

/** @throws StorageFailure 400 when the entity is not declared, or the value does not match its attributes */
export function checkEntity(manifest: Manifest, name: string, value?: unknown): EntityModule {
  const entity = manifest.entities.get(name);
  if (entity === undefined) throw badRequest(`The manifest declares no entity ${name}.`, 'SCHEMA_NOT_FOUND');
  if (value === undefined) return entity;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest(`A value of entity ${name} is an object.`, 'INVALID_VALUE');
  for (const [attribute, given] of Object.entries(value)) {
    const type = entity.attributes[attribute];
    if (type === undefined) throw badRequest(`Entity ${name} has no attribute ${attribute}.`, 'INVALID_ATTRIBUTE');
    if (given !== null && !fits[type](given)) throw badRequest(`Attribute ${attribute} of entity ${name} must be ${type}.`, 'INVALID_ATTRIBUTE');
  }
  return entity;
}
