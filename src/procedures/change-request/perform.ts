// What people do with a change request, each as one step from where the ledger stands. A refused step changes nothing.
import { mayShowCustomer } from '../../core/meet';
import { saveChange, changeOf, movedOf } from './state';
import type { Act } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Draft } from '../../core/draft';
import { localDay, type Situation } from '../../core/situation';
import type { ChangeStep } from './act';
import { type ChangeRequest } from './change-request';
import { type ChangeRequestPolicy, changeRequestSettingsOf } from './settings/policy';
import { emptyContent } from './content';
import { createIssue, finish, noteProgress } from './do-work';
import { editContent } from './edit-content';
import { approve, askFor, decline, record, skip } from './decide-gate';
import { isOver } from './standing';
import { type Decider, whyNotDo } from './may';
import { settle } from './settle';
import { needsReason } from './verdict';

export const changePolicyOf = (situation: Situation): ChangeRequestPolicy | null =>
  changeRequestSettingsOf(situation.queue) ?? null;

const notStarted = (): Because =>
  because(
    'CR-02',
    'This ticket is no change request. The integration team decides that it is one.',
    {},
  );

/** @param step what somebody does with a change request */
export const changeAct = (step: ChangeStep): Act => ({
  perform: (draft, situation, { accountId, side = 'team' }) =>
    performChange(draft, situation, step, { accountId, side }),
});

/** Which piece of work the customer sees by this step (K8: gates 4 and 6); null where they see none. */
const showsTheCustomer = (step: ChangeStep): 'interface-approval' | 'uat' | null =>
  step.kind === 'ask' && step.gate === 'interface-approval'
    ? 'interface-approval'
    : step.kind === 'complete' && step.step === 'deployed-to-integration'
      ? 'uat'
      : null;

/** X4: another procedure may have to see a piece of work before the customer does. */
function whyNotToCustomer(draft: Draft, situation: Situation, step: ChangeStep): Because | null {
  const work = showsTheCustomer(step);
  return work === null ? null : mayShowCustomer(draft, situation, work);
}

/** Does the step, or says why it is refused. */
export function performChange(
  draft: Draft,
  situation: Situation,
  step: ChangeStep,
  by: Decider,
): Because | null {
  const policy = changePolicyOf(situation);
  if (policy === null)
    return because(
      'CR-02',
      'This queue runs no change requests. An administrator can turn them on in its settings.',
      {},
    );
  const change = changeOf(draft.ledger) ?? null;
  const changeMoved = movedOf(draft.ledger);
  if (changeMoved !== undefined)
    return because('CR-12', `This change request goes on in ${changeMoved.key}.`, {
      key: changeMoved.key,
    });
  if (by.side === 'customer' && step.kind !== 'approve' && step.kind !== 'decline')
    return because('C7', 'Customers approve or decline, and nothing else.', {});
  if (step.kind === 'classify') {
    return change === null
      ? classify(draft, situation, policy, step, by)
      : because('CR-02', 'This ticket is a change request already.', {});
  }
  if (change === null) return notStarted();
  const refused = dispatch(draft, situation, policy, change, step, by);
  const told = step.kind === 'decline' || (step.kind === 'record' && !step.approved);
  if (refused === null)
    settle(draft, situation, policy, by.accountId, {
      told,
      spoke: step.kind === 'progress' || step.kind === 'complete',
    });
  return refused;
}

