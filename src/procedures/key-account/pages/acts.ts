// What people do about key accounts in a ticket.
import * as v from 'valibot';
import { act, actAtOnce } from '../../../app/acts';
import { day } from '../../../app/date-shapes';
import { flag, given, id, text, wordsOrNull } from '../../../app/input';
import { aboutKeyAccounts } from '../about';
import { askPriority } from '../older-ticket';
import { answerEscalation, raiseEscalation, resolveEscalation } from '../escalation-steps';
import { aspects } from '../happening';
import { decideListing, documentUpdated, propose, setRhythm } from '../listing-steps';
import { rhythmShape } from '../settings/shape';
import { confirmMonthEnd } from '../month-end-steps';
import { recordCycle } from '../record-cycle';
import { witnessSteps } from '../release';
import { setFacts, tick } from '../release-facts';
import {
  attest,
  finishRelease,
  noRelease,
  onRelease,
  review,
  setProcessing,
  startRelease,
  toClient,
} from '../release-steps';
import { handOver } from '../hand-over';
import { decideMonitoring } from '../leave-monitoring';
import { facts, listing, people } from './inputs';
import { meetingActs } from './meeting-acts';

const team = 'Agents and engineers.';
const why = v.optional(v.nullable(text('The reason', 500)));
const aspect = v.picklist(aspects, 'It is about code-quality, timing or accuracy.');

