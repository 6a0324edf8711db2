// A working day of a large desk: what people do, what they leave open, and what the app does about it.
import { join } from 'node:path';
import type { Site } from '../../host/jira/site';
import { seeds } from '../../host/seeds';
import { pauseAfter } from '../../static/shared/back-off';
import type { Host } from '../../host/host';
import { mail, MeasuredDesk, type Panel } from '../desk';
import { OpenGadget } from './open-gadget';
import { OpenTicket } from './open-ticket';
import { type Day, SpentByMinute } from './spent';

/** How large the desk is. */
export const desk = {
  agents: 200,
  /** Of work. */
  hours: 8,
  /** New in the day; each agent has one after the other of theirs open, all day long. */
  tickets: 1000,
  /** Of ten tickets, in how many an account manager is asked, and how many of those answer in time. */
  askedOfTen: 3,
  answeredOfTen: 7,
  /** Account managers and leads with the gadget on a dashboard. */
  gadgets: 40,
  gadgetMinutes: 5,
  /** Portal pages that customers have open at any time. */
  portals: 100,
  /** Accounts in the file that is imported, and open tickets whose priority is changed at once. */
  imported: 2000,
  changedAtOnce: 1000,
} as const;

/** One page of so many is played; the others are alike. */
const oneOf = { ticketPages: 20, gadgets: 20, portals: 50 } as const;

/** What a gadget shows of each list unless somebody says otherwise. */
const gadgetRows = 10;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** An agent has a ticket open until the next one. */
const openMs = (desk.hours * hourMs) / (desk.tickets / desk.agents);

/** The demo with so many open tickets in which nobody was ever asked. */
function siteWithOpenTickets(): Site {
  const demo = seeds['demo']?.();
  if (demo === undefined) throw new Error('There is no demo site.');
  const open = Array.from({ length: desk.changedAtOnce }, () => ({
    project: 'EBH',
    requestType: 'Benefits question',
    summary: 'Open since yesterday',
    reporter: mail('nora.quist'),
    assignee: mail('ben.ito'),
    organizations: ['Northwind Credit Union'],
    status: 'In Progress',
    priority: 'Medium',
    minutesAgo: 1500,
  }));
  return { ...demo, issues: [...(demo.issues ?? []), ...open] };
}

class Playing {
  readonly #open = new Map<string, OpenTicket>();
  readonly keys: string[] = [];
  /** Asked, and answered by nobody: by when they have to be. */
  readonly silent = new Map<string, string>();

  constructor(private readonly measured: MeasuredDesk) {
    const { clock } = measured.host;
    measured.host.onChange((change) => {
      const page = change.kind === 'issue-changed' ? this.#open.get(change.issueKey) : undefined;
      if (page !== undefined) this.at(clock.now(), () => page.changed());
    });
  }

  at(instant: number, act: () => Promise<unknown>): void {
    this.measured.host.clock.schedule(instant, async () => void (await act()));
  }

  /** A page that is open, and reads every so often. */
  async keepOpen(
    until: number,
    read: () => Promise<void>,
    pauses: Pauses,
    times = 0,
  ): Promise<void> {
    const { clock } = this.measured.host;
    await read();
    const pause = pauses.backsOff ? pauseAfter(times, pauses.everyMs, null) : pauses.everyMs;
    if (clock.now() + pause < until)
      this.at(clock.now() + pause, () => this.keepOpen(until, read, pauses, times + 1));
  }

  async ticketPage(key: string): Promise<void> {
    const { host } = this.measured;
    const page = new OpenTicket({
      host,
      issue: key,
      person: mail('ben.ito'),
      until: host.clock.now() + openMs,
    });
    this.#open.set(key, page);
    // The lozenge of the row, once; the frames read by themselves.
    await host.moduleStatus('ticket-panel', key);
    await page.open();
  }

