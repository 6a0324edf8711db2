// What the access-request SOP knows of a ticket: the engineer's access request that it is (EA-22).
import type { Case } from '../../core/case';
import type { Ledger } from '../../core/ledger';
import { partOf, type ProcedureId } from '../../core/part';
import type { AccessRequest } from './access-request';

export const id: ProcedureId = 'access-request';

const part = partOf<AccessRequest>(id, 1);

export const accessOf = part.of;
/** The access request as the rules have left it so far. @throws RangeError where there is none: a rule asks before */
export function requestNow({ ledger }: Pick<Case, 'ledger'>): AccessRequest {
  const request = accessOf(ledger);
  if (request === undefined) throw new RangeError('This ticket is no access request.');
  return request;
}

export const save = (c: Case, request: AccessRequest): void => part.set(c, request);
export const withAccess = (ledger: Ledger, request: AccessRequest): Ledger =>
  part.put(ledger, request);
