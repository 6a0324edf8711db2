// Where a change request stands, derived from what was done and decided: the present step is the first that is open.
import { type Because, because } from '../../core/because';
import { agreedOf, type Rules } from './agreed';
import { type ChangeRequest, gateOf } from './change-request';
import type { Instant } from '../../core/instant';
import { deployedFor, holds } from './depends';
import {
  type GateKey,
  gateStep,
  type StatusGroup,
  type Step,
  type StepKey,
  stepsOf,
  stepTitle,
} from './lifecycle';

/** C8: several people of the customer may have to agree; one of ours is enough. */
export const approvalsNeeded = (change: ChangeRequest, rules: Rules, gate: GateKey): number =>
  gateStep(gate).owner === 'customer' ? Math.max(1, agreedOf(change, rules).clientApprovals) : 1;

/** Is the gate passed, on the content as it stands, or on another? */
export function passed(
  change: ChangeRequest,
  rules: Rules,
  gate: GateKey,
  content = change.content,
): boolean {
  const { skipped, approvals } = gateOf(change, gate);
  return (
    skipped !== null ||
    approvals.filter((verdict) => holds(gate, verdict, content)).length >=
      approvalsNeeded(change, rules, gate)
  );
}

/** The steps it was agreed under (CR-38). */
export function stepsIn(change: ChangeRequest, rules: Rules): readonly Step[] {
  const { ownSteps, without } = agreedOf(change, rules);
  return stepsOf(ownSteps, change.separate, without);
}

/** Steps that are about money: none of them where nothing is charged (C1). */
const aboutMoney: readonly StepKey[] = ['cost', 'internal-approval', 'customer-approval'];

/** Why a step has no place in this change request; null where it has one. */
export const whyNeedless = ({ content }: ChangeRequest, key: StepKey): string | null =>
  content.chargeable || !aboutMoney.includes(key)
    ? null
    : 'It is not chargeable, so there is no cost to calculate or approve.';

const latest = (one: Instant, other: Instant | undefined): Instant =>
  other === undefined || other < one ? one : other;

/** Is that step over and done with, or without any need? */
export function isDone(change: ChangeRequest, rules: Rules, step: Step): boolean {
  if (whyNeedless(change, step.key) !== null) return true;
  if (step.gate !== undefined) return passed(change, rules, step.key as GateKey);
  return change.done[step.key as Exclude<StepKey, GateKey>] !== undefined;
}

/** The present step, with what may be done beside it; none when all is done. */
export function presentSteps(change: ChangeRequest, rules: Rules): readonly Step[] {
  const steps = stepsIn(change, rules);
  const first = steps.find((step) => !isDone(change, rules, step));
  if (first === undefined) return [];
  return steps.filter(
    (step) => step === first || (step.beside === first.key && !isDone(change, rules, step)),
  );
}

/** Is it that step's turn, or was it already? */
export function reached(change: ChangeRequest, rules: Rules, key: StepKey): boolean {
  const steps = stepsIn(change, rules);
  const present = presentSteps(change, rules);
  if (present.length === 0 || present.some((step) => step.key === key)) return true;
  const place = steps.findIndex((step) => step.key === key);
  return place >= 0 && place < steps.findIndex((step) => step.key === present[0]?.key);
}

/** Since when a step is owed by whoever holds it: since it was asked for, deployed, reached, or resumed (C7). */
export function owedSince(change: ChangeRequest, key: StepKey): Instant {
  const { asked, againAt } = gateOf(change, key as GateKey);
  const built = deployedFor(key as GateKey);
  const deployed = built === null ? undefined : change.done[built]?.at;
  const fact = asked?.at ?? latest(latest(change.stepSince, deployed), againAt);
  return latest(fact, change.resumedAt);
}

export type GateState =
  'closed' | 'to-ask' | 'open' | 'approved' | 'declined' | 'lapsed' | 'skipped';

export function stateOfGate(change: ChangeRequest, rules: Rules, key: GateKey): GateState {
  const gate = gateOf(change, key);
  if (gate.skipped !== null) return 'skipped';
  if (passed(change, rules, key)) return 'approved';
  if (whyNeedless(change, key) !== null) return 'skipped';
  const turn = presentSteps(change, rules).some((step) => step.key === key);
  if (turn && (gate.asked !== null || !gateStep(key).gate.asked)) return 'open';
  if (gate.approvals.some((verdict) => !holds(key, verdict, change.content))) return 'lapsed';
  if (gate.declined !== null) return 'declined';
  return turn ? 'to-ask' : 'closed';
}

/** Gates that are not passed, in order. */
export const openGates = (change: ChangeRequest, rules: Rules): readonly Step[] =>
  stepsIn(change, rules).filter((step) => step.gate !== undefined && !isDone(change, rules, step));

export const isOver = (change: ChangeRequest, rules: Rules): boolean =>
  change.withdrawn !== null || presentSteps(change, rules).length === 0;

/** The group of statuses it belongs into now; null where the status is left alone. */
export function groupNow(change: ChangeRequest, rules: Rules): StatusGroup | null {
  if (change.withdrawn !== null || change.hold !== null) return null;
  const present = presentSteps(change, rules);
  if (present.length === 0) return 'done';
  const waiting = present.find(
    (step) => step.gate === undefined || stateOfGate(change, rules, step.key as GateKey) === 'open',
  );
  if (waiting !== undefined) return waiting.group;
  // A gate that is still to be asked is work of ours: it stands where the work before it stood.
  const steps = stepsIn(change, rules);
  const before = steps
    .slice(
      0,
      steps.findIndex((step) => step.key === present[0]?.key),
    )
    .reverse()
    .find((step) => step.gate === undefined);
  return before?.group ?? 'to-do';
}

/** Groups that mean work beyond a gate, and so wait for it (CR-33); the others say who has the ball. */
const guarded: readonly StatusGroup[] = ['in-progress', 'in-testing', 'done'];

/** The gate that keeps a status of this group from being reached; null where none does. */
export function gateBefore(change: ChangeRequest, rules: Rules, group: StatusGroup): Step | null {
  if (!guarded.includes(group) || change.withdrawn !== null) return null;
  const steps = stepsIn(change, rules);
  const earliest =
    group === 'done' ? steps.length : steps.findIndex((step) => step.group === group);
  return openGates(change, rules).find((step) => steps.indexOf(step) < earliest) ?? null;
}

/** CR-33: what comes first. */
export function outOfOrder(change: ChangeRequest, policy: Rules, key: StepKey): Because {
  const present = presentSteps(change, policy)
    .map(({ title }) => title)
    .join(' and ');
  return because('CR-33', `${stepTitle(key)} comes after ${present}.`, { now: present });
}
