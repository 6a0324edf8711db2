import { type Field, type FieldKind, type Stored } from '../entities';
import { type World } from '../world';

/** How one kind of field is written, read and told in histories. */
export interface FieldRules {
  readonly type: string;
  readonly items?: string;
  /** What may be done with it in `update`. */
  readonly operations: readonly ('set' | 'add' | 'remove')[];
  /**
   * What is stored for what was sent.
   * @throws FieldProblem in Jira's words
   */
  parse(sent: unknown, field: Field, world: World): Stored;
  /** Its JSON in an issue. */
  format(stored: Stored, field: Field, world: World): unknown;
  /** Its id and its name in a history; both null when empty. */
  tell(stored: Stored, field: Field, world: World): Told;
}

export interface Told {
  readonly id: string | null;
  readonly name: string | null;
}

export type RulesByKind = Readonly<Record<FieldKind, FieldRules>>;

/** What is wrong with a value sent for a field. */
export class FieldProblem extends Error {
  override readonly name = 'FieldProblem';
}

export const nobody: Told = { id: null, name: null };

/** Reads `{ [key]: string }` or, where Jira takes it too, nothing else. */
export function keyed(sent: unknown, key: string): string | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const value = (sent as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

export const asList = (stored: Stored): readonly string[] =>
  Array.isArray(stored) ? (stored as readonly string[]) : [];
