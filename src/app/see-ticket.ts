import type { IssueId } from '../core/ids';
import type { Situation } from '../core/situation';
import { gather } from './gather';
import type { TicketRecord } from './outbox';
import type { Ports } from './ports';
import { cannotSee, noQueue, settingsOf, type Viewer, viewerOf } from './viewer';

/** A ticket as somebody looks at it. */
export interface SeenTicket {
  readonly viewer: Viewer;
  readonly situation: Situation;
  readonly record: TicketRecord | null;
}

/** One read of Jira, as the viewer: who cannot see the ticket gets nothing here either. */
export async function seeTicket(ports: Ports, issueId: IssueId): Promise<SeenTicket> {
  const viewer = viewerOf(ports);
  const [policy, record] = await Promise.all([settingsOf(ports), ports.tickets.load(issueId)]);
  const ticket = await viewer.door.readTicket(issueId, policy);
  if (ticket === null) throw cannotSee(issueId);
  const situation = await gather(ports, policy, { ticket, ledger: record?.ledger ?? null });
  if (situation === null) throw noQueue();
  return { viewer, situation, record };
}
