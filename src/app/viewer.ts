import type { Actor } from '../core/act';
import type { AccountId, IssueId } from '../core/ids';
import type { Policy } from '../core/policy';
import type { Ticket } from '../core/ticket';
import { RelayError } from './errors';
import type { Ports } from './ports';
import type { JiraDoor } from './jira-ports';

/** Who looks, by what the platform says and never by what the page sends. */
export interface Viewer {
  readonly accountId: AccountId;
  readonly door: JiraDoor;
}

/** @throws RelayError `permission` when the platform names nobody */
export function viewerOf(ports: Ports): Viewer {
  const { viewer } = ports.jira;
  if (viewer === null)
    throw new RelayError('permission', 'Account Relay does not know who you are.', {
      remedy: 'Log in to Jira and try again.',
    });
  return viewer;
}

/** @throws RelayError `misconfigured` before the first settings were published */
export async function settingsOf(ports: Ports): Promise<Policy> {
  const policy = await ports.policy.current();
  if (policy === null) {
    throw new RelayError('misconfigured', 'Account Relay is not set up yet.', {
      remedy:
        'A Jira administrator can import the settings under Account Relay in the admin settings.',
    });
  }
  return policy;
}

/** Somebody may move the ticket exactly when Jira offers them a transition. */
export const actorOn = (viewer: Viewer, ticket: Ticket): Actor => ({
  accountId: viewer.accountId,
  mayTransition: ticket.reachable.length > 0,
});

/** What somebody who cannot see a ticket is told: the same as for one that does not exist. */
export const cannotSee = (issueId: IssueId): RelayError =>
  new RelayError('missing', 'This ticket does not exist, or you may not see it.', {
    field: 'issueId',
    remedy: `Check that ticket ${issueId} is still there and that you may browse its project.`,
  });

/** A ticket outside the queues of the settings. */
export const noQueue = (): RelayError =>
  new RelayError(
    'refused',
    'The project of this ticket is not one of the queues in the Account Relay settings.',
    {
      because: {
        clause: 'AM-04',
        text: 'The SOP covers the queues named in the settings.',
        values: {},
      },
    },
  );
