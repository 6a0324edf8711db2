// The tracker and what is next.
import type { NextView, StepView } from '../contract/panel';
import { type ChangeRequest, gateOf } from '../change-request';
import type { ChangeRequestPolicy } from '../settings/policy';
import { type GateKey, gates, type Step, type StepKey, type WorkKey } from '../lifecycle';
import { type Decider, holdersOf, holdersOfStep, ownerName } from '../may';
import { isDone, owedSince, presentSteps, stateOfGate, stepsIn, whyNeedless } from '../standing';
import { testedFor } from '../builds';
import { changeOf, id } from '../state';
import { taskOf } from '../waits';
import { toDo } from '../words';
import type { AccountId } from '../../../core/ids';
import { holdersOf as clockHolders, isOf } from '../../../core/clock';
import type { Instant } from '../../../core/instant';
import type { Ledger } from '../../../core/ledger';
import { nameOf } from '../../../core/people';
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
export function nextViews(
  situation: Situation,
  policy: ChangeRequestPolicy,
  ledger: Ledger,
  by: Decider,
): NextView[] {
  const change = changeOf(ledger);
  if (change === undefined) return [];
  return presentSteps(change, policy).map((step): NextView => {
    const toAsk =
      step.gate !== undefined && stateOfGate(change, policy, step.key as GateKey) !== 'open';
    const theirs = !toAsk && step.owner === 'customer';
    const mayAct = toAsk
      ? [...holdersOf(situation, 'csm'), ...holdersOf(situation, 'sales-rep')]
      : holdersOfStep(situation, step);
    // Who has it, with those who stand in, and until when: as the engine keeps it (C7).
    const clock = ledger.clocks?.find(isOf(id, taskOf(change, policy, step).key));
    const holders = theirs || clock === undefined ? mayAct : clockHolders(clock);
    return {
      step: step.key,
      title: step.title,
      text: toAsk
        ? `Ask for it: ${step.owner === 'customer' ? 'the customer then decides in the portal, or by mail.' : `${ownerName(step.owner)}.`}`
        : (toDo[step.key] ?? step.title),
      owner: toAsk ? ownerName('csm') : ownerName(step.owner),
      holders: [...new Set(holders)].map((person) => personView(situation.people, person)),
      yours: [...mayAct, ...holders].includes(by.accountId),
      since: owedSince(change, step.key),
      dueAt: theirs ? null : (clock?.dueAt ?? null),
      no: lastNo(situation, policy, change, step),
      left: leftBefore(situation, policy, change, step),
    };
  });
}

/** C3: the latest "no" that this step is between: from where the work went back to, up to where it is decided again. */
function lastNo(
  { people }: Situation,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  step: Step,
): NextView['no'] {
  const steps = stepsIn(change, policy);
  const at = (key: StepKey): number => steps.findIndex((one) => one.key === key);
  const [last] = gates
    .flatMap(({ key, title, gate }) => {
      const { declined } = gateOf(change, key);
      const back = declined?.backTo ?? gate.backTo[0];
      const between = back !== undefined && at(back) <= at(step.key) && at(step.key) <= at(key);
      return declined !== null && between ? [{ title, declined }] : [];
    })
    .sort((a, b) => b.declined.receipt - a.declined.receipt);
  if (last === undefined) return null;
  const { by, via, at: when, reason, covers } = last.declined;
  return {
    title: last.title,
    by: via === 'panel' ? nameOf(people, by) : 'the customer',
    at: when,
    reason: reason ?? '',
    build: covers.build ?? null,
  };
}

/** C3: the build and the note of whoever had it before. */
function leftBefore(
  { people }: Situation,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  step: Step,
): NextView['left'] {
  const steps = stepsIn(change, policy);
  const before = steps[steps.findIndex(({ key }) => key === step.key) - 1];
  if (before === undefined) return null;
  const given = gateOf(change, before.key as GateKey).approvals.at(-1);
  const finished = change.done[before.key as WorkKey];
  const build = given?.covers.build ?? finished?.build ?? null;
  const note = given?.reason ?? finished?.note ?? null;
  if (build === null && note === null) return null;
  const { by } = finishedAt(change, before);
  return { title: before.title, by: personViewOrNull(people, by), build, note };
}
