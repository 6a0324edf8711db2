// How much an installation may ask of storage in a second and in a minute.
import type { Clock } from '../../clock';
import { forgeLimits } from '../limits';

const { requestsPerSecond, unitsPerMinute, unitBytes } = forgeLimits.storage;

/** What a request to storage counts as. */
export interface Units {
  readonly kind: 'read' | 'write';
  readonly units: number;
}

const writes = /\/(?:set|delete|transaction)$/u;

/**
 * A request counts by its size as a whole, rounded up: a read by its answer, a write by what it sends, and a transaction
 * or batch is one request (beliefs kvs-units and kvs-unit-of-many).
 */
export function unitsOf(path: string, bytes: { sent: number; received: number }): Units {
  const kind = writes.test(path) ? 'write' : 'read';
  const size = kind === 'write' ? bytes.sent : bytes.received;
  return { kind, units: Math.max(1, Math.ceil(size / unitBytes)) };
}

/** Sums of the last so many milliseconds. */
class Window {
  readonly #counted: { readonly at: number; amount: number }[] = [];
  #sum = 0;

  constructor(private readonly lengthMs: number) {}

  sum(now: number): number {
    while (this.#counted[0] !== undefined && this.#counted[0].at <= now - this.lengthMs)
      this.#sum -= (this.#counted.shift() as { amount: number }).amount;
    return this.#sum;
  }

  add(now: number, amount: number): void {
    const last = this.#counted.at(-1);
    if (last?.at === now) last.amount += amount;
    else this.#counted.push({ at: now, amount });
    this.#sum += amount;
  }
}

export class StorageRates {
  readonly #requests = new Window(1_000);
  readonly #units = { read: new Window(60_000), write: new Window(60_000) };

  constructor(private readonly clock: Clock) {}

  /** Why this request is turned down, or null when it may pass. How long an answer is, is known only afterwards. */
  refuses(path: string, sent: number): string | null {
    const now = this.clock.now();
    if (this.#requests.sum(now) >= requestsPerSecond)
      return `At most ${requestsPerSecond} requests a second.`;
    const { kind, units } = unitsOf(path, { sent, received: 0 });
    const most = unitsPerMinute[kind];
    return this.#units[kind].sum(now) + units > most
      ? `At most ${most} ${kind}s of ${unitBytes} bytes a minute.`
      : null;
  }

  book(path: string, bytes: { sent: number; received: number }): void {
    const now = this.clock.now();
    const { kind, units } = unitsOf(path, bytes);
    this.#requests.add(now, 1);
    this.#units[kind].add(now, units);
  }
}