  /** Who clicks has the page open already: of what a click takes, the page's own reading is no part. */
  async click(id: string, key: string, call: string, payload: object): Promise<Panel> {
    const { host } = this.measured;
    const row = host.storage().find(({ entity, value }) => entity === 'ticket' && isOf(value, id));
    const expectedRevision = row === undefined ? 0 : (row.value as TicketRow).doc.edition;
    const send = () => this.measured.send(key, 'ben.ito', call, { expectedRevision, ...payload });
    return this.#open.get(key)?.acts(send) ?? send();
  }

  /** @throws Error when it is not answered: what it would have cost is then not known */
  async portal(issue: string): Promise<void> {
    const reply = (await this.measured.host.invoke({
      module: 'change-request-portal',
      call: 'request.get',
      issue,
      as: mail('nora.quist'),
    })) as { ok: boolean; problem?: unknown };
    if (!reply.ok) throw new Error(`The portal: ${JSON.stringify(reply.problem)}`);
  }
}

/** What a day took, and whether what fell due in it was in time. */
export interface PlayedDay extends Day {
  readonly escalations: number;
  readonly latestEscalationMs: number;
}

interface Pauses {
  readonly everyMs: number;
  readonly backsOff: boolean;
}

interface TicketRow {
  readonly doc: { readonly edition: number; readonly ledger: { readonly issueId: string } };
}

const isOf = (value: unknown, issueId: string): boolean =>
  (value as TicketRow).doc.ledger.issueId === issueId;

/** What people do with a ticket. */
async function life(measured: MeasuredDesk, playing: Playing, place: number): Promise<void> {
  const { host } = measured;
  const raisedAt = host.clock.now();
  const at = (hours: number, act: () => Promise<unknown>): void =>
    playing.at(raisedAt + hours * hourMs, act);
  const ben = host.as(mail('ben.ito'));
  const { id, key } = await measured.ticket();
  playing.keys.push(key);
  if (place % oneOf.ticketPages === 0) at(0.01, () => playing.ticketPage(key));
  at(0.2, () => ben.comment(key, 'We are looking into it.', { public: true }));
  at(0.4, () => host.as(mail('nora.quist')).reply(key, 'Thank you.'));
  if (Math.floor(place / 40) % 10 < desk.askedOfTen) {
    const isAnswered = place % 10 < desk.answeredOfTen;
    at(0.6, async () => {
      const { ask } = await playing.click(id, key, 'account-manager.request', {
        entryId: 'other',
        note: 'Is the contract signed?',
      });
      if (ask !== null && !isAnswered) playing.silent.set(key, ask.dueAt);
    });
    at(1, () => host.as(mail('nora.quist')).reply(key, 'Any news?'));
    at(1.2, () => ben.comment(key, 'We are asking.', { public: true }));
    if (isAnswered) at(2.5, () => host.as(mail('maya.ortiz')).comment(key, 'It is signed.'));
  }
  at(8, () => ben.transition(key, 'Resolved'));
}

