// Who may do what, and why not. The panel asks here before it shows a button, the act before it is done.
import { askClock, asksOf } from './asks';
import type { OpenAsk } from './ask';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { Ledger } from '../../core/ledger';
import { nameOf } from '../../core/people';
import type { SopEntry } from '../../core/policy';
import type { Situation } from '../../core/situation';
import type { Actor } from '../../core/act';
import { answerers } from './answer';
import { managersOf } from './managers';
import { elsewhere } from './elsewhere';

/** Why this person may not do something now, or null when they may. */
export type WhyNot = (ledger: Ledger, situation: Situation, actor: Actor) => Because | null;

const askOf = (ledger: Ledger): OpenAsk | null => asksOf(ledger).ask;

export const whyNotRequest: WhyNot = (ledger, situation, actor) =>
  mayAskAtAll(situation, actor) ??
  accountKnown(situation) ??
  noneOpen(situation, askOf(ledger)) ??
  notDone(situation);

export const whyNotWatch: WhyNot = (_ledger, situation, actor) =>
  mayAskAtAll(situation, actor) ?? accountKnown(situation);

export const whyNotRecord: WhyNot = (_ledger, _situation, actor) => agentsOnly(actor);

export const whyNotAnswer: WhyNot = (ledger, situation, actor) =>
  open(askOf(ledger), (one) => asked(situation, one, actor));

export const whyNotPromise: WhyNot = (ledger, situation, actor) =>
  open(askOf(ledger), (one) => asked(situation, one, actor) ?? promisesLeft(situation, one));

export const whyNotEscalate: WhyNot = (ledger, situation, actor) =>
  open(askOf(ledger), (one) => leaders(situation, one, actor) ?? above(situation, one));

export const whyNotPutBack: WhyNot = (ledger, _situation, actor) =>
  open(askOf(ledger), (one) => agentsOnly(actor) ?? customerWaits(one));

export const whyNotWithdraw: WhyNot = (ledger, _situation, actor) =>
  asksOf(ledger).waiting === null
    ? open(askOf(ledger), () => agentsOnly(actor))
    : agentsOnly(actor);

export const whyNotMove: WhyNot = (ledger, situation, actor) =>
  open(askOf(ledger), (one) => {
    const { account, field } = elsewhere(situation, one);
    return (
      agentsOnly(actor) ??
      (account === null && field === null
        ? because('A17', 'The field and the organization say the same as the request.', {})
        : null)
    );
  });

export const whyNotAddQuestion: WhyNot = (ledger, situation, actor) =>
  open(askOf(ledger), () => mayAskAtAll(situation, actor));

export const whyNotTakeUpAgain: WhyNot = (ledger, situation, actor) =>
  agentsOnly(actor) ??
  noneOpen(situation, askOf(ledger)) ??
  (asksOf(ledger).ended == null
    ? because('AM-13', 'No request ended with this ticket.', {})
    : notDone(situation));

export const whyNotChoose: WhyNot = (ledger, situation, actor) =>
  agentsOnly(actor) ?? accountOpen(situation, askOf(ledger));

export const agentsOnly = (actor: Actor): Because | null =>
  actor.mayTransition
    ? null
    : because(
        'AM-16',
        'Only people who may move this ticket in its workflow do this.',
        {},
        { kind: 'be-an-agent' },
      );

/** AM-23: "leave specific notes"; the bounds are the settings'. */
export function noteOutOfBounds({ queue }: Situation, note: string): Because | null {
  const { minLength, maxLength } = queue.notes;
  const { length } = note.trim();
  if (length >= minLength && length <= maxLength) return null;
  return {
    ...because(
      'AM-23',
      `Say what you need in ${minLength} to ${maxLength} characters; the note has ${length}.`,
      { note: `${length} characters` },
    ),
    field: 'note',
  };
}

/** Agents, and where an SOP entry says so, everybody in the team who sees the ticket. */
export const whyNotAsk = (entry: SopEntry, actor: Actor): Because | null =>
  entry.whoMayAsk === 'anyone-who-sees' ? null : agentsOnly(actor);

const mayAskAtAll = ({ queue }: Situation, actor: Actor): Because | null =>
  queue.entries.some((entry) => whyNotAsk(entry, actor) === null) ? null : agentsOnly(actor);

export function accountKnown({ account, ticket }: Situation): Because | null {
  if (account.kind === 'known') return null;
  const values = {
    organizations: ticket.organizations.map(({ name }) => name).join(', ') || 'none',
  };
  return account.kind === 'choose'
    ? because(
        'A12',
        'The organizations of this ticket belong to several accounts. Choose one first.',
        values,
        { kind: 'choose-account-first' },
      )
    : because(
        'A12',
        'No account is known for the organizations of this ticket. Choose one first.',
        values,
        { kind: 'choose-account-first' },
      );
}

