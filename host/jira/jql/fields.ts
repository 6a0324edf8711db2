import { type Field as NamedField } from '@atlaskit/jql-ast';
import { parseInstant, isDay } from '../dates';
import { type IndexedProperty } from '../entities';
import { badRequest, NotModelled } from '../errors';
import { type SearchContext, type Seen } from './context';
import { type ClauseField } from './field';
import { clauseOf, people } from './system-fields';

/** Names under which Jira has fields that this Jira leaves out, in lower case. */
const leftOut = new Set(
  (
    'affectedversion approvals category component development epic link filter fixversion hierarchylevel issuehistory issuelinktype ' +
    'lastviewed level originalestimate parent remainingestimate savedfilter sprint timespent voter votes worklogauthor worklogcomment ' +
    'worklogdate workratio attachments'
  ).split(' '),
);

/** Every value at a path such as `ask.dueAt`; arrays are walked through. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => valuesAt(one, path));
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[step], rest);
}

function propertyField(
  context: SearchContext,
  property: IndexedProperty,
  name: string,
): ClauseField {
  const path = property.path.split('.');
  const values = (seen: Seen): unknown[] =>
    valuesAt(seen.state.properties.get(property.propertyKey), path);
  const strings = (seen: Seen): string[] =>
    values(seen).filter((value) => typeof value === 'string');
  switch (property.type) {
    case 'number':
      return {
        kind: 'number',
        name,
        read: (seen) => values(seen).filter((value) => typeof value === 'number'),
      };
    case 'date':
      return {
        kind: 'moment',
        name,
        read: (seen) =>
          strings(seen).flatMap(
            (text) => parseInstant(text) ?? (isDay(text) ? Date.parse(`${text}T00:00:00Z`) : []),
          ),
      };
    case 'text':
      return { kind: 'text', name, read: strings };
    case 'user':
      return people(context, name, strings);
    default:
      return { kind: 'id', name, read: strings, resolve: (text) => [text] };
  }
}

function text(context: SearchContext): ClauseField {
  const fields = [...context.world.fields.values()]
    .map((field) => clauseOf(context, field))
    .filter((field) => field?.kind === 'text');
  return {
    kind: 'text',
    name: 'text',
    read: (seen) => fields.flatMap((field) => field.read(seen)),
  };
}

/**
 * The field a query names: by id, name, `cf[…]`, alias of an app's property, or `issue.property[key].path`.
 * @throws JiraError 400 in Jira's words when there is none
 */
export function fieldNamed(context: SearchContext, named: NamedField): ClauseField {
  const { world } = context;
  const name = named.value;
  const unknown = (shown: string): Error =>
    badRequest(`Field '${shown}' does not exist or you do not have permission to view it.`);
  const [property] = named.properties ?? [];
  if (property) {
    const key = property.key?.value ?? '';
    const path = (property.path ?? [])
      .map((part) => part?.value ?? '')
      .join('')
      .replace(/^\./, '');
    const shown = `${name}[${key}]${path ? `.${path}` : ''}`;
    if (name.toLowerCase() !== 'issue.property') throw new NotModelled(`JQL field ${name}[…]`);
    const indexed = world.indexedProperties.find(
      (one) => one.entityType === 'issue' && one.propertyKey === key && one.path === path,
    );
    if (!indexed) throw unknown(shown);
    return propertyField(context, indexed, shown);
  }
  const lower = name.toLowerCase();
  if (lower === 'text') return text(context);
  if (lower === 'watcher') return people(context, 'watcher', ({ state }) => [...state.watchers]);
  const aliased = world.indexedProperties.find(
    (one) =>
      one.alias?.toLowerCase() === lower ||
      (one.alias && `issue.${one.alias}`.toLowerCase() === lower),
  );
  if (aliased) return propertyField(context, aliased, name);
  for (const field of world.fields.values()) {
    const names = field.custom
      ? [...field.clauseNames, field.id]
      : [...field.clauseNames, ...(field.id === 'comment' ? ['comment'] : [])];
    if (!names.some((one) => one.toLowerCase() === lower)) continue;
    const clause = clauseOf(context, field);
    if (clause) return { ...clause, name };
  }
  if (leftOut.has(lower)) throw new NotModelled(`JQL field ${name}`);
  throw unknown(name);
}
