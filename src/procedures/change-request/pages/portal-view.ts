// What the customer reads: made from here only, field by field. No name of ours, no money before its gate, no reason of ours.
import { movedOf, changeOf } from '../state';
import type { PortalDecision, PortalReceipt, PortalView } from '../contract/portal';
import { type ChangeRequest, gateOf, type Verdict } from '../change-request';
import { type ChangeRequestPolicy, changeRequestSettingsOf } from '../settings/policy';
import { type InterfaceHeading, interfaceHeadings } from '../content';
import { agreement, changesSince, holds } from '../depends';
import { type GateKey, gates, type Step } from '../lifecycle';
import { type Decider, whyNotDecide } from '../may';
import {
  approvalsNeeded,
  isDone,
  presentSteps,
  stateOfGate,
  stepsIn,
  whyNeedless,
} from '../standing';
import type { AccountId } from '../../../core/ids';
import type { Situation } from '../../../core/situation';
import type { TicketRecord } from '../../../app/outbox';
import { sealOf } from './gate-views';
import { finishedAt } from './step-views';

/** The customer's gates in the customer's words. */
const words: Readonly<
  Partial<Record<GateKey, { readonly question: string; readonly yes: string; readonly no: string }>>
> = {
  'in-principle-client': {
    question: 'Shall we go ahead with this as a change request?',
    yes: 'Agree in principle',
    no: 'Decline',
  },
  'customer-approval': {
    question: 'Do you approve the change and its cost?',
    yes: 'Approve',
    no: 'Decline',
  },
  'interface-approval': {
    question: 'Do you approve the interface as described?',
    yes: 'Approve',
    no: 'Decline',
  },
  uat: { question: 'Did your acceptance test pass?', yes: 'Test passed', no: 'Test failed' },
  'go-live': { question: 'Are you live with the change?', yes: 'We are live', no: 'Not live' },
};

/** The request is no change request. */
export const nothingHere = (now: string): PortalView => ({
  now,
  state: 'none',
  continuesAs: null,
  stages: [],
  ball: 'nobody',
  standing: '',
  decision: null,
  progress: null,
  dueDate: null,
  expected: null,
  documents: [],
  decisions: [],
});

export function portalView(
  situation: Situation,
  record: TicketRecord | null,
  viewer: AccountId,
): PortalView {
  const { now, queue } = situation;
  const rules = changeRequestSettingsOf(queue);
  const ledger = record?.ledger;
  const moved = movedOf(ledger);
  if (moved !== undefined)
    return {
      ...nothingHere(now),
      state: 'moved',
      continuesAs: moved.key,
      standing: `This goes on in ${moved.key}.`,
    };
  const change = changeOf(ledger);
  if (rules === undefined || change === undefined) return nothingHere(now);
  const present = presentSteps(change, rules);
  const state =
    change.withdrawn !== null
      ? 'withdrawn'
      : change.hold !== null
        ? 'on-hold'
        : present.length === 0
          ? 'done'
          : 'running';
  const decision =
    state === 'running'
      ? decisionFor(situation, rules, change, { accountId: viewer, side: 'customer' })
      : null;
  const yours = decision !== null && !decision.youAgreed;
  const progress = change.progress.at(-1);
  const { timeline, dueDate } = change.content;
  const mayKnowDates = mayKnowPlan(change);
  return {
    now,
    state,
    continuesAs: null,
    stages: stages(change, rules),
    ball: state !== 'running' ? 'nobody' : decision !== null ? 'you' : 'us',
    standing: standing(state, yours, present),
    decision,
    progress: progress === undefined ? null : { text: progress.text, at: progress.at },
    dueDate,
    expected: mayKnowDates && (timeline.from !== null || timeline.until !== null) ? timeline : null,
    documents: documents(change),
    decisions: receipts(situation, change, viewer),
  };
}

/** Was the customer ever asked for that decision? */
const asked = (change: ChangeRequest, gate: GateKey): boolean => {
  const { asked: now, approvals, past } = gateOf(change, gate);
  return now !== null || approvals.length > 0 || past.length > 0;
};

/** What will be built and when is the customer's to see once they were asked, or had nothing to approve (C1). */
const mayKnowPlan = (change: ChangeRequest): boolean =>
  asked(change, 'customer-approval') ||
  (whyNeedless(change, 'customer-approval') !== null && change.content.dueDate !== null);

