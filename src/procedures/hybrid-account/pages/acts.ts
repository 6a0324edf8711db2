// What people do in the onboarding of a hybrid account, and to keep each other informed.
import * as v from 'valibot';
import { act, elsewhereAct } from '../../../app/acts';
import { instant } from '../../../app/date-shapes';
import { given, id, orNull, text } from '../../../app/input';
import { opportunityPattern, opportunityRule } from '../accounts/opportunity';
import { announceAll, answerQuestion, askOther, markSeen, share } from '../inform';
import { aboutHybrid } from '../perform';
import { raiseIntegration } from '../raise-integration';
import { acknowledge, setLink, setMeeting, tick } from '../run-onboarding';
import { departmentNames } from '../sides';
import { openOnboarding } from './open-onboarding';

const words = given('The text', 2000);
const number = v.pipe(
  v.number('A number is missing.'),
  v.integer('This must be a whole number.'),
  v.minValue(0, 'This cannot be negative.'),
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
    what: 'Ticks off a task of the onboarding; the message to the other department starts its clock.',
    who: 'The department whose task it is.',
    input: v.object({ task: id('The task'), note: orNull(text('The note', 1000)) }),
    perform: aboutHybrid(tick),
  }),
  'acknowledge-onboarding': act({
    title: 'Acknowledge',
    clause: 'HY-08',
    what: 'Says that the other department has the message about the onboarding.',
    who: `${departmentNames.fmc}.`,
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
    what: 'Says when the sync meeting is.',
    who: departments,
    input: v.object({ at: instant('The time of the meeting') }),
    perform: aboutHybrid((c, _policy, { at }, by) => setMeeting(c, at, by)),
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
    what: 'Says that the viewer’s department has seen the updates up to the one named.',
    who: departments,
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
  'raise-integration': act({
    title: 'Raise ticket',
    clause: 'HY-15',
    what: 'Opens a ticket for the integrations team, prefilled from a symptom of the guide.',
    who: 'Everybody in the team who sees the ticket.',
    input: v.object({
      symptom: id('The symptom'),
      summary: given('The summary', 200),
      description: text('The description', 4000),
    }),
    perform: aboutHybrid(raiseIntegration),
  }),
} as const;
