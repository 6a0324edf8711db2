/** Jira Cloud, "Rate limiting", as of August 2026. */
export const rateLimitSource = 'https://developer.atlassian.com/cloud/jira/platform/rate-limiting/';

/** What an app may ask of Jira, and what Jira takes at once. */
export const limits = {
  /** Tier 1: points of one app in one hour of UTC, over all its sites. */
  pointsPerHour: 65_000,
  /** Points: every request; each core object a read returns; a read of users, groups or permissions. */
  points: { request: 1, object: 1, identity: 2 },
  /** Requests a second to one endpoint with one method; the bucket holds one second. */
  burst: { GET: 100, POST: 100, PUT: 50, DELETE: 50 },
  burstOf: new Map<string, number>([
    ['GET /rest/api/3/issue/{issueIdOrKey}', 150],
    ['POST /rest/api/3/search/approximate-count', 150],
    ['GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer', 5],
  ]),
  /** Writes to one issue: so many in so many milliseconds. */
  writesPerIssue: [
    { most: 20, withinMs: 2_000 },
    { most: 100, withinMs: 30_000 },
  ],
  /** `X-RateLimit-NearLimit` says so below this part of the points. */
  nearLimit: 0.2,
} as const;
