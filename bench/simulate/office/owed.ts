// What somebody owes in each SOP, by whom, within what time, and who hears of it: written down from the SOPs and from the
// settings of the demo, by the words on screen. Nothing of it is read off the app's code.
import type { Office } from '../../replay/judge';

/** Minutes of working time, or working days of which the last counts to its end. */
export type Within = { readonly minutes: number } | { readonly days: number };

export interface Owed {
  readonly procedure: string;
  readonly clause: string;
  readonly title: RegExp;
  /** Roles of the settings; `assignee`, `starter` and `engineer` of the ticket; `asker` of whoever wants it. */
  readonly who: readonly string[];
  readonly within: Within;
  /** It has at least that time: a date that was agreed or said by somebody else may put it off. */
  readonly atLeast?: true;
  /** It is told by a tag of its own when it begins, with the time. */
  readonly tagged: boolean;
  /** Working days from the due time until the first above hears of it. */
  readonly first: number;
  /** Roles that may hear of it, in order. */
  readonly above: readonly string[];
  /** Its words follow what is known by now, so they need not be the same twice. */
  readonly moving?: true;
  /** Time alone may end it, as something else takes its place. */
  readonly passes?: true;
  /** Those who wrote it are never asked. */
  readonly notAuthor?: true;
}

/** Its time, and in what it differs from others of its procedure. */
type Times = Pick<Owed, 'within'> & Partial<Owed>;

const days = (many: number): Times => ({ within: { days: many } });
const minutes = (many: number): Times => ({ within: { minutes: many } });

const change = (clause: string, title: RegExp, role: string, rest: Times): Owed => ({
  procedure: 'change-request',
  clause,
  title,
  who: [role],
  tagged: true,
  first: 1,
  above: ['csm', 'cr-approver'],
  ...rest,
});

const changeRequest: readonly Owed[] = [
  change('CR-02', /^Decide whether this is a change request/u, 'integration-team', days(1)),
  // The question itself tags whoever decides.
  change('CR-05', /^Agree in principle, or decline/u, 'cr-approver', { ...days(2), tagged: false }),
  change('CR-10', /^Approve the cost, or decline/u, 'cr-approver', { ...days(2), tagged: false }),
  change('CR-23', /^Test it, and say whether it passed/u, 'qa', { ...days(3), tagged: false }),
  change('CR-15', /^Ask (?:the customer|for it): /u, 'csm', days(1)),
  change('CR-15', /^Get the customer’s decision: /u, 'csm', days(3)),
  change('CR-29', /^Follow up on the go-live/u, 'csm', days(2)),
  change('CR-06', /^Write down the requirement/u, 'csm', days(3)),
  change('CR-07', /^Add the solution approach/u, 'integration-team', days(3)),
  change('CR-09', /^Add the cost from the rates/u, 'csm', days(1)),
  change('CR-12', /^Create the change request on behalf/u, 'csm', days(1)),
  change('CR-16', /^Give a firm due date/u, 'integration-engineer', days(2)),
  change('CR-17', /^Describe the interface/u, 'integration-engineer', days(5)),
  change('CR-19', /^Share the interface document/u, 'integration-engineer', days(1)),
  change('CR-21', /^Build it, and say how it goes/u, 'integration-engineer', days(3)),
  change('CR-22', /^Deploy to /u, 'dev-ops', days(1)),
  change('CR-16', /^Keep the firm due date/u, 'integration-engineer', {
    ...days(0),
    atLeast: true,
    tagged: false,
  }),
  change('CR-35', /^(?:On hold until|Resume it, extend the hold)/u, 'csm', {
    ...days(0),
    atLeast: true,
    tagged: false,
    who: ['csm', 'sales-rep', 'cr-approver'],
  }),
  change('CR-35', /^The ticket was closed while the change request runs/u, 'csm', days(1)),
];

