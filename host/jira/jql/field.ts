import { type Seen } from './context';

interface Named {
  /** As errors call it. */
  readonly name: string;
}

/** A field whose values are things with an id: projects, people, statuses, … */
export interface IdField extends Named {
  readonly kind: 'id';
  read(seen: Seen): readonly string[];
  /** Ids for what a query calls it, null for EMPTY; nothing when there is no such thing. */
  resolve(text: string): readonly (string | null)[];
  /** The field whose history it is, where it has one. */
  readonly fieldId?: string;
  readonly isPeople?: boolean;
  readonly isIssue?: boolean;
  /** Present where `<` and `>` mean something. */
  rank?(id: string): number;
  /** What ORDER BY goes by; the rank or the id otherwise. */
  sortBy?(id: string): string;
}

interface MomentField extends Named {
  readonly kind: 'moment';
  read(seen: Seen): readonly number[];
}

interface NumberField extends Named {
  readonly kind: 'number';
  read(seen: Seen): readonly number[];
}

interface TextField extends Named {
  readonly kind: 'text';
  read(seen: Seen): readonly string[];
}

/** A field as JQL knows it. */
export type ClauseField = IdField | MomentField | NumberField | TextField;
