import type { IssueId } from '../core/ids';
import type { Ports } from './ports';

/** Forgets a deleted ticket, with all that any procedure keeps of it. */
export async function forgetTicket(ports: Ports, issueId: IssueId): Promise<void> {
  await Promise.all([
    ports.tickets.forget(issueId),
    ...ports.procedures.map(({ forget }) => forget?.(ports, issueId)),
  ]);
}
