import { type Caller } from './types';

/** One request and what it was answered, for whoever checks or counts what is said. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly caller: Caller;
  /** The parsed JSON; null when there was none. */
  readonly sent: unknown;
  readonly status: number;
  /** Empty when there was no body. */
  readonly contentType: string;
  /** The parsed JSON, or the text; null when there was none. */
  readonly answered: unknown;
  readonly points: number;
}

type Handle = (request: Request, caller: Caller) => Promise<{ response: Response; points: number }>;

const parsed = (text: string): unknown => {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
};

/** The same requests and answers, with the listeners told of each. Nothing is copied while nobody listens. */
export const overheard =
  (handle: Handle, listeners: readonly ((exchange: Exchange) => void)[]): Handle =>
  async (request, caller) => {
    if (listeners.length === 0) return handle(request, caller);
    const sent = parsed(await request.clone().text());
    const { response, points } = await handle(request, caller);
    const answered = parsed(await response.clone().text());
    const contentType = response.headers.get('content-type') ?? '';
    const exchange = {
      method: request.method,
      url: request.url,
      caller,
      sent,
      status: response.status,
      contentType,
      answered,
      points,
    };
    for (const listener of listeners) listener(exchange);
    return { response, points };
  };