export const keyAccountActs = {
  'propose-listing': act({
    title: 'Ask for it',
    clause: 'KA-04',
    what: 'Asks to put an account on the list of key accounts, or to take it off; the role that keeps the list decides.',
    who: 'Agents, and everybody with a role.',
    input: v.object(listing),
    perform: aboutKeyAccounts(propose),
    naming: ({ cid }) => [cid],
  }),
  'decide-listing': act({
    title: 'Decide',
    clause: 'KA-04',
    what: 'Accepts a change of the list, which takes effect on its day, or declines it with a reason.',
    who: 'The keeper of the list.',
    input: v.object({ accept: flag('accept'), note: wordsOrNull('The note', 2000) }),
    perform: aboutKeyAccounts(decideListing),
  }),
  'document-updated': act({
    title: 'The document is updated',
    clause: 'KA-05',
    what: "Says that the month's document has the account, or has it no more.",
    who: 'Operations.',
    input: v.object({ note: wordsOrNull('The note', 500) }),
    perform: aboutKeyAccounts(documentUpdated),
  }),
  'set-rhythm': act({
    title: 'Save',
    clause: 'K10',
    what: 'Says when the account runs production, for the cycles after a release.',
    who: 'The keeper of the list.',
    input: v.object({ rhythm: rhythmShape }),
    perform: aboutKeyAccounts(setRhythm),
  }),
  'ask-priority': act({
    title: 'Give it the priority',
    clause: 'KA-12',
    what: 'Raises a ticket from before the account came onto the list to the lowest priority of key accounts.',
    who: team,
    input: v.object({}),
    perform: aboutKeyAccounts(askPriority),
  }),
  escalate: act({
    title: 'Escalate',
    clause: 'KA-13',
    what: 'Escalates a quality issue of a key account along the ladder of the settings.',
    who: team,
    input: v.object({
      aspect,
      what: given('What is wrong', 1000),
    }),
    perform: aboutKeyAccounts(raiseEscalation),
  }),
  'answer-escalation': act({
    title: 'I have it',
    clause: 'KA-13',
    what: 'Answers the escalation; its clock stops.',
    who: 'Everybody on the escalation ladder.',
    input: v.object({}),
    perform: aboutKeyAccounts(answerEscalation),
  }),
  'resolve-escalation': act({
    title: 'Resolved',
    clause: 'KA-13',
    what: 'Ends the escalation and says how it was resolved.',
    who: team,
    input: v.object({ how: given('How it was resolved', 1000) }),
    perform: aboutKeyAccounts(resolveEscalation),
  }),
  'start-release': act({
    title: 'Start the documentation',
    clause: 'KA-08',
    what: 'Begins the documentation of a release, with a copy of the checklist.',
    who: team,
    input: v.object({ cid: v.nullable(id('The account')), authors: people }),
    perform: aboutKeyAccounts(startRelease),
    choosing: ({ cid }) => cid,
  }),
  'no-release': act({
    title: 'No release to a key account',
    clause: 'KA-08',
    what: 'Says that a ticket of a release documents none, with the reason.',
    who: team,
    input: v.object({ reason: given('The reason', 500) }),
    perform: aboutKeyAccounts(noRelease),
  }),
  'set-facts': act({
    title: 'Save',
    clause: 'KA-08',
    what: 'Changes the facts of the release; reviews of another commit and what was witnessed on other facts are void.',
    who: team,
    input: v.object({ facts }),
    perform: onRelease(setFacts),
  }),
  'set-processing': act({
    title: 'Processing-related',
    clause: 'K9',
    what: 'Says whether production cycles are monitored after the release; once they are due, another senior engineer decides whether that ends.',
    who: team,
    input: v.object({ value: flag('value'), reason: why }),
    perform: onRelease(setProcessing),
  }),
  tick: actAtOnce({
    title: 'Tick',
    clause: 'KA-08',
    what: 'Ticks an item of the checklist with its evidence, or opens it again.',
    who: team,
    input: v.object({
      item: id('The item'),
      done: flag('done'),
      evidence: wordsOrNull('The evidence', 200),
    }),
    perform: onRelease(tick),
  }),
  review: act({
    title: 'Reviewed',
    clause: 'KA-10',
    what: 'Says that the commit was reviewed by a peer, or double-checked by a senior engineer; with a reason where it is late.',
    who: 'Engineers who never stood as author or deployer of it, nor said who does; the second look by a senior one.',
    input: v.object({
      as: v.picklist(['peer', 'senior'], 'The review is by a "peer" or a "senior".'),
      reason: why,
    }),
    perform: onRelease(review),
  }),
  'client-review': act({
    title: 'With the client for review',
    clause: 'KA-10',
    what: 'Says that it went to the client, once it is reviewed and double-checked.',
    who: team,
    input: v.object({ reason: why }),
    perform: onRelease(toClient),
  }),
  witness: act({
    title: 'Witness',
    clause: 'KA-09',
    what: 'Attests commit, release or the check after it, in a chain of sealed records; with a reason where it is late.',
    who: 'Senior-level engineers who never stood as author or deployer, nor said who does.',
    input: v.object({
      step: v.picklist(witnessSteps, 'The step is commit, release or post-release.'),
      reason: wordsOrNull('The reason', 500),
    }),
    perform: onRelease(attest),
  }),
  'hand-over-witness': act({
    title: 'Hand over',
    clause: 'K5',
    what: 'Names another witness for the steps that are left, with a reason; both stand in the chain.',
    who: 'The witness; where they cannot go on, a senior-level engineer.',
    input: v.object({ to: id('The new witness'), reason: given('The reason', 500) }),
    perform: onRelease(handOver),
  }),
  'decide-monitoring': act({
    title: 'Decide',
    clause: 'KA-11',
    what: 'Decides whether the monitoring of production cycles ends, as somebody has asked.',
    who: 'A senior-level engineer who has not asked for it, and whose work it is not.',
    input: v.object({ end: flag('end'), note: wordsOrNull('The note', 500) }),
    perform: onRelease(decideMonitoring),
  }),
  'record-cycle': act({
    title: 'Record cycle',
    clause: 'KA-11',
    what: 'Records a production cycle after the release; one that failed is escalated.',
    who: team,
    input: v.object({
      date: day('The day of the cycle'),
      passed: flag('passed'),
      note: v.optional(text('The note', 500), ''),
      aspect: v.optional(v.nullable(aspect)),
    }),
    perform: onRelease(recordCycle),
  }),
  'finish-release': act({
    title: 'Finish the release',
    clause: 'KA-16',
    what: 'Closes the documentation, once it is signed off and monitored as far as it must be.',
    who: team,
    input: v.object({}),
    perform: onRelease(finishRelease),
  }),
  'confirm-month-end': act({
    title: 'Confirm',
    clause: 'KA-05',
    what: 'Says that the end-of-month document is up to date.',
    who: 'Operations.',
    input: v.object({ note: wordsOrNull('The note', 500) }),
    perform: aboutKeyAccounts(confirmMonthEnd),
  }),
  ...meetingActs,
} as const;
