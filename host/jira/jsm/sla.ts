import { jsmDate } from '../dates';
import { type Issue, type Sla } from '../entities';
import { valueOf } from '../fields/of-issue';
import { isCustomerOf } from '../permissions';
import { type World } from '../world';

const minute = 60_000;

/** `3h 20m`, `-45m`: how JSM tells a duration. */
function friendly(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minute);
  const hours = Math.floor(minutes / 60);
  return `${ms < 0 ? '-' : ''}${hours > 0 ? `${hours}h ` : ''}${minutes % 60}m`;
}

const duration = (ms: number): { millis: number; friendly: string } => ({
  millis: ms,
  friendly: friendly(ms),
});

/** When the clock of this goal stopped: the first public answer of anyone but the customers, or the resolution. */
function stoppedAt(world: World, issue: Issue, sla: Sla): number | null {
  if (sla.stops === 'resolution') {
    const resolved = valueOf(issue, 'resolutiondate');
    return typeof resolved === 'number' ? resolved : null;
  }
  const answer = issue.state.comments.find(({ isPublic, author }) => {
    const user = world.users.get(author);
    return isPublic && user !== undefined && !isCustomerOf(world, user, issue);
  });
  return answer?.created ?? null;
}

/** One SLA of a request. Its clock runs day and night, and never pauses. */
export function formatSla(
  world: World,
  issue: Issue,
  sla: Sla,
  now: number,
): Record<string, unknown> {
  const start = Number(valueOf(issue, 'created'));
  const stop = stoppedAt(world, issue, sla);
  const elapsed = (stop ?? now) - start;
  const cycle = {
    startTime: jsmDate(start),
    breachTime: jsmDate(start + sla.goalMs),
    breached: elapsed > sla.goalMs,
    goalDuration: duration(sla.goalMs),
    elapsedTime: duration(elapsed),
    remainingTime: duration(sla.goalMs - elapsed),
  };
  return {
    id: sla.id,
    name: sla.name,
    slaDisplayFormat: 'NEW_SLA_FORMAT',
    completedCycles: stop === null ? [] : [{ ...cycle, stopTime: jsmDate(stop) }],
    ...(stop === null
      ? { ongoingCycle: { ...cycle, paused: false, withinCalendarHours: true } }
      : {}),
    _links: { self: `${world.baseUrl}/rest/servicedeskapi/request/${issue.id}/sla/${sla.id}` },
  };
}
