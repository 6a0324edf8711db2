/** Jira, or the host, said no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** By field id: what is wrong with what was typed there. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Jira's errors have errorMessages and errors, JSM's an errorMessage, the host's an error with a message. */
interface Refused {
  readonly errorMessages?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly errorMessage?: string;
  readonly error?: { readonly message?: string };
}

function refusalOf(status: number, body: Refused | null): Refusal {
  const fields = body?.errors ?? {};
  const messages = [
    ...(body?.errorMessages ?? []),
    body?.errorMessage,
    body?.error?.message,
    ...Object.values(fields),
  ].filter(Boolean);
  return new Refusal(status, messages.join(' ') || `The local Jira answered ${status}.`, fields);
}

/**
 * Asks Jira or the host as the person chosen (the session cookie says who).
 * @throws Refusal with Jira's own words, status 0 when nobody answers
 */
export async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? { method }
      : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => {
    throw new Refusal(0, 'The local Jira does not answer. Is "npm start" still running?');
  });
  const text = await response.text();
  let parsed: unknown = null;
  try {
    parsed = text === '' ? null : JSON.parse(text);
  } catch {
    if (response.ok) throw new Refusal(response.status, `${path} did not answer with JSON.`);
  }
  if (!response.ok) throw refusalOf(response.status, parsed as Refused | null);
  return parsed as T;
}

export const read = <T>(path: string): Promise<T> => send<T>('GET', path);
