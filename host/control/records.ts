import { Hono } from 'hono';
import * as v from 'valibot';
import type { Host } from '../host';
import type { CurrentHost } from './current-host';
import { check, instant } from './read-body';

const part = v.object({
  since: v.optional(instant),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d*$/u, 'Expected how many of the latest to give, 1 or more.'),
      v.transform(Number),
    ),
  ),
});

const lists = {
  calls: (host: Host) => host.calls(),
  invocations: (host: Host) => host.invocations(),
  logs: (host: Host) => host.logs(),
  mail: (host: Host) => host.mail(),
  unmodelled: (host: Host) => host.unmodelled(),
} as const satisfies Record<string, (host: Host) => readonly { readonly at: string }[]>;

/** What happened, as lists with the oldest first: `?since=` an instant, `?limit=` the latest so many. */
export function recordRoutes(current: CurrentHost): Hono {
  const routes = new Hono().delete('/calls', (c) => {
    current.host.clearCalls();
    return c.json({ ok: true });
  });
  for (const [name, list] of Object.entries<(host: Host) => readonly { readonly at: string }[]>(
    lists,
  )) {
    routes.get(`/${name}`, (c) => {
      const { since, limit } = check(part, c.req.query());
      const from = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since);
      const rows = list(current.host).filter(({ at }) => Date.parse(at) >= from);
      return c.json(limit === undefined ? rows : rows.slice(-limit));
    });
  }
  return routes;
}
