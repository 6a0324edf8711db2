/** What one request may hold, and what its answer holds at most. The sources are in beliefs.ts. */
export const requestLimits = {
  /** Characters of an entity property and of its key. */
  property: { value: 32_768, key: 255 },
  search: {
    page: 5_000,
    pageWithFields: 100,
    usualPage: 50,
    properties: 5,
    reconcileIssues: 50,
    orderFields: 7,
    tokenDays: 7,
  },
  bulkFetch: { issues: 100, histories: 40 },
  bulkChangelogs: { issues: 1_000, fields: 10, histories: 10_000 },
  /** Histories inside an issue. */
  historiesInIssue: 100,
  jsmPage: { usual: 50, most: 100 },
} as const;

/**
 * What an app may ask of Jira, and what Jira takes at once, as of August 2026
 * (https://developer.atlassian.com/cloud/jira/platform/rate-limiting/).
 */
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
