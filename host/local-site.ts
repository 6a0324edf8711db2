// The local Jira as a browser or a client meets it: two origins, each one function from request to response.
import { Hono } from 'hono';
import { CspReports, cspReportRoutes } from './bridge/server/csp-reports';
import { extensionRoutes } from './bridge/server/extension-routes';
import { Dashboards, gadgetRoutes } from './bridge/server/gadgets';
import { resourceOrigin } from './bridge/server/resources';
import { sessionRoutes } from './bridge/server/session';
import { builtShell, shellPages } from './bridge/server/shell-pages';
import { streamRoutes } from './bridge/server/stream';
import { themeCss } from './bridge/server/theme';
import { ClockMoves } from './control/clock-moves';
import { CurrentHost, type StartHost } from './control/current-host';
import { answerError, Refusal } from './control/refusal';
import { restRoutes } from './control/rest';
import { controlSurface } from './control/surface';
import type { Host } from './host';
import { seeds } from './seeds';

export interface SiteOptions {
  /** Makes a host, at first and at every reset. */
  readonly start: StartHost;
  /** The seed at first. Default `demo`. */
  readonly seed?: string;
  /** The origin of Jira. Default http://localhost:8080. */
  readonly url?: string;
  /** The origin of the app's pages. Default http://127.0.0.1:8081. */
  readonly resourceUrl?: string;
  /** Folder of the built pages. Default: where the build puts them. */
  readonly shellDir?: string;
  /** Names `reset` takes. Default: those of host/seeds. */
  readonly seeds?: readonly string[];
}

export interface LocalSite {
  readonly url: string;
  readonly resourceUrl: string;
  /** The host of the moment; a reset replaces it. */
  readonly host: Host;
  /** Answers for the main origin: REST, control surface, web triggers and pages. */
  main(request: Request): Promise<Response>;
  /** Answers for the origin of the app's pages. */
  resources(request: Request): Promise<Response>;
  stop(): Promise<void>;
}

/** @throws what `start` throws */
export async function createSite(options: SiteOptions): Promise<LocalSite> {
  const {
    url = 'http://localhost:8080',
    resourceUrl = 'http://127.0.0.1:8081',
    shellDir = builtShell,
  } = options;
  const current = await CurrentHost.begin({
    start: options.start,
    baseUrl: url,
    seed: options.seed ?? 'demo',
  });
  const moves = new ClockMoves(current);
  const reports = new CspReports();
  const dashboards = new Dashboards();
  current.onChange(({ kind }) => {
    if (kind === 'reset') dashboards.clear();
  });

  const control = new Hono()
    .use(async (c, next) => {
      // A page of the app, or of any other site that is open, must not drive the host.
      if (c.req.header('sec-fetch-site') === 'cross-site')
        throw new Refusal(403, 'The control surface does not answer pages of other sites.');
      await next();
    })
    .route(
      '/',
      controlSurface({ current, moves, baseUrl: url, seeds: options.seeds ?? Object.keys(seeds) }),
    )
    .route('/', sessionRoutes(current))
    .route('/', extensionRoutes({ current, dashboards, baseUrl: url, resourceUrl }))
    .route('/', gadgetRoutes(current, dashboards))
    .route('/', streamRoutes(current, moves))
    .route('/', cspReportRoutes(reports))
    .get('/theme.css', async (c) =>
      c.body(await themeCss(), 200, { 'content-type': 'text/css; charset=utf-8' }),
    )
    .all('*', (c) =>
      c.json({ error: { message: `There is no ${c.req.method} ${c.req.path}.` } }, 404),
    );

  const main = new Hono()
    .route('/__host', control)
    .route('/', restRoutes(current))
    .route('/', shellPages(shellDir, url));
  main.onError(answerError);
  main.notFound((c) =>
    c.json({ error: { message: `There is no ${c.req.method} ${c.req.path}.` } }, 404),
  );
  const resources = resourceOrigin({ current, reports, baseUrl: url, shellDir });

  return {
    url,
    resourceUrl,
    get host() {
      return current.host;
    },
    main: async (request) => main.fetch(request),
    resources: async (request) => resources.fetch(request),
    async stop() {
      moves.pause();
      await current.stop();
    },
  };
}
