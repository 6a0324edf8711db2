// Who acts for support while somebody else is asked.
import type { Case } from '../../core/case';
import { whyNotThere } from '../../core/holder';
import type { AccountId } from '../../core/ids';
import type { Party } from '../../core/wait';

/** The assignee; on a ticket that is assigned to no colleague, whoever has looped the manager in. */
export function agentFor(c: Case, who: AccountId | null): Party {
  const assignee = c.ticket.assignee?.accountId;
  if (assignee !== undefined && whyNotThere(c, assignee) === null) return 'assignee';
  return who !== null && whyNotThere(c, who) === null ? { people: [who] } : 'assignee';
}
