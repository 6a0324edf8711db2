// What Jira or storage has no time for is given back to the queue.

/** Forge: `retryAfter` is at most 900 seconds. */
export const longestRetrySeconds = 900;

/** The answer of a consumer that wants its event again later. @param retryData for whoever reads the log */
export async function turnedAway(
  retryAfter: number,
  retryData: Readonly<Record<string, string | number>>,
): Promise<unknown> {
  const { InvocationError, InvocationErrorCode } = await import('@forge/events');
  return new InvocationError({
    retryAfter,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData,
  });
}
