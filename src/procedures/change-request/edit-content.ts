// Saving one part of the documents: what is wrong with it, which step it finishes, and which approvals it ends.
import { saveChange, changeNow } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { localDay, type Situation } from '../../core/situation';
import { changeRequestOf } from './account';
import type { ChangeRequest } from './change-request';
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
import { type Decider, whyNotDo } from './may';
import { type Rates, rateOf, ratesFor, whyNotEffort } from './money';
import { outOfOrder, reached } from './standing';

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

const notSecure = (url: string | null, field: string): Because | null => {
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
      return impact(situation, content, edit);
    case 'cost': {
      const rates = agreedRates(situation, content);
      return 'clause' in rates ? rates : { rates };
    }
    case 'due-date': {
      const today = localDay(situation, situation.now);
      return edit.dueDate < today
        ? wrong('CR-16', `The due date ${edit.dueDate} is over; today is ${today}.`, 'dueDate')
        : { dueDate: edit.dueDate };
    }
    case 'interface':
      return interfaceDocument(edit);
  }
}

function impact(
  situation: Situation,
  content: Content,
  { approach, effort, timeline }: ContentEdit & { part: 'impact' },
): Partial<Content> | Because {
  if (approach.trim() === '') return wrong('CR-08', 'Describe the solution approach.', 'approach');
  const refused = whyNotEffort(effort);
  if (refused !== null) return refused;
  const { from, until } = timeline;
  if (from !== null && until !== null && until < from)
    return wrong('CR-08', `The timeline ends (${until}) before it begins (${from}).`, 'timeline');
  const cleaned = effort.map(({ role, halfDays }) => ({ role: role.trim(), halfDays }));
  const base = { approach: approach.trim(), effort: cleaned, timeline: { from, until } };
  if (content.rates === null) return base;
  // A role that came in after the cost was added is priced by the rate card as it is now; the others keep their rate.
  const fresh = cleaned.filter(({ role }) => rateOf(content.rates as Rates, role) === null);
  if (fresh.length === 0) return base;
  const card = agreedRates(situation, { ...content, effort: fresh });
  if ('clause' in card) return card;
  const added = fresh.map(({ role }) => ({ role, dayRate: rateOf(card, role) ?? 0 }));
  if (card.currency !== content.rates.currency)
    return because(
      'CR-09',
      `The rate card is in ${card.currency} now, and this cost in ${content.rates.currency}. Add the cost again first.`,
      {},
    );
  return { ...base, rates: { ...content.rates, roles: [...content.rates.roles, ...added] } };
}

/** CR-09: what is agreed with the ticket's account, for the effort as it stands. */
export function agreedRates(
  { account }: Situation,
  { effort }: Pick<Content, 'effort'>,
): Rates | Because {
  if (account.kind !== 'known')
    return because(
      'CR-09',
      'Nobody knows which account this ticket belongs to, so nobody knows its rates. Choose the account first.',
      {},
    );
  const card = ratesFor(changeRequestOf(account.account).rateCard, account.account.name, effort);
  if ('clause' in card) return card;
  return {
    currency: card.currency,
    roles: effort.map(({ role }) => ({ role, dayRate: rateOf(card, role) ?? 0 })),
  };
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
  const refused = whyNotDo(c, accountId, edit.part);
  if (refused !== null) return refused;
  const key = stepOfPart[edit.part];
  if (!reached(change, policy, key)) return outOfOrder(change, policy, key);
  const next = edited(c, change.content, edit);
  if ('clause' in next) return next;
  const finishes = change.done[key] === undefined;
  if (next === change.content && !finishes)
    return because('CR-33', 'Nothing is different from what stands there.', {});
  putContent(c, policy, next, accountId);
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
    because(clauseOf[edit.part], sentences[edit.part], { version: `${next.version}` }),
  );
  return null;
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