const key = (clause: string, title: RegExp, who: readonly string[], rest: Times): Owed => ({
  procedure: 'key-account',
  clause,
  title,
  who,
  tagged: true,
  first: 1,
  above: ['engineering-manager'],
  ...rest,
});

const engineers = ['engineer', 'senior-engineer', 'lead-engineer', 'engineering-manager'];
const seniors = ['senior-engineer', 'lead-engineer', 'engineering-manager'];

const keyAccount: readonly Owed[] = [
  key('KA-04', /^Decide whether .+ a key account/u, ['key-account-keeper'], {
    ...days(2),
    tagged: false,
  }),
  key('KA-05', /end-of-month document$/u, ['operations'], days(3)),
  key('K10', /^Say when .+ runs production/u, ['key-account-keeper'], days(2)),
  key('KA-05', /^Bring the end-of-month document of/u, ['operations'], {
    ...days(3),
    atLeast: true,
    tagged: false,
  }),
  key(
    'KA-08',
    /^(?:Start the documentation of|Document) this release/u,
    ['assignee', ...engineers],
    days(1),
  ),
  key('KA-08', /^Say which commit is released/u, ['starter'], days(3)),
  key('K9', /^Say whether the release is processing-related/u, ['starter'], days(3)),
  key('KA-08', /^Put down what the .+ before it can be witnessed/u, ['starter', ...engineers], {
    ...days(3),
    moving: true,
  }),
  key('KA-10', /^Review the commit/u, engineers, { ...minutes(480), notAuthor: true }),
  key('KA-10', /^Double-check the commit/u, seniors, { ...minutes(480), notAuthor: true }),
  key('KA-09', /^(?:Witness|Take over from .+ as witness)/u, seniors, {
    ...minutes(240),
    notAuthor: true,
  }),
  key('KA-11', /^Decide whether monitoring ends/u, seniors, { ...days(1), notAuthor: true }),
  key('KA-11', /^Record how the production cycle of/u, ['starter'], minutes(240)),
  key('KA-11', /^Watch the production cycle of/u, ['starter'], {
    ...minutes(240),
    atLeast: true,
    tagged: false,
    passes: true,
  }),
  key('KA-16', /^Finish the release/u, ['starter'], days(1)),
  key('KA-13', /^Answer the escalation: /u, ['senior-engineer'], {
    ...minutes(60),
    tagged: false,
    first: 0,
    above: ['lead-engineer', 'engineering-manager'],
  }),
  key(
    'K11',
    /^(?:Resolve the escalation: |Say how this was resolved)/u,
    ['senior-engineer', 'lead-engineer', 'engineering-manager'],
    { ...days(1), first: 0, above: ['lead-engineer', 'engineering-manager'] },
  ),
];

const access = (clause: string, title: RegExp, role: string, rest: Times): Owed => ({
  procedure: 'access-request',
  clause,
  title,
  who: [role],
  tagged: true,
  first: 1,
  above: ['team-lead'],
  ...rest,
});

/** The customers' own times run until a date that was said when the request left; the team lead has it in the list. */
const ofCustomer = { atLeast: true, tagged: false, passes: true, moving: true } as const;

const accessRequest: readonly Owed[] = [
  access('EA-21', /^Set up account and e-mail/u, 'internal-it', { ...days(3), atLeast: true }),
  access('EA-15a', /^Send (?:the|\d+) access request/u, 'team-lead', { ...days(1), moving: true }),
  access('EA-16', /^Get a first response from/u, 'team-lead', {
    ...days(0),
    first: 0,
    ...ofCustomer,
  }),
  access('EA-16', /^Get .+ working$/u, 'team-lead', {
    ...days(0),
    first: 0,
    above: ['team-lead', 'csm'],
    ...ofCustomer,
  }),
  access('EA-13a', /^(?:Try your account|Have .+ tested)/u, 'engineer', {
    ...days(2),
    moving: true,
  }),
  access('EA-13', /^See to .+ not work$/u, 'team-lead', { ...days(2), first: 0, moving: true }),
  access('EA-16', /^Follow up with /u, 'csm', { ...days(2), tagged: false }),
  access('EA-17', /^Escalate to the customer contact/u, 'csm', days(2)),
  access('EA-19', /^Have .+ closed at/u, 'team-lead', { ...days(5), atLeast: true, moving: true }),
  access('EA-15', /^The ticket is closed/u, 'team-lead', { ...days(1), moving: true }),
];

