// Saving one part of the documents: what is wrong with it, which step it finishes, and which approvals it ends.
import { saveChange, changeNow } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { workingDayAfter } from '../../core/calendar/business-days';
import type { LocalDate } from '../../core/calendar/local-time';
import { spellDay } from '../../core/calendar/spell-time';
import type { AccountId } from '../../core/ids';
import { calendarOf, localDay, type Situation } from '../../core/situation';
import { setDueDate } from './effects';
import { slipWords } from './words';
import { changeRequestOf } from './account';
import { type ChangeRequest, withoutDone } from './change-request';
import type { ChangeRequestPolicy } from './settings/policy';
import {
  type Content,
  type ContentEdit,
  type ContentPart,
  interfaceHeadings,
  type InterfaceHeading,
} from './content';
import { putContent } from './lapse';
import { type GateKey, type StepKey, stepTitle } from './lifecycle';
import { type Decider, taggedFor, whyNotDo } from './may';
import { type CostedWith, costOf, rateOf, ratesFor, whyNotEffort } from './money';
import { outOfOrder, reached, whyNeedless } from './standing';

const stepOfPart: Readonly<Record<ContentPart, Exclude<StepKey, GateKey>>> = {
  classification: 'classified',
  requirement: 'requirement',
  impact: 'impact',
  cost: 'cost',
  'due-date': 'due-date',
  interface: 'interface',
};

const wrong = (clause: string, text: string, field: string): Because => ({
  ...because(clause, text),
  field,
});

export const notSecure = (url: string | null, field: string): Because | null => {
  if (url === null) return null;
  try {
    if (new URL(url).protocol === 'https:') return null;
  } catch {
    // Not a link at all: said below.
  }
  return wrong('CR-12', 'A link to a document begins with https://.', field);
};

/** The content with the edit, or what is wrong with the edit. */
export function edited(
  situation: Situation,
  content: Content,
  edit: ContentEdit,
): Content | Because {
  const change = applied(situation, content, edit);
  if ('clause' in change) return change;
  const next = { ...content, ...change };
  return JSON.stringify(next) === JSON.stringify(content)
    ? content
    : { ...next, version: content.version + 1 };
}

function applied(
  situation: Situation,
  content: Content,
  edit: ContentEdit,
): Partial<Content> | Because {
  switch (edit.part) {
    case 'classification':
      if (edit.implication.trim() === '')
        return wrong('CR-02', 'Say what it means in cost: the customer is told so.', 'implication');
      return {
        chargeable: edit.chargeable,
        implication: edit.implication.trim(),
        customerRep: edit.customerRep ?? content.customerRep,
      };
    case 'requirement':
      if (edit.requirement.trim() === '' && edit.documentUrl === null)
        return wrong(
          'CR-06',
          'Write down the requirement, or give a link to the CR document.',
          'requirement',
        );
      return (
        notSecure(edit.documentUrl, 'documentUrl') ?? {
          requirement: edit.requirement.trim(),
          documentUrl: edit.documentUrl,
        }
      );
    case 'impact':
      return impact(edit);
    case 'cost':
      return cost(situation, content, edit.rates ?? 'kept');
    case 'due-date': {
      const today = localDay(situation, situation.now);
      if (edit.dueDate < today)
        return wrong(
          'CR-16',
          `The due date ${edit.dueDate} is over; today is ${today}.`,
          'dueDate',
        );
      const working = workingDayAfter(calendarOf(situation, null), edit.dueDate, 0);
      return working === edit.dueDate
        ? { dueDate: edit.dueDate }
        : wrong(
            'CR-16',
            `${spellDay(edit.dueDate)} is no working day; the next one is ${spellDay(working)}.`,
            'dueDate',
          );
    }
    case 'interface':
      return interfaceDocument(edit);
  }
}

function impact({
  approach,
  effort,
  timeline,
}: ContentEdit & { part: 'impact' }): Partial<Content> | Because {
  if (approach.trim() === '') return wrong('CR-08', 'Describe the solution approach.', 'approach');
  const refused = whyNotEffort(effort);
  if (refused !== null) return refused;
  const { from, until } = timeline;
  if (from !== null && until !== null && until < from)
    return wrong('CR-08', `The timeline ends (${until}) before it begins (${from}).`, 'timeline');
  const cleaned = effort.map(({ role, halfDays }) => ({ role: role.trim(), halfDays }));
  return { approach: approach.trim(), effort: cleaned, timeline: { from, until } };
}

/** CR-09, CR-38: once it was costed, its rates are its own until somebody takes those agreed now. */
function cost(
  situation: Situation,
  content: Content,
  wanted: 'kept' | 'now',
): Partial<Content> | Because {
  const { rates, effort } = content;
  if (rates === null || wanted === 'now') {
    const now = agreedRates(situation, content);
    return 'clause' in now ? now : { rates: now };
  }
  const missing = effort.filter(({ role }) => rateOf(rates, role) === null).map(({ role }) => role);
  return missing.length === 0
    ? {}
    : wrong(
        'CR-09',
        `The rates that this was costed with have none for ${missing.join(' and ')}. Take the rates as they are agreed now.`,
        'rates',
      );
}

