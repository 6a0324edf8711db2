import { Hono } from 'hono';
import * as v from 'valibot';
import type { CurrentHost } from '../../control/current-host';
import { check, readBody, someObject, someText } from '../../control/read-body';
import { Refusal, wordsOf } from '../../control/refusal';
import type { Host, UiModule } from '../../host';
import { type Extension, Extensions } from './extensions';
import { fetchProduct, productRequest } from './fetch-product';
import { type Dashboards } from './gadgets';
import { mustView } from './session';

const place = v.strictObject({
  moduleKey: someText,
  issueKey: v.optional(someText),
  projectKey: v.optional(someText),
  gadget: v.optional(
    v.strictObject({
      id: someText,
      dashboardId: v.optional(someText),
      configuration: v.optional(v.nullable(someObject)),
    }),
  ),
  entryPoint: v.optional(someText),
  /** The `context` of a modal dialog the page opened. */
  modal: v.optional(v.unknown()),
  /** Another resource than the module's own, for a modal dialog. */
  resource: v.optional(someText),
});

const bridgeCall = v.strictObject({ functionKey: someText, payload: v.optional(v.unknown()) });
const statusOf = v.object({ module: someText, issue: someText });

interface Bridge {
  readonly current: CurrentHost;
  readonly dashboards: Dashboards;
  readonly baseUrl: string;
  readonly resourceUrl: string;
}

/** What the pages need to show the modules of the app. */
export function extensionRoutes({ current, dashboards, baseUrl, resourceUrl }: Bridge): Hono {
  const extensions = new Extensions();
  current.onChange(({ kind }) => {
    if (kind === 'reset') extensions.clear();
  });
  return new Hono()
    .get('/modules', (c) =>
      c.json(current.host.modules().map((module) => shown(module, resourceUrl))),
    )
    .post('/extension', async (c) => {
      const { host } = current;
      const person = mustView(c, host);
      const { moduleKey, issueKey, projectKey, ...rest } = await readBody(c.req.raw, place);
      const module = host.modules().find(({ key }) => key === moduleKey);
      if (module === undefined)
        throw new Refusal(
          404,
          `moduleKey: the app has no module ${moduleKey}; it has ${host
            .modules()
            .map(({ key }) => key)
            .join(', ')}.`,
        );
      const extension = extensions.mount({
        module: moduleKey,
        issue: issueKey ?? null,
        project: projectKey ?? null,
        accountId: person.accountId,
        place: extensionOf(rest, dashboards, host),
      });
      const context = await host.context({
        module: moduleKey,
        as: person.accountId,
        extension: extension.place,
        ...whereOf(extension),
      });
      if (context === null)
        throw new Refusal(
          403,
          `${person.displayName} does not see ${module.title} ${issueKey === undefined ? 'here' : `on ${issueKey}`}.`,
        );
      const resource =
        rest.resource ??
        (rest.entryPoint === 'edit' ? module.editResource : undefined) ??
        module.resource;
      return c.json({
        id: extension.id,
        src: `${resourceUrl}/r/${encodeURIComponent(resource)}/index.html`,
        context,
      });
    })
    .post('/extension/:id/invoke', async (c) => {
      const { host } = current;
      const extension = extensions.of(c.req.param('id'), mustView(c, host).accountId);
      const { functionKey, payload } = await readBody(c.req.raw, bridgeCall);
      try {
        const value = await host.invoke({
          module: extension.module,
          as: extension.accountId,
          call: functionKey,
          extension: extension.place,
          ...whereOf(extension),
          ...(payload === undefined ? {} : { payload }),
        });
        return c.json({ ok: true, value: value ?? null });
      } catch (error) {
        return c.json({ ok: false, error: { message: wordsOf(error) } });
      }
    })
    .post('/extension/:id/fetch-product', async (c) => {
      const { host } = current;
      const { accountId } = extensions.of(c.req.param('id'), mustView(c, host).accountId);
      return c.json(
        await fetchProduct(host, accountId, baseUrl, await readBody(c.req.raw, productRequest)),
      );
    })
    .get('/extension-status', async (c) => {
      const { host } = current;
      const person = mustView(c, host);
      const { module, issue } = check(statusOf, c.req.query());
      if ((await host.context({ module, issue, as: person.accountId })) === null)
        throw new Refusal(403, `${person.displayName} does not see module ${module} on ${issue}.`);
      return c.json((await host.moduleStatus(module, issue)) as object | null);
    });
}

const whereOf = ({ issue, project }: Extension): { issue?: string; project?: string } => ({
  ...(issue === null ? {} : { issue }),
  ...(project === null ? {} : { project }),
});

/** `context.extension` of gadgets and dialogs (Forge: "Jira dashboard gadget"; a dialog's context is `extension.modal`). */
function extensionOf(
  {
    gadget,
    entryPoint,
    modal,
  }: Omit<v.InferOutput<typeof place>, 'moduleKey' | 'issueKey' | 'projectKey'>,
  dashboards: Dashboards,
  host: Host,
): Readonly<Record<string, unknown>> {
  const saved =
    gadget === undefined || gadget.configuration !== undefined
      ? gadget?.configuration
      : savedConfiguration(gadget, dashboards, host);
  return {
    ...(entryPoint === undefined ? {} : { entryPoint }),
    ...(gadget === undefined
      ? {}
      : {
          gadget: { id: gadget.id },
          ...(gadget.dashboardId === undefined ? {} : { dashboard: { id: gadget.dashboardId } }),
        }),
    ...(saved == null ? {} : { gadgetConfiguration: saved }),
    ...(modal === undefined ? {} : { modal }),
  };
}

const savedConfiguration = (
  { id, dashboardId }: { id: string; dashboardId?: string | undefined },
  dashboards: Dashboards,
  host: Host,
): Readonly<Record<string, unknown>> | null =>
  dashboardId === undefined
    ? null
    : (dashboards.gadgets(dashboardId, host).find((gadget) => gadget.id === id)?.configuration ??
      null);

/** A module as a page needs it: an icon such as `resource:main;icon.svg` has become an address. */
function shown(module: UiModule, resourceUrl: string): UiModule {
  const {
    key,
    type,
    title,
    resource,
    editResource,
    label,
    icon,
    description,
    hasStatus,
    unlicensedAccess,
  } = module;
  const [, from, file] = /^resource:([^;]+);(.+)$/u.exec(icon ?? '') ?? [];
  const address =
    from === undefined || file === undefined
      ? icon
      : `${resourceUrl}/r/${encodeURIComponent(from)}/${file}`;
  return {
    key,
    type,
    title,
    resource,
    hasStatus,
    unlicensedAccess,
    ...(editResource === undefined ? {} : { editResource }),
    ...(label === undefined ? {} : { label }),
    ...(address === undefined ? {} : { icon: address }),
    ...(description === undefined ? {} : { description }),
  };
}
