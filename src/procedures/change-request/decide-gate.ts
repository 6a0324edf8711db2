// The gates: asked, approved, declined, recorded, skipped (CR-04, CR-05, CR-10, CR-11, CR-20, CR-23, CR-26, CR-29).
import { saveChange } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { Situation } from '../../core/situation';
import { type ChangeRequest, type Evidence, gateOf, withGate } from './change-request';
import type { ChangeRequestPolicy } from './settings/policy';
import { holds } from './depends';
import { agreedRates } from './edit-content';
import { asFound, decidersOf, whyNotEvidence, whyNotTheirs } from './evidence';
import { type GateKey, gateStep, type WorkKey } from './lifecycle';
import { type Decider, holdersOf, taggedForStep, whyNotDecide, whyNotDo, needsReason } from './may';
import {
  approvalsNeeded,
  outOfOrder,
  passed,
  presentSteps,
  stateOfGate,
  whyNeedless,
} from './standing';
import { give, turnDown } from './verdict';
import { askWords } from './words';

/** `version`: of the content that the page showed; null where the page says by revision what it is about. */
export interface Approval {
  readonly gate: GateKey;
  readonly version: number | null;
  readonly note: string | null;
}

/** `backTo`: where the work goes on; the first of the gate's when null. */
export interface Refusal {
  readonly gate: GateKey;
  readonly version: number | null;
  readonly reason: string;
  readonly backTo: WorkKey | null;
}

/** What the customer decided elsewhere. */
export interface RecordedDecision {
  readonly gate: GateKey;
  readonly approved: boolean;
  readonly evidence: Evidence;
  readonly reason: string | null;
  readonly backTo: WorkKey | null;
}

const isPresent = (change: ChangeRequest, policy: ChangeRequestPolicy, key: GateKey): boolean =>
  presentSteps(change, policy).some((step) => step.key === key);

/** CR-33: why it is not this gate's turn; null when it is. */
function notItsTurn(
  situation: Situation,
  change: ChangeRequest,
  policy: ChangeRequestPolicy,
  key: GateKey,
): Because | null {
  if (isPresent(change, policy, key)) return null;
  const { title, clause } = gateStep(key);
  const needless = whyNeedless(change, key);
  if (needless !== null) return because('C1', needless, {});
  if (passed(change, policy, key)) return because(clause, `${title} is given already.`, {});
  // Where only the rates are missing, that is what helps.
  const waitsForCost = presentSteps(change, policy).some((step) => step.key === 'cost');
  const rates =
    waitsForCost && (key === 'internal-approval' || key === 'customer-approval')
      ? agreedRates(situation, change.content)
      : null;
  return rates !== null && 'clause' in rates ? rates : outOfOrder(change, policy, key);
}

/** CR-03, CR-10, CR-15: the CSM asks. */
export function askFor(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { gate: key }: { readonly gate: GateKey },
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(c, accountId, 'ask') ?? notItsTurn(c, change, policy, key);
  if (refused !== null) return refused;
  const step = gateStep(key);
  if (!step.gate.asked)
    return because(
      step.clause,
      `Nobody has to ask for ${step.title}: it is open since the step before was done.`,
      {},
    );
  if (gateOf(change, key).asked !== null)
    return because(step.clause, `${step.title} was asked for already.`, {
      since: gateOf(change, key).asked?.at ?? '',
    });
  const { now } = c;
  saveChange(
    c,
    withGate(change, key, {
      asked: { by: accountId, at: now, version: change.content.version },
      declined: null,
    }),
  );
  c.done(
    now,
    accountId,
    `${step.title} asked for`,
    because(
      step.clause,
      step.owner === 'customer'
        ? 'The customer decides in the portal, or by mail.'
        : 'The approver decides in the panel.',
      { version: `${change.content.version}` },
    ),
  );
  if (step.owner === 'customer') return null;
  const approvers = taggedForStep(c, step);
  const copied = key === 'internal-approval' ? holdersOf(c, 'cr-approval-cc') : [];
  c.announce(askWords(c, key, approvers, copied), accountId, step.clause, null);
  return null;
}

/** What has to hold before anybody decides. */
function whyNotNow(
  situation: Situation,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  key: GateKey,
  version: number | null,
): Because | null {
  const turn = notItsTurn(situation, change, policy, key);
  if (turn !== null) return turn;
  const { title, clause } = gateStep(key);
  if (stateOfGate(change, policy, key) !== 'open')
    return because(clause, `${title} was not asked for yet. The CSM asks.`, {});
  if (version !== null && version !== change.content.version)
    return because(
      'C11',
      'What this is about was changed after this page was shown. Look at it again, and then decide.',
      { shown: `${version}`, now: `${change.content.version}` },
    );
  return null;
}

