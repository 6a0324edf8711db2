import * as v from 'valibot';
import { Refusal } from './refusal';

/** The JSON body of a request, which may be absent. @throws Refusal 400 that names the field */
export async function readBody<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const text = await request.text();
  let body: unknown = {};
  if (text.trim() !== '') {
    try {
      body = JSON.parse(text);
    } catch (error) {
      throw new Refusal(400, `The body is not JSON: ${(error as Error).message}`);
    }
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal(400, 'The body must be a JSON object.');
  return check(schema, body);
}

/** @throws Refusal 400 that names the field */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  throw new Refusal(400, wordsOfIssue(parsed.issues[0]));
}

function wordsOfIssue(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue);
  if (field === null) return issue.message;
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `${field}: there is no such field.`;
  if (issue.received === 'undefined') return `${field} is missing.`;
  return `${field}: ${issue.message}`;
}

/** A text that says something. */
export const someText = v.pipe(v.string(), v.nonEmpty('Expected some text.'));

/** An object whose members are anybody's; valibot's record would take an array for one. */
export const someObject = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'Expected an object.',
);

/** An instant such as 2026-03-02T09:00:00Z; without an offset it is UTC's. */
export const instant = v.pipe(
  v.string(),
  v.isoTimestamp('Expected an instant such as 2026-03-02T09:00:00Z.'),
  v.check((text) => Number.isFinite(Date.parse(text)), 'There is no such instant.'),
);
