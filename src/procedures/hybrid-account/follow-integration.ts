// HY-14, HY-15: causes are checked and written down, a ticket for the integrations team is raised, and followed until it is
// resolved.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { tellOf } from './happened';
import { hybridAccount } from './hybrid-account';
import { beginning, sideFor } from './inform';
import {
  type Integration,
  type IntegrationTicket,
  mostOpenTickets,
  openTickets,
  withChecked,
  withKeys,
  withResolved,
  withTicket,
} from './integration';
import { clipped } from './room';
import type { HybridPolicy, Symptom } from './settings/policy';
import { departmentOf } from './sides';
import { integrationOf, knowledgeOf, onboardingOf, saveIntegration } from './state';

/** A symptom of the guide, and which of its causes somebody has looked at. */
export interface Checks {
  readonly symptom: string;
  readonly checked: readonly string[];
}

/** A ticket for the integrations team, prefilled from a symptom of the guide. */
export interface TicketWanted extends Checks {
  readonly summary: string;
  readonly description: string;
}

const longestCause = 200;

/** The symptom with what was checked of it, or why there is none. */
function checksOf(policy: HybridPolicy, step: Checks): Symptom | Because {
  const symptom = policy.symptoms.find(({ id }) => id === step.symptom);
  if (symptom === undefined)
    return { ...because('HY-13', 'There is no such symptom in the guide.', {}), field: 'symptom' };
  const strange = step.checked.find((cause) => !symptom.causes.includes(cause));
  return strange === undefined
    ? symptom
    : {
        ...because('HY-14', `The guide has no such cause for "${symptom.title}".`, {}),
        field: 'checked',
      };
}

const keepChecks = (
  c: Case,
  symptom: Symptom,
  checked: readonly string[],
  by: AccountId,
): Integration =>
  withChecked(
    integrationOf(c.ledger),
    checked.map((cause) => ({
      symptom: symptom.id,
      cause: clipped(cause, longestCause),
      by,
      at: c.now,
    })),
  );

/** HY-14: which causes somebody has looked at, whether or not a ticket comes of it. */
export function recordChecks(
  c: Case,
  policy: HybridPolicy,
  step: Checks,
  by: AccountId,
): Because | null {
  const symptom = checksOf(policy, step);
  if ('clause' in symptom) return symptom;
  const side = sideFor(c, knowledgeOf(c.ledger), by);
  if (typeof side !== 'string') return side;
  if (step.checked.length === 0)
    return { ...because('HY-14', 'Choose what you have checked.', {}), field: 'checked' };
  saveIntegration(c, keepChecks(c, symptom, step.checked, by));
  c.done(
    c.now,
    by,
    `Checked: ${symptom.title}`,
    because('HY-14', 'What was checked is written down, with who did it.', {
      checked: step.checked.map((cause) => clipped(cause, longestCause)).join('; '),
    }),
  );
  return null;
}

/** HY-15: a ticket for the integrations team; the CS side also asks in its support channel. */
export function raiseIntegration(
  c: Case,
  policy: HybridPolicy,
  step: TicketWanted,
  by: AccountId,
): Because | null {
  const symptom = checksOf(policy, step);
  if ('clause' in symptom) return symptom;
  const { project, integrationRequestType } = policy;
  if (project === null || integrationRequestType === null)
    return because(
      'HY-15',
      'The settings name no request type for the integrations team. An administrator can add one.',
      {},
    );
  if (step.summary.trim() === '')
    return { ...because('HY-15', 'Give the ticket a summary.', {}), field: 'summary' };
  if (openTickets(integrationOf(c.ledger)).length >= mostOpenTickets)
    return because(
      'HY-15',
      `${mostOpenTickets} tickets for the integrations team are open from here. Mark those that are resolved first.`,
      {},
    );
  c.want({
    command: {
      kind: 'raise-request',
      projectId: project.id,
      requestType: integrationRequestType,
      summary: step.summary,
      description: [
        step.description,
        ...(step.checked.length === 0
          ? []
          : ['', 'Checked before:', ...step.checked.map((cause) => `- ${cause}`)]),
      ].join('\n'),
    },
    actor: null,
    clause: 'HY-15',
  });
  const kept = withTicket(keepChecks(c, symptom, step.checked, by), {
    summary: step.summary,
    by,
    at: c.now,
  });
  saveIntegration(c, kept);
  c.done(
    c.now,
    by,
    'Ticket for the integrations team requested',
    because('HY-15', symptom.title, {
      symptom: symptom.id,
      ...(step.checked.length === 0 ? {} : { checked: `${step.checked.length}` }),
    }),
  );
  tellBoth(c, policy, `Raised for the integrations team: ${step.summary}`, by);
  return null;
}

/** HY-21: a ticket for the integrations team is news for the other department. */
function tellBoth(c: Case, policy: HybridPolicy, text: string, by: AccountId | null): void {
  const account = hybridAccount(c, policy);
  const knowledge =
    knowledgeOf(c.ledger) ??
    (account === null
      ? undefined
      : beginning(undefined, { class: 'integration', accounts: [account.cid], forAdmins: null }));
  if (knowledge !== undefined)
    tellOf(c, knowledge, { happened: 'integration-ticket', at: c.now, by, text });
}

/** HY-15: whoever follows it says that it is resolved. */
export function resolveIntegration(
  c: Case,
  policy: HybridPolicy,
  id: number,
  by: AccountId,
): Because | null {
  const integration = withKeys(integrationOf(c.ledger), c.ledger);
  const ticket = integration.tickets.find((one) => one.id === id);
  if (ticket === undefined) return because('HY-15', 'There is no such ticket here.', {});
  const cids = [
    ...(knowledgeOf(c.ledger)?.accounts ?? []),
    ...(onboardingOf(c.ledger) === undefined ? [] : [onboardingOf(c.ledger)?.cid ?? '']),
    ...(c.account.kind === 'known' ? [c.account.account.cid] : []),
  ];
  if (departmentOf(c, by, cids) !== 'cs')
    return because('HY-15', 'Customer Success follows the ticket until it is resolved.', {});
  if (ticket.resolved !== null)
    return because('HY-15', 'It is resolved already.', { at: ticket.resolved.at });
  saveIntegration(c, withResolved(integration, [id], { by, at: c.now }));
  sayResolved(c, policy, ticket, by);
  return null;
}

function sayResolved(
  c: Case,
  policy: HybridPolicy,
  { ticket, summary }: IntegrationTicket,
  by: AccountId | null,
): void {
  const key = ticket?.key ?? null;
  c.done(
    c.now,
    by,
    `${key ?? 'The ticket for the integrations team'} is resolved`,
    because('HY-15', 'It was followed until it was resolved.', {}),
  );
  tellBoth(c, policy, `Resolved: ${key === null ? '' : `${key}, `}${summary}`, by);
}

/** HY-15: Jira says that these are resolved, which both departments hear. */
export function foundResolved(
  c: Case,
  policy: HybridPolicy,
  ids: readonly number[],
): Because | null {
  const integration = withKeys(integrationOf(c.ledger), c.ledger);
  const found = openTickets(integration).filter(({ id }) => ids.includes(id));
  if (found.length === 0) return because('HY-15', 'Nothing of this is open any more.', {});
  saveIntegration(c, withResolved(integration, ids, { by: null, at: c.now }));
  for (const ticket of found) sayResolved(c, policy, ticket, null);
  return null;
}
