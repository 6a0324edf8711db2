// Payload types are promises of the page, not facts: every one is read here before a use case sees it.
import * as v from 'valibot';
import { instant } from './date-shapes';
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
const issueId = v.pipe(
  v.string('The ticket must be named by its id.'),
  v.regex(/^\d{1,18}$/u, 'The ticket must be named by its id, a number.'),
);
export const expectedRevision = v.pipe(
  v.number('expectedRevision must be a number.'),
  v.integer('expectedRevision must be a whole number.'),
  v.minValue(0, 'expectedRevision cannot be negative.'),
);

export const shapes = {
  preview: v.object({ entryId: id('The SOP entry'), priorityId: v.optional(id('The priority')) }),
  request: v.object({
    entryId: id('The SOP entry'),
    note: given('The note'),
    priorityId: v.optional(id('The priority')),
    expectedRevision,
  }),
  watcher: v.object({ entryId: id('The SOP entry'), expectedRevision }),
  answer: v.object({ text: given('The answer'), expectedRevision }),
  promise: v.object({
    by: instant('The date'),
    text: v.optional(text('The text')),
    expectedRevision,
  }),
  escalate: v.object({ reason: given('The reason', 500), expectedRevision }),
  expecting: v.object({ expectedRevision }),
  rule: v.object({ clause: given('The clause', 20) }),
  withdraw: v.object({ reason: given('The reason', 500), expectedRevision }),
  contact: v.object({
    reason: v.picklist(
      ['management-asks', 'sop-says'],
      'The reason is management-asks or sop-says.',
    ),
    channel: given('The channel', 100),
    note: given('The note', 2000),
    expectedRevision,
  }),
  choose: v.object({ cid: id('The account'), expectedRevision }),
  myAsks: v.object({
    queues: v.optional(v.pipe(v.array(id('A queue')), v.maxLength(50, 'At most 50 queues.'))),
    rows: v.optional(
      v.pipe(
        v.number('rows must be a number.'),
        v.integer('rows must be a whole number.'),
        v.minValue(1, 'rows must be at least 1.'),
        v.maxValue(50, 'rows must be at most 50.'),
      ),
    ),
    includeTeam: v.optional(v.boolean('includeTeam must be true or false.')),
  }),
  myAnswer: v.object({ issueId, text: given('The answer'), expectedRevision }),
  myPromise: v.object({
    issueId,
    by: instant('The date'),
    text: v.optional(text('The text')),
    expectedRevision,
  }),
  configuration: v.object({
    configuration: v.unknown(),
    dryRun: v.boolean('dryRun must be true or false.'),
    comment: v.optional(text('The comment', 500)),
    into: v.optional(v.literal('draft', 'A file goes into the draft, or in force.')),
    expectedVersion: v.optional(v.nullable(v.number('expectedVersion must be a number.'))),
  }),
} as const;

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
