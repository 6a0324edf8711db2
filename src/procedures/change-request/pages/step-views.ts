// The tracker and what is next.
import type { NextView, StepView } from '../contract/panel';
import { type ChangeRequest, gateOf } from '../change-request';
import type { ChangeRequestPolicy } from '../settings/policy';
import type { GateKey, Step, StepKey } from '../lifecycle';
import { type Decider, holdersOf, holdersOfStep, ownerName } from '../may';
import { isDone, presentSteps, stateOfGate, stepsIn, whyNeedless } from '../standing';
import { testedFor } from '../builds';
import { toDo } from '../words';
import type { AccountId } from '../../../core/ids';
import type { Instant } from '../../../core/instant';
import type { Situation } from '../../../core/situation';
import { personView, personViewOrNull } from '../../../app/views/why';

/** When and by whom a step was finished; nulls while it is not. */
export function finishedAt(
  change: ChangeRequest,
  step: Step,
): { readonly at: Instant | null; readonly by: AccountId | null } {
  if (step.gate !== undefined) {
    const { approvals, skipped } = gateOf(change, step.key as GateKey);
    const last = approvals.at(-1);
    return { at: skipped?.at ?? last?.at ?? null, by: skipped?.by ?? last?.by ?? null };
  }
  const finished = change.done[step.key as Exclude<StepKey, GateKey>];
  return { at: finished?.at ?? null, by: finished?.by ?? null };
}

export function stepViews(
  { people }: Situation,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
): StepView[] {
  const steps = stepsIn(change, policy);
  const present = presentSteps(change, policy).map(({ key }) => key);
  const furthest = steps.reduce(
    (far, step, place) => (isDone(change, policy, step) ? place : far),
    -1,
  );
  return steps.map((step, place): StepView => {
    const finished = isDone(change, policy, step);
    const { at, by } = finishedAt(change, step);
    const skipped =
      step.gate === undefined
        ? at === null && whyNeedless(change, step.key) !== null
        : stateOfGate(change, policy, step.key as GateKey) === 'skipped';
    const again =
      step.gate !== undefined
        ? gateOf(change, step.key as GateKey).past.length > 0 ||
          gateOf(change, step.key as GateKey).approvals.length > 0
        : place < furthest;
    return {
      key: step.key,
      title: step.title,
      clause: step.clause,
      kind: step.gate === undefined ? 'work' : 'gate',
      gateNumber: step.gate?.number ?? null,
      state: skipped
        ? 'skipped'
        : finished
          ? 'done'
          : present.includes(step.key)
            ? again
              ? 'again'
              : 'now'
            : 'later',
      customerSees: step.customerTitle !== null,
      at: finished ? at : null,
      by: finished ? personViewOrNull(people, by) : null,
      owner: ownerName(step.owner),
      environment: step.environment ?? null,
      tested: step.environment === undefined ? null : testedFor(change, step.environment),
      why: skipped
        ? (gateOf(change, step.key as GateKey).skipped?.reason ?? whyNeedless(change, step.key))
        : null,
    };
  });
}

/** What has to be done now, and by whom. A gate nobody asked for yet is the CSM's. */
export const nextViews = (
  situation: Situation,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  by: Decider,
): NextView[] =>
  presentSteps(change, policy).map((step): NextView => {
    const toAsk =
      step.gate !== undefined && stateOfGate(change, policy, step.key as GateKey) !== 'open';
    const holders = toAsk
      ? [...holdersOf(situation, 'csm'), ...holdersOf(situation, 'sales-rep')]
      : holdersOfStep(situation, step);
    return {
      step: step.key,
      title: step.title,
      text: toAsk
        ? `Ask for it: ${step.owner === 'customer' ? 'the customer then decides in the portal, or by mail.' : `${ownerName(step.owner)}.`}`
        : (toDo[step.key] ?? step.title),
      owner: toAsk ? ownerName('csm') : ownerName(step.owner),
      holders: [...new Set(holders)].map((person) => personView(situation.people, person)),
      yours: holders.includes(by.accountId),
      since: change.stepSince,
    };
  });
