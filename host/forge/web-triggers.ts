// Web triggers: addresses anybody outside may call. Static ones answer only what the manifest lists.
// https://developer.atlassian.com/platform/forge/events-reference/web-trigger/
import type { Invoker } from './invoker';
import { forgeLimits } from './limits';
import type { Manifest, WebTriggerModule } from './manifest';

export interface WebRequest {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WebAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const failed: WebAnswer = { status: 500, headers: {}, body: '' };

export class WebTriggers {
  /** Module keys by the id in their address, which is the key itself until the app deletes it and makes another. */
  readonly #keys: Map<string, string>;
  #made = 1;

  constructor(
    private readonly manifest: Manifest,
    private readonly siteUrl: string,
    private readonly invoker: () => Invoker,
  ) {
    this.#keys = new Map(manifest.webTriggers.map(({ key }) => [key, key]));
  }

  /** Where a web trigger of the manifest is reached. @throws Error for one the manifest does not have */
  url(key: string): string {
    if (!this.manifest.webTriggers.some((module) => module.key === key))
      throw new Error(`The manifest has no web trigger ${key}.`);
    const [id] = [...this.#keys].find(([, one]) => one === key) ?? [this.#make(key)];
    return `${this.siteUrl}/x1/${id}`;
  }

  /** What `webTrigger.getUrl`, `queryUrls` and `deleteUrl` of the SDK ask for (proved with @forge/api 8.3.0). */
  graphql(body: unknown): Response {
    const { query = '', variables = {} } = body as {
      query?: string;
      variables?: { input?: { triggerKey?: string }; forceCreate?: boolean; id?: string };
    };
    const key = variables.input?.triggerKey;
    if (query.includes('createWebTriggerUrl')) {
      if (!this.manifest.webTriggers.some((module) => module.key === key)) {
        return Response.json({
          data: { createWebTriggerUrl: null },
          errors: [{ message: `The manifest has no web trigger ${key ?? ''}.` }],
        });
      }
      if (variables.forceCreate === true) this.#make(key as string);
      return Response.json({ data: { createWebTriggerUrl: { url: this.url(key as string) } } });
    }
    if (query.includes('deleteWebTriggerUrl')) {
      const success = this.#keys.delete(variables.id ?? '');
      return Response.json({
        data: {
          deleteWebTriggerUrl: { success, message: success ? '' : 'There is no such web trigger.' },
        },
      });
    }
    const all = [...this.#keys].map(([id, triggerKey]) => ({
      triggerKey,
      url: `${this.siteUrl}/x1/${id}`,
    }));
    return Response.json({ data: { webTriggerUrlsByAppContext: all } });
  }

  /** @param id the last part of an address */
  async call(
    id: string,
    { method, headers = {}, query = {}, body = '' }: WebRequest,
  ): Promise<WebAnswer> {
    const module = this.manifest.webTriggers.find(({ key }) => key === this.#keys.get(id));
    if (module === undefined) return { status: 404, headers: {}, body: '' };
    const many = (values: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
    const outcome = await this.invoker().run({
      function: module.function,
      module: module.key,
      moduleType: 'webtrigger',
      timeoutSeconds: forgeLimits.timeout.webTrigger,
      payload: {
        method,
        path: `/x1/${id}`,
        userPath: '',
        headers: many(headers),
        queryParameters: many(query),
        body,
      },
    });
    if (outcome.kind !== 'returned') return failed;
    return module.outputs === null
      ? dynamicAnswer(outcome.value)
      : staticAnswer(module.outputs, outcome.value);
  }

  #make(key: string): string {
    this.#made += 1;
    const id = `${key}-${this.#made}`;
    for (const [old, one] of this.#keys) if (one === key) this.#keys.delete(old);
    this.#keys.set(id, key);
    return id;
  }
}

/** 500 for what is no answer, as on Forge. */
function dynamicAnswer(value: unknown): WebAnswer {
  const {
    statusCode,
    headers = {},
    body = '',
  } = (value ?? {}) as { statusCode?: unknown; headers?: Record<string, string[]>; body?: unknown };
  if (
    !Number.isInteger(statusCode) ||
    (statusCode as number) < 200 ||
    (statusCode as number) > 599 ||
    typeof body !== 'string'
  )
    return failed;
  const flat = Object.entries(headers).map(
    ([name, values]) => [name, [values].flat().join(', ')] as const,
  );
  return { status: statusCode as number, headers: Object.fromEntries(flat), body };
}

function staticAnswer(
  outputs: NonNullable<WebTriggerModule['outputs']>,
  value: unknown,
): WebAnswer {
  const { outputKey } = (value ?? {}) as { outputKey?: string };
  const output = outputs.find(({ key }) => key === outputKey);
  return output === undefined
    ? failed
    : {
        status: output.statusCode,
        headers: { 'content-type': output.contentType },
        body: output.body,
      };
}
