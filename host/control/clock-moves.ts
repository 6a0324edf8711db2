import type { Host } from '../host';
import type { CurrentHost } from './current-host';
import { wordsOf } from './refusal';

/** How often the clock catches up while it follows real time, in milliseconds. */
const tick = 1000;

/** Moves of the clock, one after the other, and the clock that runs by itself. */
export class ClockMoves {
  #last: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #problem: string | null = null;

  constructor(private readonly current: CurrentHost) {}

  /** Whether virtual time follows real time. */
  get running(): boolean {
    return this.#timer !== null;
  }

  /** Why it stopped following real time by itself. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Moves by as many milliseconds as `byMs` says when its turn comes, and waits for everything that falls due. */
  move(byMs: (host: Host) => number | Promise<number>): Promise<void> {
    const turn = this.#last.then(async () => {
      const { host } = this.current;
      await host.advance(await byMs(host));
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Follows real time, second by second; a tick that takes longer than a second makes the next one longer. */
  run(): void {
    if (this.#timer !== null) return;
    this.#problem = null;
    let seen = performance.now();
    let moving = false;
    this.#timer = setInterval(() => {
      if (moving) return;
      moving = true;
      const now = performance.now();
      const passed = Math.round(now - seen);
      seen = now;
      this.move(() => passed)
        .catch((error: unknown) => {
          this.#problem = wordsOf(error);
          this.pause();
        })
        .finally(() => {
          moving = false;
        });
    }, tick);
    this.#timer.unref();
  }

  pause(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
