// HY-13 … HY-15: the integration guide: what was checked, the ticket for the integrations team, and how it goes on.
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';

/** HY-14: a cause of the guide that somebody has looked at. */
export interface Checked {
  readonly symptom: string;
  readonly cause: string;
  readonly by: AccountId;
  readonly at: Instant;
}

/** HY-15: a ticket for the integrations team, which the CSM follows until it is resolved. */
export interface IntegrationTicket {
  readonly id: number;
  readonly summary: string;
  readonly by: AccountId;
  readonly at: Instant;
  /** Null until Jira has it. */
  readonly ticket: { readonly issueId: string; readonly key: string } | null;
  /** By null where Jira says so. */
  readonly resolved: { readonly by: AccountId | null; readonly at: Instant } | null;
}

export interface Integration {
  readonly checked: readonly Checked[];
  readonly tickets: readonly IntegrationTicket[];
}

export const noIntegration: Integration = { checked: [], tickets: [] };

/** R1: what is kept of the past, and how many tickets can be open from here at once. */
const checkedKept = 20;
const resolvedKept = 10;
export const mostOpenTickets = 20;

export const openTickets = ({ tickets }: Integration): readonly IntegrationTicket[] =>
  tickets.filter(({ resolved }) => resolved === null);

/** The causes looked at, each once, by whoever looked last. */
export const withChecked = (
  integration: Integration,
  checked: readonly Checked[],
): Integration => ({
  ...integration,
  checked: [
    ...integration.checked.filter(
      (one) =>
        !checked.some(({ symptom, cause }) => one.symptom === symptom && one.cause === cause),
    ),
    ...checked,
  ].slice(-checkedKept),
});

export function withTicket(
  integration: Integration,
  ticket: Pick<IntegrationTicket, 'summary' | 'by' | 'at'>,
): Integration {
  const id = Math.max(0, ...integration.tickets.map((one) => one.id)) + 1;
  const over = integration.tickets.filter(({ resolved }) => resolved !== null);
  const gone = new Set(over.slice(0, Math.max(0, over.length - resolvedKept)));
  return {
    ...integration,
    tickets: [
      ...integration.tickets.filter((one) => !gone.has(one)),
      { id, ...ticket, ticket: null, resolved: null },
    ],
  };
}

/** The tickets with the keys that Jira has given them meanwhile, in the order in which they were raised. */
export function withKeys(
  integration: Integration,
  { raised = [] }: Pick<Ledger, 'raised'>,
): Integration {
  const taken = new Set(integration.tickets.map(({ ticket }) => ticket?.issueId));
  let changed = false;
  const tickets = integration.tickets.map((one) => {
    if (one.ticket !== null) return one;
    const found = raised.find(
      ({ issueId, summary, at }) => !taken.has(issueId) && summary === one.summary && at >= one.at,
    );
    if (found === undefined) return one;
    taken.add(found.issueId);
    changed = true;
    return { ...one, ticket: { issueId: found.issueId, key: found.key } };
  });
  return changed ? { ...integration, tickets } : integration;
}

/** The ticket with that number is resolved. */
export const withResolved = (
  integration: Integration,
  ids: readonly number[],
  resolved: NonNullable<IntegrationTicket['resolved']>,
): Integration => ({
  ...integration,
  tickets: integration.tickets.map((one) =>
    ids.includes(one.id) && one.resolved === null ? { ...one, resolved } : one,
  ),
});
