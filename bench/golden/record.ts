// What a host shows to those outside the app, as text that is the same for the same behaviour: tickets as Jira has
// them, mail, what the panels answer, and when the app worked on its own.
import type { Host } from '../../host/host';
import { procedures } from '../simulate/procedures';
import { plainText } from './plain-text';
import { isoOf, namedPeople, sorted } from './same-text';
import { type Ticket, ticketsSince } from './tickets';

/** The parts of a record, each compared by itself: a drift in one says where to look. */
export const parts = ['jira', 'mail', 'panels', 'turns'] as const;

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
  const panels = await panelsOf(host, tickets);
  const named = namedPeople(host);
  return { jira: named(jira), mail: named(mail), panels: named(panels), turns };
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
    for (const [part, one] of Object.entries((value ?? {}) as object))
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

/** Somebody who sees every ticket. */
const admin = 'alex.kim@relay.example';
const pages = [
  { module: 'ticket-panel', call: 'ticket.get', as: admin },
  ...procedures.map(({ module, read }) => ({
    module,
    call: read.call,
    as: `${read.as}@relay.example`,
  })),
];

type Reply =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

/** Of what a page answers: what does not say anything about the ticket, or counts what nobody sees. */
const unsaid = new Set(['revision', 'now', 'viewer', 'history', 'people', 'engineers']);

async function panelsOf(host: Host, tickets: readonly Ticket[]): Promise<string> {
  const lines: string[] = [];
  for (const { key } of tickets) {
    for (const { module, call, as } of pages) {
      const reply = await host
        .invoke({ module, issue: key, as, call, payload: {} })
        .then((answer) => answer as Reply)
        .catch((error: unknown): Reply => {
          const message = error instanceof Error ? error.message : String(error);
          return { ok: false, problem: { code: 'did not load', message } };
        });
      if (!reply.ok) {
        lines.push(`## ${key} ${module}: ${reply.problem.code}: ${reply.problem.message}`, '');
        continue;
      }
      const history = (reply.value['history'] ?? []) as readonly Entry[];
      // A panel of a procedure that has nothing to do with the ticket.
      if (history.length === 0 && module !== 'ticket-panel') continue;
      lines.push(`## ${key} ${module}`, ...history.map(entryText).reverse());
      for (const [name, value] of Object.entries(reply.value))
        if (!unsaid.has(name)) lines.push(`  ${name}: ${sorted(value)}`);
      lines.push('');
    }
  }
  return lines.join('\n');
}

/** An entry of a panel's journal. */
interface Entry {
  readonly at: string;
  readonly kind?: string;
  readonly by?: { readonly name: string } | null;
  readonly text: string;
  readonly why: { readonly clause: string; readonly text: string } | null;
}

const entryText = ({ at, kind, by, text, why }: Entry): string =>
  `${at} ${kind ?? ''} by ${by?.name ?? 'the app'}: ${plainText(text)}${
    why === null ? '' : ` [${why.clause}: ${plainText(why.text)}]`
  }`;

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
