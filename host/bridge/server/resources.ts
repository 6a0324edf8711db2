import { Hono } from 'hono';
import type { CurrentHost } from '../../control/current-host';
import { answerError, Refusal } from '../../control/refusal';
import { readManifest } from '../../forge/manifest';
import type { CspReports } from './csp-reports';
import { fileAnswer, fileIn } from './files';
import { frameHtml, reportPath } from './frame-html';
import { themeCss } from './theme';

interface ResourceOptions {
  readonly current: CurrentHost;
  readonly reports: CspReports;
  readonly baseUrl: string;
  /** Folder with the built global-bridge.js. */
  readonly shellDir: string;
}

/** The origin the app's pages run on: their files, the bridge, the theme, and nothing else of the host. */
export function resourceOrigin({ current, reports, baseUrl, shellDir }: ResourceOptions): Hono {
  const app = new Hono();
  app.onError(answerError);
  return app
    .get('/r/:resource/*', async (c) => {
      const { host } = current;
      const folder = folderOf(() => host.resourceDir(c.req.param('resource')));
      const path = new URL(c.req.url).pathname.split('/').slice(3).join('/');
      const file = await fileIn(folder, path === '' ? 'index.html' : path);
      if (file === null)
        throw new Refusal(
          404,
          `The resource ${c.req.param('resource')} has no file ${path === '' ? 'index.html' : path}. Is it built? npm run build:app builds it.`,
        );
      if (!file.type.startsWith('text/html')) return fileAnswer(file);
      const { html, policy } = frameHtml({
        html: file.bytes.toString('utf8'),
        permissions: readManifest(host.app.dir).permissions,
        hostUrl: baseUrl,
      });
      return c.html(html, 200, { 'content-security-policy': policy, 'cache-control': 'no-cache' });
    })
    .get('/__host/global-bridge.js', async () => {
      const script = await fileIn(shellDir, 'global-bridge.js');
      if (script === null)
        throw new Refusal(404, 'The bridge is not built: npm run build:shell builds it.');
      return fileAnswer(script);
    })
    .get('/__host/theme.css', async (c) =>
      c.body(await themeCss(), 200, { 'content-type': 'text/css; charset=utf-8' }),
    )
    .post(reportPath, async (c) => {
      reports.add(current.host.clock.now(), await c.req.text());
      return c.body(null, 204);
    });
}

function folderOf(find: () => string): string {
  try {
    return find();
  } catch (error) {
    throw new Refusal(404, (error as Error).message);
  }
}