/** CR-09: what is agreed with the ticket's account, the whole card, which has to know the roles of the effort. */
export function agreedRates(
  { account }: Situation,
  { effort }: Pick<Content, 'effort'>,
): CostedWith | Because {
  if (account.kind !== 'known')
    return because(
      'CR-09',
      'Nobody knows which account this ticket belongs to, so nobody knows its rates. Choose the account first.',
      {},
    );
  const { cid, name } = account.account;
  const card = ratesFor(changeRequestOf(account.account).rateCard, name, effort);
  return 'clause' in card
    ? card
    : { currency: card.currency, roles: card.roles, of: { cid, name } };
}

function interfaceDocument({
  url,
  headings,
}: ContentEdit & { part: 'interface' }): Partial<Content> | Because {
  const refused = notSecure(url, 'url');
  if (refused !== null) return refused;
  const written = Object.fromEntries(
    (Object.keys(interfaceHeadings) as InterfaceHeading[])
      .map((key) => [key, (headings[key] ?? '').trim()])
      .filter(([, words]) => words !== ''),
  );
  const missing = (Object.keys(interfaceHeadings) as InterfaceHeading[]).filter(
    (key) => written[key] === undefined,
  );
  if (url === null && missing.length > 0) {
    return wrong(
      'CR-18',
      `Still missing: ${missing.map((key) => interfaceHeadings[key]).join(', ')}. Fill all six headings, or link the document.`,
      `headings.${missing[0] ?? ''}`,
    );
  }
  return { interface: { url, headings: written } };
}

/** CR-06 … CR-09, CR-16 … CR-18. */
export function editContent(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  edit: ContentEdit,
  { accountId }: Decider,
): Because | null {
  const newRates = edit.part === 'cost' && edit.rates === 'now' && change.content.rates !== null;
  const refused = whyNotDo(c, accountId, newRates ? 'rates' : edit.part);
  if (refused !== null) return refused;
  const key = stepOfPart[edit.part];
  const needless = whyNeedless(change, key);
  if (needless !== null) return because('C1', needless, {});
  if (!reached(change, policy, key)) return outOfOrder(change, policy, key);
  const next = edited(c, change.content, edit);
  const { rates } = change.content;
  if ('clause' in next) return next;
  const finishes = change.done[key] === undefined;
  if (next === change.content && !finishes)
    return because('CR-33', 'Nothing is different from what stands there.', {});
  putContent(c, policy, next, accountId);
  // Effort of a role that its rates do not know: the cost is open again, and with which rates is the CSM's to say.
  if (next.rates !== null && costOf(next.effort, next.rates) === null)
    saveChange(c, withoutDone(changeNow(c), ['cost']));
  // CR-19: another document is shared anew.
  if (edit.part === 'interface' && next !== change.content)
    saveChange(c, withoutDone(changeNow(c), ['interface-shared']));
  if (edit.part === 'due-date') dated(c, change.content.dueDate, edit.dueDate, accountId);
  const after = changeNow(c);
  if (finishes)
    saveChange(c, {
      ...after,
      done: { ...after.done, [key]: { by: accountId, at: c.now } },
    });
  c.done(
    c.now,
    accountId,
    `${stepTitle(key)} ${finishes ? 'done' : 'changed'}`,
    because(
      clauseOf[edit.part],
      newRates && rates !== null
        ? `The rates as agreed now${next.rates?.of === undefined ? '' : ` with ${next.rates.of.name}`} are taken, instead of those it was costed with${rates.of === undefined ? '' : `, of ${rates.of.name}`}.`
        : sentences[edit.part],
      { version: `${next.version}` },
    ),
  );
  return null;
}

/** CR-16: Jira's own due date follows, and the CSM hears of a date that moves, for the customer counts on it. */
function dated(c: Case, before: LocalDate | null, day: LocalDate, by: AccountId): void {
  if (before === day) return;
  saveChange(c, { ...changeNow(c), datedAt: c.now });
  c.want({ command: setDueDate.command({ day }), actor: by, clause: 'CR-16' });
  const people = taggedFor(c, 'csm');
  if (before !== null && !people.includes(by) && people.length > 0)
    c.announce(slipWords(c, before, day, people), null, 'CR-16', null);
}

const clauseOf: Readonly<Record<ContentPart, string>> = {
  classification: 'CR-02',
  requirement: 'CR-06',
  impact: 'CR-08',
  cost: 'CR-09',
  'due-date': 'CR-16',
  interface: 'CR-18',
};

const sentences: Readonly<Record<ContentPart, string>> = {
  classification: 'Whether it is chargeable, and what that means.',
  requirement: 'The CR document captures the requirement.',
  impact: 'Solution approach, effort and tentative timeline are in the CR document.',
  cost: 'The cost follows from the effort and the rates agreed with the customer.',
  'due-date': 'A firm date, apart from the tentative timeline (CR-36).',
  interface: 'The interface document covers its headings.',
};
