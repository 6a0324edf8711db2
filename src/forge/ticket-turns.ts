// The queue's consumer: a turn for each ticket of an event.
import type { AsyncEvent } from '@forge/events';
import { lookFirst } from './first-look';
import type { Wanted } from './turns-of-event';

function turnsIn(event: AsyncEvent): Wanted {
  const { issueIds, onlyDue } = (event.body ?? {}) as { issueIds?: unknown; onlyDue?: unknown };
  return {
    issueIds: Array.isArray(issueIds)
      ? issueIds.filter((id): id is string => typeof id === 'string')
      : [],
    onlyDue: onlyDue === true,
  };
}

/** One ticket is read with the settings, many once it is known whether Jira has time for them. */
export async function takeTicketTurns(event: AsyncEvent): Promise<unknown> {
  const wanted = turnsIn(event);
  const [first, ...more] = wanted.issueIds;
  if (first === undefined) return undefined;
  const look = await lookFirst(more.length === 0 ? first : null);
  return (await import('./turns-of-event')).takeTurnsOf(wanted, look);
}