async function importAccounts(measured: MeasuredDesk): Promise<void> {
  const settings = async <T>(call: string, payload: object): Promise<T> => {
    const reply = (await measured.host.invoke({
      module: 'relay-settings',
      as: mail('alex.kim'),
      call,
      payload,
    })) as { ok: boolean; value?: T; problem?: unknown };
    if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.problem)}`);
    return reply.value as T;
  };
  const size = 250;
  const chunks = Math.ceil(desk.imported / size);
  const { id } = await settings<{ id: string }>('import.begin', {
    fileName: 'accounts.csv',
    rows: desk.imported,
    chunks,
  });
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const rows = Array.from({ length: size }, (_, index) => {
      const place = chunk * size + index;
      return {
        line: place + 2,
        cells: [`A${place}`, `Account ${place}`, mail('maya.ortiz'), mail('tom.reyes')],
      };
    });
    await settings('import.stage', { id, chunk, rows });
  }
  const columns = { cid: 0, name: 1, accountManager: 2, regionalManager: 3 };
  await settings('import.check', { id, columns, dates: 'month-first', complete: false });
  const phase = async (): Promise<string> =>
    (await settings<{ phase: string }>('import.get', { id })).phase;
  const { clock } = measured.host;
  while ((await phase()) === 'checking') await clock.sleep(5_000);
  await settings('import.apply', { id, leaveOutBad: false });
  while ((await phase()) === 'applying') await clock.sleep(5_000);
  const ended = await phase();
  if (ended !== 'applied') throw new Error(`The import ended as ${ended}.`);
}

interface History {
  readonly changelog: {
    readonly histories: readonly {
      readonly created: string;
      readonly items: readonly { readonly field: string; readonly toString: string }[];
    }[];
  };
}

/** @returns milliseconds from when a response was due until its ticket was escalated, of each that was silent and still open then */
async function escalatedAfter(host: Host, silent: ReadonlyMap<string, string>): Promise<number[]> {
  const after: number[] = [];
  for (const [key, dueAt] of silent) {
    const { changelog } = await host
      .as(mail('ben.ito'))
      .get<History>(key, 'fields=status&expand=changelog');
    const statuses = changelog.histories.flatMap(({ created, items }) =>
      items
        .filter(({ field }) => field === 'status')
        .map((item) => ({ at: Date.parse(created), to: item.toString })),
    );
    const closed = statuses.find(({ to }) => to === 'Resolved');
    if (closed !== undefined && closed.at <= Date.parse(dueAt)) continue;
    const escalated = statuses.find(({ to }) => to === 'Waiting for Management');
    after.push(escalated === undefined ? Infinity : escalated.at - Date.parse(dueAt));
  }
  return after;
}

/** @returns what the day took, from nine in the morning in New York for 24 hours */
export async function playDay(): Promise<PlayedDay> {
  const measured = await MeasuredDesk.open({
    start: '2026-03-02T12:00:00.000Z',
    seed: siteWithOpenTickets(),
    setup: join(__dirname, '..', '..', 'demo', 'setup.json'),
  });
  const { host } = measured;
  // What a new site looks through once is no day's work.
  await host.advance(2 * hourMs);
  const spent = new SpentByMinute(host);
  const start = host.clock.now();
  const endOfWork = start + desk.hours * hourMs;
  const playing = new Playing(measured);
  for (let place = 0; place < desk.tickets; place += 1) {
    const raised = start + 1000 + Math.floor((place / desk.tickets) * desk.hours * hourMs);
    playing.at(raised, () => life(measured, playing, place));
  }
  const gadgets = desk.gadgets / oneOf.gadgets;
  for (let place = 0; place < gadgets; place += 1) {
    const gadget = new OpenGadget(host, mail('maya.ortiz'), gadgetRows);
    playing.at(start + place * 7000, () =>
      playing.keepOpen(endOfWork, () => gadget.refresh(), {
        everyMs: desk.gadgetMinutes * minuteMs,
        backsOff: false,
      }),
    );
  }
  const portals = desk.portals / oneOf.portals;
  for (let place = 0; place < portals; place += 1)
    playing.at(start + 10 * minuteMs + place * 7000, () =>
      playing.keepOpen(endOfWork, () => playing.portal(playing.keys[place] ?? ''), {
        everyMs: minuteMs,
        backsOff: true,
      }),
    );
  playing.at(start + 3 * hourMs, () => importAccounts(measured));
  const open = await host.as(mail('ben.ito')).search('summary ~ "Open since yesterday"', ['id']);
  if (open.length !== desk.changedAtOnce) throw new Error(`${open.length} tickets are open.`);
  playing.at(start + 12 * hourMs, async () => {
    for (const { id } of open)
      await host.as(mail('ben.ito')).edit(id, { priority: { name: 'High' } });
  });
  for (let part = 0; part < 24 * 6; part += 1) {
    await host.advance(10 * minuteMs);
    spent.collect();
  }
  const late = await escalatedAfter(host, playing.silent);
  await host.stop();
  const day = spent.total({
    'ticket pages': oneOf.ticketPages,
    gadgets: oneOf.gadgets,
    'portal pages': oneOf.portals,
  });
  return { ...day, escalations: late.length, latestEscalationMs: Math.max(...late) };
}