function dispatch(
  draft: Draft,
  situation: Situation,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  step: Exclude<ChangeStep, { kind: 'classify' }>,
  by: Decider,
): Because | null {
  if (change.withdrawn !== null)
    return because(
      'CR-35',
      `This change request was withdrawn on ${localDay(situation, change.withdrawn.at)}.`,
      {},
    );
  if (isOver(change, policy))
    return because(
      'CR-29',
      'This change request is live and signed off; nothing about it can be changed any more.',
      {},
    );
  if (step.kind === 'resume') return resume(draft, situation, change, by);
  if (step.kind === 'withdraw') return withdraw(draft, situation, change, step.reason, by);
  if (change.hold !== null)
    return because('CR-35', 'This change request is on hold. Resume it first.', {
      since: change.hold.at,
    });
  const notYet = whyNotToCustomer(draft, situation, step);
  if (notYet !== null) return notYet;
  switch (step.kind) {
    case 'edit':
      return editContent(draft, situation, policy, change, step.edit, by);
    case 'ask':
      return askFor(draft, situation, policy, change, step.gate, by);
    case 'approve':
      return approve(draft, situation, policy, change, step, by);
    case 'decline':
      return decline(draft, situation, policy, change, step, by);
    case 'record':
      return record(draft, situation, policy, change, step, by);
    case 'skip':
      return skip(draft, situation, policy, change, step, by);
    case 'complete':
      return finish(draft, situation, policy, change, step, by);
    case 'progress':
      return noteProgress(draft, situation, change, step.text, by);
    case 'create-issue':
      return createIssue(draft, situation, policy, change, by);
    case 'hold':
      return hold(draft, situation, change, step.reason, by);
  }
}

function classify(
  draft: Draft,
  situation: Situation,
  policy: ChangeRequestPolicy,
  step: ChangeStep & { kind: 'classify' },
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(situation, accountId, 'classify');
  if (refused !== null) return refused;
  if (situation.account.kind !== 'known')
    return because(
      'CR-09',
      'Nobody knows which account this ticket belongs to, so nobody knows its rates. Choose the account first.',
      {},
    );
  if (step.implication.trim() === '')
    return {
      ...because('CR-02', 'Say what it means in cost: the customer is told so.', {}),
      field: 'implication',
    };
  const { now, ticket } = situation;
  const customerRep = step.customerRep ?? ticket.reporter?.accountId ?? null;
  const change: ChangeRequest = {
    intake: step.intake,
    startedAt: now,
    content: {
      ...emptyContent,
      version: 1,
      chargeable: step.chargeable,
      implication: step.implication.trim(),
      customerRep,
    },
    gates: {},
    done: { classified: { by: accountId, at: now } },
    receipts: 0,
    hold: null,
    withdrawn: null,
    progress: [],
    staleAt: null,
    stepSince: now,
    shown: null,
    at: 'classified',
    from: null,
    linked: true,
    separate: policy.target !== null,
  };
  saveChange(draft, change);
  draft.done(
    now,
    accountId,
    'Classified as a change request',
    because('CR-02', 'The integration team determined that this is a change request.', {
      chargeable: step.chargeable ? 'yes' : 'no',
      'came in by': step.intake,
    }),
  );
  settle(draft, situation, policy, accountId);
  return null;
}

function hold(
  draft: Draft,
  situation: Situation,
  change: ChangeRequest,
  reason: string,
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(situation, accountId, 'hold') ?? needsReason(reason);
  if (refused !== null) return refused;
  saveChange(draft, {
    ...change,
    hold: { by: accountId, at: situation.now, reason },
    staleAt: null,
  });
  draft.done(situation.now, accountId, 'Put on hold', because('CR-35', reason, {}));
  return null;
}

function resume(
  draft: Draft,
  situation: Situation,
  change: ChangeRequest,
  { accountId }: Decider,
): Because | null {
  if (change.hold === null) return because('CR-35', 'This change request is not on hold.', {});
  const refused = whyNotDo(situation, accountId, 'hold');
  if (refused !== null) return refused;
  saveChange(draft, { ...change, hold: null, shown: null });
  draft.done(
    situation.now,
    accountId,
    'Resumed',
    because('CR-35', 'It goes on where it stood.', { 'on hold since': change.hold.at }),
  );
  return null;
}

function withdraw(
  draft: Draft,
  situation: Situation,
  change: ChangeRequest,
  reason: string,
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(situation, accountId, 'withdraw') ?? needsReason(reason);
  if (refused !== null) return refused;
  saveChange(draft, {
    ...change,
    withdrawn: { by: accountId, at: situation.now, reason },
    staleAt: null,
  });
  draft.done(situation.now, accountId, 'Change request withdrawn', because('CR-35', reason, {}));
  return null;
}
