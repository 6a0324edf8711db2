import { type Because, because } from '../../core/because';

/** A refusal that names the field of the form it is about. */
export const wrong = (clause: string, text: string, field: string): Because => ({
  ...because(clause, text),
  field,
});
