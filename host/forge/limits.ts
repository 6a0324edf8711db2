/** Forge's own numbers, each with the page that states it. */
export const forgeLimits = {
  /** Seconds. https://developer.atlassian.com/platform/forge/limits-invocation/ */
  timeout: { resolver: 25, trigger: 25, webTrigger: 55, schedule: 55, consumer: 55 },
  /** Bytes from a page to its resolver, and back. https://developer.atlassian.com/platform/forge/limits-invocation/ */
  page: { requestBytes: 500 * 1000, answerBytes: 5 * 1000 * 1000 },
  /** https://developer.atlassian.com/platform/forge/limits-async-events/ */
  queue: {
    eventsPerRequest: 50,
    eventsPerMinute: 500,
    requestBytes: 200 * 1024,
    longFunctionSeconds: 55,
    longFunctionEventBytes: 100 * 1024,
    pushesPerChain: 1000,
    longestRetryAfterSeconds: 900,
    longestDelaySeconds: 900,
    windowMs: 24 * 3_600_000,
    longestBackOffMs: 15 * 60_000,
  },
  /** https://developer.atlassian.com/platform/forge/events-reference/product_events/ */
  trigger: { retries: 4, longestRetryAfterSeconds: 900 },
  /** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
  storage: {
    keyLength: 500,
    valueBytes: 240 * 1024,
    depth: 31,
    transactionOperations: 25,
    transactionBytes: 4 * 1024 * 1024,
    page: 100,
    defaultPage: 10,
    batch: 25,
    batchBytes: 4 * 1024 * 1024,
    longestTimeToLiveMs: 365 * 86_400_000,
    /** Of an installation: requests a second, and units a minute of reads and of writes (belief `kvs-rates`). */
    requestsPerSecond: 1_000,
    unitsPerMinute: { read: 4_000, write: 4_000 },
    unitBytes: 10_000,
  },
} as const;

/** Milliseconds of virtual time that things take on a host that is told to let them (belief `believed-times`). */
export const latencyMs = { jira: 200, storage: 15, queue: 50, invocation: 30 } as const;
