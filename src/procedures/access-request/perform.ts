// A rule of an access request as an act: what keeps everybody from it is asked first.
import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { AccountId } from '../../core/ids';
import type { Situation } from '../../core/situation';
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

/** Rows say themselves who may report what. */
export const ofRow: May = () => null;

/** @param may who does it at all */
export const onRequest =
  <Input>(
    rule: (
      draft: Draft,
      situation: Situation,
      policy: AccessPolicy,
      request: AccessRequest,
      input: Input,
      by: AccountId,
    ) => Because | null,
    may: May = leadsOnly,
  ) =>
  (draft: Draft, situation: Situation, { accountId }: Actor, input: Input): Because | null => {
    const policy = accessPolicyOf(situation);
    if (policy === null) return off();
    const request = accessOf(draft.ledger) ?? null;
    const refused = may(sideOf(situation, request, accountId));
    if (refused !== null) return refused;
    return request === null
      ? notStarted()
      : rule(draft, situation, policy, request, input, accountId);
  };

/** EA-22: a team lead starts it. */
export function startRequest(
  draft: Draft,
  situation: Situation,
  { accountId }: Actor,
  input: Parameters<typeof start>[3],
): Because | null {
  const policy = accessPolicyOf(situation);
  if (policy === null) return off();
  const request = accessOf(draft.ledger) ?? null;
  return (
    leadsOnly(sideOf(situation, request, accountId)) ??
    (request === null
      ? start(draft, situation, policy, input, accountId)
      : because('EA-22', 'This ticket is an access request already: one ticket per engineer.', {}))
  );
}
