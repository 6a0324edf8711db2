// Manager fields and priority in one write (AM-07, AM-16).
import { because } from '../core/because';
import type { Command } from '../core/command';
import { JiraRefused } from './errors';
import type { OutboxItem } from './outbox';
import {
  alreadyDone,
  asActor,
  type Done,
  done,
  failed,
  type Note,
  type Performing,
} from './performing';
import type { JiraDoor, Mark } from './jira-ports';

/** Fields Jira will not take are named in the journal, and the others are set all the same. */
export async function editFields(
  performing: Performing,
  item: OutboxItem,
  { fields, priority, labels, projection }: Command & { kind: 'edit' },
  mark: Mark,
): Promise<Done> {
  if (await alreadyDone(performing, item)) return done();
  const write = (refused: readonly string[]) => (door: JiraDoor) =>
    door.edit(
      performing.issueId,
      {
        people: fields
          .filter(({ field }) => !refused.includes(field.id))
          .map(({ field, person }) => ({ field: field.id, person })),
        priority: refused.includes('priority') ? null : (priority?.id ?? null),
        ...(labels === undefined || refused.includes('labels') ? {} : { labels }),
        projection,
      },
      mark,
    );
  try {
    return done({ notes: await asActor(performing, item, write([])) });
  } catch (error) {
    if (!(error instanceof JiraRefused) || Object.keys(error.fields).length === 0) throw error;
    const refused = Object.keys(error.fields);
    const notes = refused.map((id): Note => {
      const name =
        fields.find(({ field }) => field.id === id)?.field.name ??
        (id === 'priority' ? 'Priority' : id === 'labels' ? 'Labels' : id);
      const remedy = `Put the field ${name} on the screens of this project, or map another one in the Account Relay settings.`;
      return {
        kind: 'failed',
        text: `The field ${name} could not be set: ${error.fields[id] ?? ''}`,
        because: because(item.clause, remedy, { field: id }),
      };
    });
    try {
      return done({ notes: [...notes, ...(await asActor(performing, item, write(refused)))] });
    } catch (again) {
      return done({ notes: [...notes, failed(again, item)] });
    }
  }
}
