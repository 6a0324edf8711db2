// What people do with an access request, each as one step from where the ledger stands.
import { save, accessOf } from './state';
import type { Act } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { AccountId } from '../../core/ids';
import type { Situation } from '../../core/situation';
import type { AccessStep } from './act';
import { leadsOnly, readyOnly } from './may';
import { purge } from './purge';
import { reportRow, reportRows } from './report';

import { override, raise, send } from './send';
import { addCustomers, change, start } from './set-up';
import { accessPolicyOf, sideOf } from './who';

/** @param step what somebody does with an access request */
export const accessAct = (step: AccessStep): Act => ({
  perform: (draft, situation, { accountId }) => performAccess(draft, situation, step, accountId),
  ...('customers' in step ? { naming: step.customers } : {}),
});

/** Does the step, or says why it is refused; a refused step changes nothing. */
function performAccess(
  draft: Draft,
  situation: Situation,
  step: AccessStep,
  by: AccountId,
): Because | null {
  const policy = accessPolicyOf(situation);
  if (policy === null)
    return because(
      'EA-22',
      'This queue runs no access requests. An administrator can turn them on in its settings.',
      {},
    );
  const request = accessOf(draft.ledger) ?? null;
  const side = sideOf(situation, request, by);
  if (step.kind === 'row' || step.kind === 'rows') {
    if (request === null) return notStarted();
    return step.kind === 'row'
      ? reportRow(draft, situation, policy, step, by)
      : reportRows(draft, situation, policy, step.changes, by);
  }
  const refused = step.kind === 'it-ready' ? readyOnly(side) : leadsOnly(side);
  if (refused !== null) return refused;
  if (step.kind === 'start')
    return request === null
      ? start(draft, situation, policy, step, by)
      : because('EA-22', 'This ticket is an access request already: one ticket per engineer.', {});
  if (request === null) return notStarted();
  switch (step.kind) {
    case 'change':
      return change(draft, situation, request, step, by);
    case 'add-customers':
      return addCustomers(draft, situation, policy, request, step.customers, by);
    case 'it-ready':
      save(draft, { ...request, itReady: step.ready ? { by, at: situation.now } : null });
      draft.done(
        situation.now,
        by,
        step.ready
          ? 'Internal IT is ready: account and e-mail are set up'
          : 'Internal IT is not ready after all',
        because('EA-21', 'Account and e-mail come first; customers are asked after that.', {}),
      );
      return null;
    case 'override':
      return override(draft, situation, policy, request, step.reason, by);
    case 'sent':
      return send(draft, situation, policy, request, step, by);
    case 'raise':
      return raise(draft, situation, policy, request, step, by);
    case 'purge':
      return purge(draft, situation, request, by);
  }
}

const notStarted = (): Because =>
  because('EA-22', 'This ticket is no access request yet. A team lead starts it.', {});
