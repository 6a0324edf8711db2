// Tickets that the app raises itself, each once.
import { because } from '../core/because';
import type { Command } from '../core/command';
import type { IssueId, ProjectId } from '../core/ids';
import { msOf } from '../core/instant';
import { emptyLedger } from '../core/ledger';
import { rulesOn } from './at-work';
import { ChangedMeanwhile, JiraBusy } from './errors';
import { awake, newRecord, type OutboxItem } from './outbox';
import { type Done, done, type Performing } from './performing';
import type { Ports, Requests } from './ports';

/** Jira's index may be this far behind: before that, not finding an issue says nothing (believed: minutes at most). */
const indexLagMs = 10 * 60_000;
const lookAgainSeconds = 60;

/** A ticket as Jira names it. */
export interface Raised {
  readonly issueId: IssueId;
  readonly key: string;
}

/** By which what was raised is found again. */
const referenceOf = ({ id }: OutboxItem): string => `relay-${id}`;

/** What an earlier try raised; it may be there and not be in Jira's index yet, so that has to be waited for. */
async function foundAgain(
  { ports, recovered, since }: Performing,
  item: OutboxItem,
  projectId: ProjectId,
): Promise<Raised | null> {
  if (!recovered) return null;
  const found = await ports.requests.find(projectId, referenceOf(item));
  if (found === null && msOf(ports.now()) < msOf(since) + indexLagMs)
    throw new JiraBusy(lookAgainSeconds, 'the search index may be behind');
  return found;
}

/** Raises it, or finds what an earlier try raised. @param words what it says; put together only where it is not there yet */
export async function raiseOnce(
  performing: Performing,
  item: OutboxItem,
  projectId: ProjectId,
  words: () => Promise<Omit<Parameters<Requests['raise']>[0], 'projectId' | 'reference'>>,
): Promise<Raised> {
  const { ports, issueId } = performing;
  const raised =
    (await foundAgain(performing, item, projectId)) ??
    (await ports.requests.raise({ ...(await words()), projectId, reference: referenceOf(item) }));
  await rememberWhereFrom(ports, raised, projectId, issueId);
  return raised;
}

/** The raised ticket knows where it came from, so that what happens there is heard here. */
async function rememberWhereFrom(
  ports: Ports,
  { issueId, key }: Raised,
  projectId: ProjectId,
  from: IssueId,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const record =
      (await ports.tickets.load(issueId)) ?? newRecord(emptyLedger(issueId, key, projectId));
    if (record.ledger.from === from) return;
    try {
      const ledger = { ...record.ledger, from };
      await ports.tickets.save(awake({ ...record, ledger }, await rulesOn(ports, ledger)));
      return;
    } catch (error) {
      // Its own first turn may be at work.
      if (!(error instanceof ChangedMeanwhile) || tries === 5) throw error;
    }
  }
}

/** Another ticket, once: on a second try look first whether it is there. */
export async function raiseRequest(
  performing: Performing,
  item: OutboxItem,
  command: Command & { kind: 'raise-request' },
): Promise<Done> {
  const { ports, issueId } = performing;
  const { projectId, requestType, summary, description, standing } = command;
  const raised = await raiseOnce(performing, item, projectId, () =>
    Promise.resolve({ requestType, summary, description }),
  );
  if (standing !== undefined) {
    const { priority, labels, linkType } = standing;
    await ports.jira.app.edit(
      raised.issueId,
      {
        people: [],
        priority: priority.id,
        labels,
        link: { type: linkType, to: issueId },
        projection: null,
      },
      { effectId: `${item.id}-standing`, clause: item.clause },
    );
  }
  return done({
    raised: { ...raised, summary, at: ports.now() },
    notes: [
      {
        kind: 'done',
        text: `${raised.key} raised: ${summary}`,
        because: because(
          item.clause,
          'The ticket was raised from here and carries the reference of this act.',
          { reference: referenceOf(item) },
        ),
      },
    ],
  });
}
