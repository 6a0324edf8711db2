import { type Random, seededRandom } from './random';

/** Why Jira answers 429 (Jira Cloud, "Rate limiting": the RateLimit-Reason header). */
export type RateLimitReason =
  | 'jira-quota-global-based'
  | 'jira-quota-tenant-based'
  | 'jira-burst-based'
  | 'jira-per-issue-on-write';

/**
 * What goes wrong on purpose. Every number is a probability from 0 to 1 unless its name says otherwise; all start at
 * 0, so the host is well-behaved until told. `PUT /__host/faults` takes a part of this and keeps the rest.
 */
export interface Faults {
  /** Seed of every dice throw below. */
  seed: number;
  /** Product events to the app: late by 0 to `maxDelaySeconds`, twice, swapped with the one before, never. */
  events: {
    delay: number;
    maxDelaySeconds: number;
    duplicate: number;
    reorder: number;
    drop: number;
  };
  /** Async events: delivered once more although the consumer succeeded. */
  queue: { redeliver: number };
  /** Schedules of five minutes: a run that never comes. */
  schedules: { miss: number };
  /** The function dies before or after one of its requests to Jira, storage or a queue; the rest never happens. */
  crash: { before: number; after: number };
  /** The function is cut off by its time limit somewhere on its way. */
  timeout: { chance: number };
  /** Jira answers 429 instead of doing what it was asked. */
  rateLimit: { chance: number; retryAfterSeconds: number; reasons: RateLimitReason[] };
  /** Jira answers 5xx; half of the time it has done the work. */
  serverError: { chance: number };
  /** Jira answers 409 to a transition. */
  conflict: { chance: number };
  /** An internal comment comes out public. */
  publicComment: { chance: number };
  /** The search index lags this many seconds behind. */
  searchLagSeconds: number;
  /** Storage queries (not gets) lag this many seconds behind. */
  kvsQueryLagSeconds: number;
  /** Transitions taken out of workflows: to this status (by name), from this status or from anywhere. */
  missingTransitions: { project?: string; from?: string; to: string }[];
  /** Fields (by name) taken off every screen. */
  missingFields: { project?: string; field: string }[];
  /** People (e-mail or account id) who are deactivated, or may not browse any project. */
  deactivated: string[];
  cannotBrowse: string[];
  /** The app itself may not browse these projects (by key). */
  appCannotBrowse: string[];
  /** Faults that happen exactly once, at the nth chance from now (1 is the next). */
  once: OneFault[];
}

export interface OneFault {
  kind:
    | 'delay-event'
    | 'duplicate-event'
    | 'reorder-event'
    | 'drop-event'
    | 'redeliver-queue'
    | 'miss-schedule'
    | 'crash-before'
    | 'crash-after'
    | 'timeout'
    | 'rate-limit'
    | 'server-error'
    | 'conflict'
    | 'public-comment';
  /** Which chance: 1 is the next one. */
  nth: number;
  /** For `rate-limit`; the first of {@link Faults.rateLimit} otherwise. */
  reason?: RateLimitReason;
  /** For `delay-event` and `rate-limit`: how long. */
  seconds?: number;
  /** Only count requests of this method, for `crash-*`, `rate-limit` and `server-error`. */
  method?: string;
  /** Only count what changes something in Jira, for `crash-*`. */
  writes?: true;
}

interface AtRequest {
  readonly method?: string;
  /** It changes something in Jira. */
  readonly writes?: boolean;
}

/** A host without faults. */
export const noFaults = (): Faults => ({
  seed: 1,
  events: { delay: 0, maxDelaySeconds: 180, duplicate: 0, reorder: 0, drop: 0 },
  queue: { redeliver: 0 },
  schedules: { miss: 0 },
  crash: { before: 0, after: 0 },
  timeout: { chance: 0 },
  rateLimit: { chance: 0, retryAfterSeconds: 30, reasons: ['jira-burst-based'] },
  serverError: { chance: 0 },
  conflict: { chance: 0 },
  publicComment: { chance: 0 },
  searchLagSeconds: 0,
  kvsQueryLagSeconds: 0,
  missingTransitions: [],
  missingFields: [],
  deactivated: [],
  cannotBrowse: [],
  appCannotBrowse: [],
  once: [],
});

