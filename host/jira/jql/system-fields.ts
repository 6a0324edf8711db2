import { textOf } from '../adf/text';
import { type Field, type Stored } from '../entities';
import { isStoredDocument } from '../fields/plain';
import { asList } from '../fields/rules';
import { type SearchContext, type Seen } from './context';
import { type ClauseField, type IdField } from './field';

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const value = (seen: Seen, id: string): Stored => seen.state.values[id] ?? null;

/** The stored value as a list of ids. */
function idsOf(stored: Stored): readonly string[] {
  if (Array.isArray(stored)) return stored as readonly string[];
  return typeof stored === 'string' ? [stored] : [];
}

function textIn(stored: Stored): readonly string[] {
  if (isStoredDocument(stored)) return [textOf(stored)];
  return typeof stored === 'string' ? [stored] : [];
}

function table(
  name: string,
  fieldId: string,
  rows: Iterable<{ readonly id: string; readonly name: string }>,
): IdField {
  const all = [...rows];
  return {
    kind: 'id',
    name,
    fieldId,
    read: (seen) => idsOf(value(seen, fieldId)),
    resolve: (text) =>
      all.filter((row) => row.id === text || isSame(row.name, text)).map(({ id }) => id),
    sortBy: (id) => all.find((row) => row.id === id)?.name ?? id,
  };
}

/** People by account id, e-mail address or full name. */
export function people(
  context: SearchContext,
  name: string,
  read: (seen: Seen) => readonly string[],
): IdField {
  const { users } = context.world;
  return {
    kind: 'id',
    name,
    isPeople: true,
    read,
    resolve: (text) =>
      [...users.values()]
        .filter(
          (user) =>
            user.accountId === text || isSame(user.email, text) || isSame(user.displayName, text),
        )
        .map(({ accountId }) => accountId),
    sortBy: (id) => users.get(id)?.displayName ?? id,
  };
}

/** How JQL reads a field of the site, by what kind of field it is. */
export function clauseOf(context: SearchContext, field: Field): ClauseField | null {
  const { world } = context;
  const { id, name } = field;
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return { kind: 'text', name, read: (seen) => textIn(value(seen, id)) };
    case 'number':
      return {
        kind: 'number',
        name,
        read: (seen) => [value(seen, id)].filter((stored) => typeof stored === 'number'),
      };
    case 'datetime':
      return {
        kind: 'moment',
        name,
        read: (seen) => [value(seen, id)].filter((stored) => typeof stored === 'number'),
      };
    case 'date':
      return {
        kind: 'moment',
        name,
        read: (seen) =>
          [value(seen, id)]
            .filter((stored) => typeof stored === 'string')
            .map((day) => Date.parse(`${day}T00:00:00Z`)),
      };
    case 'user':
    case 'users':
      return { ...people(context, name, (seen) => idsOf(value(seen, id))), fieldId: id };
    case 'labels':
      return {
        kind: 'id',
        name,
        read: (seen) => asList(value(seen, id)).map((label) => label.toLowerCase()),
        resolve: (text) => [text.toLowerCase()],
      };
    case 'select':
    case 'multi-select':
      return table(
        name,
        id,
        field.options.map((option) => ({ id: option.id, name: option.value })),
      );
    case 'priority': {
      const ranked = [...world.priorities.keys()].reverse();
      return {
        ...table(name, id, world.priorities.values()),
        rank: (priority) => ranked.indexOf(priority),
      };
    }
    case 'status': {
      const ranked = [...world.statuses.keys()];
      return {
        ...table(name, id, world.statuses.values()),
        rank: (status) => ranked.indexOf(status),
      };
    }
    case 'issue-type':
      return table(name, id, world.issueTypes.values());
    case 'resolution': {
      const resolutions = table(name, id, world.resolutions.values());
      return {
        ...resolutions,
        resolve: (text) => (isSame(text, 'Unresolved') ? [null] : resolutions.resolve(text)),
      };
    }
    case 'project': {
      const projects = table(name, id, world.projects.values());
      return {
        ...projects,
        resolve: (text) =>
          [...world.projects.values()]
            .filter((one) => one.id === text || isSame(one.key, text) || isSame(one.name, text))
            .map((one) => one.id),
        sortBy: (project) => world.projects.get(project)?.key ?? project,
      };
    }
    case 'organizations':
      return table(name, id, world.organizations.values());
    case 'request-type': {
      const types = [...world.projects.values()].flatMap((project) =>
        project.requestTypes.map((type) => ({ ...type, label: `${type.name} (${project.key})` })),
      );
      return {
        ...table(name, id, types),
        resolve: (text) =>
          types
            .filter(
              (type) => type.id === text || isSame(type.name, text) || isSame(type.label, text),
            )
            .map((type) => type.id),
      };
    }
    case 'computed':
      return computed(context, field);
  }
}

function computed(context: SearchContext, field: Field): ClauseField | null {
  const { world } = context;
  switch (field.id) {
    case 'issuekey': {
      const resolve = (text: string): string[] =>
        [world.issue(text)?.id].filter((id) => id !== undefined);
      return {
        kind: 'id',
        name: 'key',
        isIssue: true,
        read: ({ issue }) => [issue.id],
        resolve,
        rank: (id) => world.issues.get(id)?.number ?? 0,
      };
    }
    case 'watches':
      return people(context, 'watcher', ({ state }) => [...state.watchers]);
    case 'statusCategory': {
      const categories = new Map(
        [...world.statuses.values()].map(({ category }) => [String(category.id), category]),
      );
      return {
        kind: 'id',
        name: 'statusCategory',
        read: (seen) =>
          [world.statuses.get(String(value(seen, 'status')))?.category.id]
            .filter((id) => id !== undefined)
            .map(String),
        resolve: (text) =>
          [...categories]
            .filter(
              ([id, category]) =>
                id === text || isSame(category.name, text) || isSame(category.key, text),
            )
            .map(([id]) => id),
      };
    }
    case 'comment':
      return {
        kind: 'text',
        name: 'comment',
        read: ({ state }) => state.comments.map(({ body }) => textOf(body)),
      };
    default:
      return null;
  }
}
