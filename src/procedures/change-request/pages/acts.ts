// What people do with a change request.
import * as v from 'valibot';
import { act, preparedAct } from '../../../app/acts';
import { flag, given, orNull, text, wordsOrNull } from '../../../app/input';
import { letUntestedGo } from '../builds';
import { day } from '../../../app/date-shapes';
import { approve, askFor, decline, followUp, record, skip } from '../decide-gate';
import { createIssue, finish, noteProgress } from '../do-work';
import { editContent } from '../edit-content';
import type { StepKey } from '../lifecycle';
import {
  classify,
  hold,
  notAChange,
  resume,
  takeTerms,
  takeUp,
  whileRunning,
  withdraw,
} from '../perform';
import { foundEvidence } from './evidence-file';
import { shareInterface } from '../share-interface';
import { backTo, classification, edit, evidence, gate, link, reason, version } from './inputs';

const integrators = 'The integration team and its engineers.';
const csm = 'The account’s customer success manager, or a sales representative.';
const stoppers = 'The CSM, a sales representative or the approver.';
const decider = 'Whoever owns the gate; the customer decides in the portal.';

export const changeRequestActs = {
  classify: act({
    title: 'This is a change request',
    clause: 'CR-02',
    what: 'Begins the change request: what came in, whether it is chargeable, and what it means in cost.',
    who: integrators,
    input: v.object({
      intake: v.picklist(
        ['customer-ticket', 'csm', 'sales-rep'],
        'It came in by customer-ticket, csm or sales-rep.',
      ),
      ...classification,
    }),
    perform: classify,
    blank: { intake: 'customer-ticket', chargeable: true, implication: '', customerRep: null },
  }),
  'not-a-change': act({
    title: 'Not a change request',
    clause: 'CR-02',
    what: 'Says with a reason that a ticket is no change request; nobody is reminded to decide it any more.',
    who: integrators,
    input: v.object({ reason }),
    perform: notAChange,
    blank: { reason: '' },
  }),
  save: act({
    title: 'Save',
    clause: 'CR-33',
    what: 'Saves one part of the documents; where it is the present step, and complete, the step is done by it. Approvals of what changes lapse.',
    who: 'Each part by its role: requirement and cost by the CSM, all others by the integration team and its engineers.',
    input: v.object({ edit }),
    perform: whileRunning((c, policy, change, input, by) =>
      editContent(c, policy, change, input.edit, by),
    ),
  }),
  ask: act({
    title: 'Ask for approval',
    clause: 'CR-15',
    what: 'Asks for the decision of a gate: the approver is tagged internally, the customer sees it in the portal.',
    who: csm,
    input: v.object({ gate }),
    perform: whileRunning(askFor, {
      shows: (input) => (input.gate === 'interface-approval' ? 'interface-approval' : null),
    }),
  }),
  approve: act({
    title: 'Approve',
    clause: 'CR-10',
    what: 'Gives the approval of a gate, sealed over exactly what was approved.',
    who: decider,
    input: v.object({ gate, version: orNull(version), note: orNull(text('The note', 500)) }),
    perform: whileRunning(approve, { customer: true }),
  }),
  decline: act({
    title: 'Decline',
    clause: 'CR-10',
    what: 'Turns a gate down with a reason; the work goes back to the step named, and what came after is done again.',
    who: decider,
    input: v.object({ gate, version: orNull(version), reason, backTo }),
    perform: whileRunning(decline, { customer: true }),
  }),
  record: preparedAct({
    title: 'Record decision',
    clause: 'C6',
    what: 'Records what the customer decided elsewhere, with the evidence for it.',
    who: csm,
    input: v.object({
      gate,
      approved: flag('approved'),
      evidence,
      reason: orNull(text('The reason', 500)),
      backTo,
    }),
    prepare: async (ports, { issueId }, input) => ({
      ...input,
      evidence: await foundEvidence(ports, issueId, input.evidence),
    }),
    perform: whileRunning(record),
  }),
  'follow-up': act({
    title: 'Followed up',
    clause: 'CR-29',
    what: 'Says that the customer was followed up on a decision of theirs, on the go-live for one; the reminder comes anew.',
    who: csm,
    input: v.object({ gate, note: wordsOrNull('The note', 500) }),
    perform: whileRunning(followUp),
  }),
  skip: act({
    title: 'Skip',
    clause: 'C12',
    what: 'Skips a gate with a reason, where the settings allow it.',
    who: 'The approver.',
    input: v.object({ gate, reason }),
    perform: whileRunning(skip),
  }),
  complete: act({
    title: 'Done',
    clause: 'CR-21',
    what: 'Finishes a step that has no form: development, a deployment with its build, an organization’s own step.',
    who: 'Whoever owns the step.',
    input: v.object({
      step: v.pipe(
        v.string('The step must be text.'),
        v.regex(/^(own:)?[a-z0-9-]{1,60}$/u, 'This is no step.'),
        v.transform((step) => step as StepKey),
      ),
      build: orNull(text('The build', 100)),
      note: wordsOrNull('The note', 500),
    }),
    perform: whileRunning(finish, {
      spoke: true,
      shows: ({ step }) => (step === 'deployed-to-integration' ? 'uat' : null),
    }),
  }),
  'allow-untested': act({
    title: 'Let an untested build go on',
    clause: 'CR-37',
    what: 'Lets a build go to Integration or Production that is not the one the test before was passed on, with a reason; it is shown as not tested.',
    who: 'The approver.',
    input: v.object({
      environment: v.picklist(
        ['Integration', 'Production'],
        'An untested build goes to Integration or to Production.',
      ),
      build: given('The build', 100),
      reason,
    }),
    perform: whileRunning(letUntestedGo),
    blank: { environment: 'Integration', build: '', reason: '' },
  }),
  'share-interface': act({
    title: 'Share with the customer',
    clause: 'CR-19',
    what: 'Shares the interface document with the customer, who reads it in the portal from then on; the CSM then asks for the approval.',
    who: integrators,
    input: v.object({ link: orNull(link) }),
    perform: whileRunning(shareInterface, { shows: () => 'interface-approval' }),
    blank: { link: null },
  }),
  'note-progress': act({
    title: 'Note progress',
    clause: 'CR-21',
    what: 'A word on how it goes; the customer reads it.',
    who: 'The integration team, its engineers, DevOps and QA.',
    input: v.object({ text: given('The progress', 500) }),
    perform: whileRunning(noteProgress, { spoke: true }),
    blank: { text: '' },
  }),
  'create-issue': act({
    title: 'Create change request',
    clause: 'CR-12',
    what: 'Creates the change request’s own issue on behalf of the customer; it goes on there.',
    who: 'The CSM.',
    input: v.object({}),
    perform: whileRunning(createIssue),
    blank: {},
  }),
  hold: act({
    title: 'Put on hold',
    clause: 'CR-35',
    what: 'Stops everything about the change request until it is resumed; whoever holds it looks again on the day named.',
    who: stoppers,
    input: v.object({ reason, until: orNull(day('The day')) }),
    perform: whileRunning(hold, { onHold: true }),
    blank: { reason: '', until: null },
  }),
  resume: act({
    title: 'Resume',
    clause: 'CR-35',
    what: 'Goes on where it stood when it was put on hold.',
    who: stoppers,
    input: v.object({}),
    perform: whileRunning(resume, { onHold: true }),
    blank: {},
  }),
  withdraw: act({
    title: 'Withdraw',
    clause: 'CR-35',
    what: 'Ends the change request; it can be taken up again.',
    who: stoppers,
    input: v.object({ reason }),
    perform: whileRunning(withdraw, { onHold: true }),
    blank: { reason: '' },
  }),
  'take-up': act({
    title: 'Take up again',
    clause: 'CR-35',
    what: 'Goes on with a withdrawn change request where it stood.',
    who: stoppers,
    input: v.object({ reason }),
    perform: whileRunning(takeUp, { onHold: true, withdrawn: true }),
    blank: { reason: '' },
  }),
  'take-terms': act({
    title: 'Take over the new settings',
    clause: 'CR-38',
    what: 'Puts this change request under the steps and the number of approvals that the settings have now; until then it keeps what it was agreed under.',
    who: 'The CSM or the approver.',
    input: v.object({ version: orNull(version) }),
    perform: whileRunning(takeTerms),
    blank: { version: null },
  }),
} as const;

const { approve: approval, decline: refusal } = changeRequestActs;

/** What the customer does in the portal: about the version they were shown, and nothing else. */
export const portalActs = {
  approve: {
    ...approval,
    anyRevision: true,
    input: v.object({ gate, version, note: v.optional(v.null(), null) }),
  },
  decline: {
    ...refusal,
    anyRevision: true,
    input: v.object({ gate, version, reason, backTo: v.optional(v.null(), null) }),
  },
} as const;
