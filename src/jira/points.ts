// Jira's hourly points, as far as its answers tell this instance of the app.
// https://developer.atlassian.com/cloud/jira/platform/rate-limiting/

/** Work that can wait stops when less than this share is left: the rest is for what people do until the hour is over. */
const reserve = 0.03;

let scarceUntil = 0;

const numberIn = (headers: Headers, name: string): number => Number(headers.get(name) ?? NaN);
type Headers = { get(name: string): string | null };

/** Remembers what an answer of Jira says of the points. */
export function notePoints(headers: Headers): void {
  const left = numberIn(headers, 'X-RateLimit-Remaining');
  const most = numberIn(headers, 'X-RateLimit-Limit');
  const reset = Date.parse(headers.get('X-RateLimit-Reset') ?? '');
  if (left < most * reserve && Number.isFinite(reset)) scarceUntil = reset;
}

/** Seconds until there are points again; null while there are enough, for all this instance knows. */
export function scarceFor(now: number): number | null {
  return now < scarceUntil ? Math.ceil((scarceUntil - now) / 1000) : null;
}
