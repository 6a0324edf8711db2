import { because } from '../../../core/because';
import { deletePersonal as effect } from '../effects';
import { withoutFreeWords } from '../free-text';
import { JiraRefused } from '../../../app/errors';
import type { OutboxItem } from '../../../app/outbox';
import type { OwnCommand } from '../../../core/command';
import { type Done, done, type Note, type Performing } from '../../../app/performing';
import { sealOf } from './certificate';

/** EA-24: the data goes wherever it went, and the journal keeps the seal of its certificate. */
export async function deletePersonal(
  performing: Performing,
  item: OutboxItem,
  own: OwnCommand,
): Promise<Done> {
  const { ports, issueId } = performing;
  const { certificate, raised = [] } = effect.inputOf(own);
  await ports.personal.forget(issueId);
  await ports.tickets.rewriteArchive(issueId, withoutFreeWords);
  const notes: Note[] = [];
  for (const one of raised) notes.push(await emptied(performing, item, one));
  const seal = sealOf(issueId, certificate);
  return done({
    notes: [
      ...notes,
      {
        kind: 'done',
        text: `Deleted for good; certificate ${seal.slice(0, 12)}`,
        because: because(
          'EA-24',
          'The certificate holds counts and dates, and its hash shows whether somebody changed it.',
          { sha256: seal },
        ),
      },
    ],
  });
}

/** The words of a request that was raised for a customer; what Jira keeps of its history only people can delete. */
async function emptied(
  { ports }: Performing,
  { id, clause }: OutboxItem,
  { issueId, key, cid }: { readonly issueId: string; readonly key: string; readonly cid: string },
): Promise<Note> {
  try {
    await ports.jira.app.edit(
      issueId,
      {
        people: [],
        priority: null,
        words: {
          summary: `Account request to ${cid}`,
          description: 'The personal data of the engineer was deleted.',
        },
        projection: null,
      },
      { effectId: `${id}-${issueId}`, clause },
    );
    return {
      kind: 'done',
      text: `Personal data taken out of ${key}`,
      because: because(
        'EA-24',
        `Summary and description name nobody any more. Jira keeps the former text in the history of ${key}; delete the request where that must go, too.`,
        { request: key },
      ),
    };
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    // A request that is gone names nobody.
    if (error.status === 404)
      return {
        kind: 'done',
        text: `${key} is gone`,
        because: because('EA-24', 'It was deleted or moved out of sight.', { request: key }),
      };
    return {
      kind: 'failed',
      text: `Personal data may still stand in ${key}`,
      because: because('EA-24', error.message, {
        remedy: `Empty summary and description of ${key}, or delete it.`,
      }),
    };
  }
}