const hybrid = (clause: string, title: RegExp, who: readonly string[], rest: Times): Owed => ({
  procedure: 'hybrid-account',
  clause,
  title,
  who,
  tagged: true,
  first: 2,
  above: ['operations'],
  ...rest,
});

const both = ['csm', 'fmc-team-lead'];

const hybridAccount: readonly Owed[] = [
  hybrid('HY-07', /^Inform the other department/u, ['cs-ops'], { ...days(1), tagged: false }),
  hybrid('HY-08', /^Acknowledge the message about the new account/u, ['fmc-team-lead'], {
    ...minutes(480),
    tagged: false,
  }),
  hybrid('HY-11', /^Create the channel for issues/u, ['cs-ops'], days(5)),
  hybrid('HY-09', /^Onboarding call of the CSM/u, ['csm'], days(10)),
  hybrid('HY-09', /^Onboarding call of Fully/u, ['fmc-team-lead'], days(10)),
  hybrid('HY-10', /^Update the Onboarding Object/u, both, { ...days(5), tagged: false }),
  hybrid('HY-05', /sync meeting/u, both, {
    ...days(3),
    atLeast: true,
    tagged: false,
    moving: true,
  }),
  hybrid('HY-22', /^Decide: /u, both, { ...days(3), tagged: false }),
  hybrid('HY-18', /^Acknowledge(?:: | \d+ updates)/u, both, {
    ...days(1),
    tagged: false,
    moving: true,
  }),
  hybrid('HY-17', /^Answer: /u, both, { ...minutes(480), tagged: false }),
  hybrid('HY-15', /^Follow .+ until it is resolved/u, ['csm'], { ...days(5), moving: true }),
];

const accountManager: readonly Owed[] = [
  {
    procedure: 'account-manager',
    clause: 'AM-19',
    title: /^Answer the request/u,
    who: ['account-manager', 'regional-manager', 'fallback'],
    within: { minutes: 240 },
    tagged: false,
    first: 0,
    above: [],
  },
  {
    procedure: 'account-manager',
    clause: 'AM-26',
    title: /^Reply to the customer/u,
    who: ['assignee'],
    within: { minutes: 120 },
    tagged: false,
    first: 1,
    above: ['team-lead'],
    passes: true,
  },
];

/** AM-30: whoever wants it done answers, within half a working day; those above it hear of that too. */
const question: Owed = {
  procedure: '',
  clause: 'AM-30',
  title: /^Answer the question about "/u,
  who: ['asker'],
  within: { minutes: 240 },
  tagged: true,
  first: 1,
  above: ['asker'],
};

const all: readonly Owed[] = [
  question,
  ...changeRequest,
  ...keyAccount,
  ...accessRequest,
  ...hybridAccount,
  ...accountManager,
];

/** Undefined for what no SOP says. Of a question those hear who stand above what it is about, and as soon as they do there. */
export function owedOf(title: string): Owed | undefined {
  const owed = all.find((one) => one.title.test(title));
  if (owed !== question) return owed;
  const about = title.replace(question.title, '');
  return { ...question, first: all.find((one) => one.title.test(about))?.first ?? question.first };
}

/** In minutes of working time: what somebody has at least from being told (A18). */
export const grace = 30;

/** When everybody here works. */
export const office: Office = {
  timeZone: 'America/New_York',
  opens: 9,
  closes: 17,
  holidays: ['2026-05-25', '2026-07-03', '2026-09-07', '2026-11-26', '2026-12-25'],
};
