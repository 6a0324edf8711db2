// What the change-request SOP knows of a ticket: the change request that it is, or where that went on.
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import { partOf, type ProcedureId } from '../../core/part';
import type { ChangeMoved, ChangeRequest } from './change-request';

export const id: ProcedureId = 'change-request';

interface ChangeState {
  /** The change request that the ticket is (CR-02). */
  readonly change?: ChangeRequest;
  /** CR-02: the integration team has said that it is none. */
  readonly notOne?: NotOne;
  /** Where the ticket's change request went on (C5). */
  readonly moved?: ChangeMoved;
}

/** Who said that a ticket is no change request, and why. */
export interface NotOne {
  readonly by: AccountId;
  readonly at: Instant;
  readonly reason: string;
}

const part = partOf<ChangeState>(id, 1);
type Known = Parameters<typeof part.of>[0];

export const changeOf = (ledger: Known): ChangeRequest | undefined => part.of(ledger)?.change;
export const movedOf = (ledger: Known): ChangeMoved | undefined => part.of(ledger)?.moved;

/** The change request as the rules have left it so far. @throws RangeError where there is none: a rule asks before */
export function changeNow({ ledger }: Pick<Case, 'ledger'>): ChangeRequest {
  const change = changeOf(ledger);
  if (change === undefined) throw new RangeError('This ticket is no change request.');
  return change;
}

export const notOneOf = (ledger: Known): NotOne | undefined => part.of(ledger)?.notOne;
export const saveNotOne = (c: Case, notOne: NotOne): void => part.set(c, { notOne });

export const saveChange = (c: Case, change: ChangeRequest): void =>
  part.set(c, { ...part.of(c.ledger), change });

/** The ledger of the issue on which the change request goes on. */
export const withChange = (ledger: Ledger, change: ChangeRequest): Ledger =>
  part.put(ledger, { change });

/** The ledger of the ticket that it went away from: a pointer stays (C5). */
export const withMoved = (ledger: Ledger, moved: ChangeMoved): Ledger =>
  part.put(ledger, { moved });
