import type { ChangedView, GateView, VerdictView } from '../contract/panel';
import { type ChangeRequest, gateOf, type Verdict } from '../change-request';
import type { ChangeRequestPolicy } from '../settings/policy';
import { changesSince, holds } from '../depends';
import { evidenceWords } from '../evidence';
import { type GateKey, gates, stepTitle } from '../lifecycle';
import type { Decider } from '../may';
import { approvalsNeeded, stateOfGate } from '../standing';
import type { Ledger } from '../../../core/ledger';
import type { Situation } from '../../../core/situation';
import { canonical, sha256 } from '../../../core/canonical';
import { personView } from '../../../app/views/why';
import { gateActions } from './permissions';

/** M11: who, when, and exactly what; another value anywhere gives another seal. */
export const sealOf = (
  issueId: string,
  gate: GateKey,
  { receipt, yes, by, at, via, evidence, reason, covers, version }: Verdict,
): string =>
  sha256(
    canonical({ issueId, gate, receipt, yes, by, at, via, evidence, reason, covers, version }),
  );

/** What changed since the last approval of a gate, in words. */
export function changedSince(change: ChangeRequest, gate: GateKey): ChangedView[] {
  const last = gateOf(change, gate).approvals.at(-1);
  return last === undefined
    ? []
    : changesSince(gate, last, change.content).map(({ text, reopens }) => ({ text, reopens }));
}

export const gateViews = (
  situation: Situation,
  policy: ChangeRequestPolicy,
  ledger: Ledger,
  change: ChangeRequest,
  by: Decider,
): GateView[] =>
  gates.map(({ key, title, clause, owner, gate: { number, backTo } }): GateView => {
    const gate = gateOf(change, key);
    return {
      gate: key,
      number,
      title,
      clause,
      side: owner === 'customer' ? 'customer' : 'team',
      state: stateOfGate(change, policy, key),
      askedAt: gate.asked?.at ?? null,
      needed: approvalsNeeded(change, policy, key),
      verdicts: [...gate.past, ...gate.approvals].map((verdict) =>
        verdictView(situation, change, key, verdict, gate.approvals.includes(verdict)),
      ),
      changes: changedSince(change, key),
      backTo: backTo.map((step) => ({ step, title: stepTitle(step) })),
      may: gateActions({ ledger, situation, actor: { ...by, mayTransition: false } }, key),
    };
  });

const verdictView = (
  situation: Situation,
  change: ChangeRequest,
  gate: GateKey,
  verdict: Verdict,
  counts: boolean,
): VerdictView => ({
  receipt: verdict.receipt,
  approved: verdict.yes,
  by: personView(situation.people, verdict.by),
  at: verdict.at,
  via: verdict.via,
  evidence: verdict.evidence === null ? null : evidenceWords(situation, verdict.evidence),
  reason: verdict.reason,
  version: verdict.version,
  holds: counts && holds(gate, verdict, change.content),
  sha256: sealOf(change.from?.issueId ?? situation.ticket.issueId, gate, verdict),
});
