import type { ReactNode } from 'react';
import type { ProblemAt } from '../draft/problems-at';
import type { Described } from '../../../src/contract/settings-description';

/** A value to show: what describes it, what it is, and where its problems are told. */
export interface Shown {
  readonly field: Described;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly at: ProblemAt;
  readonly path: string;
}

/** A value of one kind. */
export interface ShownAs<Kind extends Described['kind']> extends Shown {
  readonly field: Described & { readonly kind: Kind };
}

/** Shows a value that stands inside another. */
export type ShowInner = (shown: Shown & { readonly key: string }) => ReactNode;
