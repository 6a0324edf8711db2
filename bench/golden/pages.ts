// What the app's own pages answer at the end: the panels of tickets, and the pages about many of them.
import type { Host, PageCall } from '../../host/host';
import { procedures } from '../simulate/procedures';
import { asAccepted } from './as-accepted';
import { plainText } from './plain-text';
import { sorted } from './same-text';

/** Somebody who sees every ticket. */
const admin = 'alex.kim@relay.example';
const panels = [
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

/** Of what a page answers: what says nothing about tickets, or counts what nobody sees. */
const unsaid = new Set([
  'revision',
  'mark',
  'memory',
  'now',
  'viewer',
  'history',
  'people',
  'engineers',
]);

/** What the page answers; that it does not load is an answer, too. */
async function ask(host: Host, call: PageCall): Promise<Reply> {
  try {
    return (await host.invoke(call)) as Reply;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: 'did not load', message } };
  }
}

/** The panels of these tickets: the journal first, then everything else that they say. */
export async function panelsOf(host: Host, keys: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const key of keys) {
    for (const { module, call, as } of panels) {
      const reply = await ask(host, { module, issue: key, as, call, payload: {} });
      if (!reply.ok) {
        lines.push(`## ${key} ${module}: ${reply.problem.code}: ${reply.problem.message}`, '');
        continue;
      }
      const history = (reply.value['history'] ?? []) as readonly Entry[];
      // A panel of a procedure that has nothing to do with the ticket.
      if (history.length === 0 && module !== 'ticket-panel') continue;
      lines.push(`## ${key} ${module}`, ...history.map(entryText).reverse());
      lines.push(...saidIn(reply.value), '');
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

const saidIn = (view: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(asAccepted(view) as typeof view)
    .filter(([name]) => !unsaid.has(name))
    .map(([name, value]) => `  ${name}: ${sorted(value)}`);

/** Some of those who are asked, or told what another department did. */
const readers = [
  'maya.ortiz',
  'jonas.weber',
  'tom.reyes',
  'helena.brandt',
  'victor.hale',
  'dana.fox',
];

/** The pages that are about many tickets: what is not as it should be, key accounts by month, what waits on somebody. */
export async function pagesOf(host: Host, since: number): Promise<string> {
  const keyAccounts = { module: 'key-accounts', project: 'OPS', as: 'olga.petrov@relay.example' };
  const calls: PageCall[] = [
    { module: 'relay-settings', as: admin, call: 'activity.get', payload: {} },
    { ...keyAccounts, call: 'accounts.get', payload: {} },
    ...months(since, host.clock.now()).map((month) => ({
      ...keyAccounts,
      call: 'month.get',
      payload: { month },
    })),
    ...readers.map((name) => ({
      module: 'my-asks-gadget',
      as: `${name}@relay.example`,
      call: 'asks.mine',
      payload: { rows: 50, includeTeam: true },
    })),
  ];
  const lines: string[] = [];
  for (const call of calls) {
    const reply = await ask(host, call);
    const head = `## ${call.call} ${sorted(call.payload)} as ${call.as}`;
    if (reply.ok) lines.push(head, ...saidIn(reply.value), '');
    else lines.push(`${head}: ${reply.problem.code}: ${reply.problem.message}`, '');
  }
  return lines.join('\n');
}

/** Such as `2026-03`, from the month of the first instant to that of the last. */
function months(from: number, to: number): string[] {
  const first = new Date(from);
  const all: string[] = [];
  for (let place = 0; ; place += 1) {
    const begins = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + place, 1);
    if (begins > to) return all;
    all.push(new Date(begins).toISOString().slice(0, 7));
  }
}
