// CR-16: Jira's own due date is kept in step with the firm one.
import { because } from '../../../core/because';
import type { OwnCommand } from '../../../core/command';
import { JiraRefused } from '../../../app/errors';
import type { OutboxItem } from '../../../app/outbox';
import { alreadyDone, asActor, type Done, done, type Performing } from '../../../app/performing';
import { setDueDate } from '../effects';

/** A screen without the field is named in the journal; the firm date stands all the same. */
export async function setJirasDueDate(
  performing: Performing,
  item: OutboxItem,
  own: OwnCommand,
): Promise<Done> {
  if (await alreadyDone(performing, item)) return done();
  const { day } = setDueDate.inputOf(own);
  const change = { people: [], priority: null, dueDate: day, projection: null };
  const mark = { effectId: item.id, clause: item.clause };
  try {
    return done({
      notes: await asActor(performing, item, (door) => door.edit(performing.issueId, change, mark)),
    });
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    const remedy = 'Put the field Due date on the screens of this project.';
    return done({
      notes: [
        {
          kind: 'failed',
          text: `Jira’s due date could not be set to ${day}`,
          because: because(item.clause, remedy, { jira: error.message }),
        },
      ],
    });
  }
}
