import { Hono } from 'hono';
import * as v from 'valibot';
import type { CurrentHost } from '../../control/current-host';
import { readBody, someObject, someText } from '../../control/read-body';
import { Refusal } from '../../control/refusal';
import type { Host } from '../../host';

const dashboard = v.strictObject({
  gadgets: v.array(
    v.strictObject({
      id: someText,
      moduleKey: someText,
      configuration: v.optional(v.nullable(someObject), null),
    }),
  ),
});

export type Gadget = v.InferOutput<typeof dashboard>['gadgets'][number];

/** Dashboards and what their gadgets are set to, for as long as the site lasts. */
export class Dashboards {
  readonly #dashboards = new Map<string, readonly Gadget[]>();

  /** One that nobody has touched shows every gadget of the app once. */
  gadgets(dashboardId: string, host: Host): readonly Gadget[] {
    const all = host.modules().filter(({ type }) => type === 'jira:dashboardGadget');
    return (
      this.#dashboards.get(dashboardId) ??
      all.map(({ key }) => ({ id: `${key}-1`, moduleKey: key, configuration: null }))
    );
  }

  set(dashboardId: string, gadgets: readonly Gadget[]): void {
    this.#dashboards.set(dashboardId, gadgets);
  }

  clear(): void {
    this.#dashboards.clear();
  }
}

/** `/__host/gadgets/:dashboardId`. */
export function gadgetRoutes(current: CurrentHost, dashboards: Dashboards): Hono {
  return new Hono()
    .get('/gadgets/:dashboardId', (c) =>
      c.json({ gadgets: dashboards.gadgets(c.req.param('dashboardId'), current.host) }),
    )
    .put('/gadgets/:dashboardId', async (c) => {
      const { gadgets } = await readBody(c.req.raw, dashboard);
      for (const { moduleKey } of gadgets) {
        if (
          !current.host
            .modules()
            .some(({ key, type }) => key === moduleKey && type === 'jira:dashboardGadget')
        ) {
          throw new Refusal(400, `gadgets: the app has no dashboard gadget ${moduleKey}.`);
        }
      }
      dashboards.set(c.req.param('dashboardId'), gadgets);
      return c.json({ gadgets });
    });
}
