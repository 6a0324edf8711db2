// Payload types are promises of the page, not facts: every one is read here before a use case sees it.
import * as v from 'valibot';
import { RelayError } from './errors';

/** Lengths no honest page exceeds; the settings' own bounds are checked where they are known. */
const longText = 5000;

export const text = (name: string, longest = longText) =>
  v.pipe(
    v.string(`${name} must be text.`),
    v.trim(),
    v.maxLength(longest, `${name} is longer than ${longest} characters.`),
  );
export const given = (name: string, longest = longText) =>
  v.pipe(text(name, longest), v.minLength(1, `${name} is empty.`));
export const id = (name: string) => given(name, 100);
export const issueId = v.pipe(
  v.string('The ticket must be named by its id.'),
  v.regex(/^\d{1,18}$/u, 'The ticket must be named by its id, a number.'),
);
export const expectedRevision = v.pipe(
  v.number('expectedRevision must be a number.'),
  v.integer('expectedRevision must be a whole number.'),
  v.minValue(0, 'expectedRevision cannot be negative.'),
);

/** A value that may be left out; null then. */
export const orNull = <Shape extends v.GenericSchema>(shape: Shape) => v.nullish(shape, null);

/** Text that may be left out or be empty; null then. */
export const wordsOrNull = (name: string, longest = longText) =>
  v.pipe(
    v.optional(text(name, longest), ''),
    v.transform((words) => (words === '' ? null : words)),
  );

export const flag = (name: string) => v.boolean(`${name} must be true or false.`);

/** @throws RelayError `input` that names the field and what it must be */
export function parse<S extends v.GenericSchema>(shape: S, payload: unknown): v.InferOutput<S> {
  const result = v.safeParse(shape, payload);
  if (result.success) return result.output;
  const [first] = result.issues;
  const field = first === undefined ? null : v.getDotPath(first);
  const missing = first?.received === 'undefined';
  throw new RelayError(
    'input',
    missing
      ? `${field ?? 'The input'} is missing.`
      : (first?.message ?? 'The input cannot be read.'),
    {
      field: field ?? 'payload',
      remedy: 'Correct this value and try again.',
    },
  );
}