/** What could have failed, for a kind of fault: any of it, and what changes something in Jira. */
export interface Chances {
  readonly all: number;
  readonly writes: number;
}

export interface Counted {
  /** How often such a fault could have happened. */
  readonly chances: (kind: OneFault['kind']) => Chances;
  /** How many of a kind have happened. */
  readonly struck: (kind: OneFault['kind']) => number;
}

/** The switches and their dice. Every place that can fail asks {@link FaultBox.strikes} with its own probability. */
export class FaultBox {
  #faults: Faults = noFaults();
  #random: Random = seededRandom(1);
  #chances = new Map<OneFault['kind'], Chances>();
  #struck = new Map<OneFault['kind'], number>();

  get current(): Readonly<Faults> {
    return this.#faults;
  }

  get random(): Random {
    return this.#random;
  }

  /** Puts `change` over what is set; a new seed throws the dice anew. */
  set(change: PartialFaults): void {
    const before = this.#faults;
    this.#faults = {
      ...before,
      ...change,
      events: { ...before.events, ...change.events },
      queue: { ...before.queue, ...change.queue },
      schedules: { ...before.schedules, ...change.schedules },
      crash: { ...before.crash, ...change.crash },
      timeout: { ...before.timeout, ...change.timeout },
      rateLimit: { ...before.rateLimit, ...change.rateLimit },
      serverError: { ...before.serverError, ...change.serverError },
      conflict: { ...before.conflict, ...change.conflict },
      publicComment: { ...before.publicComment, ...change.publicComment },
      once: (change.once ?? before.once).map((fault) => ({ ...fault })),
    };
    if (change.seed !== undefined) this.#random = seededRandom(change.seed);
  }

  /** No faults any more. */
  clear(): void {
    this.#faults = { ...noFaults(), seed: this.#faults.seed };
  }

  /** Counts anew: {@link FaultBox.counted} is of what happens from now on. */
  countFromNow(): void {
    this.#chances = new Map();
    this.#struck = new Map();
  }

  /** What could have failed, and what has. */
  get counted(): Counted {
    const chances = new Map(this.#chances);
    const struck = new Map(this.#struck);
    return {
      chances: (kind) => chances.get(kind) ?? { all: 0, writes: 0 },
      struck: (kind) => struck.get(kind) ?? 0,
    };
  }

  /**
   * Does a fault of this kind happen here? Counts this chance for the faults that happen once.
   * @param at the request at which it would, where it is one
   */
  strikes(kind: OneFault['kind'], probability: number, at: AtRequest = {}): OneFault | null {
    const { all, writes } = this.#chances.get(kind) ?? { all: 0, writes: 0 };
    this.#chances.set(kind, { all: all + 1, writes: writes + (at.writes === true ? 1 : 0) });
    const fault = this.#struckBy(kind, probability, at);
    if (fault !== null) this.#struck.set(kind, (this.#struck.get(kind) ?? 0) + 1);
    return fault;
  }

  #struckBy(kind: OneFault['kind'], probability: number, at: AtRequest): OneFault | null {
    const index = this.#countDown(kind, at);
    if (index >= 0) return this.#faults.once.splice(index, 1)[0] ?? null;
    return this.#random.chance(probability) ? { kind, nth: 1 } : null;
  }

  #countDown(kind: OneFault['kind'], at: AtRequest): number {
    let due = -1;
    this.#faults.once.forEach((fault, index) => {
      if (
        fault.kind !== kind ||
        (fault.method !== undefined && fault.method !== at.method) ||
        (fault.writes === true && at.writes !== true)
      )
        return;
      fault.nth -= 1;
      if (fault.nth <= 0 && due < 0) due = index;
    });
    return due;
  }
}

/** A part of {@link Faults}, as `PUT /__host/faults` takes it. */
export type PartialFaults = {
  [K in keyof Faults]?: Faults[K] extends unknown[] | number ? Faults[K] : Partial<Faults[K]>;
};
