import { Working } from './parked';

/** Cancels a task that has not started. */
export type Cancel = () => void;

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => Promise<void> | void;
  /** Ends a wait: nothing that runs on its own. */
  readonly wakes: boolean;
  cancelled: boolean;
}

/**
 * The one clock of the local host: everything that waits, waits on it. It only goes forward, and only when told to.
 * Tasks due at the same instant start in the order in which they were scheduled and run side by side, as on Forge.
 */
export class Clock {
  readonly #tasks: Task[] = [];
  readonly #working = new Working();
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
    return this.#add(at, run, false);
  }

  /**
   * Waits `ms` of virtual time. Whoever calls it does not count as running meanwhile, so that the clock can get there:
   * it costs no real time.
   */
  sleep(ms: number): Promise<void> {
    if (ms <= 0) return Promise.resolve();
    return new Promise((resolve) => this.wakeAfter(ms, resolve));
  }

  /** Calls `run` after `ms` of virtual time, as a timer of a program does. @returns how to stop it */
  wakeAfter(ms: number, run: () => void): Cancel {
    const wake = this.#working.fallsAsleep();
    const cancel = this.#add(
      this.#now + ms,
      () => {
        wake();
        run();
      },
      true,
    );
    return () => {
      wake();
      cancel();
    };
  }

  #add(at: number, run: Task['run'], wakes: boolean): Cancel {
    const due = Math.max(at, this.#now);
    const task: Task = { at: due, order: this.#order++, run, wakes, cancelled: false };
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
  track<T>(work: () => Promise<T>): Promise<T> {
    return this.#working.run(work);
  }

  /**
   * Runs `work` to its end, and lets pass the virtual time that it waits for. Called by something that runs on this
   * clock, it moves nothing: whoever moves the clock does.
   */
  async drive<T>(work: () => Promise<T>): Promise<T> {
    if (this.#working.within) return this.track(work);
    let over = false;
    const running = this.track(work);
    const end = (): void => {
      over = true;
    };
    const ended = running.then(end, end);
    for (;;) {
      await Promise.race([ended, this.#working.calm()]);
      if (over) return running;
      await this.#inTurn(() => this.#step());
    }
  }

  /** The instant of the next task, or null when nothing waits. */
  nextAt(): number | null {
    this.#dropCancelled();
    return this.#tasks[0]?.at ?? null;
  }

  /**
   * Waits until nothing runs and nothing is due now. What waits for virtual time gets it: the clock moves as far as that
   * takes.
   * @throws AggregateError of what failed in tasks since the last call
   */
  async settled(): Promise<void> {
    await this.#calm();
    while (!this.#working.idle) {
      await this.#inTurn(() => this.#step());
      await this.#calm();
    }
    this.#complain();
  }

  /**
   * Moves the clock to `to`, running everything that falls due on the way, each instant to its end. What waits for a
   * later instant then still waits.
   * @throws RangeError when `to` lies in the past
   */
  advanceTo(to: number | string): Promise<void> {
    const target = typeof to === 'number' ? to : Date.parse(to);
    if (!Number.isFinite(target)) return Promise.reject(new RangeError(`Not an instant: ${to}`));
    return this.#inTurn(async () => {
      if (target < this.#now) throw new RangeError('The clock only goes forward.');
      await this.#calm();
      this.#complain();
      for (let next = this.nextAt(); next !== null && next <= target; next = this.nextAt()) {
        this.#now = Math.max(this.#now, next);
        await this.#calm();
        this.#complain();
      }
      this.#now = target;
    });
  }

  /** Moves the clock by `ms`. */
  advance(ms: number): Promise<void> {
    return this.advanceTo(this.#now + ms);
  }

  /** One after the other: there is one clock. */
  #inTurn(move: () => Promise<void>): Promise<void> {
    const turn = this.#advancing.then(move, move);
    this.#advancing = turn.catch(() => undefined);
    return turn;
  }

  /** To the next instant at which anything happens, where something waits for one. */
  async #step(): Promise<void> {
    await this.#calm();
    const next = this.nextAt();
    if (next === null || this.#working.idle) return;
    this.#now = Math.max(this.#now, next);
    await this.#calm();
  }

  /** Until nothing does anything at this instant. */
  async #calm(): Promise<void> {
    do {
      this.#startDue();
      await this.#working.calm();
    } while (this.#tasks[0] !== undefined && this.#tasks[0].at <= this.#now);
  }

  #complain(): void {
    if (this.#failures.length > 0)
      throw new AggregateError(this.#failures.splice(0), 'A task of the host failed.');
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
    if (task.wakes) {
      void task.run();
      return;
    }
    const run = async (): Promise<void> => {
      // Side by side with what started it, and never before that has come to a pause.
      await Promise.resolve();
      await task.run();
    };
    this.#working.run(run, true).catch((error: unknown) => this.#failures.push(error));
  }
}
