// Web triggers: addresses anybody outside may call. Static ones answer only what the manifest lists.
import type { Invoker } from './invoker';
import { forgeLimits } from './limits';
import type { Manifest } from './manifest';

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

export class WebTriggers {
  constructor(
    private readonly manifest: Manifest,
    private readonly siteUrl: string,
    private readonly invoker: () => Invoker,
  ) {}

  /** Where a web trigger of the manifest is reached. @throws Error for one the manifest does not have */
  url(key: string): string {
    if (!this.manifest.webTriggers.some((module) => module.key === key)) throw new Error(`The manifest has no web trigger ${key}.`);
    return `${this.siteUrl}/x1/${key}`;
  }

  /** What `webTrigger.getUrl` and `queryUrls` of the SDK ask for. */
  graphql(body: unknown): Response {
    const { variables } = body as { variables?: { input?: { triggerKey?: string } } };
    const key = variables?.input?.triggerKey;
    if (key !== undefined) return Response.json({ data: { createWebTriggerUrl: { url: this.url(key) } } });
    const all = this.manifest.webTriggers.map((module) => ({ triggerKey: module.key, url: this.url(module.key) }));
    return Response.json({ data: { webTriggerUrlsByAppContext: all } });
  }

  async call(key: string, { method, headers = {}, query = {}, body = '' }: WebRequest): Promise<WebAnswer> {
    const module = this.manifest.webTriggers.find((one) => one.key === key);
    if (module === undefined) return { status: 404, headers: {}, body: '' };
    const many = (values: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), [value]]));
    const outcome = await this.invoker().run({
      function: module.function, module: key, moduleType: 'webtrigger', timeoutSeconds: forgeLimits.timeout.webTrigger,
      payload: { method, path: `/x1/${key}`, headers: many(headers), queryParameters: many(query), body },
    });
    if (outcome.kind !== 'returned') return { status: 500, headers: {}, body: '' };
    const answer = (outcome.value ?? {}) as { statusCode?: number; headers?: Record<string, string[]>; body?: string; outputKey?: string };
    if (module.outputs !== null) {
      const output = module.outputs.find((one) => one.key === answer.outputKey);
      return output === undefined ? { status: 500, headers: {}, body: '' } : { status: output.statusCode, headers: { 'content-type': output.contentType }, body: output.body };
    }
    return { status: answer.statusCode ?? 200, headers: Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, values]) => [name, values.join(', ')])), body: answer.body ?? '' };
  }
}
