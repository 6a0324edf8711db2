// A person at a browser window on the local Jira, and what must never happen in it.
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { createHost } from '../../host';
import type { Host } from '../../host/host';
import { listen, type LocalServer } from '../../host/server';
import { startBrowser } from '../../bench/browser/chromium';
import { watchDepartures } from '../support/openapi/watch';
import { steadyClicks } from './steady';

export interface Theatre {
  readonly server: LocalServer;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Starts the local Jira on free ports, and the browser. */
export async function openTheatre(): Promise<Theatre> {
  const departures: ReadonlySet<string>[] = [];
  const start: Parameters<typeof listen>[0]['start'] = async (options) => {
    const host = await createHost(options);
    departures.push(watchDepartures(host.jira));
    return host;
  };
  const [server, browser] = await Promise.all([listen({ port: 0, start }), startBrowser()]);
  return {
    server,
    browser,
    async close() {
      await browser.close();
      await server.close();
      const departed = departures.flatMap((some) => [...some]);
      if (departed.length > 0)
        throw new Error(`Not as Atlassian describes Jira:\n${departed.join('\n')}`);
    },
  };
}

export class Window {
  /** Everything a person would find broken: console errors, page errors, requests to other origins. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly server: LocalServer,
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(
    { server, browser }: Theatre,
    options: { dark?: boolean; width?: number; height?: number } = {},
  ): Promise<Window> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1380, height: options.height ?? 960 },
      colorScheme: options.dark === true ? 'dark' : 'light',
      timezoneId: 'America/New_York',
      locale: 'en-US',
    });
    const window = new Window(server, context, await context.newPage());
    window.#listen();
    steadyClicks(window.page);
    return window;
  }

  #listen(): void {
    const ours = [new URL(this.server.url).host, new URL(this.server.resourceUrl).host];
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    this.page.on('pageerror', (error) => this.complaints.push(`page: ${error.message}`));
    this.page.on('request', (request) => {
      const { host, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && !ours.includes(host))
        this.complaints.push(`request to ${host}`);
    });
  }

  get host(): Host {
    return this.server.site.host;
  }

  /** A fresh demo, seen by that person. */
  async fresh(name: string): Promise<void> {
    await this.#leave();
    await this.page.request.post(`${this.server.url}/__host/reset`, { data: { seed: 'demo' } });
    await this.#sitDown(name);
  }

  /** Somebody else sits down. */
  async become(name: string): Promise<void> {
    await this.#leave();
    await this.#sitDown(name);
  }

  /** Closes what is open: it would read on with the session of another, or anew when the site is reset. */
  async #leave(): Promise<void> {
    await this.page.goto('about:blank');
  }

  async #sitDown(name: string): Promise<void> {
    const person = this.host.jira.person(`${name}@relay.example`);
    await this.page.request.post(`${this.server.url}/__host/session`, {
      data: { accountId: person?.accountId },
    });
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.server.url}${path}`);
  }

  /** The app's page in the right column of a ticket, in a gadget or in the settings; other panels of a ticket have their own. */
  get app(): FrameLocator {
    return this.page.frameLocator(
      `main iframe${['Follow-ups', 'Hybrid account', 'Key account', 'Change request'].map((title) => `:not([title="${title}"])`).join('')}`,
    );
  }

  /** The app's page in a dialog. */
  get dialog(): FrameLocator {
    return this.page.frameLocator('[role=dialog] iframe');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Moves the clock with the bar at the bottom, and waits until it stands there. */
  async forward(
    name: 'Forward by 15 minutes' | 'Forward by one hour' | 'Forward by one day',
  ): Promise<void> {
    const before = this.host.clock.now();
    await this.button(name).click();
    const ms = {
      'Forward by 15 minutes': 900_000,
      'Forward by one hour': 3_600_000,
      'Forward by one day': 86_400_000,
    }[name];
    for (let waited = 0; this.host.clock.now() < before + ms; waited += 50) {
      if (waited > 20_000) throw new Error('The clock did not move.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What a screenshot of the page looks like, for docs and for people who debug. */
  async screenshot(path: string, target: Locator | null = null): Promise<void> {
    await (target ?? this.page).screenshot({ path });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
