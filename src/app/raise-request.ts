import { because } from '../domain/because';
import type { Command } from '../domain/command';
import type { OutboxItem } from './outbox';
import { type Done, done, type Performing } from './performing';

/** Another ticket, once: on a second try look first whether it is there. */
export async function raiseRequest({ ports, issueId, recovered }: Performing, item: OutboxItem, command: Command & { kind: 'raise-request' }): Promise<Done> {
  const { projectId, requestType, summary, description, standing } = command;
  const reference = `relay-${item.id}`;
  const raised = (recovered ? await ports.requests.find(projectId, reference) : null) ?? (await ports.requests.raise({ projectId, requestType, summary, description, reference }));
  if (standing !== undefined) {
    const { priority, labels, linkType } = standing;
    await ports.jira.app.edit(raised.issueId, { people: [], priority: priority.id, labels, link: { type: linkType, to: issueId }, projection: null }, { effectId: `${item.id}-standing`, clause: item.clause });
  }
  return done({
    raised: { ...raised, summary, at: ports.now() },
    notes: [{ kind: 'done', text: `${raised.key} raised: ${summary}`, because: because(item.clause, 'The ticket was raised from here and carries the reference of this act.', { reference }) }],
  });
}
