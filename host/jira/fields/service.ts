import { formatOrganization } from '../format/organization';
import { formatRequestType } from '../format/request-type';
import { asList, FieldProblem, type FieldRules, keyed, nobody } from './rules';

/** JSM's "Organizations": written as an array of numeric ids, read as objects. */
export const organizations: FieldRules = {
  type: 'array',
  items: 'sd-customerorganization',
  operations: ['add', 'set', 'remove'],
  parse(sent, _field, world) {
    if (sent === null) return [];
    if (!Array.isArray(sent)) throw new FieldProblem('data was not an array');
    const ids = sent.map((one: unknown) => {
      const id =
        typeof one === 'number' || typeof one === 'string' ? String(one) : (keyed(one, 'id') ?? '');
      if (!world.organizations.has(id))
        throw new FieldProblem(`Organization with id '${id}' does not exist.`);
      return id;
    });
    return [...new Set(ids)];
  },
  format: (stored, _field, world) =>
    asList(stored).flatMap((id) => {
      const organization = world.organizations.get(id);
      return organization ? [formatOrganization(world, organization)] : [];
    }),
  tell(stored, _field, world) {
    const ids = asList(stored);
    if (ids.length === 0) return nobody;
    return {
      id: `[${ids.join(', ')}]`,
      name: ids.map((id) => world.organizations.get(id)?.name ?? id).join(', '),
    };
  },
};

/** JSM's "Request Type": written as its id, read as request type and current status. */
export const requestType: FieldRules = {
  type: 'sd-customerrequesttype',
  operations: ['set'],
  parse(sent, _field, world) {
    if (sent === null) return null;
    const id =
      typeof sent === 'string' || typeof sent === 'number'
        ? String(sent)
        : (keyed(sent, 'id') ?? '');
    if (!world.requestType(id)) throw new FieldProblem(`Request type '${id}' does not exist.`);
    return id;
  },
  format(stored, _field, world) {
    const type = typeof stored === 'string' ? world.requestType(stored) : null;
    return type ? { requestType: formatRequestType(world, type) } : null;
  },
  tell(stored, _field, world) {
    const type = typeof stored === 'string' ? world.requestType(stored) : null;
    return type ? { id: type.id, name: type.name } : nobody;
  },
};
