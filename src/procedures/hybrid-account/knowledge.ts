// HY-12 … HY-18, M15: what one department knows of a ticket and the other has not acknowledged.
import type { AccountId, Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Climb } from '../../core/ladder';
import type { Department } from './settings/policy';

/** The three classes of the SOP (HY-12, HY-13, HY-16), and a question of one department to the other (HY-17). */
export type UpdateClass = 'bug' | 'integration' | 'maintenance' | 'question';

/** Something one department knows. */
export interface Update {
  readonly id: number;
  readonly from: Department;
  readonly by: AccountId;
  readonly at: Instant;
  readonly class: UpdateClass;
  readonly text: string;
  /** The comment that said it, where one did; an internal one. */
  readonly comment: number | null;
}

/** A question of a touching base: an ask with a due time, as any other. */
export interface Question {
  readonly id: number;
  readonly from: Department;
  readonly by: AccountId;
  readonly at: Instant;
  readonly text: string;
  readonly dueAt: Instant;
  readonly remindAt: Instant | null;
  readonly answered: { readonly by: AccountId; readonly at: Instant; readonly text: string } | null;
}

/** What a ticket of a hybrid account makes known to both departments. */
export interface Knowledge {
  readonly class: Exclude<UpdateClass, 'question'>;
  /** The accounts it is about: one, or all that a maintenance affects (HY-16). */
  readonly accounts: readonly Cid[];
  /** HY-16: a text fit for the customer's admin; null where there is none. */
  readonly forAdmins: string | null;
  readonly updates: readonly Update[];
  /** How far each department has acknowledged: the id of the last update it has seen. */
  readonly seen: Readonly<Record<Department, number>>;
  /** Since when a department lacks something, and where its ladder stands. */
  readonly gaps: Readonly<Record<Department, (Climb & { readonly since: Instant }) | null>>;
  readonly questions: readonly Question[];
}

export const both = ['cs', 'fmc'] as const satisfies readonly Department[];

export const other = (department: Department): Department => (department === 'cs' ? 'fmc' : 'cs');

export const nothingKnown = (
  of: Pick<Knowledge, 'class' | 'accounts' | 'forAdmins'>,
): Knowledge => ({
  ...of,
  updates: [],
  seen: { cs: 0, fmc: 0 },
  gaps: { cs: null, fmc: null },
  questions: [],
});

/** What a department has not acknowledged: the other's updates after the last one it has seen. Announcements of a third party are news to both. */
export const gapOf = (knowledge: Knowledge, department: Department): readonly Update[] =>
  knowledge.updates.filter(
    (update) => update.from !== department && update.id > knowledge.seen[department],
  );

/** One more thing that one department knows: news for the other only. */
export const told = (knowledge: Knowledge, update: Omit<Update, 'id'>): Knowledge => ({
  ...knowledge,
  updates: [...knowledge.updates, { ...update, id: (knowledge.updates.at(-1)?.id ?? 0) + 1 }],
});

/** A department has seen everything up to and with that update; it never goes back. */
export const acknowledged = (
  knowledge: Knowledge,
  department: Department,
  upTo: number,
): Knowledge => ({
  ...knowledge,
  seen: {
    ...knowledge.seen,
    [department]: Math.max(
      knowledge.seen[department],
      Math.min(upTo, knowledge.updates.at(-1)?.id ?? 0),
    ),
  },
});
