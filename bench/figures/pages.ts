// The app's pages in a real browser, on the local Jira: how much script, how long until something useful, and how many
// calls before it.
import type { Browser, Locator, Page } from 'playwright-core';
import { createHost } from '../../host';
import { listen, type LocalServer } from '../../host/server';
import { startBrowser } from '../browser/chromium';
import { scriptsByFrame } from '../browser/scripts';
import { mail } from '../desk';
import { type Figure, median } from '../figure';

interface Place {
  readonly name: string;
  readonly as: string;
  readonly path: string;
  /** What the frame of the page is called. */
  readonly frame: string;
  /** The resolver of the page. */
  readonly function: string;
  /** Useful is what the page is there for. */
  readonly shows: string;
  /** Script of any page of the app there, compressed. */
  readonly kilobytes: number;
}

const places: readonly Place[] = [
  {
    name: 'Panel in a ticket',
    as: 'ben.ito',
    path: '/browse/EBH-3',
    frame: 'Account Relay',
    function: 'answer-panel',
    shows: 'has the ball',
    kilobytes: 160,
  },
  {
    name: 'Gadget on a dashboard',
    as: 'maya.ortiz',
    path: '/dashboard',
    frame: 'Waiting for me',
    function: 'answer-gadget',
    shows: 'EBH-3',
    kilobytes: 145,
  },
];
const visits = 5;
const mostMs = 1500;

interface Visit {
  /** From the start of the app's frame. */
  readonly usefulAfterMs: number;
  readonly calls: number;
  readonly elsewhere: number;
}

async function sitDown(browser: Browser, server: LocalServer, place: Place): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1380, height: 960 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  const page = await context.newPage();
  await page.request.post(`${server.url}/__host/session`, {
    data: { accountId: server.site.host.jira.person(mail(place.as))?.accountId },
  });
  return page;
}

async function open(page: Page, server: LocalServer, place: Place): Promise<Locator> {
  await page.goto(`${server.url}${place.path}`);
  const useful = page
    .frameLocator(`main iframe[title="${place.frame}"]`)
    .getByText(place.shows)
    .first();
  await useful.waitFor();
  return useful;
}

/** The page of the app that loads most. */
async function heaviest(
  browser: Browser,
  server: LocalServer,
  place: Place,
): Promise<readonly [title: string, bytes: number]> {
  const page = await sitDown(browser, server, place);
  const sizes = await scriptsByFrame(
    page,
    server.resourceUrl,
    async () => void (await open(page, server, place)),
  );
  await page.context().close();
  return [...sizes].reduce((one, other) => (other[1] > one[1] ? other : one));
}

async function visit(browser: Browser, server: LocalServer, place: Place): Promise<Visit> {
  const page = await sitDown(browser, server, place);
  const { host } = server.site;
  let elsewhere = 0;
  page.on('response', (response) => {
    const { origin } = new URL(response.url());
    if (![server.url, server.resourceUrl].includes(origin) && origin !== 'null') elsewhere += 1;
  });
  const before = host.invocations().length;
  const useful = await open(page, server, place);
  const usefulAfterMs = await useful.evaluate(() => performance.now());
  const calls = host
    .invocations()
    .slice(before)
    .filter((one) => one.function === place.function).length;
  await page.context().close();
  return { usefulAfterMs, calls, elsewhere };
}

async function figuresOf(browser: Browser, server: LocalServer, place: Place): Promise<Figure[]> {
  const all: Visit[] = [];
  for (let count = 0; count < visits; count += 1) all.push(await visit(browser, server, place));
  const [title, bytes] = await heaviest(browser, server, place);
  const most = (of: (one: Visit) => number): number => Math.max(...all.map(of));
  return [
    {
      name: `${place.name}: script, compressed`,
      value: bytes / 1000,
      bound: place.kilobytes,
      unit: 'kB',
      note: `the most of any page there: ${title}`,
    },
    {
      name: `${place.name}: until something useful shows`,
      value: median(all.map((one) => one.usefulAfterMs)),
      bound: mostMs,
      unit: 'ms',
      note: 'in Chromium, nothing cached',
    },
    {
      name: `${place.name}: calls until then`,
      value: most((one) => one.calls),
      bound: 1,
      unit: 'calls',
    },
    {
      name: `${place.name}: requests to other origins`,
      value: most((one) => one.elsewhere),
      bound: 0,
      unit: 'requests',
    },
  ];
}

export async function pages(): Promise<readonly Figure[]> {
  const server = await listen({ port: 0, start: (options) => createHost(options) });
  const browser = await startBrowser();
  try {
    const ask = {
      module: 'ticket-panel',
      issue: 'EBH-3',
      as: mail('ben.ito'),
      call: 'account-manager.request',
      payload: { entryId: 'payroll-export', note: 'Who pays for the gap?', expectedRevision: 0 },
    };
    await server.site.host.invoke(ask);
    const figures: Figure[] = [];
    for (const place of places) figures.push(...(await figuresOf(browser, server, place)));
    const reports = (await (await fetch(`${server.url}/__host/csp-reports`)).json()) as unknown[];
    return [
      ...figures,
      {
        name: 'Reports of the content security policy',
        value: reports.length,
        bound: 0,
        unit: 'reports',
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
