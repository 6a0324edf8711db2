import type { IssueId } from '../core/ids';
import type { Ledger } from '../core/ledger';
import type { Ports } from './ports';

/**
 * Forgets a ticket, with all that any procedure keeps of it. Its own row goes last, so that what was cut off is known and
 * done again.
 */
export async function forgetTicket(
  ports: Ports,
  issueId: IssueId,
  ledger: Ledger | null,
): Promise<void> {
  await Promise.all(ports.procedures.map(({ forget }) => forget?.(ports, issueId, ledger)));
  await ports.tickets.forget(issueId);
}
