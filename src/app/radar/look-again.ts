import { adminsOnly } from '../administrators';
import type { Ports } from '../ports';
import type { Catalogue } from '../settings-ports';

/** Tickets of a queue that are looked at at once; Jira reads 100 in one request, a turn takes 30. */
const most = 100;
const perTurn = 30;

/** Gives every listed ticket of a queue a turn, in the background. @returns how many */
export async function lookAgain(
  ports: Ports,
  asViewer: Pick<Catalogue, 'mayAdminister'>,
  projectId: string,
): Promise<{ readonly tickets: number }> {
  await adminsOnly(ports, asViewer);
  const issueIds = (await ports.tickets.onRadar(projectId, most)).map(({ issueId }) => issueId);
  const turns = Array.from({ length: Math.ceil(issueIds.length / perTurn) }, (_, index) => ({
    issueIds: issueIds.slice(index * perTurn, (index + 1) * perTurn),
    delaySeconds: 0,
  }));
  if (turns.length > 0) await ports.turns.push(turns);
  return { tickets: issueIds.length };
}
