import { findings } from './axe';
import type { Theatre, Window } from './window';

/** Nothing shuts people out, nothing is broken, and nothing but the row of tabs may be wider than the page. */
export async function settingsAreSound(
  { server }: Theatre,
  window: Window,
  width: number,
): Promise<void> {
  const frame = window.page.frames().find((one) => one.url().startsWith(server.resourceUrl));
  if (frame === undefined) throw new Error('There is no page of the app.');
  expect(await findings(frame)).toEqual([]);
  expect(
    await frame.evaluate(() => document.querySelector('.settings-tab')?.scrollWidth ?? 0),
  ).toBeLessThanOrEqual(width);
  expect(window.complaints).toEqual([]);
}
