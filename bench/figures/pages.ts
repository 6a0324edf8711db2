// The app's pages in a real browser, on the local Jira: how much script, how long until something useful, and how many
// calls before it.
import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { createHost } from '../../host';
import { listen, type LocalServer } from '../../host/server';
import { startBrowser } from '../browser/chromium';
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
  /** Script, compressed. */
  readonly kilobytes: number;
}

const places: readonly Place[] = [
  { name: 'Panel in a ticket', as: 'ben.ito', path: '/browse/EBH-3', frame: 'Account Relay', function: 'answer-panel', shows: 'has the ball', kilobytes: 160 },
  { name: 'Gadget on a dashboard', as: 'maya.ortiz', path: '/dashboard', frame: 'Waiting for me', function: 'answer-gadget', shows: 'EBH-3', kilobytes: 145 },
];
const visits = 5;
const mostMs = 1500;

interface Visit {
  readonly scriptBytes: number;
  /** From the start of the app's frame. */
  readonly usefulAfterMs: number;
  readonly calls: number;
  readonly elsewhere: number;
}

async function visit(browser: Browser, server: LocalServer, place: Place): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1380, height: 960 }, locale: 'en-US', timezoneId: 'America/New_York' });
  const page = await context.newPage();
  const { host } = server.site;
  await page.request.post(`${server.url}/__host/session`, { data: { accountId: host.jira.person(mail(place.as))?.accountId } });
  const scripts = new Map<string, Response>();
  let elsewhere = 0;
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url());
    if (origin === server.resourceUrl && pathname.endsWith('.js') && !pathname.includes('bridge')) scripts.set(pathname, response);
    if (![server.url, server.resourceUrl].includes(origin) && origin !== 'null') elsewhere += 1;
  });
  const before = host.invocations().length;
  await page.goto(`${server.url}${place.path}`);
  const useful = page.frameLocator(`main iframe[title="${place.frame}"]`).getByText(place.shows).first();
  await useful.waitFor();
  const usefulAfterMs = await useful.evaluate(() => performance.now());
  const calls = host.invocations().slice(before).filter((one) => one.function === place.function).length;
  const bodies = await Promise.all([...scripts.values()].map((response) => response.body()));
  await context.close();
  return { scriptBytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0), usefulAfterMs, calls, elsewhere };
}

async function figuresOf(browser: Browser, server: LocalServer, place: Place): Promise<Figure[]> {
  const all: Visit[] = [];
  for (let count = 0; count < visits; count += 1) all.push(await visit(browser, server, place));
  const most = (of: (one: Visit) => number): number => Math.max(...all.map(of));
  return [
    { name: `${place.name}: script, compressed`, value: most((one) => one.scriptBytes) / 1000, bound: place.kilobytes, unit: 'kB' },
    { name: `${place.name}: until something useful shows`, value: median(all.map((one) => one.usefulAfterMs)), bound: mostMs, unit: 'ms', note: 'in Chromium, nothing cached' },
    { name: `${place.name}: calls until then`, value: most((one) => one.calls), bound: 1, unit: 'calls' },
    { name: `${place.name}: requests to other origins`, value: most((one) => one.elsewhere), bound: 0, unit: 'requests' },
  ];
}

export async function pages(): Promise<readonly Figure[]> {
  const server = await listen({ port: 0, start: (options) => createHost(options) });
  const browser = await startBrowser();
  try {
    const ask = { module: 'ticket-panel', issue: 'EBH-3', as: mail('ben.ito'), call: 'response.request', payload: { entryId: 'payroll-export', note: 'Who pays for the gap?', expectedRevision: 0 } };
    await server.site.host.invoke(ask);
    const figures: Figure[] = [];
    for (const place of places) figures.push(...(await figuresOf(browser, server, place)));
    const reports = (await (await fetch(`${server.url}/__host/csp-reports`)).json()) as unknown[];
    return [...figures, { name: 'Reports of the content security policy', value: reports.length, bound: 0, unit: 'reports' }];
  } finally {
    await browser.close();
    await server.close();
  }
}
