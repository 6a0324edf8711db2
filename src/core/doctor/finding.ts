// What the doctor says of one thing: whether the SOP can run with it, and if not, what somebody has to do.
import type { FieldId, ProjectId } from '../ids';
import type { Named } from '../policy';

/**
 * - `blocking`: something the SOP asks for cannot happen as it is.
 * - `warning`: it happens, but less well.
 * - `unknown`: it could not be checked, and why.
 * - `fine`: nothing to do.
 */
export type Severity = 'blocking' | 'warning' | 'unknown' | 'fine';

export interface Finding {
  /** What was checked, such as `field-on-screens`; the same check may find several things. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence about how it is. */
  readonly what: string;
  /** The clause of the SOP that needs it. */
  readonly clause: string;
  /** What to do, in words; null where nothing is to be done. */
  readonly fix: string | null;
  readonly offer: Offer | null;
}

/** Which of a queue's two manager fields (AM-04, AM-05). */
export type ManagerField = 'accountManager' | 'regionalManager';

/** What the settings page can do about a finding in one click. */
export type Offer =
  /** A field of Jira that fits: the settings can name it instead. */
  | {
      readonly kind: 'use-field';
      readonly projectId: ProjectId;
      readonly place: ManagerField;
      readonly field: Named<FieldId>;
    }
  /** No field fits: one is created, in the name of the administrator. */
  | {
      readonly kind: 'create-field';
      readonly projectId: ProjectId;
      readonly place: ManagerField;
      readonly name: string;
    };

type Words = Pick<Finding, 'code' | 'what' | 'clause'>;

export const fine = (words: Words): Finding => ({
  ...words,
  severity: 'fine',
  fix: null,
  offer: null,
});

export const unknown = (words: Words & { readonly fix: string }): Finding => ({
  ...words,
  severity: 'unknown',
  offer: null,
});

export const bad = (
  severity: 'blocking' | 'warning',
  words: Words & { readonly fix: string; readonly offer?: Offer },
): Finding => ({
  offer: null,
  ...words,
  severity,
});

/** The most urgent first; what is alike keeps its order. */
export const byUrgency = (findings: readonly Finding[]): Finding[] => {
  const order: readonly Severity[] = ['blocking', 'warning', 'unknown', 'fine'];
  return [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
};

/** How many names one sentence holds. */
const most = 5;

/** "a, b and c"; what is beyond that is counted. @param of how many there are, when not all are named */
export function listed(names: readonly string[], of: number = names.length): string {
  const shown = names.slice(0, most);
  const words = of > shown.length ? [...shown, `${of - shown.length} more`] : shown;
  return words.length < 2
    ? (words[0] ?? 'none')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
