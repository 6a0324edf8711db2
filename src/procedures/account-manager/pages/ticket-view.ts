import { editionOf } from '../../../app/edition';
import { headlineOf, sectionsOf, waitsView } from '../../../app/waits/standing';
import { asksOf } from '../asks';
import type { AccountView, EntryView, NextStep, PanelAction, TicketView } from '../contract/panel';
import type { Actor } from '../../../core/act';
import type { Decision } from '../../../core/decide';
import { managersOf } from '../managers';
import { nextSteps, type NextStep as Step } from '../../../core/next-steps';
import { wouldAsk, wouldBeDue } from '../would-ask';
import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
import type { CustomerAccount } from '../../../core/account';
import { held } from '../held';
import type { BallHolder } from '../hold';
import type { Ledger } from '../../../core/ledger';
import { entryApplies, minutesFor, type SopEntry } from '../../../core/policy';
import type { Situation } from '../../../core/situation';
import type { TicketRecord } from '../../../app/outbox';
import type { AccountBadge } from '../../../contract/badge';
import type { ActionView } from '../../../contract/action';
import { actionView } from '../../../app/views/action-view';
import { accountManagerActs } from './acts';
import { askView } from './ask-view';
import { offerView } from './offer-view';
import { warnings } from '../../../app/views/warnings';
import { historyView } from '../../../app/views/history-view';
import { personView, personViewOrNull, whyView } from '../../../app/views/why';

/**
 * Everything the panel shows of a ticket, for that viewer.
 * @param looked what the rules say of it at this moment; @param badges of its account
 */
export function ticketView(
  situation: Situation,
  ledger: Ledger,
  record: TicketRecord | null,
  viewer: Actor,
  choices: readonly CustomerAccount[],
  looked: Decision,
  badges: readonly AccountBadge[],
): TicketView {
  const { ticket, queue, people, policy, now } = situation;
  const version = policy.version;
  const everybody = {
    ...people,
    [viewer.accountId]: people[viewer.accountId] ?? {
      ...viewer,
      active: true,
      kind: 'person' as const,
    },
  };
  const { ask } = asksOf(ledger);
  const waits = waitsView({ ...situation, people: everybody }, ledger, viewer.accountId);
  return {
    ...editionOf(version, record),
    now,
    viewer: personView(everybody, viewer.accountId),
    issue: {
      key: ticket.key,
      summary: ticket.summary,
      status: ticket.status.name,
      priority: ticket.priority?.name ?? 'None',
    },
    account: accountView(situation, choices, badges),
    headline: headlineOf(waits),
    waits,
    sections: sectionsOf(waits),
    ask: ask === null ? null : askView({ ...situation, people: everybody }, ask),
    offer: offerView({ ...situation, people: everybody }, ledger),
    actions: actionsFor(ledger, situation, viewer),
    entries: queue.entries
      .map((entry) => entryView(situation, entry))
      .sort((a, b) => Number(b.applies) - Number(a.applies)),
    priorities: queue.priorities.map(({ id, name }) => ({ id, name })),
    next: nextSteps(ledger, situation).map((step) => nextStepView(step, version)),
    history: historyView(everybody, ledger),
    warnings: warnings(situation, looked),
    held: heldView(situation, ledger),
    whyNot: looked.declined.map((because) => whyView(because, version, everybody)),
    pending: pendingView(record, looked, { before: ledger, now }),
  };
}

const holders: Readonly<Record<BallHolder, string>> = {
  support: 'Support',
  'account-manager': 'Account manager',
  'regional-manager': 'Regional manager',
  management: 'Management',
  customer: 'Customer',
};

/** Hours held, once somebody was asked; those who never held the ball are left out. */
function heldView({ ticket, queue, now }: Situation, ledger: Ledger): TicketView['held'] {
  if (asksOf(ledger).asks === 0) return null;
  const { byHolder, openMs } = held(ledger, ticket, queue, now);
  const rows = (Object.keys(holders) as BallHolder[]).map((who) => ({
    who: holders[who],
    ms: byHolder[who],
  }));
  return { openMs, byHolder: rows.filter(({ ms }) => ms > 0) };
}

/** Something is decided and not done yet, or the ticket has news that the app is only about to act on. */
function pendingView(
  record: TicketRecord | null,
  looked: Decision,
  { before, now }: { readonly before: Ledger; readonly now: string },
): TicketView['pending'] {
  if (record?.pending != null)
    return { since: record.pending.since, reason: record.pending.reason };
  // That other settings are in force was noted at the last turn or will be at the next: nobody waits for it.
  const news = looked.effects.length > 0 || looked.ledger.entries !== before.entries;
  return news
    ? {
        since: now,
        reason: 'Something has happened in this ticket, and Account Relay is acting on it.',
      }
    : null;
}

const actionsFor = (ledger: Ledger, situation: Situation, actor: Actor): TicketView['actions'] =>
  Object.fromEntries(
    (Object.keys(accountManagerActs) as PanelAction[]).map((name) => [
      name,
      actionView<unknown>(accountManagerActs[name], { ledger, situation, actor }),
    ]),
  ) as Record<PanelAction, ActionView>;

function accountView(
  situation: Situation,
  choices: readonly CustomerAccount[],
  badges: readonly AccountBadge[],
): AccountView {
  const { account, people, policy, ticket } = situation;
  if (account.kind === 'known') {
    const { accountManager, regionalManager, because } = managersOf(situation, account.account);
    return {
      kind: 'known',
      cid: account.account.cid,
      name: account.account.name,
      accountManager: personView(people, accountManager),
      regionalManager: personViewOrNull(people, regionalManager),
      regionalManagerWhy: whyView(because, policy.version),
      badges,
    };
  }
  const organizations = ticket.organizations.map(({ name }) => name);
  const text =
    account.kind === 'choose'
      ? 'The organizations of this ticket belong to several accounts.'
      : organizations.length === 0
        ? 'This ticket has no organization.'
        : 'This organization has no account yet.';
  const why = whyView(
    { clause: 'A12', text, values: { organizations: organizations.join(', ') || 'none' } },
    policy.version,
  );
  const offered = (account.kind === 'choose' ? account.choices : choices).map(({ cid, name }) => ({
    cid,
    name,
  }));
  return offered.length > 0
    ? { kind: 'choose', choices: offered, why }
    : { kind: 'unknown', organizations, why };
}

function entryView(situation: Situation, entry: SopEntry): EntryView {
  const { account, ticket } = situation;
  const rung = entry.ladder[0];
  const priority = entry.priority ?? ticket.priority?.id ?? null;
  const asked =
    account.kind === 'known' ? wouldAsk(situation, account.account.accountManager) : null;
  return {
    id: entry.id,
    name: entry.name,
    mode: entry.mode,
    applies: entryApplies(entry, ticket.requestType),
    suggestedPriorityId: entry.priority,
    respondWithin:
      entry.mode === 'watch' || rung === undefined
        ? 'No response asked'
        : spellBusinessMinutes(minutesFor(rung, priority)),
    dueAt:
      entry.mode === 'watch' || rung === undefined || asked === null
        ? null
        : wouldBeDue(situation, rung, asked, priority),
  };
}

/** What kind of step it is, from the clause that will act. */
export function nextStepView({ at, text, because }: Step, policyVersion: number): NextStep {
  const kind =
    because.clause === 'A9'
      ? 'put-back'
      : because.clause === 'A15'
        ? text.includes('daily')
          ? 'repeat'
          : 'reminder'
        : 'escalation';
  return { at, kind, text, why: whyView(because, policyVersion) };
}
