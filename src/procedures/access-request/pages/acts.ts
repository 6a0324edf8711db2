// What people do with an engineer's access request.
import * as v from 'valibot';
import { act, preparedAct } from '../../../app/acts';
import { day } from '../../../app/date-shapes';
import { flag, given, id, orNull, text } from '../../../app/input';
import { wasAskedAbout, wasAskedOfIt } from '../in-place';
import { leadsOnly, readyOnly } from '../may';
import { escalate } from '../escalate';
import { leave } from '../leaving';
import { ofRow, onRequest, startRequest } from '../perform';
import { purge } from '../purge';
import { reportRow, reportRows } from '../report';
import { rowSaid } from '../said';
import { override, raise, send, waysSent } from '../send';
import { change } from '../change-facts';
import { addCustomers, setReady } from '../set-up';
import { cells, cids, engineer } from './inputs';
import {
  asComposed,
  asShown,
  changesOf,
  dropProfile,
  factsOfForm,
  followedElsewhere,
} from './prepare';

const leads = 'Team leads.';
const followers = 'The team lead, the engineer and the customer’s CSM, each what is theirs.';

export const accessRequestActs = {
  start: preparedAct({
    title: 'Start',
    clause: 'EA-22',
    what: 'Begins the follow-ups of one engineer, with a row per customer; the profile goes to the encrypted store.',
    who: leads,
    input: v.object({ ...engineer, customers: cids }),
    prepare: async (ports, on, { profile, ...facts }) => ({
      ...facts,
      ...(await factsOfForm(ports, on, { ...facts, profile })),
    }),
    perform: startRequest,
    takeBack: dropProfile,
    naming: ({ customers }) => customers,
  }),
  change: preparedAct({
    title: 'Save',
    clause: 'EA-08',
    what: 'Changes dates or profile of the engineer; what was sent stays as it was.',
    who: leads,
    input: v.object(engineer),
    prepare: async (ports, on, { profile, ...facts }) => ({
      ...facts,
      ...(await factsOfForm(ports, on, { ...facts, profile })),
    }),
    perform: onRequest(change),
    takeBack: dropProfile,
  }),
  'add-customers': preparedAct({
    title: 'Add customers',
    clause: 'EA-01',
    what: 'Adds a row for each customer that has none; their requests are still to be sent.',
    who: leads,
    input: v.object({ customers: cids }),
    prepare: async (ports, on, input) => ({
      ...input,
      ...(await followedElsewhere(ports, on)),
    }),
    perform: onRequest(addCustomers),
    naming: ({ customers }) => customers,
  }),
  'it-ready': act({
    title: 'Internal IT is ready',
    clause: 'EA-21',
    what: 'Says whether account and e-mail of the engineer are set up; customers are asked after that.',
    who: 'Internal IT; a team lead may say it for them.',
    input: v.object({ ready: flag('ready') }),
    perform: onRequest(setReady, readyOnly, (c, _request, _input, by) => wasAskedOfIt(c, by)),
  }),
  override: act({
    title: 'Send early',
    clause: 'E5',
    what: 'Lets requests leave before both conditions hold, with a reason, where the settings allow it.',
    who: leads,
    input: v.object({ reason: given('The reason', 500) }),
    perform: onRequest(override),
  }),
  send: preparedAct({
    title: 'Sent',
    clause: 'EA-09',
    what: 'Says that the letters have left, today or on a day before; the customers’ clocks run from then. What cannot be composed cannot have been sent.',
    who: leads,
    input: v.object({
      customers: cids,
      via: v.picklist(waysSent, 'Say how they were sent.'),
      on: orNull(day('The day on which they were sent')),
    }),
    prepare: asComposed,
    perform: onRequest(send, leadsOnly, (c, request, { customers }, person) =>
      wasAskedAbout(c, request, customers, { person, act: 'send' }),
    ),
    naming: ({ customers }) => customers,
  }),
  raise: preparedAct({
    title: 'Raise request',
    clause: 'E3',
    what: 'Raises the request to one customer in our service desk, as it was shown and not otherwise.',
    who: leads,
    input: v.object({
      cid: id('The customer'),
      seal: v.pipe(
        v.string('The seal must be text.'),
        v.regex(
          /^[0-9a-f]{64}$/u,
          'The seal is not one of a request that was shown. Compose it again.',
        ),
      ),
    }),
    prepare: asShown,
    perform: onRequest(raise, leadsOnly, (c, request, { cid }, person) =>
      wasAskedAbout(c, request, [cid], { person, act: 'raise' }),
    ),
  }),
  report: act({
    title: 'Report',
    clause: 'EA-13',
    what: 'Says how far a customer’s row is: replied, set up, tested, reviewed, not needed.',
    who: followers,
    input: v.object({
      cid: id('The customer'),
      step: v.picklist(rowSaid, `A step is one of: ${rowSaid.join(', ')}.`),
      remarks: orNull(text('The remarks', 1000)),
    }),
    perform: onRequest((c, _policy, _request, input, by) => reportRow(c, input, by), ofRow),
  }),
  'apply-sheet': preparedAct({
    title: 'Apply',
    clause: 'E7',
    what: 'Takes over what an edited follow-up document changes, all of it or nothing.',
    who: followers,
    input: v.object({ cells }),
    prepare: changesOf,
    perform: onRequest((c, _policy, _request, input, by) => reportRows(c, input, by), ofRow),
  }),
  escalate: act({
    title: 'Escalate to the CSM',
    clause: 'EA-16',
    what: 'Asks the CSM to follow up with one customer, with a reason, before any timer does.',
    who: leads,
    input: v.object({
      cid: id('The customer'),
      reason: given('The reason', 500),
    }),
    perform: onRequest(escalate, leadsOnly, (c, request, { cid }, person) =>
      wasAskedAbout(c, request, [cid], { person, act: 'escalate' }),
    ),
  }),
  leave: act({
    title: 'Engineer leaves',
    clause: 'EA-19',
    what: 'Says when the engineer leaves: what was not sent is not needed, and the accounts at customers are listed to be closed. Without a day it is taken back.',
    who: leads,
    input: v.object({ on: v.nullable(day('The last day')) }),
    perform: onRequest(leave),
  }),
  'delete-personal': act({
    title: 'Delete now',
    clause: 'EA-24',
    what: 'Deletes what is on file of the engineer as a person.',
    who: leads,
    input: v.object({}),
    perform: onRequest((c, _policy, request, _input, by) => purge(c, request, by)),
  }),
} as const;
