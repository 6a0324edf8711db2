// The shape and the bounds that a description holds a file and a form to.
import * as v from 'valibot';
import {
  type Described,
  isRequired,
  mayBeNull,
  type SettingsDescription,
  usualOf,
  type Values,
} from '../../../contract/settings-description';
import { allRoles } from '../../../core/roles';

type Shape = v.GenericSchema<unknown, unknown>;

/** What has to hold of a value as a whole, and what is said where it does not. */
export type Check = readonly [holds: (value: never) => boolean, otherwise: string];

/** By the path of the value. */
export type Checks = Readonly<Record<string, readonly Check[]>>;

/** Longer than any name in Jira. */
const longestName = 255;
const mostPicked = 20;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Text that somebody wrote. @param what the reader calls it, with a capital */
export const words = (what: string, longest: number) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.trim(),
    v.minLength(1, `${what} is empty.`),
    v.maxLength(longest, `${what} is longer than ${longest} characters.`),
  );

/** A whole number. @param what the reader calls it, with a capital */
export const whole = (what: string, low: number, high: number) =>
  v.pipe(
    v.number(`${what} must be a number.`),
    v.integer(`${what} must be a whole number.`),
    v.minValue(low, `${what} must be at least ${low}.`),
    v.maxValue(high, `${what} must be at most ${high}.`),
  );

const oneOf = (what: string, values: readonly string[]): Shape =>
  v.picklist(values, `${what} is one of: ${values.join(', ')}.`);

/** @returns the shape of all a procedure's settings; what is left out is as usual */
export const shapeOf = (
  { values }: SettingsDescription,
  checks: Checks = {},
): v.GenericSchema<unknown, Values> => objectOf(values, checks, '');

const objectOf = (
  fields: readonly Described[],
  checks: Checks,
  under: string,
): v.GenericSchema<unknown, Values> => v.object(membersOf(fields, checks, under));

/** The members of an object. @param under the path of the object itself, with a dot, or nothing */
export function membersOf(
  fields: readonly Described[],
  checks: Checks = {},
  under = '',
): Record<string, Shape> {
  const names = new Set(fields.map(({ path }) => path.slice(under.length).split('.')[0] ?? ''));
  return Object.fromEntries(
    [...names].map((name): [string, Shape] => {
      const path = `${under}${name}`;
      const field = fields.find((one) => one.path === path);
      if (field !== undefined) return [name, valueOf(field, checks[path] ?? [])];
      const inner = fields.filter((one) => one.path.startsWith(`${path}.`));
      const shape = objectOf(inner, checks, `${path}.`);
      return [name, inner.some(isRequired) ? shape : v.optional(shape, {})];
    }),
  );
}

function valueOf(field: Described, checks: readonly Check[]): Shape {
  const checked = checks.reduce<Shape>(
    (shape, [holds, otherwise]) =>
      v.pipe(
        shape,
        v.check((value) => holds(value as never), otherwise),
      ),
    plainShape(field),
  );
  const shape = mayBeNull(field) ? v.nullable(checked) : checked;
  return isRequired(field) ? shape : v.optional(shape, usualOf(field));
}

function plainShape(field: Described): Shape {
  const what = sentence(field.subject);
  switch (field.kind) {
    case 'number':
    case 'minutes':
      return whole(what, field.min, field.max);
    case 'yes-no':
      return v.boolean(`${field.path.split('.').at(-1) ?? ''} must be true or false.`);
    case 'text':
      return field.pattern === undefined
        ? template(field)
        : v.pipe(
            template(field),
            v.check(
              (text) => field.pattern?.matches.test(String(text)) ?? true,
              field.pattern.rule,
            ),
          );
    case 'long-text':
      return template(field);
    case 'lines':
      return many(words(`A ${field.one.toLowerCase()}`, field.longest), field.one, field.most);
    case 'choice':
      return oneOf(
        what,
        field.options.map(({ value }) => value),
      );
    case 'several':
      return v.array(
        oneOf(
          what,
          field.options.map(({ value }) => value),
        ),
      );
    case 'role':
      return oneOf(what, allRoles);
    case 'pick':
      return words(what, longestName);
    case 'pick-some': {
      const one = field.from.replace('-', ' ').replace(/s$/u, '');
      return many(words(`A ${one}`, longestName), one, mostPicked);
    }
    case 'list':
      return listOf(field);
    case 'meanings':
      return v.record(
        v.string(),
        v.nullable(
          oneOf(
            'A meaning',
            field.meanings.map(({ value }) => value).filter((value) => value !== ''),
          ),
        ),
      );
    case 'together':
      return objectOf(field.fields, {}, '');
  }
}

const many = (one: Shape, called: string, most: number) =>
  v.pipe(v.array(one), v.maxLength(most, `At most ${most} ${called.toLowerCase()}s.`));

/** Text, which may name no merge field but those described. */
function template({
  subject,
  longest,
  mergeFields,
}: Described & { readonly kind: 'text' | 'long-text' }): Shape {
  const text = words(sentence(subject), longest);
  if (mergeFields === undefined) return text;
  const unknown = (value: string): string | undefined =>
    [...value.matchAll(/\{\{\s*([a-z.]+)\s*\}\}/gu)]
      .map(([, name = '']) => name)
      .find((name) => !mergeFields.includes(name));
  return v.pipe(
    text,
    v.check(
      (value) => unknown(value) === undefined,
      ({ input }) =>
        `${sentence(subject)} names {{${unknown(input) ?? ''}}}, which is no merge field. Use one of: ${mergeFields.join(', ')}.`,
    ),
  );
}

function listOf({ one, items, key, least, most }: Described & { readonly kind: 'list' }): Shape {
  const called = one.toLowerCase();
  const members = membersOf(items);
  const item = v.object(
    key === undefined
      ? members
      : {
          [key]: v.pipe(
            words(`The ${key} of a ${called}`, 60),
            v.regex(
              /^[a-z0-9-]+$/u,
              `The ${key} of a ${called} has small letters, digits and hyphens only.`,
            ),
          ),
          ...members,
        },
  );
  const list = v.pipe(many(item, one, most), v.minLength(least ?? 0, `At least one ${called}.`));
  return key === undefined
    ? list
    : v.pipe(
        list,
        v.check(
          (all) => new Set(all.map((each) => (each as Values)[key])).size === all.length,
          `Two ${called}s have the same ${key}.`,
        ),
      );
}
