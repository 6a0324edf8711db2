// How much script each page of the app loads: what the design bounds is a page, and a ticket shows several of them.
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/**
 * Opens something and adds up the app's scripts by the frame that asked for them.
 * @param resourceUrl the origin of the app's pages
 * @param open goes there, and returns when it shows what it is there for
 * @returns bytes, compressed, by the frame's title; nothing comes from the browser's cache
 */
export async function scriptsByFrame(
  page: Page,
  resourceUrl: string,
  open: () => Promise<void>,
): Promise<ReadonlyMap<string, number>> {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url());
    if (origin === resourceUrl && pathname.startsWith('/r/') && pathname.endsWith('.js'))
      scripts.push(response);
  });
  // Playwright leaves the cache out where requests are routed.
  await page.route('**', (route) => route.continue());
  await open();
  await page.waitForLoadState('networkidle');
  const sizes = new Map<string, number>();
  for (const script of scripts) {
    const title = (await (await script.frame().frameElement()).getAttribute('title')) ?? '';
    sizes.set(title, (sizes.get(title) ?? 0) + gzipSync(await script.body()).length);
  }
  return sizes;
}
