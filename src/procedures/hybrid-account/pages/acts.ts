// What people do in the onboarding of a hybrid account, and to keep each other informed.
import * as v from 'valibot';
import { act, elsewhereAct } from '../../../app/acts';
import { instant } from '../../../app/date-shapes';
import { given, id, orNull, text } from '../../../app/input';
import { opportunityPattern, opportunityRule } from '../accounts/opportunity';
import { decideOnboarding } from '../crossroads';
import { raiseIntegration, recordChecks, resolveIntegration } from '../follow-integration';
import { acknowledge, setLink, setMeeting } from '../hand-over';
import { announceAll, markSeen, share } from '../inform';
import { aboutHybrid } from '../perform';
import { answerQuestion, askOther } from '../questions';
import { tick } from '../run-onboarding';
import { departmentNames } from '../sides';
import { openOnboarding } from './open-onboarding';

const words = given('The text', 2000);
const number = v.pipe(
  v.number('A number is missing.'),
  v.integer('This must be a whole number.'),
  v.minValue(0, 'This cannot be negative.'),
);

const causes = v.pipe(
  v.array(given('A cause', 500)),
  v.maxLength(10, 'A symptom has at most 10 causes.'),
);

const departments = 'Both departments of the account.';

export const hybridAccountActs = {
  'open-onboarding': elsewhereAct({
    title: 'Closed won',
    clause: 'HY-06',
    what: 'Opens the onboarding of the account as a ticket of its own; the same opportunity twice leads to the same ticket.',
    who: 'Customer Success and CS Operations.',
    input: v.object({
      cid: id('The account'),
      opportunity: v.pipe(
        given('The opportunity', 100),
        v.regex(opportunityPattern, opportunityRule),
      ),
      type: v.picklist(['net-new', 'became-hybrid'], 'The type is net-new or became-hybrid.'),
    }),
    elsewhere: openOnboarding,
  }),
  'finish-task': act({
    title: 'Done',
    clause: 'HY-07',
    what: 'Marks a task of the onboarding as done; the message to the other department starts its clock. The channel and the Onboarding Object need their link, a meeting its time, which has to be past.',
    who: 'The department whose task it is.',
    input: v.object({
      task: id('The task'),
      note: orNull(text('The note', 1000)),
      at: orNull(instant('The time at which it was done')),
      url: orNull(text('The link', 500)),
    }),
    perform: aboutHybrid(tick),
  }),
  'acknowledge-onboarding': act({
    title: 'Acknowledge',
    clause: 'HY-08',
    what: 'Says that the other department has the message about the onboarding.',
    who: `The team lead of ${departmentNames.fmc}, or their delegate.`,
    input: v.object({}),
    perform: aboutHybrid((c, _policy, _input, by) => acknowledge(c, by)),
  }),
  'set-link': act({
    title: 'Save link',
    clause: 'H7',
    what: 'Links the Onboarding Object, or the channel of the account.',
    who: departments,
    input: v.object({
      what: v.picklist(['object', 'channel'], 'Say what the link leads to.'),
      url: given('The link', 500),
    }),
    perform: aboutHybrid((c, _policy, input, by) => setLink(c, input, by)),
  }),
  'set-meeting': act({
    title: 'Save time',
    clause: 'HY-10',
    what: 'Says when the sync meeting is; both departments are told.',
    who: departments,
    input: v.object({ at: instant('The time of the meeting') }),
    perform: aboutHybrid((c, policy, { at }, by) => setMeeting(c, policy, at, by)),
  }),
  'share-update': act({
    title: 'Share',
    clause: 'HY-12',
    what: 'Tells the other department what is known; it has to acknowledge it.',
    who: departments,
    input: v.object({
      class: v.picklist(
        ['bug', 'integration', 'maintenance'],
        'An update is about a bug, an integration or a maintenance.',
      ),
      text: words,
    }),
    perform: aboutHybrid(share),
  }),
  'announce-maintenance': act({
    title: 'Announce',
    clause: 'HY-16',
    what: 'Announces a maintenance once, to all affected accounts and both departments.',
    who: 'Everybody in the team who sees the ticket.',
    input: v.object({
      accounts: v.pipe(
        v.array(id('An account')),
        v.minLength(1, 'Choose the accounts that are affected.'),
        v.maxLength(500, 'At most 500 accounts at a time.'),
      ),
      text: words,
      forAdmins: text('The text for admins', 2000),
    }),
    perform: aboutHybrid(announceAll),
    naming: ({ accounts }) => accounts,
  }),
  'acknowledge-updates': act({
    title: 'Acknowledge',
    clause: 'HY-18',
    what: 'Says that whoever has to know has seen the updates up to the one named.',
    who: 'The CSM of the account for Customer Success, the team lead for Fully-Managed Credentialing, or their delegates.',
    input: v.object({ upTo: number }),
    perform: aboutHybrid((c, _policy, { upTo }, by) => markSeen(c, upTo, by)),
  }),
  'ask-question': act({
    title: 'Ask',
    clause: 'HY-17',
    what: 'Asks the other department; its answer is due after the hours of the settings.',
    who: departments,
    input: v.object({ text: words }),
    perform: aboutHybrid((c, policy, input, by) => askOther(c, policy, input.text, by)),
  }),
  'answer-question': act({
    title: 'Answer',
    clause: 'HY-17',
    what: 'Answers a question of the other department.',
    who: 'The department that was asked.',
    input: v.object({ question: number, text: words }),
    perform: aboutHybrid((c, _policy, input, by) => answerQuestion(c, input, by)),
  }),
  'check-causes': act({
    title: 'Save what was checked',
    clause: 'HY-14',
    what: 'Writes down which causes of a symptom somebody has checked.',
    who: departments,
    input: v.object({ symptom: id('The symptom'), checked: causes }),
    perform: aboutHybrid(recordChecks),
  }),
  'raise-integration': act({
    title: 'Raise ticket',
    clause: 'HY-15',
    what: 'Opens a ticket for the integrations team, prefilled from a symptom of the guide, with the causes that were checked; the CSM follows it until it is resolved.',
    who: 'Everybody in the team who sees the ticket.',
    input: v.object({
      symptom: id('The symptom'),
      summary: given('The summary', 200),
      description: text('The description', 4000),
      checked: v.optional(causes, []),
    }),
    perform: aboutHybrid(raiseIntegration),
  }),
  'resolve-integration': act({
    title: 'Resolved',
    clause: 'HY-15',
    what: 'Says that a ticket for the integrations team is resolved, where Jira has not said so yet.',
    who: 'Customer Success.',
    input: v.object({ ticket: number }),
    perform: aboutHybrid((c, policy, { ticket }, by) => resolveIntegration(c, policy, ticket, by)),
  }),
  'decide-onboarding': act({
    title: 'Decide',
    clause: 'HY-22',
    what: 'Says what becomes of the onboarding when its account is no longer hybrid, or another opportunity is won: `go-on`, `end`, or `join` to cover both opportunities. It is done when both departments want the same.',
    who: departments,
    input: v.object({
      question: given('The question', 200),
      choice: v.picklist(['go-on', 'end', 'join'], 'Choose go-on, end or join.'),
    }),
    perform: aboutHybrid(decideOnboarding),
  }),
} as const;
