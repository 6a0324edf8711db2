// What the engine keeps of this procedure's waits, as its rules look at it: who has been asked.
import { isOf } from '../../core/clock';
import type { AccountId } from '../../core/ids';
import type { Ledger } from '../../core/ledger';
import { id } from './state';

export type Clocks = Pick<Ledger, 'clocks'>;

/** Was it asked of that person, in their own place or somebody else's? Who merely hears that it is late is not. */
export const wasAsked = ({ clocks = [] }: Clocks, key: string, person: AccountId): boolean =>
  clocks
    .find(isOf(id, key))
    ?.asked.some(
      (one) => one.rung === 0 && (one.person === person || one.standsInFor === person),
    ) ?? false;
