import { formatAccount } from '../format/people';
import { type World } from '../world';
import { asList, FieldProblem, type FieldRules, keyed, nobody } from './rules';

/** Jira takes `{ "accountId": … }`, and `{ "id": … }` as its older form. */
function accountOf(sent: unknown, world: World): string {
  const accountId = keyed(sent, 'accountId') ?? keyed(sent, 'id');
  if (accountId === null) throw new FieldProblem('data was not an object: expected { accountId }');
  if (!world.users.has(accountId)) throw new FieldProblem(`User '${accountId}' does not exist.`);
  return accountId;
}

const nameOf = (accountId: string, world: World): string =>
  world.users.get(accountId)?.displayName ?? accountId;

export const user: FieldRules = {
  type: 'user',
  operations: ['set'],
  parse: (sent, _field, world) =>
    sent === null || keyedNull(sent) ? null : accountOf(sent, world),
  format: (stored, _field, world) =>
    typeof stored === 'string' ? formatAccount(world, stored) : null,
  tell: (stored, _field, world) =>
    typeof stored === 'string' ? { id: stored, name: nameOf(stored, world) } : nobody,
};

/** `{ "accountId": null }` empties a user field, as `null` does. */
const keyedNull = (sent: unknown): boolean =>
  typeof sent === 'object' &&
  sent !== null &&
  ((sent as Record<string, unknown>)['accountId'] === null ||
    (sent as Record<string, unknown>)['id'] === null);

export const users: FieldRules = {
  type: 'array',
  items: 'user',
  operations: ['add', 'set', 'remove'],
  parse(sent, _field, world) {
    if (sent === null) return [];
    if (!Array.isArray(sent)) throw new FieldProblem('data was not an array');
    return [...new Set(sent.map((one: unknown) => accountOf(one, world)))];
  },
  format: (stored, _field, world) =>
    asList(stored).length === 0
      ? null
      : asList(stored).map((accountId) => formatAccount(world, accountId)),
  tell(stored, _field, world) {
    const ids = asList(stored);
    if (ids.length === 0) return nobody;
    return {
      id: `[${ids.join(', ')}]`,
      name: `[${ids.map((id) => nameOf(id, world)).join(', ')}]`,
    };
  },
};
