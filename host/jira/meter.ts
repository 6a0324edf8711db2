import { type RateLimitReason } from '../faults';
import { type Issue } from './entities';
import { limits } from './limits';
import { type Operation } from './operation';
import { type Answer } from './types';

const hour = 3_600_000;

/** Jira's 429, with everything a client needs to wait for the right time. */
export function tooMany(
  reason: RateLimitReason,
  retryAfterSeconds: number,
  now: number,
  limit: number,
): Answer {
  const reset = new Date(now + retryAfterSeconds * 1_000)
    .toISOString()
    .replace(/:\d\d\.\d{3}Z$/, 'Z');
  return {
    status: 429,
    headers: {
      'Retry-After': String(retryAfterSeconds),
      'RateLimit-Reason': reason,
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': reset,
      'X-RateLimit-NearLimit': 'true',
    },
    body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
  };
}

/** How many people, groups or permissions an answer names: its list, or itself. */
function identitiesIn(body: unknown): number {
  if (Array.isArray(body)) return body.length;
  if (typeof body !== 'object' || body === null) return 0;
  const { values, permissions, users } = body as Record<string, unknown>;
  for (const list of [values, permissions, users]) {
    if (typeof list === 'object' && list !== null) return Object.keys(list).length;
  }
  return 1;
}

/** Counts what the app asks of Jira, in virtual time. */
export class Meter {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  #hour = 0;
  #used: number;

  /**
   * @param elsewhere points the app's other sites take each hour: the quota is one for all of them
   * @param careful whether each person, group or permission costs, and not the request that reads them
   */
  constructor(
    private readonly elsewhere = 0,
    private readonly careful = false,
  ) {
    this.#used = elsewhere;
  }

  /** Points the app has used in this hour of UTC. */
  used(now: number): number {
    this.#turn(now);
    return this.#used;
  }

  /** The refusal this request meets, or null when it may pass. Takes a token of the burst bucket. */
  refuses(operation: Operation, issue: Issue | null, now: number): Answer | null {
    this.#turn(now);
    if (this.#used >= limits.pointsPerHour) {
      return tooMany(
        'jira-quota-global-based',
        Math.ceil((hour - (now % hour)) / 1_000),
        now,
        limits.pointsPerHour,
      );
    }
    const perSecond =
      limits.burstOf.get(`${operation.method} ${operation.path}`) ?? limits.burst[operation.method];
    if (!this.#take(`${operation.method} ${operation.path}`, perSecond, now))
      return tooMany('jira-burst-based', 1, now, perSecond);
    return issue && operation.method !== 'GET' ? this.#writes(issue, now) : null;
  }

  /** Books what a request cost and answers the points. */
  book(operation: Operation, answer: Answer, now: number): number {
    this.#turn(now);
    const { request, object, identity } = limits.points;
    const points =
      operation.cost === 'identity'
        ? this.careful
          ? request + identity * identitiesIn(answer.body)
          : identity
        : operation.cost === 'write'
          ? request
          : request + object * (answer.objects ?? 0);
    this.#used += points;
    return points;
  }

  /** The headers that tell the app how it stands. */
  headers(now: number): Record<string, string> {
    const remaining = Math.max(0, limits.pointsPerHour - this.used(now));
    return {
      'X-RateLimit-Limit': String(limits.pointsPerHour),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': new Date((Math.floor(now / hour) + 1) * hour)
        .toISOString()
        .replace(/:\d\d\.\d{3}Z$/, 'Z'),
      ...(remaining < limits.pointsPerHour * limits.nearLimit
        ? { 'X-RateLimit-NearLimit': 'true' }
        : {}),
    };
  }

  #turn(now: number): void {
    const current = Math.floor(now / hour);
    if (current === this.#hour) return;
    this.#hour = current;
    this.#used = this.elsewhere;
  }

  #take(key: string, perSecond: number, now: number): boolean {
    const bucket = this.#buckets.get(key) ?? { tokens: perSecond, at: now };
    const tokens = Math.min(perSecond, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond);
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1;
  }

  #writes(issue: Issue, now: number): Answer | null {
    const longest = Math.max(...limits.writesPerIssue.map(({ withinMs }) => withinMs));
    while (issue.writes[0] !== undefined && issue.writes[0] <= now - longest) issue.writes.shift();
    for (const { most, withinMs } of limits.writesPerIssue) {
      const recent = issue.writes.filter((at) => at > now - withinMs);
      if (recent.length < most) continue;
      const free = (recent[recent.length - most] ?? now) + withinMs;
      return tooMany(
        'jira-per-issue-on-write',
        Math.max(1, Math.ceil((free - now) / 1_000)),
        now,
        most,
      );
    }
    issue.writes.push(now);
    return null;
  }
}
