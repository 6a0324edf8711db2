import { formatProjectOfIssue } from '../format/project';
import { formatIssueType, formatPriority, formatResolution, formatStatus } from '../format/scheme';
import { type Stored } from '../entities';
import { type World } from '../world';
import { asList, FieldProblem, type FieldRules, keyed, nobody } from './rules';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A field whose value is one of a table of the site. */
function oneOf<T extends Choice>(
  type: string,
  table: (world: World) => ReadonlyMap<string, T>,
  format: (world: World, choice: T) => unknown,
): FieldRules {
  const at = (stored: Stored, world: World): T | null =>
    typeof stored === 'string' ? (table(world).get(stored) ?? null) : null;
  return {
    type,
    operations: ['set'],
    parse(sent, field, world) {
      if (sent === null) return null;
      const id = keyed(sent, 'id');
      const name = keyed(sent, 'name') ?? keyed(sent, 'key');
      if (id === null && name === null)
        throw new FieldProblem(`Specify a valid 'id' or 'name' for ${field.name}`);
      for (const choice of table(world).values()) {
        if (id !== null ? choice.id === id : choice.name.toLowerCase() === name?.toLowerCase())
          return choice.id;
      }
      const named = id !== null ? `id '${id}'` : `name '${name}'`;
      throw new FieldProblem(
        type === 'priority'
          ? `Priority ${named} is not valid`
          : `${field.name} ${named} is not valid`,
      );
    },
    format(stored, _field, world) {
      const choice = at(stored, world);
      return choice ? format(world, choice) : null;
    },
    tell(stored, _field, world) {
      const choice = at(stored, world);
      return choice ? { id: choice.id, name: choice.name } : nobody;
    },
  };
}

export const priority = oneOf('priority', (world) => world.priorities, formatPriority);
export const status = oneOf('status', (world) => world.statuses, formatStatus);
export const issueType = oneOf('issuetype', (world) => world.issueTypes, formatIssueType);
export const resolution = oneOf('resolution', (world) => world.resolutions, formatResolution);
export const project = oneOf('project', (world) => world.projects, formatProjectOfIssue);

function optionId(sent: unknown, options: readonly { id: string; value: string }[]): string {
  const id = keyed(sent, 'id');
  const value = keyed(sent, 'value');
  const found = options.find((option) => (id !== null ? option.id === id : option.value === value));
  if (!found)
    throw new FieldProblem(
      `Option ${id !== null ? `id '${id}'` : `value '${value ?? String(sent)}'`} is not valid`,
    );
  return found.id;
}

export const select: FieldRules = {
  type: 'option',
  operations: ['set'],
  parse: (sent, field) => (sent === null ? null : optionId(sent, field.options)),
  format(stored, field, world) {
    const option = field.options.find(({ id }) => id === stored);
    return option
      ? {
          self: `${world.baseUrl}/rest/api/3/customFieldOption/${option.id}`,
          value: option.value,
          id: option.id,
        }
      : null;
  },
  tell(stored, field) {
    const option = field.options.find(({ id }) => id === stored);
    return option ? { id: option.id, name: option.value } : nobody;
  },
};

export const multiSelect: FieldRules = {
  type: 'array',
  items: 'option',
  operations: ['add', 'set', 'remove'],
  parse(sent, field) {
    if (sent === null) return [];
    if (!Array.isArray(sent)) throw new FieldProblem('data was not an array');
    return [...new Set(sent.map((one: unknown) => optionId(one, field.options)))];
  },
  format: (stored, field, world) =>
    asList(stored).length === 0
      ? null
      : asList(stored).map((id) => select.format(id, field, world)),
  tell(stored, field, world) {
    const ids = asList(stored);
    if (ids.length === 0) return nobody;
    return {
      id: `[${ids.join(', ')}]`,
      name: ids.map((id) => select.tell(id, field, world).name).join(','),
    };
  },
};
