import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import { instant } from '../../app/date-shapes';
import {
  meetingFile,
  openOnboarding,
  readHybrid,
  stepHybrid,
} from '../../procedures/hybrid-account/pages/hybrid-panel';
import {
  opportunityPattern,
  opportunityRule,
} from '../../procedures/hybrid-account/accounts/opportunity';
import type { HybridApi, HybridView } from '../../procedures/hybrid-account/contract/panel';
import type { HybridStep } from '../../procedures/hybrid-account/act';
import { answering, type Asked, issueOf } from './answering';
import { expectedRevision, given, id, parse, shapes as common, text } from '../../app/input';

const words = given('The text', 2000);
const number = v.pipe(
  v.number('A number is missing.'),
  v.integer('This must be a whole number.'),
  v.minValue(0, 'This cannot be negative.'),
);

const shapes = {
  open: v.object({
    cid: id('The account'),
    opportunity: v.pipe(
      given('The opportunity', 100),
      v.regex(opportunityPattern, opportunityRule),
    ),
    type: v.picklist(['net-new', 'became-hybrid'], 'The type is net-new or became-hybrid.'),
  }),
  task: v.object({
    task: id('The task'),
    note: v.optional(text('The note', 1000)),
    expectedRevision,
  }),
  link: v.object({
    what: v.picklist(['object', 'channel'], 'Say what the link leads to.'),
    url: given('The link', 500),
    expectedRevision,
  }),
  meeting: v.object({ at: instant('The time of the meeting'), expectedRevision }),
  share: v.object({
    class: v.picklist(
      ['bug', 'integration', 'maintenance'],
      'An update is about a bug, an integration or a maintenance.',
    ),
    text: words,
    expectedRevision,
  }),
  announce: v.object({
    accounts: v.pipe(
      v.array(id('An account')),
      v.minLength(1, 'Choose the accounts that are affected.'),
      v.maxLength(500, 'At most 500 accounts at a time.'),
    ),
    text: words,
    forAdmins: text('The text for admins', 2000),
    expectedRevision,
  }),
  seen: v.object({ upTo: number, expectedRevision }),
  ask: v.object({ text: words, expectedRevision }),
  answer: v.object({ question: number, text: words, expectedRevision }),
  raise: v.object({
    symptom: id('The symptom'),
    summary: given('The summary', 200),
    description: text('The description', 4000),
    expectedRevision,
  }),
} as const;

const show = ({ ports, context }: Asked): Promise<HybridView> =>
  readHybrid(ports, issueOf(context));

/** A step in the panel's own ticket; a stale page gets the fresh state with the problem. */
const stepping = (
  read: (payload: unknown) => { readonly step: HybridStep; readonly expectedRevision: number },
) =>
  answering(({ payload, ports, context }) => {
    const { step, expectedRevision: revision } = read(payload);
    return stepHybrid(ports, issueOf(context), step, revision);
  }, show);

export const answerHybrid = makeResolver<HybridApi>({
  'hybrid.get': answering(show),
  'onboarding.open': answering(({ payload, ports, context }) =>
    openOnboarding(ports, issueOf(context), parse(shapes.open, payload)),
  ),
  'task.done': stepping((payload) => {
    const { task, note, expectedRevision: revision } = parse(shapes.task, payload);
    return { step: { kind: 'task-done', task, note: note ?? null }, expectedRevision: revision };
  }),
  'onboarding.acknowledge': stepping((payload) => ({
    step: { kind: 'acknowledge-onboarding' },
    ...parse(common.expecting, payload),
  })),
  'onboarding.link': stepping((payload) => {
    const { what, url, expectedRevision: revision } = parse(shapes.link, payload);
    return {
      step: { kind: what === 'object' ? 'set-object' : 'set-channel', url },
      expectedRevision: revision,
    };
  }),
  'meeting.set': stepping((payload) => {
    const { at, expectedRevision: revision } = parse(shapes.meeting, payload);
    return { step: { kind: 'set-meeting', at }, expectedRevision: revision };
  }),
  'meeting.file': answering(({ ports, context }) => meetingFile(ports, issueOf(context))),
  'update.share': stepping((payload) => {
    const { expectedRevision: revision, ...update } = parse(shapes.share, payload);
    return { step: { kind: 'share', ...update }, expectedRevision: revision };
  }),
  'maintenance.announce': stepping((payload) => {
    const {
      accounts,
      text: said,
      forAdmins,
      expectedRevision: revision,
    } = parse(shapes.announce, payload);
    return {
      step: { kind: 'announce', customers: accounts, text: said, forAdmins },
      expectedRevision: revision,
    };
  }),
  'updates.seen': stepping((payload) => {
    const { upTo, expectedRevision: revision } = parse(shapes.seen, payload);
    return { step: { kind: 'seen', upTo }, expectedRevision: revision };
  }),
  'question.ask': stepping((payload) => {
    const { text: said, expectedRevision: revision } = parse(shapes.ask, payload);
    return { step: { kind: 'ask', text: said }, expectedRevision: revision };
  }),
  'question.answer': stepping((payload) => {
    const { question, text: said, expectedRevision: revision } = parse(shapes.answer, payload);
    return { step: { kind: 'answer', question, text: said }, expectedRevision: revision };
  }),
  'integration.raise': stepping((payload) => {
    const { expectedRevision: revision, ...ticket } = parse(shapes.raise, payload);
    return { step: { kind: 'raise-integration', ...ticket }, expectedRevision: revision };
  }),
});
