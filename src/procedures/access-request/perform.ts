// A rule of an access request as an act: what keeps everybody from it is asked first.
import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { AccessRequest } from './access-request';
import { type AccessSide, leadsOnly } from './may';
import type { AccessPolicy } from './settings/policy';
import { start } from './set-up';
import { accessOf } from './state';
import { accessPolicyOf, sideOf } from './who';

const off = (): Because =>
  because(
    'EA-22',
    'This queue runs no access requests. An administrator can turn them on in its settings.',
    {},
  );

const notStarted = (): Because =>
  because('EA-22', 'This ticket is no access request yet. A team lead starts it.', {});

type May = (side: AccessSide | null) => Because | null;

/** Was it asked of that person? */
type WasAsked<Input> = (c: Case, request: AccessRequest, input: Input, by: AccountId) => boolean;

/** Rows say themselves who may report what. */
export const ofRow: May = () => null;

/**
 * @param may who does it at all
 * @param asked whether it was asked of them, whatever their part (A14)
 */
export const onRequest =
  <Input>(
    rule: (
      c: Case,
      policy: AccessPolicy,
      request: AccessRequest,
      input: Input,
      by: AccountId,
    ) => Because | null,
    may: May = leadsOnly,
    asked: WasAsked<Input> = () => false,
  ) =>
  (c: Case, { accountId }: Actor, input: Input): Because | null => {
    const policy = accessPolicyOf(c);
    if (policy === null) return off();
    const request = accessOf(c.ledger) ?? null;
    const refused = may(sideOf(c, request, accountId));
    if (refused !== null && (request === null || !asked(c, request, input, accountId)))
      return refused;
    return request === null ? notStarted() : rule(c, policy, request, input, accountId);
  };

/** EA-22: a team lead starts it. */
export function startRequest(
  c: Case,
  { accountId }: Actor,
  input: Parameters<typeof start>[2],
): Because | null {
  const policy = accessPolicyOf(c);
  if (policy === null) return off();
  const request = accessOf(c.ledger) ?? null;
  return (
    leadsOnly(sideOf(c, request, accountId)) ??
    (request === null
      ? start(c, policy, input, accountId)
      : because('EA-22', 'This ticket is an access request already: one ticket per engineer.', {}))
  );
}
