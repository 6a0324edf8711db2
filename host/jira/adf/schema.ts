import full from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import Ajv, { type ValidateFunction } from 'ajv';
import { type AdfDocument } from './document';

let compiled: ValidateFunction<AdfDocument> | null = null;

/** Compiled at the first use: it takes longer than starting the rest of the site. */
function validator(): ValidateFunction<AdfDocument> {
  // The published schema says draft-04, of which it uses nothing that later drafts changed.
  const { $schema: _draft, ...schema } = full as Record<string, unknown>;
  compiled ??= new Ajv({ strict: false, validateFormats: false }).compile<AdfDocument>(schema);
  return compiled;
}

/** Is this a document in the Atlassian Document Format, by the JSON schema of @atlaskit/adf-schema? */
export const isDocument = (value: unknown): value is AdfDocument => validator()(value);
