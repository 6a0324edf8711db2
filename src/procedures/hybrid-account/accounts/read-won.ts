// The columns that say an opportunity is Closed Won (HY-06). They are no part of an account: they open its onboarding.
import type { Onboarding } from '../onboarding';
import { opportunityPattern, opportunityRule } from './opportunity';
import { clipped } from '../../../app/accounts/bounds';

export const wonColumns = ['opportunity', 'opportunityType'] as const;
export type WonColumn = (typeof wonColumns)[number];

export const wonColumnNames: Readonly<Record<WonColumn, string>> = {
  opportunity: 'Closed Won opportunity',
  opportunityType: 'Opportunity type',
};

/** An opportunity of a line. */
export interface ReadWon {
  readonly opportunity: string;
  readonly type: Onboarding['type'];
}

const types: Readonly<Record<string, Onboarding['type']>> = {
  '': 'net-new',
  'net new': 'net-new',
  'became hybrid': 'became-hybrid',
};

/** Undefined where the line names none. */
export function readWon(
  cell: (column: WonColumn) => string | undefined,
  wrong: (column: WonColumn, message: string, remedy: string) => void,
): ReadWon | undefined {
  const opportunity = cell('opportunity') ?? '';
  if (opportunity === '') return undefined;
  if (!opportunityPattern.test(opportunity))
    wrong(
      'opportunity',
      `"${clipped(opportunity, 100)}" is no id of an opportunity.`,
      opportunityRule,
    );
  const written = cell('opportunityType') ?? '';
  const type = types[written.toLowerCase().replaceAll('-', ' ')];
  if (type === undefined)
    wrong(
      'opportunityType',
      `"${clipped(written, 50)}" is no type.`,
      'Write net-new or became-hybrid.',
    );
  return { opportunity, type: type ?? 'net-new' };
}