const standing = (state: PortalView['state'], yours: boolean, present: readonly Step[]): string => {
  if (state === 'withdrawn') return 'This change request was withdrawn.';
  if (state === 'on-hold') return 'This change request is on hold.';
  if (state === 'done') return 'You are live with this change.';
  if (yours) return 'Your decision is needed.';
  const told = present.find(
    ({ customerTitle, owner }) => customerTitle !== null && owner !== 'customer',
  );
  return told === undefined
    ? 'We are working on it.'
    : `We are working on it. Next: ${told.customerTitle ?? ''}.`;
};

/** Steps that are none of the customer's are part of the stage they belong to: it is not over before they are. */
function stages(change: ChangeRequest, rules: ChangeRequestPolicy): PortalView['stages'] {
  const steps = stepsIn(change, rules);
  const present = presentSteps(change, rules)[0];
  const place =
    present === undefined ? steps.length : steps.findIndex(({ key }) => key === present.key);
  const shown = steps
    .map((step, index) => ({ step, index }))
    .filter(({ step }) => step.customerTitle !== null);
  const now = shown.find(({ step, index }) => index >= place && !isDone(change, rules, step));
  return shown.map(({ step, index }) => {
    const done = isDone(change, rules, step) && index < (now?.index ?? steps.length);
    return {
      title: step.customerTitle ?? '',
      state: done ? ('done' as const) : step === now?.step ? ('now' as const) : ('later' as const),
      at: done ? finishedAt(change, step).at : null,
    };
  });
}

function decisionFor(
  situation: Situation,
  rules: ChangeRequestPolicy,
  change: ChangeRequest,
  viewer: Decider,
): PortalDecision | null {
  const step = presentSteps(change, rules).find(
    ({ key, owner }) =>
      owner === 'customer' && stateOfGate(change, rules, key as GateKey) === 'open',
  );
  const key = step?.key as GateKey | undefined;
  if (step === undefined || key === undefined || whyNotDecide(situation, viewer, key) !== null)
    return null;
  const said = words[key];
  const gate = gateOf(change, key);
  const counting = gate.approvals.filter((verdict) => holds(key, verdict, change.content));
  const last = gate.approvals.at(-1);
  const need = approvalsNeeded(change, rules, key);
  return {
    gate: key,
    version: change.content.version,
    title: step.customerTitle ?? step.title,
    question: said?.question ?? '',
    agreesTo: agreement(key, change.content, key === 'customer-approval'),
    yes: said?.yes ?? 'Approve',
    no: said?.no ?? 'Decline',
    changes:
      last === undefined ? [] : changesSince(key, last, change.content).map(({ text }) => text),
    agreed: need > 1 ? { have: counting.length, need } : null,
    youAgreed: counting.some(({ by }) => by === viewer.accountId),
  };
}

/** Documents, each from when the customer was asked about it. */
function documents(change: ChangeRequest): PortalView['documents'] {
  const { content } = change;
  const paper = content.interface;
  return [
    ...(mayKnowPlan(change)
      ? [
          {
            title: 'Change request',
            url: content.documentUrl,
            sections: [
              { title: 'Requirement', text: content.requirement },
              { title: 'How it will be built', text: content.approach },
            ].filter(({ text }) => text !== ''),
          },
        ]
      : []),
    ...((change.done['interface-shared'] !== undefined || asked(change, 'interface-approval')) &&
    paper !== null
      ? [
          {
            title: 'Interface',
            url: paper.url,
            sections: (Object.keys(interfaceHeadings) as InterfaceHeading[]).flatMap((heading) =>
              paper.headings[heading] === undefined
                ? []
                : [{ title: interfaceHeadings[heading], text: paper.headings[heading] ?? '' }],
            ),
          },
        ]
      : []),
  ];
}

const byWhom = (verdict: Verdict, viewer: AccountId): PortalReceipt['by'] =>
  verdict.via === 'recorded' ? 'recorded' : verdict.by === viewer ? 'you' : 'colleague';

const receipts = (
  { ticket }: Situation,
  change: ChangeRequest,
  viewer: AccountId,
): PortalReceipt[] =>
  gates
    .filter(({ owner }) => owner === 'customer')
    .flatMap(({ key, customerTitle, title }) => {
      const { approvals, past } = gateOf(change, key);
      return [...past, ...approvals].map((verdict): PortalReceipt => ({
        receipt: verdict.receipt,
        title: customerTitle ?? title,
        approved: verdict.yes,
        at: verdict.at,
        by: byWhom(verdict, viewer),
        holds: approvals.includes(verdict) && holds(key, verdict, change.content),
        sha256: sealOf(change.from?.issueId ?? ticket.issueId, key, verdict),
      }));
    })
    .sort((a, b) => b.receipt - a.receipt);
