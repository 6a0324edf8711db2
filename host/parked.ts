// Which of the work that runs does something now, and which only waits for virtual time to pass.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Work {
  /** Waits of this work, and of what it waits for in turn, that only the clock can end. */
  asleep: number;
  over: boolean;
  readonly parent: Work | null;
}

const doing = new AsyncLocalStorage<Work | null>();

/** Two turns of the event loop: what was woken has gone on as far as it can without the clock. */
const aMoment = (): Promise<void> =>
  new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** The work of one clock. */
export class Working {
  /** Not over yet. */
  #open = 0;
  /** Of those, the ones that do something. */
  #awake = 0;
  /** Grows whenever anything begins, ends, falls asleep or wakes. */
  #steps = 0;
  readonly #whenCalm: (() => void)[] = [];

  /** Nothing runs, and nothing waits for time to pass. */
  get idle(): boolean {
    return this.#open === 0;
  }

  /** Is this called by work of the clock? Then the clock is moved by somebody else. */
  get within(): boolean {
    return (doing.getStore() ?? null) !== null;
  }

  /** Runs `work` as a part of what calls it; with `apart` it is on its own. Its failure stays the caller's. */
  run<T>(work: () => Promise<T>, apart = false): Promise<T> {
    const parent = apart ? null : (doing.getStore() ?? null);
    const one: Work = { asleep: 0, over: false, parent };
    this.#open += 1;
    this.#wakes();
    const end = (): void => {
      one.over = true;
      this.#open -= 1;
      // It was cut off in its sleep: whoever waited for it goes on.
      if (one.asleep > 0) this.#count(one.parent, -one.asleep);
      else this.#sleeps();
    };
    const running = doing.run(one, work);
    void running.then(end, end);
    return running;
  }

  /** The work that calls this waits from now on, until `wake` is called. */
  fallsAsleep(): () => void {
    const work = doing.getStore() ?? null;
    this.#count(work, 1);
    let asleep = true;
    return () => {
      if (asleep) this.#count(work, -1);
      asleep = false;
    };
  }

  /** Until everything that runs is over, or waits for time to pass. */
  async calm(): Promise<void> {
    for (;;) {
      if (this.#awake > 0) await new Promise<void>((resolve) => this.#whenCalm.push(resolve));
      if (this.#open === 0) return;
      // Of two requests side by side one has been answered: its work counts as asleep, and goes on all the same.
      const before = this.#steps;
      await aMoment();
      if (this.#awake === 0 && this.#steps === before) return;
    }
  }

  #count(from: Work | null, by: number): void {
    for (let work = from; work !== null && !work.over; work = work.parent) {
      const wasAsleep = work.asleep > 0;
      work.asleep += by;
      if (wasAsleep && work.asleep === 0) this.#wakes();
      if (!wasAsleep && work.asleep > 0) this.#sleeps();
    }
    this.#steps += 1;
  }

  #wakes(): void {
    this.#awake += 1;
    this.#steps += 1;
  }

  #sleeps(): void {
    this.#awake -= 1;
    this.#steps += 1;
    if (this.#awake === 0) for (const tell of this.#whenCalm.splice(0)) tell();
  }
}
