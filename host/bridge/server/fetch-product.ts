import * as v from 'valibot';
import { Refusal } from '../../control/refusal';
import { readManifest } from '../../forge/manifest';
import type { Host } from '../../host';

export const productRequest = v.strictObject({
  restPath: v.string(),
  init: v.optional(
    v.object({
      method: v.optional(v.string(), 'GET'),
      headers: v.optional(v.array(v.tuple([v.string(), v.string()])), []),
      body: v.optional(v.nullable(v.string()), null),
    }),
    {},
  ),
});

/** What `@forge/bridge` 7.2 makes a Response of; the body of an attachment is base64. */
export interface ProductAnswer {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  readonly statusText: string;
  readonly isAttachment: boolean;
}

const isText = (type: string): boolean => /^$|^text\/|[/+](json|xml)\b/u.test(type);

/**
 * `requestJira` of a page: as the viewer, and never beyond the app's scopes
 * (Forge: https://developer.atlassian.com/platform/forge/custom-ui-bridge/requestJira/).
 * @throws Refusal for what is not Jira's REST API
 */
export async function fetchProduct(
  host: Host,
  accountId: string,
  baseUrl: string,
  { restPath, init }: v.InferOutput<typeof productRequest>,
): Promise<ProductAnswer> {
  const url = new URL(restPath, baseUrl);
  if (url.origin !== new URL(baseUrl).origin || !url.pathname.startsWith('/rest/'))
    throw new Refusal(400, `restPath: expected a path under /rest/, not ${restPath}.`);
  const { method, headers, body } = init;
  const request = new Request(url, {
    method,
    headers,
    ...(body === null || method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
  const { scopes } = readManifest(host.app.dir);
  const { response } = await host.clock.track(() =>
    host.jira.handle(request, { accountId, app: { scopes, asApp: false } }),
  );
  const isAttachment = !isText(response.headers.get('content-type') ?? '');
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    body: bytes.toString(isAttachment ? 'base64' : 'utf8'),
    headers: Object.fromEntries(response.headers),
    status: response.status,
    statusText: response.statusText,
    isAttachment,
  };
}
