import { scriptsByFrame } from '../../bench/browser/scripts';
import { findings } from './axe';
import { openTheatre, type Theatre, Window } from './window';

describe.each(['light', 'dark'])('every page, %s', (mode) => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark' });
    await window.fresh('ben.ito');
    await window.host.invoke({
      module: 'ticket-panel',
      issue: 'EBH-3',
      as: 'ben.ito@relay.example',
      call: 'account-manager.request',
      payload: { entryId: 'payroll-export', note: 'Who pays for the gap?', expectedRevision: 0 },
    });
  });
  afterAll(() => theatre.close());

  it.each([
    ['the tour', 'ben.ito', '/', null],
    ['a queue', 'ben.ito', '/queues/EBH', null],
    ['a ticket with an open ask', 'ben.ito', '/browse/EBH-3', 'has the ball'],
    ['a ticket with nobody asked', 'ben.ito', '/browse/EBH-2', 'Nobody is asked'],
    ['a ticket of two accounts', 'ben.ito', '/browse/EBH-4', 'account'],
    ['the dashboard', 'maya.ortiz', '/dashboard', 'EBH-3'],
    ['the settings', 'alex.kim', '/admin', null],
    ['the portal', 'nora.quist', '/portal', null],
  ])(
    '%s has no console error, no policy report and nothing that shuts people out',
    async (_name, person, path, inApp) => {
      await window.become(person);
      await window.go(path);
      if (inApp === null) await window.page.waitForLoadState('networkidle');
      else await window.app.getByText(inApp).first().waitFor();
      expect(await findings(window.page)).toEqual([]);
      const frame = window.page
        .frames()
        .find((one) => one.url().startsWith(theatre.server.resourceUrl));
      if (frame) {
        expect(await findings(frame)).toEqual([]);
        expect(await frame.evaluate(() => document.documentElement.dataset['colorMode'])).toBe(
          mode,
        );
      }
      expect(window.complaints).toEqual([]);
      expect(
        await (await window.page.request.get(`${theatre.server.url}/__host/csp-reports`)).json(),
      ).toEqual([]);
    },
  );
});

describe('what a page loads', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** design bound: entry and page JavaScript of each frame, gzip. */
  it.each([
    {
      name: 'panels',
      person: 'ben.ito',
      path: '/browse/EBH-3',
      text: 'Nobody is asked',
      bound: 160_000,
      frames: 5,
    },
    {
      name: 'gadget',
      person: 'maya.ortiz',
      path: '/dashboard',
      text: 'Nobody is waiting',
      bound: 145_000,
      frames: 1,
    },
  ])('the $name are small enough', async ({ person, path, text, bound, frames }) => {
    const window = await Window.open(theatre);
    await window.fresh(person);
    const sizes = await scriptsByFrame(window.page, theatre.server.resourceUrl, async () => {
      await window.go(path);
      await window.app.getByText(text).first().waitFor();
    });
    expect(sizes.size).toBe(frames);
    for (const bytes of sizes.values()) {
      expect(bytes).toBeGreaterThan(80_000);
      expect(bytes).toBeLessThan(bound);
    }
    await window.close();
  });
});
