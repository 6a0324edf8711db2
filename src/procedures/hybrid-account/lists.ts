// The lists in which storage finds what goes on, for what comes from outside the ticket.
import type { Cid, IssueId } from '../../core/ids';
import type { Ledger } from '../../core/ledger';
import type { ListRow } from '../../core/procedure';
import { openTickets, withKeys } from './integration';
import { isRunning, notHybrid } from './onboarding';
import { integrationOf, onboardingOf } from './state';

/** Onboardings that go on, by account (HY-22). */
export const onboardingList = 'hybrid-onboarding';

export interface ListedOnboarding {
  readonly issueId: IssueId;
  readonly key: string;
  readonly cid: Cid;
  readonly opportunity: string;
  /** The departments have been asked what becomes of it, because its account is no longer hybrid. */
  readonly lapsed: boolean;
}

/** Tickets with something for the integrations team that is not resolved, all under one name (HY-15). */
export const integrationList = 'hybrid-integration';
export const allOpen = 'open';

export interface ListedIntegration {
  readonly issueId: IssueId;
  /** The tickets raised from there, by their numbers in it. */
  readonly tickets: readonly { readonly id: number; readonly issueId: IssueId }[];
}

export function openRows(ledger: Ledger): ListRow[] {
  const { issueId, key } = ledger;
  const onboarding = onboardingOf(ledger);
  const tickets = openTickets(withKeys(integrationOf(ledger), ledger)).flatMap(({ id, ticket }) =>
    ticket === null ? [] : [{ id, issueId: ticket.issueId }],
  );
  return [
    ...(isRunning(onboarding)
      ? [
          {
            list: onboardingList,
            who: onboarding.cid,
            order: onboarding.openedAt ?? issueId,
            doc: {
              issueId,
              key,
              cid: onboarding.cid,
              opportunity: onboarding.opportunity,
              lapsed: onboarding.crossroads?.some(({ id }) => id === notHybrid) ?? false,
            } satisfies ListedOnboarding,
          },
        ]
      : []),
    ...(tickets.length === 0
      ? []
      : [
          {
            list: integrationList,
            who: allOpen,
            order: issueId,
            doc: { issueId, tickets } satisfies ListedIntegration,
          },
        ]),
  ];
}
