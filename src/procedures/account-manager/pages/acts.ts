// What people do about the account manager of a ticket.
import * as v from 'valibot';
import { act } from '../../../app/acts';
import { instant } from '../../../app/date-shapes';
import { given, id, orNull, text } from '../../../app/input';
import {
  whyNotAddQuestion,
  whyNotAnswer,
  whyNotChoose,
  whyNotEscalate,
  whyNotMove,
  whyNotPromise,
  whyNotPutBack,
  whyNotRecord,
  whyNotRequest,
  whyNotTakeUpAgain,
  whyNotWatch,
  whyNotWithdraw,
} from '../may';
import { moveAsk } from '../move-ask';
import { addQuestion } from '../questions';
import { takeUpAgain } from '../take-up';
import {
  addNote,
  countAsAnswer,
  setAside,
  takeUp,
  whyNotAddNote,
  whyNotCountAsAnswer,
  whyNotSetAside,
  whyNotTakeUp,
} from '../offers';
import {
  addWatcher,
  answer,
  chooseAccount,
  escalateNow,
  noReplyNeeded,
  promise,
  recordContact,
  requestResponse,
  withdraw,
} from '../perform';

const agents = 'Agents: people who may move the ticket in its workflow.';
const askers = 'Agents; where an SOP entry says so, everybody in the team who sees the ticket.';
const asked = 'Whoever was asked, or stands in for them.';

export const accountManagerActs = {
  request: act({
    title: 'Request response',
    clause: 'AM-23',
    what: 'Asks the account manager: fills both manager fields, sets priority and status, tags them in an internal comment and starts the clock.',
    who: askers,
    input: v.object({
      entryId: id('The SOP entry'),
      note: given('The note'),
      priorityId: orNull(id('The priority')),
    }),
    whyNot: whyNotRequest,
    perform: requestResponse,
  }),
  'add-watcher': act({
    title: 'Add as watcher',
    clause: 'AM-11',
    what: 'Adds the account manager as a watcher, for information only.',
    who: askers,
    input: v.object({ entryId: id('The SOP entry') }),
    whyNot: whyNotWatch,
    perform: addWatcher,
  }),
  answer: act({
    title: 'Record answer',
    clause: 'A3',
    what: 'Gives the response that was asked for: tells support and closes the request.',
    who: asked,
    input: v.object({ text: given('The answer') }),
    whyNot: whyNotAnswer,
    perform: answer,
  }),
  promise: act({
    title: 'Promise a date',
    clause: 'A8',
    what: 'Promises a response by a date; the request stays open and its due time never moves to earlier.',
    who: asked,
    input: v.object({ by: instant('The date'), text: orNull(text('The text')) }),
    whyNot: whyNotPromise,
    perform: promise,
  }),
  escalate: act({
    title: 'Escalate now',
    clause: 'AM-15',
    what: 'Asks the next person on the ladder, before the response time is over.',
    who: 'Agents, the regional manager of somebody else who is asked, and the fallback.',
    input: v.object({ reason: given('The reason', 500) }),
    whyNot: whyNotEscalate,
    perform: escalateNow,
  }),
  'put-back': act({
    title: 'No reply needed, put back',
    clause: 'AM-26',
    what: 'Says that the customer’s reply needs no answer of ours, and puts the ticket back to where it waited.',
    who: agents,
    input: v.object({}),
    whyNot: whyNotPutBack,
    perform: noReplyNeeded,
  }),
  withdraw: act({
    title: 'Withdraw',
    clause: 'AM-13',
    what: 'Ends the request: the response is no longer needed.',
    who: agents,
    input: v.object({ reason: given('The reason', 500) }),
    whyNot: whyNotWithdraw,
    perform: withdraw,
  }),
  'record-contact': act({
    title: 'Record contact',
    clause: 'AM-01',
    what: 'Puts on record a contact with the account manager outside Jira, for one of the two reasons that allow it.',
    who: agents,
    input: v.object({
      reason: v.picklist(
        ['management-asks', 'sop-says'],
        'The reason is management-asks or sop-says.',
      ),
      channel: given('The channel', 100),
      note: given('The note', 2000),
    }),
    whyNot: whyNotRecord,
    perform: recordContact,
  }),
  'request-now': act({
    title: 'Request it now',
    clause: 'A11',
    what: 'Takes up a tag by hand that opened nothing: the account manager is asked what the comment says, and the clock starts now.',
    who: askers,
    input: v.object({}),
    whyNot: whyNotTakeUp,
    perform: takeUp,
  }),
  'set-aside': act({
    title: 'Not a request',
    clause: 'A11',
    what: 'Says that a tag by hand asked for nothing.',
    who: agents,
    input: v.object({}),
    whyNot: whyNotSetAside,
    perform: setAside,
  }),
  'add-note': act({
    title: 'Add a note',
    clause: 'AM-23',
    what: 'Says what is needed, where a request was made by setting the status; whoever is asked is told.',
    who: 'Agents, and whoever set the status.',
    input: v.object({ note: given('The note') }),
    whyNot: whyNotAddNote,
    perform: addNote,
  }),
  'count-as-answer': act({
    title: 'Count it as the answer',
    clause: 'A19',
    what: 'Takes a comment that read like a promise for the response, and closes the request.',
    who: 'Agents, and whoever was asked.',
    input: v.object({}),
    whyNot: whyNotCountAsAnswer,
    perform: countAsAnswer,
  }),
  'choose-account': act({
    title: 'Choose account',
    clause: 'A12',
    what: 'Says which account the ticket belongs to, where its organizations do not; a request that waited for that goes on, and one that is open moves there or stays.',
    who: agents,
    input: v.object({
      cid: id('The account'),
      ask: v.optional(
        v.picklist(['moves', 'stays'], 'An open request moves to the account, or stays.'),
      ),
    }),
    whyNot: whyNotChoose,
    perform: chooseAccount,
    choosing: ({ cid }) => cid,
    naming: ({ cid }) => [cid],
  }),
  move: act({
    title: 'Move the request',
    clause: 'A17',
    what: 'Moves the open request to the account of the corrected organization, or to whom the Account Manager field names; the clock is kept and both managers are told. Or says that it stays.',
    who: agents,
    input: v.object({
      to: v.picklist(
        ['account', 'field', 'stay'],
        'The request moves to the account or to whom the field names, or it stays.',
      ),
    }),
    whyNot: whyNotMove,
    perform: moveAsk,
  }),
  'add-question': act({
    title: 'Ask something more',
    clause: 'AM-23',
    what: 'Adds a question to the request that is open; whoever adds it hears the answer too.',
    who: askers,
    input: v.object({ note: given('The note') }),
    whyNot: whyNotAddQuestion,
    perform: addQuestion,
  }),
  'take-up': act({
    title: 'Take up again',
    clause: 'AM-13',
    what: 'Asks again what was open when the ticket was resolved, once it is reopened; the time that was left is left again.',
    who: agents,
    input: v.object({}),
    whyNot: whyNotTakeUpAgain,
    perform: takeUpAgain,
  }),
} as const;
