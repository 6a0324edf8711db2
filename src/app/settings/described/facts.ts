// What a procedure's settings say, in the words of their description: what a difference is told in.
import {
  type Described,
  type Option,
  type SettingsDescription,
  type Values,
  usualOf,
  valueAt,
} from '../../../contract/settings-description';
import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
import type { Fact, FactGroup } from '../../../core/facts';
import type { ProjectNamed } from '../../../core/named';
import type { QueuePolicy } from '../../../core/policy';
import { type Role, roleNames } from '../../../core/roles';

/** @param queue whose settings they are; null for those of the whole site */
export const describedFacts = (
  { id, subject, values }: SettingsDescription,
  settings: Values,
  queue: QueuePolicy | null,
): FactGroup => ({
  id: queue === null ? id : `queue:${queue.projectId}/${id}`,
  label: subject,
  where: queue?.key ?? null,
  within: queue === null ? null : `queue:${queue.projectId}`,
  // A version from before the value was described means what is usual.
  facts: values.map((field) =>
    factOf(field, valueAt(settings, field.path) ?? usualOf(field), queue),
  ),
});

/** What values that stand in the queue itself say. */
export const describedValues = (
  fields: readonly Described[],
  queue: QueuePolicy,
): readonly Fact[] =>
  fields.map((field) => {
    const value = valueAt(queue as unknown as Values, field.path);
    // Settings from before a value was asked for go by its usual one.
    const meant = value === undefined && 'usual' in field ? field.usual : value;
    return factOf(field, meant, queue);
  });

function factOf(field: Described, value: unknown, queue: QueuePolicy | null): Fact {
  const fact = { id: field.path, subject: field.subject };
  switch (field.kind) {
    case 'list': {
      const items = value as readonly Values[];
      const said = items.map((item) => fillIn(field.said, field.items, item, queue));
      return field.inTurn
        ? { ...fact, value: said.join(', then ') }
        : { ...fact, value: said, exactly: JSON.stringify(items) };
    }
    case 'several':
      return { ...fact, value: (value as readonly string[]).map((one) => labelOf(field, one)) };
    case 'pick-some':
      return {
        ...fact,
        value: (value as readonly unknown[]).map((one) =>
          field.from === 'request-types' ? String(one) : pickedWords(field, one, queue),
        ),
      };
    case 'lines':
      return { ...fact, value: (value as readonly string[]).map((line) => `"${line}"`) };
    case 'choice': {
      // A label that is a sentence of its own stands in quotes.
      const label = labelAt(field.options, String(value));
      return { ...fact, value: /^[A-Z]/u.test(label) ? `"${label}"` : label };
    }
    case 'long-text':
      return { ...fact, value: linesOf(String(value)), exactly: String(value) };
    case 'meanings':
      return {
        ...fact,
        value: Object.entries(value as Values).map(
          ([name, meaning]) => `"${name}" is ${labelOf(field, String(meaning ?? ''))}`,
        ),
      };
    case 'minutes':
      return { ...fact, value: wordsOf(field, value, queue), exactly: `${String(value)} minutes` };
    case 'pick':
    case 'together':
      return { ...fact, value: wordsOf(field, value, queue), exactly: exactly(value) };
    default:
      return { ...fact, value: wordsOf(field, value, queue) };
  }
}

/** The ids behind what Jira calls by name. */
const exactly = (value: unknown): string =>
  typeof value !== 'object' || value === null
    ? String(value ?? '')
    : 'id' in value
      ? String(value.id)
      : Object.values(value).map(exactly).join(' ');

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `"${line}"`);

/** A single value in a sentence. */
function wordsOf(field: Described, value: unknown, queue: QueuePolicy | null): string {
  if (value === null || value === undefined) return 'none';
  switch (field.kind) {
    case 'number':
      return `${String(value)} ${field.unit}`;
    case 'minutes':
      return spellBusinessMinutes(Number(value));
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'choice':
      return labelOf(field, String(value));
    case 'role':
      return roleNames[value as Role];
    case 'pick':
      return pickedWords(field, value, queue);
    case 'together':
      return fillIn(field.said, field.fields, value as Values, queue);
    default:
      return `"${String(value)}"`;
  }
}

function pickedWords(
  { from }: Described & { readonly kind: 'pick' | 'pick-some' },
  value: unknown,
  queue: QueuePolicy | null,
): string {
  switch (from) {
    case 'priorities':
      return queue?.priorities.find(({ id }) => id === value)?.name ?? String(value);
    case 'request-types':
      return `"${String(value)}"`;
    case 'statuses':
      return (value as ProjectNamed).name;
    case 'projects':
    case 'queues': {
      const { name, key } = value as ProjectNamed;
      return `${name} (${key})`;
    }
  }
}

const fillIn = (
  said: string,
  fields: readonly Described[],
  values: Values,
  queue: QueuePolicy | null,
): string =>
  said.replace(/\{(\w+)\}/gu, (_, path: string) => {
    const field = fields.find((one) => one.path === path);
    return field === undefined ? '' : wordsOf(field, values[path], queue);
  });

const labelAt = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

/** A choice as it stands inside a sentence: without its capital, unless it is an abbreviation. */
function labelOf(
  field: Described & { readonly kind: 'choice' | 'several' | 'meanings' },
  value: string,
): string {
  const label = labelAt(field.kind === 'meanings' ? field.meanings : field.options, value);
  return /^[A-Z][^A-Z]/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}
