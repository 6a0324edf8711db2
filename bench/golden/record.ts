// What a host shows to those outside the app, as text that is the same for the same behaviour: tickets as Jira has
// them, mail, what panels and pages answer, and when the app worked on its own.
import type { Host } from '../../host/host';
import { pagesOf, panelsOf } from './pages';
import { isoOf, namedPeople, sorted } from './same-text';
import { type Ticket, ticketsSince } from './tickets';

/** The parts of a record, each compared by itself: a drift in one says where to look. */
export const parts = ['jira', 'mail', 'panels', 'pages', 'turns'] as const;

/** A record: a text for each part. */
export type Golden = Readonly<Record<(typeof parts)[number], string>>;

/**
 * Records what happened on a host since an instant. Only asks: nothing that is recorded changes by it.
 * @param since epoch milliseconds; a ticket that nobody touched since then is left out
 */
export async function record(host: Host, since: number): Promise<Golden> {
  // In this order: a page may make the app work.
  const turns = turnsOf(host, since);
  const tickets = await ticketsSince(host, since);
  const jira = tickets.map((ticket) => ticketText(ticket)).join('\n');
  const mail = mailOf(host, since);
  const panels = await panelsOf(
    host,
    tickets.map(({ key }) => key),
  );
  const pages = await pagesOf(host, since);
  const named = namedPeople(host);
  return {
    jira: named(jira),
    mail: named(mail),
    panels: named(panels),
    pages: named(pages),
    turns,
  };
}

/** One text of all parts, for people who compare two of them. */
export const textOf = (golden: Golden): string =>
  parts.map((part) => `# ${part}\n\n${golden[part]}\n`).join('\n');

function ticketText({ key, created, happenings, fields, watchers, properties }: Ticket): string {
  const lines = [`## ${key}, raised ${created}`];
  for (const { at, lines: said } of happenings)
    lines.push(...said.map((line, place) => (place === 0 ? `${at} ${line}` : `    | ${line}`)));
  lines.push('At the end:');
  lines.push(...fields.map(([name, value]) => `  ${name}: ${value}`));
  lines.push(`  watchers: ${watchers.join(', ')}`);
  for (const [name, value] of properties) {
    lines.push(`  property ${name}:`);
    for (const [part, one] of Object.entries(value ?? {}))
      lines.push(`    ${part}: ${sorted(one)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Who was told of what; the words are those of the comment or the change. By ticket: what happens side by side has no order. */
function mailOf(host: Host, since: number): string {
  return host
    .mail()
    .filter(({ at }) => Date.parse(at) >= since)
    .map(
      ({ at, to, issueKey, subject, reason }) => `${issueKey} ${at} ${to}: ${subject} (${reason})`,
    )
    .sort()
    .join('\n');
}

/** What pages ask for is somebody's click, not the app's own work. */
const onItsOwn = new Set(['ticket-turns', 'every-five-minutes', 'every-hour', 'issue-events']);

/**
 * When the app wrote something on its own: into Jira, or in a ticket's turn into storage. The instants only: how many
 * requests it took is the app's own business.
 */
function turnsOf(host: Host, since: number): string {
  const moduleOf = new Map(host.invocations().map(({ id, module }) => [id, module]));
  const wrote = new Map<string, Set<string>>();
  for (const { at, invocation, method, path } of host.calls()) {
    const module = moduleOf.get(invocation) ?? '';
    if (Date.parse(at) < since || !onItsOwn.has(module)) continue;
    const what = written(method, path);
    if (what === null || (what === 'storage' && module !== 'ticket-turns')) continue;
    wrote.set(at, (wrote.get(at) ?? new Set()).add(what));
  }
  return [...wrote]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([at, places]) => `${isoOf(at)} wrote into ${[...places].sort().join(' and ')}`)
    .join('\n');
}

/** Requests to Jira that ask, although they are no GET. */
const asks = /\/(?:search|bulkfetch|permissions\/check|jql|expression)/u;
const storageWrites = /\/api\/v1\/(?:transaction$|(?:.*\/)?set$|(?:.*\/)?delete$)/u;

function written(method: string, path: string): 'jira' | 'storage' | null {
  if (path.startsWith('/rest/')) return method === 'GET' || asks.test(path) ? null : 'jira';
  return storageWrites.test(path) ? 'storage' : null;
}