const noneOpen = ({ people }: Situation, ask: OpenAsk | null): Because | null =>
  ask === null
    ? null
    : because(
        'AM-13',
        `${nameOf(people, ask.holder)} is asked already.`,
        { 'asked at': ask.askedAt, 'due at': ask.dueAt },
        { kind: 'withdraw-first' },
      );

const notDone = ({ ticket }: Situation): Because | null =>
  ticket.status.done
    ? because(
        'AM-13',
        `The ticket is ${ticket.status.name}; reopen it first.`,
        { status: ticket.status.name },
        { kind: 'reopen-first' },
      )
    : null;

const open = (ask: OpenAsk | null, then: (ask: OpenAsk) => Because | null): Because | null =>
  ask === null
    ? because(
        'AM-28',
        'Nobody is asked for a response on this ticket.',
        {},
        { kind: 'request-first' },
      )
    : then(ask);

function asked(situation: Situation, ask: OpenAsk, actor: Actor): Because | null {
  const people = answerers(situation, ask);
  if (people.includes(actor.accountId)) return null;
  return because(
    'A3',
    'Only somebody who was asked can give the response.',
    {
      asked: people.map((person) => nameOf(situation.people, person)).join(', '),
    },
    { kind: 'be-one-of', people },
  );
}

const promisesLeft = ({ queue }: Situation, ask: OpenAsk): Because | null =>
  ask.promises < queue.promises.perAsk
    ? null
    : because('A8', 'A date has been promised already; please answer, or let it be escalated.', {
        promises: `${ask.promises} of ${queue.promises.perAsk}`,
      });

/** AM-15: agents at leadership's request, or leadership itself. */
function leaders(situation: Situation, ask: OpenAsk, actor: Actor): Because | null {
  if (actor.mayTransition || situation.policy.fallback.includes(actor.accountId)) return null;
  const manager =
    situation.account.kind === 'known'
      ? managersOf(situation, situation.account.account).regionalManager
      : null;
  if (manager === actor.accountId && ask.holder !== actor.accountId) return null;
  return because('AM-15', 'Only agents and leadership escalate.', {}, { kind: 'be-an-agent' });
}

const above = (situation: Situation, ask: OpenAsk): Because | null =>
  ask.exhausted
    ? because('A15', 'The ladder ends here: everybody on it has been asked.', {
        asked: ask.asked.map((person) => nameOf(situation.people, person)).join(', '),
      })
    : null;

const customerWaits = (ask: OpenAsk): Because | null =>
  ask.customerReply === null
    ? because(
        'AM-25',
        'No reply of the customer is waiting here.',
        {},
        { kind: 'customer-replies' },
      )
    : null;

/** While somebody is asked, a chosen account can be corrected; the one of an organization is the organization's to say. */
const accountOpen = (
  { account, organizationAccount }: Situation,
  ask: OpenAsk | null,
): Because | null => {
  if (ask !== null)
    return organizationAccount === undefined
      ? null
      : because('A12', `The organization of this ticket belongs to ${organizationAccount.name}.`, {
          account: organizationAccount.name,
        });
  return account.kind === 'known' && !account.chosen
    ? because('A12', `The organization of this ticket belongs to ${account.account.name}.`, {
        account: account.account.name,
      })
    : null;
};

/** M2: why nobody is asked next yet, and when that will be; null where it is due now. */
export function whyNotYet(c: Case, ask: OpenAsk): Because | null {
  const { now, people, ledger } = c;
  const name = nameOf(people, ask.holder);
  const clock = askClock(ledger);
  const next = clock?.nextAt ?? null;
  if (next !== null && next <= now) return null;
  if (ask.exhausted)
    return because(
      'A15',
      next === null
        ? 'Not reminded again: this queue sends nothing more after the last of the ladder.'
        : `Not reminded again yet: the next daily reminder is due at ${next}.`,
      {},
      ...(next === null ? [] : [{ kind: 'wait-until' as const, at: next }]),
    );
  if (ask.heldAtDue !== null)
    return because(
      'A7',
      ask.heldAtDue === 'prompt'
        ? `Not escalated: ${name} had time until ${ask.dueAt}, and this queue leaves it to the agent to escalate.`
        : `Not escalated: ${name} had time until ${ask.dueAt}, and this queue only looks on.`,
      { 'due at': ask.dueAt, now },
    );
  if (clock?.question !== undefined)
    return because(
      'AM-30',
      `Not escalated: the clock stands still until ${nameOf(people, clock.question.by)} is answered.`,
      {
        question: clock.question.text,
      },
    );
  return because(
    'AM-20',
    `Not escalated: ${name} has time until ${ask.dueAt}.`,
    { 'due at': ask.dueAt, now },
    { kind: 'wait-until', at: next ?? ask.dueAt },
  );
}