/** C8: has one of these, by account or address, agreed on what stands there now? */
const hasAgreed = (change: ChangeRequest, gate: GateKey, who: readonly string[]): boolean =>
  gateOf(change, gate).approvals.some(
    (one) =>
      holds(gate, one, change.content) && decidersOf(one).some((decider) => who.includes(decider)),
  );

export function approve(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { gate, version, note }: Approval,
  by: Decider,
): Because | null {
  const refused =
    whyNotDecide(c, by, gate, c.ledger) ?? whyNotNow(c, policy, change, gate, version);
  if (refused !== null) return refused;
  if (hasAgreed(change, gate, [by.accountId]))
    return because(
      'C8',
      `You have approved this already; it takes ${approvalsNeeded(change, policy, gate)} people.`,
      {},
    );
  give(c, policy, change, gate, {
    by: by.accountId,
    via: by.side === 'customer' ? 'portal' : 'panel',
    evidence: null,
    reason: note,
  });
  return null;
}

export function decline(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { gate, version, reason, backTo }: Refusal,
  by: Decider,
): Because | null {
  const refused =
    whyNotDecide(c, by, gate, c.ledger) ??
    whyNotNow(c, policy, change, gate, version) ??
    needsReason(reason);
  if (refused !== null) return refused;
  return turnDown(c, policy, change, gate, backTo, {
    by: by.accountId,
    via: by.side === 'customer' ? 'portal' : 'panel',
    evidence: null,
    reason,
  });
}

/** C6, C7: what the customer decided elsewhere, on evidence. */
export function record(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  step: RecordedDecision,
  { accountId }: Decider,
): Because | null {
  const { gate, approved, evidence, reason, backTo } = step;
  if (gateStep(gate).gate.evidence.length === 0)
    return because('C6', 'Only decisions of the customer are recorded on their behalf.', {});
  const refused =
    whyNotDo(c, accountId, 'record') ??
    whyNotNow(c, policy, change, gate, null) ??
    whyNotEvidence(c, change, gate, evidence) ??
    whyNotTheirs(c, change, asFound(c, evidence), approvalsNeeded(change, policy, gate));
  if (refused !== null) return refused;
  const given = {
    by: accountId,
    via: 'recorded',
    evidence: asFound(c, evidence),
    reason,
  } as const;
  if (approved) {
    if (hasAgreed(change, gate, decidersOf(given)))
      return {
        ...because(
          'C8',
          `Whoever this is from has approved already; it takes ${approvalsNeeded(change, policy, gate)} people.`,
        ),
        field: evidence.kind === 'comment' ? 'evidence.comment' : 'evidence.address',
      };
    give(c, policy, change, gate, given);
    return null;
  }
  return needsReason(reason ?? '') ?? turnDown(c, policy, change, gate, backTo, given);
}

/** C12: off unless the settings allow it. */
export function skip(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { gate, reason }: { readonly gate: GateKey; readonly reason: string },
  { accountId }: Decider,
): Because | null {
  if (!policy.skipWithReason)
    return because('C12', 'The settings of this queue let nobody skip a gate.', { setting: 'off' });
  const refused =
    whyNotDo(c, accountId, 'skip') ?? notItsTurn(c, change, policy, gate) ?? needsReason(reason);
  if (refused !== null) return refused;
  saveChange(c, withGate(change, gate, { skipped: { by: accountId, at: c.now, reason } }));
  c.done(
    c.now,
    accountId,
    `${gateStep(gate).title} skipped`,
    because('C12', reason, { gate: gateStep(gate).gate.number }),
  );
  return null;
}

/** CR-15, CR-29: the customer was followed up on a decision that is theirs. */
export function followUp(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { gate, note }: { readonly gate: GateKey; readonly note: string | null },
  { accountId }: Decider,
): Because | null {
  const { owner, title, clause } = gateStep(gate);
  if (owner !== 'customer')
    return because('CR-15', `${title} is decided by us; there is nobody to follow up with.`, {});
  const refused = whyNotDo(c, accountId, 'ask') ?? whyNotNow(c, policy, change, gate, null);
  if (refused !== null) return refused;
  saveChange(c, withGate(change, gate, { chasedAt: c.now }));
  c.done(
    c.now,
    accountId,
    `Followed up with the customer: ${title}`,
    because(clause, note ?? 'The decision is still the customer’s.', {}),
  );
  return null;
}
