import { Hono } from 'hono';
import { caller } from './caller';
import type { CurrentHost } from './current-host';

/**
 * Jira's REST API for any client, and the app's web triggers for the world outside. Whoever is unknown asks anonymously:
 * Jira shows them what it shows anybody. Whatever a request causes counts as running until it has happened.
 */
export function restRoutes(current: CurrentHost): Hono {
  return new Hono()
    .all('/rest/*', async (c) => {
      const { host } = current;
      const person = caller(c, host);
      // Jira: 401 for an account that is not active ("Basic auth for REST APIs").
      if (person !== null && !person.active)
        return c.json(
          { errorMessages: [`The account of ${person.email} is deactivated.`], errors: {} },
          401,
        );
      const { response } = await host.clock.track(() =>
        host.jira.handle(c.req.raw, { accountId: person?.accountId ?? null }),
      );
      return response;
    })
    .all('/x1/:key', async (c) => {
      const { method, raw } = c.req;
      const answer = await current.host.callWebTrigger(c.req.param('key'), {
        method,
        headers: Object.fromEntries(raw.headers),
        query: c.req.query(),
        body: await raw.text(),
      });
      return new Response(noBody.has(answer.status) ? null : answer.body, {
        status: answer.status,
        headers: answer.headers,
      });
    });
}

/** Statuses whose answers cannot have a body (Fetch standard, "null body status"). */
const noBody: ReadonlySet<number> = new Set([101, 204, 205, 304]);
