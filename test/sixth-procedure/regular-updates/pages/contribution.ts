import type { Contribution } from '../../../../src/app/contribution';
import type { Mark } from '../../../../src/contract/badge';
import type { Ledger } from '../../../../src/core/ledger';
import { owedOf } from '../state';

/** RU-09: what the account badge and the row of a list say. */
const marks = (ledger: Ledger): readonly Mark[] => {
  const told = owedOf(ledger)?.told ?? 0;
  return told === 0 ? [] : [{ text: 'Update due', tone: told === 1 ? 'moved' : 'removed' }];
};

export const updateContribution: Contribution = {
  order: 3,
  badge: (_ports, _situation, ledger) => {
    const due = marks(ledger);
    return Promise.resolve(due.length === 0 ? null : { marks: due, line: null, notes: [] });
  },
  marks,
};
