// What the app used, by what for, in each minute of a day.
import type { Host } from '../../host/host';
import { unitsOf } from '../../host/forge/kvs/rates';

/** What a part of the day took. */
export interface Spent {
  invocations: number;
  /** Requests to Jira. */
  requests: number;
  points: number;
  storageRequests: number;
  /** Units of 10 kB. */
  reads: number;
  writes: number;
  bytesRead: number;
  bytesWritten: number;
}

const nothing = (): Spent => ({
  invocations: 0,
  requests: 0,
  points: 0,
  storageRequests: 0,
  reads: 0,
  writes: 0,
  bytesRead: 0,
  bytesWritten: 0,
});

function addTo(sum: Spent, more: Spent, times = 1): void {
  for (const name of Object.keys(sum) as (keyof Spent)[]) sum[name] += more[name] * times;
}

/** What a page reads, by its call. */
const looks: Readonly<Record<string, Purpose>> = {
  look: 'ticket pages',
  'ticket.get': 'ticket pages',
  'change.get': 'ticket pages',
  'follow-ups.get': 'ticket pages',
  'hybrid.get': 'ticket pages',
  'key.get': 'ticket pages',
  'asks.mine': 'gadgets',
  'request.get': 'portal pages',
};

const byFunction: Readonly<Record<string, Purpose>> = {
  'on-issue-event': 'events',
  'take-ticket-turns': 'turns of tickets',
  'wake-due-tickets': 'sweeps',
  'reconcile-tickets': 'the hour',
  'run-directory-job': 'import',
  'panel-status': 'ticket pages',
};

/** In the order in which they are told. */
export const purposes = [
  'ticket pages',
  'gadgets',
  'portal pages',
  'acts of people',
  'import',
  'events',
  'turns of tickets',
  'sweeps',
  'the hour',
  'other',
] as const;
export type Purpose = (typeof purposes)[number];

const purposeOf = (run: { readonly call: string | null; readonly function: string }): Purpose =>
  run.call === null
    ? (byFunction[run.function] ?? 'other')
    : run.call.startsWith('import.')
      ? 'import'
      : (looks[run.call] ?? 'acts of people');

/** Collects what a host has on record, while the day goes on. */
export class SpentByMinute {
  readonly #minutes = new Map<number, Map<Purpose, Spent>>();
  readonly #purposes = new Map<string, Purpose>();
  #seen = new Set<string>();

  /** @param host what it has on record so far does not count */
  constructor(private readonly host: Host) {
    host.clearCalls();
    this.#seen = new Set(host.invocations().map(({ id }) => id));
  }

  /** Takes what has come since the last time off the host's records. */
  collect(): void {
    const seen = new Set<string>();
    for (const run of this.host.invocations()) {
      seen.add(run.id);
      if (this.#seen.has(run.id)) continue;
      this.#purposes.set(run.id, purposeOf(run));
      this.#at(run.at, purposeOf(run)).invocations += 1;
    }
    this.#seen = seen;
    for (const call of this.host.calls()) {
      const spent = this.#at(call.at, this.#purposes.get(call.invocation) ?? 'other');
      if (call.path.startsWith('/rest/')) {
        spent.requests += 1;
        spent.points += call.points;
      }
      if (call.path.startsWith('/api/')) {
        const { kind, units } = unitsOf(call.path, call.bytes);
        spent.storageRequests += 1;
        spent[kind === 'read' ? 'reads' : 'writes'] += units;
        if (kind === 'read') spent.bytesRead += call.bytes.received;
        else spent.bytesWritten += call.bytes.sent;
      }
    }
    this.host.clearCalls();
  }

  /**
   * What the day took as a whole, and in its busiest hour and minute.
   * @param scale for pages of which only some were played: how many times as many there are
   */
  total(scale: Readonly<Partial<Record<Purpose, number>>>): Day {
    const each = new Map<Purpose, Spent>(purposes.map((purpose) => [purpose, nothing()]));
    const hours = new Map<number, Spent>();
    const busiest = { reads: 0, writes: 0 };
    for (const [minute, spent] of this.#minutes) {
      const all = nothing();
      for (const [purpose, one] of spent) {
        const times = scale[purpose] ?? 1;
        addTo(each.get(purpose) as Spent, one, times);
        addTo(all, one, times);
      }
      busiest.reads = Math.max(busiest.reads, all.reads);
      busiest.writes = Math.max(busiest.writes, all.writes);
      const hour = Math.floor(minute / 60);
      const sum = hours.get(hour) ?? nothing();
      addTo(sum, all);
      hours.set(hour, sum);
    }
    const day = nothing();
    for (const one of each.values()) addTo(day, one);
    return {
      each,
      day,
      busiestHour: Math.max(...[...hours.values()].map(({ points }) => points)),
      busiestMinute: busiest,
    };
  }

  #at(instant: string, purpose: Purpose): Spent {
    const minute = Math.floor(Date.parse(instant) / 60_000);
    const spent = this.#minutes.get(minute) ?? new Map<Purpose, Spent>();
    this.#minutes.set(minute, spent);
    const one = spent.get(purpose) ?? nothing();
    spent.set(purpose, one);
    return one;
  }
}

export interface Day {
  readonly each: ReadonlyMap<Purpose, Spent>;
  readonly day: Spent;
  /** Points. */
  readonly busiestHour: number;
  /** Units of storage. */
  readonly busiestMinute: { readonly reads: number; readonly writes: number };
}
