/** Cancels a task that has not started. */
export type Cancel = () => void;

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => Promise<void> | void;
  cancelled: boolean;
}

/**
 * The one clock of the local host: everything that waits, waits on it. It only goes forward, and only when told to.
 * Tasks due at the same instant start in the order in which they were scheduled and run side by side, as on Forge.
 */
export class Clock {
  readonly #tasks: Task[] = [];
  readonly #running = new Set<Promise<unknown>>();
  readonly #failures: unknown[] = [];
  #now: number;
  #order = 0;
  #starting = false;
  #advancing: Promise<void> = Promise.resolve();

  /** @param start the first instant, as epoch milliseconds or an ISO instant */
  constructor(start: number | string) {
    this.#now = typeof start === 'number' ? start : Date.parse(start);
    if (!Number.isFinite(this.#now)) throw new RangeError(`Not an instant: ${start}`);
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#now;
  }

  /** Runs `run` at `at` (at once if that has passed), when the clock gets there. */
  schedule(at: number, run: () => Promise<void> | void): Cancel {
    const task: Task = { at: Math.max(at, this.#now), order: this.#order++, run, cancelled: false };
    let low = 0;
    let high = this.#tasks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#tasks[middle] as Task).at <= task.at) low = middle + 1;
      else high = middle;
    }
    this.#tasks.splice(low, 0, task);
    // What is due now happens by itself, whether or not anybody waits for it.
    if (task.at <= this.#now) this.#startSoon();
    return () => {
      task.cancelled = true;
    };
  }

  /** Counts `work` as running until it ends, so that {@link settled} waits for it. Its failure stays the caller's. */
  track<T>(work: Promise<T>): Promise<T> {
    const quiet = work.then(
      () => undefined,
      () => undefined,
    );
    this.#running.add(quiet);
    void quiet.then(() => this.#running.delete(quiet));
    return work;
  }

  /** The instant of the next task, or null when nothing waits. */
  nextAt(): number | null {
    this.#dropCancelled();
    return this.#tasks[0]?.at ?? null;
  }

  /**
   * Waits until nothing runs and nothing is due now.
   * @throws AggregateError of what failed in tasks since the last call
   */
  async settled(): Promise<void> {
    for (;;) {
      this.#startDue();
      if (this.#running.size === 0) break;
      await Promise.all(this.#running);
    }
    if (this.#failures.length > 0)
      throw new AggregateError(this.#failures.splice(0), 'A task of the host failed.');
  }

  /**
   * Moves the clock to `to`, running everything that falls due on the way, each instant to its end.
   * @throws RangeError when `to` lies in the past
   */
  advanceTo(to: number | string): Promise<void> {
    const target = typeof to === 'number' ? to : Date.parse(to);
    if (!Number.isFinite(target)) return Promise.reject(new RangeError(`Not an instant: ${to}`));
    const advance = async (): Promise<void> => {
      if (target < this.#now) throw new RangeError('The clock only goes forward.');
      await this.settled();
      for (let next = this.nextAt(); next !== null && next <= target; next = this.nextAt()) {
        this.#now = Math.max(this.#now, next);
        await this.settled();
      }
      this.#now = target;
    };
    const turn = this.#advancing.then(advance, advance);
    this.#advancing = turn.catch(() => undefined);
    return turn;
  }

  /** Moves the clock by `ms`. */
  advance(ms: number): Promise<void> {
    return this.advanceTo(this.#now + ms);
  }

  /** Starts what is due once the present work has come to a pause. */
  #startSoon(): void {
    if (this.#starting) return;
    this.#starting = true;
    setImmediate(() => {
      this.#starting = false;
      this.#startDue();
    });
  }

  #dropCancelled(): void {
    while (this.#tasks[0]?.cancelled) this.#tasks.shift();
  }

  #startDue(): void {
    this.#dropCancelled();
    while (this.#tasks[0] && this.#tasks[0].at <= this.#now) {
      const task = this.#tasks.shift() as Task;
      if (!task.cancelled) this.#start(task);
      this.#dropCancelled();
    }
  }

  #start(task: Task): void {
    void this.track(
      Promise.resolve()
        .then(task.run)
        .catch((error: unknown) => this.#failures.push(error)),
    );
  }
}
