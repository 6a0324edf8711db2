import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** The file that a press gives. */
export async function taken(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
}
