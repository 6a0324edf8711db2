// The least time in which Jira's limits let an app escalate so many asks, however well it goes about it.
import { limits, requestLimits } from '../host/jira/limits';

/** Requests to one endpoint. */
export interface Needed {
  readonly method: 'POST';
  readonly times: number;
  readonly points: number;
}

const hourMs = 3_600_000;

/** Each ticket is read with others, told and moved. */
export function escalations(asks: number): readonly Needed[] {
  const reads = Math.ceil(asks / requestLimits.bulkFetch.issues);
  return [
    {
      method: 'POST',
      times: reads,
      points: reads * limits.points.request + asks * limits.points.object,
    },
    { method: 'POST', times: asks, points: asks * limits.points.request },
    { method: 'POST', times: asks, points: asks * limits.points.request },
  ];
}

/** Milliseconds so many requests to one endpoint take: the bucket holds one second, and fills as fast. */
const burstMs = (times: number, perSecond: number): number =>
  Math.max(0, (times / perSecond - 1) * 1000);

/**
 * @param from when it begins, epoch milliseconds
 * @param pointsElsewhere points that others take of each hour's quota
 */
export function leastMs(needed: readonly Needed[], from: number, pointsElsewhere: number): number {
  const points = needed.reduce((sum, one) => sum + one.points, 0);
  const hourly = limits.pointsPerHour - pointsElsewhere;
  // Hours whose points are used up before the last of the work can be done, and the part that is left then.
  const hours = Math.max(0, Math.ceil(points / hourly) - 1);
  const untilQuota =
    hours === 0 ? 0 : Math.ceil((from + 1) / hourMs) * hourMs + (hours - 1) * hourMs - from;
  const left = (points - hours * hourly) / points;
  return (
    untilQuota +
    Math.max(...needed.map(({ method, times }) => burstMs(times * left, limits.burst[method])))
  );
}
