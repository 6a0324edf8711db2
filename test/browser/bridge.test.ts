import { openTheatre, type Theatre, Window } from './window';

type CallBridge = (method: string, payload?: unknown) => Promise<unknown>;

/** Runs in the app's frame, where the bridge script has put it. */
declare const window: { readonly __bridge: { readonly callBridge: CallBridge } };

describe('the bridge of a page in its frame', () => {
  let theatre: Theatre;
  let seat: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    seat = await Window.open(theatre);
    await seat.fresh('ben.ito');
    await seat.go('/browse/EBH-3');
    await seat.app.getByText('Nobody is asked').waitFor();
  });
  afterAll(() => theatre.close());

  const html = () => seat.app.locator('html');
  const call = (method: string, payload?: unknown): Promise<unknown> =>
    html().evaluate((_html, [name, sent]) => window.__bridge.callBridge(name, sent), [
      method,
      payload,
    ] as const);

  it('tells the page who looks at what, as the platform made it', async () => {
    await expect(call('getContext')).resolves.toMatchObject({
      moduleKey: 'ticket-panel',
      siteUrl: theatre.server.url,
      extension: { type: 'jira:issueContext', issue: { key: 'EBH-3' }, project: { key: 'EBH' } },
    });
  });

  it('asks Jira as the viewer', async () => {
    const answer = await call('fetchProduct', {
      product: 'jira',
      restPath: '/rest/api/3/myself',
      fetchRequestInit: { method: 'GET', body: null, headers: [] },
    });
    expect(answer).toMatchObject({ status: 200, isAttachment: false });
    expect(JSON.parse((answer as { body: string }).body)).toMatchObject({ displayName: 'Ben Ito' });
    await expect(
      call('fetchProduct', { product: 'confluence', restPath: '/wiki', fetchRequestInit: {} }),
    ).rejects.toThrow('The local site has no confluence.');
  });

  it('passes events between frames, until nobody listens any more', async () => {
    const heard = await html().evaluate(async () => {
      const events: unknown[] = [];
      const { callBridge } = window.__bridge;
      const subscription = (await callBridge('on', {
        event: 'saved',
        callback: (payload: unknown) => void events.push(payload),
      })) as { unsubscribe(): Promise<void> };
      await callBridge('emit', { event: 'saved', payload: { row: 1 } });
      await subscription.unsubscribe();
      await callBridge('emit', { event: 'saved', payload: { row: 2 } });
      return events;
    });
    expect(heard).toEqual([{ row: 1 }]);
  });

  it('shows flags whose buttons call back into the frame', async () => {
    const clicked = html().evaluate(
      () =>
        new Promise((resolve) => {
          void window.__bridge.callBridge('showFlag', {
            id: 'undo',
            type: 'info',
            title: 'Moved',
            actions: [{ text: 'Undo', onClick: () => resolve('undone') }],
          });
        }),
    );
    await seat.button('Undo').click();
    await expect(clicked).resolves.toBe('undone');
    await call('closeFlag', { id: 'undo' });
    await seat.button('Undo').waitFor({ state: 'detached' });
  });

  it('opens the same module as a dialog, which Escape closes, also from within', async () => {
    const closed = html().evaluate(
      () =>
        new Promise((resolve) => {
          void window.__bridge.callBridge('openModal', {
            resource: null,
            size: 'medium',
            title: 'A question',
            context: { modal: 'request-response' },
            closeOnEscape: true,
            closeOnOverlayClick: true,
            onClose: () => resolve('closed'),
          });
        }),
    );
    await seat.dialog.getByLabel(/What do you need/u).focus();
    await seat.page.keyboard.press('Escape');
    await expect(closed).resolves.toBe('closed');
    await seat.page.locator('[role=dialog]').waitFor({ state: 'detached' });
  });

  it('follows the theme, and says no where Jira would', async () => {
    await seat.button('Theme').click();
    await seat.page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await seat.app.locator('html[data-color-mode=dark]').waitFor();
    await expect(call('submit', {})).resolves.toBe(false);
    await expect(call('close')).resolves.toBe(false);
    await expect(call('fetchRemote', {})).rejects.toThrow('The local Jira does not offer remotes.');
    await expect(call('nonsense')).rejects.toThrow('does not know the bridge method nonsense');
  });

  it('goes to places of Jira without loading the page anew, and never to a script', async () => {
    await expect(call('getUrl', { target: 'issue', issueKey: 'SS-1' })).resolves.toBe(
      `${theatre.server.url}/browse/SS-1`,
    );
    await expect(
      call('navigate', { url: 'javascript:alert(1)', type: 'same-tab' }),
    ).rejects.toThrow('The local Jira has no such place.');
    await seat.page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    // The frame goes away with its ticket, and the answer with it.
    await html().evaluate(
      () => void window.__bridge.callBridge('navigate', { url: '/browse/EBH-2', type: 'same-tab' }),
    );
    await seat.page
      .getByRole('heading', { name: 'New hires cannot see the family plan' })
      .waitFor();
    expect(
      await seat.page.evaluate(() => (globalThis as { sameDocument?: boolean }).sameDocument),
    ).toBe(true);
  });
});

describe('what a page around may do to a frame', () => {
  it('is nothing when it is not the page the frame was made for', async () => {
    const theatre = await openTheatre();
    try {
      const context = await theatre.browser.newContext();
      const page = await context.newPage();
      await page.goto(`${theatre.server.resourceUrl}/r/main/index.html`);
      // Alone in a window there is no Jira around, so @forge/bridge finds no bridge.
      expect(await page.evaluate(() => '__bridge' in globalThis)).toBe(false);
    } finally {
      await theatre.close();
    }
  });
});
