// A product event is a hint that it is worth looking: who sent it, how late and how often does not matter.
import type { Hint } from '../app/worth-a-turn';
import { mayMatter, worthATurn } from '../app/worth-a-turn';
import { glance } from '../kvs/in-force';
import { hasLeft } from './first-look';
import { log } from './log';
import { turns } from './queues';

/** As far as it is read: https://developer.atlassian.com/platform/forge/events-reference/jira/ */
interface IssueEvent {
  readonly eventType?: string;
  readonly issue?: {
    readonly id?: string;
    readonly fields?: { readonly project?: { readonly id?: string } };
  };
  readonly changelog?: {
    readonly items?: readonly { readonly fieldId?: string; readonly field?: string }[];
  };
  readonly comment?: { readonly body?: unknown };
}

const kinds: Readonly<Record<string, Hint['kind']>> = {
  'avi:jira:created:issue': 'created',
  'avi:jira:updated:issue': 'updated',
  'avi:jira:commented:issue': 'commented',
  'avi:jira:deleted:issue': 'deleted',
};

/** Does the text of that comment tag anybody? Good enough for a hint; the turn reads the comment itself. */
const tagsSomebody = (body: unknown): boolean =>
  /"type":"mention"|\[~accountid:/u.test(JSON.stringify(body ?? ''));

function hintOf(event: IssueEvent): Hint | null {
  const kind = kinds[event.eventType ?? ''];
  const issueId = event.issue?.id;
  if (kind === undefined || issueId === undefined) return null;
  return {
    kind,
    issueId: String(issueId),
    projectId: event.issue?.fields?.project?.id ?? null,
    fields: (event.changelog?.items ?? []).map(({ fieldId, field }) => fieldId ?? field ?? ''),
    mentions: tagsSomebody(event.comment?.body),
  };
}

/** Looks at the event for as little as possible and queues a turn when it is worth one. */
export async function onIssueEvent(event: IssueEvent): Promise<void> {
  const hint = hintOf(event);
  if (hint === null) {
    log.info('event-ignored', { reason: 'not readable' });
    return;
  }
  if (!mayMatter(hint)) return;
  const seen = glance(hint.issueId);
  seen.catch(() => undefined);
  await hasLeft();
  const { procedures } = await import('../procedures');
  if (!(await worthATurn({ policy: { glance: () => seen }, procedures }, hint))) return;
  if (hint.kind === 'deleted') {
    const { record } = await seen;
    if (record !== null) await (await import('./forget')).forget(record);
  } else await turns.push([{ issueIds: [hint.issueId], delaySeconds: 0 }]);
}
