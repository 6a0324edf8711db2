import { type Because, because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { AccessRequest } from './access-request';

export const save = (draft: Draft, access: AccessRequest): void => draft.change({ access });

/** A refusal that names the field of the form it is about. */
export const wrong = (clause: string, text: string, field: string): Because => ({
  ...because(clause, text),
  field,
});
