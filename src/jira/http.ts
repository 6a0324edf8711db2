import type { APIResponse, Route } from '@forge/api';
import { JiraBusy, JiraDown, JiraRefused } from '../app/errors';
import { notePoints } from './points';

/** `api.asApp()` or `api.asUser()` of @forge/api: Jira as one caller. */
export interface Api {
  requestJira(
    path: Route,
    init?: { method?: string; body?: string; headers?: Record<string, string> },
  ): Promise<APIResponse>;
}

/** Headers of a request with a JSON body. */
export const json = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** Used when Jira says "later" without saying when. */
const defaultRetrySeconds = 30;

/**
 * Passes a good answer on and turns every other into the app's terms: 429 into JiraBusy, 5xx into JiraDown, other 4xx
 * into JiraRefused with Jira's own words.
 * @param what completes "Jira would not …"
 */
export async function answerOf(response: APIResponse, what: string): Promise<APIResponse> {
  notePoints(response.headers);
  if (response.ok) return response;
  const { status } = response;
  if (status === 429) {
    const seconds = Number(response.headers.get('Retry-After'));
    throw new JiraBusy(
      seconds > 0 ? seconds : defaultRetrySeconds,
      response.headers.get('RateLimit-Reason') ?? 'unknown',
    );
  }
  if (status >= 500) throw new JiraDown(what);
  const { errors, errorMessages } = await wordsOf(response);
  throw new JiraRefused(status, what, errors, errorMessages);
}

/** Jira's error body: `{ errorMessages: [...], errors: { field: "…" } }`; anything else has no words for us. */
async function wordsOf(
  response: APIResponse,
): Promise<{ errors: Record<string, string>; errorMessages: string[] }> {
  try {
    const body = (await response.json()) as { errors?: unknown; errorMessages?: unknown } | null;
    const errors = Object.entries((body?.errors ?? {}) as Record<string, unknown>).map(
      ([field, said]) => [field, String(said)],
    );
    const messages = Array.isArray(body?.errorMessages) ? body.errorMessages.map(String) : [];
    return {
      errors: Object.fromEntries(errors) as Record<string, string>,
      errorMessages: messages,
    };
  } catch {
    return { errors: {}, errorMessages: [] };
  }
}

/** A good answer's JSON body. */
export async function bodyOf<T>(response: APIResponse, what: string): Promise<T> {
  return (await (await answerOf(response, what)).json()) as T;
}

/** Like {@link bodyOf}; null when the thing does not exist or the caller cannot see it (Jira answers 404 to both). */
export async function bodyOrNull<T>(response: APIResponse, what: string): Promise<T | null> {
  return response.status === 404 || response.status === 403 ? null : bodyOf<T>(response, what);
}
