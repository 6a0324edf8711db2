import { ForgeKvsAPIError } from '@forge/kvs';
import { RelayError } from '../app/errors';

const statusOf = (error: unknown): number | null =>
  error instanceof ForgeKvsAPIError ? error.responseDetails.status : null;

/** Storage asks to wait (429), or failed: tried again later. Everything else is thrown as it is. */
export function storageFailure(error: unknown): unknown {
  const status = statusOf(error);
  if (status === 429)
    return new RelayError('jira-busy', 'Storage is busy.', { retryAfterSeconds: 10, cause: error });
  if (status !== null && status >= 500)
    return new RelayError('jira-down', 'Storage failed.', { retryAfterSeconds: 10, cause: error });
  return error;
}

/** Did storage turn the request down, as it does when a condition of a transaction does not hold? */
export const turnedDown = (error: unknown): boolean => {
  const status = statusOf(error);
  return status !== null && status >= 400 && status < 500 && status !== 429;
};

/** Runs a storage call with its failures in the app's terms. */
export async function storing<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw storageFailure(error);
  }
}
