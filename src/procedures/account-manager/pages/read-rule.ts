// The written SOP behind a "why": what the settings in force say under a clause.
import { proseOf } from '../../../core/written-sop';
import type { IssueId } from '../../../core/ids';
import { configuredOf } from '../../../app/app-procedure';
import type { Ports } from '../../../app/ports';
import { seeTicket } from '../../../app/see-ticket';
import { namesIn } from '../../../app/settings/names-in';
import { proseIn } from '../../../app/settings/procedure-settings';

/**
 * The sentences of one clause, for all queues and for the ticket's own; none where the clause is not written down.
 * @throws RelayError `missing` for whoever cannot see the ticket
 */
export async function readRule(
  ports: Ports,
  issueId: IssueId,
  clause: string,
): Promise<readonly string[]> {
  const {
    situation: { policy, queue },
  } = await seeTicket(ports, issueId);
  const sentences = proseOf(
    policy,
    await namesIn(ports, [policy]),
    proseIn(await configuredOf(ports)),
  ).filter((one) => one.clause === clause && (one.queue === null || one.queue === queue.projectId));
  return [...new Set(sentences.map(({ text }) => text))];
}
