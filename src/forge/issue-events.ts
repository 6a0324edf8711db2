// A product event is a hint that it is worth looking: who sent it, how late and how often does not matter.
import type { Hint } from '../app/worth-a-turn';
import { mayMatter, routesOf, worthATurn } from '../app/worth-a-turn';
import { routesAt } from '../kvs/in-force';
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

/** A queue takes 500 events a minute (Forge): those that it refused come back over the minute that follows. */
const pauseSeconds = 30;
const spreadSeconds = 60;

/**
 * Looks at the event for as little as possible and queues a turn when it is worth one. What fails meanwhile, such as where the
 * queue is full, is given back: the platform loses an event whose function throws, and delivers again what is asked for.
 */
export async function onIssueEvent(event: IssueEvent): Promise<unknown> {
  const hint = hintOf(event);
  if (hint === null) {
    log.info('event-ignored', { reason: 'not readable' });
    return undefined;
  }
  if (!mayMatter(hint)) return undefined;
  try {
    return await lookAt(hint);
  } catch (error) {
    const { issueId } = hint;
    log.error('event-postponed', error, { issueId });
    const { turnedAway } = await import('./turned-away');
    return turnedAway(pauseSeconds + (Number(issueId) % spreadSeconds), { issueId });
  }
}

async function lookAt(hint: Hint): Promise<void> {
  const seen = routesAt(hint.issueId, async (policy) => {
    const { procedures } = await import('../procedures');
    return routesOf(procedures, policy);
  });
  seen.catch(() => undefined);
  await hasLeft();
  const { procedures } = await import('../procedures');
  if (!(await worthATurn(() => seen, procedures, hint))) return;
  if (hint.kind === 'deleted') {
    const { record } = await seen;
    if (record !== null) await (await import('./forget')).forget(record);
  } else await turns.push([{ issueIds: [hint.issueId], delaySeconds: 0 }]);
}
