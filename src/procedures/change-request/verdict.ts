// What a decision leaves behind: a verdict that counts, or work that begins again.
import { sayAsCustomer } from './effects';
import { changeNow, saveChange } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { Situation } from '../../core/situation';
import {
  type ChangeRequest,
  type Gate,
  gateOf,
  type Verdict,
  withGate,
  withoutDone,
} from './change-request';
import type { ChangeRequestPolicy } from './settings/policy';
import { coveredBy, holds } from './depends';
import { evidenceWords } from './evidence';
import { type GateKey, gateStep, type Step, type WorkKey } from './lifecycle';
import { counterpartsOf, taggedForStep } from './may';
import { approvalsNeeded, presentSteps, stepsIn } from './standing';
import { taskOf } from './waits';
import { declinedWords, yesWords } from './words';

export type Given = Pick<Verdict, 'by' | 'via' | 'evidence' | 'reason'>;

const verdictOf = (
  situation: Situation,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  gate: GateKey,
  yes: boolean,
  given: Given,
): Verdict => ({
  receipt: change.receipts + 1,
  yes,
  ...given,
  at: situation.now,
  covers: coveredBy(gate, change.content),
  version: change.content.version,
  tolerancePercent: policy.costTolerancePercent,
});

/** A "yes". */
export function give(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  key: GateKey,
  given: Given,
): void {
  const verdict = verdictOf(c, policy, change, key, true, given);
  const gate = gateOf(change, key);
  const standing = gate.approvals.filter((one) => holds(key, one, change.content));
  const lapsed = gate.approvals.filter((one) => !standing.includes(one));
  const next = withGate({ ...change, receipts: verdict.receipt }, key, {
    approvals: [...standing, verdict],
    past: [...gate.past, ...lapsed].slice(-pastKept),
    declined: null,
  });
  saveChange(c, next);
  const { title, clause } = gateStep(key);
  const missing = approvalsNeeded(change, policy, key) - standing.length - 1;
  c.done(
    c.now,
    given.by,
    `${title}: ${given.via === 'recorded' ? 'approval recorded' : 'approved'}`,
    because(
      clause,
      missing > 0
        ? `${missing} more ${missing === 1 ? 'person has' : 'people have'} to agree.`
        : 'The gate is passed.',
      spelled(c, verdict),
    ),
  );
  receipt(c, key, verdict);
  if (given.via === 'portal') tellOfYes(c, policy, key, missing);
}

/** The work goes back; what lies between is done and decided again. */
export function turnDown(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  key: GateKey,
  wanted: WorkKey | null,
  given: Given,
): Because | null {
  const { backTo: ways } = gateStep(key).gate;
  const target = wanted ?? (ways[0] as WorkKey);
  if (!ways.includes(target))
    return {
      ...because('CR-35', 'The work cannot go back there from this gate.', {}),
      field: 'backTo',
    };
  const verdict = { ...verdictOf(c, policy, change, key, false, given), backTo: target };
  const steps = stepsIn(change, policy);
  const from = steps.findIndex((step) => step.key === target);
  const again = steps.slice(from, steps.findIndex((step) => step.key === key) + 1);
  const reopened = again
    .filter((step) => step.gate !== undefined)
    .reduce(
      (one, step) => {
        const gate = gateOf(one, step.key as GateKey);
        const cleared: Partial<Gate> = {
          asked: null,
          approvals: [],
          skipped: null,
          past: [...gate.past, ...gate.approvals, ...(step.key === key ? [verdict] : [])].slice(
            -pastKept,
          ),
        };
        return withGate(
          one,
          step.key as GateKey,
          step.key === key ? { ...cleared, declined: verdict } : cleared,
        );
      },
      { ...change, receipts: verdict.receipt },
    );
  saveChange(
    c,
    withoutDone(
      reopened,
      again.map((step) => step.key),
    ),
  );
  const back = steps[from] as Step;
  c.done(
    c.now,
    given.by,
    `${gateStep(key).title}: ${given.via === 'recorded' ? '"no" recorded' : 'declined'}`,
    because('CR-35', `It goes back to ${back.title}.`, {
      reason: given.reason ?? '',
      ...spelled(c, verdict),
    }),
  );
  // C7: the CSM hears of the customer's own "no".
  const told = [
    ...taggedForStep(c, back),
    ...(given.via === 'portal' ? counterpartsOf(c, change, key) : []),
  ];
  c.announce(declinedWords(c, key, back, told, given.reason ?? ''), null, 'CR-35', null);
  receipt(c, key, verdict);
  return null;
}

/** C7: the CSM hears what the customer has agreed to, and where it is her turn then, what to do. */
function tellOfYes(c: Case, policy: ChangeRequestPolicy, key: GateKey, missing: number): void {
  const change = changeNow(c);
  const people = counterpartsOf(c, change, key);
  const next = presentSteps(change, policy)
    .map((step) => taskOf(change, policy, step))
    .filter(({ key: task, of }) => of === 'csm' && !task.endsWith(':chase'))
    .map(({ title }) => `Your turn: ${title}.`);
  if (missing > 0) next.push(`${missing} more of them have to agree.`);
  if (people.length > 0)
    c.announce(
      yesWords(c, key, people, { version: change.content.version, next }),
      null,
      gateStep(key).clause,
      null,
    );
}

/** Verdicts that do not count any more but are still shown. */
const pastKept = 10;

const spelled = (
  situation: Situation,
  { receipt: number, version, evidence }: Verdict,
): Record<string, string> => ({
  receipt: `${number}`,
  version: `${version}`,
  ...(evidence === null ? {} : { evidence: evidenceWords(situation, evidence) }),
});

/** M14: the customer's own words, in their own name and nobody else's. */
function receipt(c: Case, key: GateKey, verdict: Verdict): void {
  if (verdict.via !== 'portal') return;
  const title = gateStep(key).customerTitle ?? gateStep(key).title;
  const said = verdict.yes
    ? `Approved in the portal: ${title}.`
    : `Declined in the portal: ${title}. ${verdict.reason ?? ''}`;
  c.want({
    command: sayAsCustomer.command({
      text: `${said} Receipt ${verdict.receipt}, version ${verdict.version}.`,
    }),
    actor: verdict.by,
    clause: 'C7',
  });
}
