// A person presses what stands still. Playwright waits for that within a frame; it does not see the frame itself being moved
// by another panel that grows above it, and a press that begins on one thing and ends on another is no click.
import type { Locator, Page } from 'playwright-core';

const lookMs = 60;
const longestMs = 3_000;
const steadied = new WeakSet<object>();

async function standsStill(
  locator: Locator,
  options: { readonly timeout?: number },
): Promise<void> {
  // Chromium draws no frame that is out of sight, and Playwright's own scrolling waits until it is drawn: so it is brought
  // into sight first. What is drawn may grow; a target that is replaced meanwhile is found again by the press.
  await locator
    .evaluate((target) => target.scrollIntoView({ block: 'center' }), undefined, options)
    .catch(() => undefined);
  let before = '';
  for (let waited = 0; waited < longestMs; waited += lookMs) {
    const now = JSON.stringify(await locator.boundingBox(options));
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

/** Makes every click of this page's locators wait until its target keeps its place in the window. */
export function steadyClicks(page: Page): void {
  const kind = Object.getPrototypeOf(page.locator('body')) as Locator;
  if (steadied.has(kind)) return;
  steadied.add(kind);
  const click = kind.click;
  kind.click = async function (this: Locator, options) {
    await standsStill(this, options?.timeout === undefined ? {} : { timeout: options.timeout });
    return click.call(this, options);
  };
}
