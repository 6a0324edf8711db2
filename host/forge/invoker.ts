// Runs a function of the app: with its own context, its time limit, and the faults that cut it off.
import type { Clock } from '../clock';
import type { FaultBox } from '../faults';
import type { Invocation } from '../host';
import type { Handler } from './bundle/instance';
import type { FunctionModule, Manifest } from './manifest';
import { latencyMs } from './limits';
import { type Chain, contextAri, type Installation, running, type Running } from './runtime';

export type Outcome =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: Error }
  /** The platform cut it off: its time was over, or it died. */
  | { readonly kind: 'cut-off'; readonly how: 'crashed' | 'timed-out' };

export interface Work {
  readonly function: string;
  readonly module: string;
  readonly moduleType: string;
  readonly timeoutSeconds: number;
  readonly payload: unknown;
  readonly accountId?: string;
  /** What a page calls. */
  readonly call?: string;
  readonly retries?: number;
  /** Present when another invocation led to this one. */
  readonly chain?: Chain;
}

/** Where functions run. */
export interface Instances {
  /** What the bundle of its file exports for it. */
  readonly handlerOf: (one: FunctionModule) => Handler | undefined;
  /** The platform ended the instance with the function: the next one is new (belief `cold-after-cut-off`). */
  readonly cutOff: (one: FunctionModule) => void;
}

export interface InvokerWorld {
  readonly clock: Clock;
  readonly faults: FaultBox;
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly instances: Instances;
  /** Real milliseconds after which a function that does not end is cut off, whatever its own limit. */
  readonly patienceMs: number;
  /** Does a function take time? */
  readonly latency: boolean;
  readonly log: (level: 'warn' | 'error', text: string) => void;
}

/** Functions of a whole drain run side by side where they take virtual time. */
const longestRealMs = 600_000;
/** Invocations remembered; a month of schedules is 8,640. */
const remembered = 20_000;

export class Invoker {
  readonly invocations: (Invocation & {
    outcome: Invocation['outcome'];
    ms: number;
    error?: string;
  })[] = [];
  #count = 0;

  constructor(private readonly world: InvokerWorld) {}

  /** Never throws: whatever happens is an outcome, and is on record. */
  run(work: Work): Promise<Outcome> {
    return this.world.clock.track(() => this.#run(work));
  }

  async #run(work: Work): Promise<Outcome> {
    this.#count += 1;
    const id = `invocation-${this.#count}`;
    const declared = this.world.manifest.functions.get(work.function);
    const limit = declared?.timeoutSeconds ?? work.timeoutSeconds;
    const record: (typeof this.invocations)[number] = {
      id,
      at: new Date(this.world.clock.now()).toISOString(),
      module: work.module,
      function: work.function,
      call: work.call ?? null,
      outcome: 'running',
      ms: 0,
      retries: work.retries ?? 0,
    };
    this.invocations.push(record);
    if (this.invocations.length > remembered * 1.1)
      this.invocations.splice(0, this.invocations.length - remembered);
    const started = performance.now();
    const outcome = await this.#outcome(id, work, declared, limit);
    record.ms = Math.round((performance.now() - started) * 10) / 10;
    record.outcome = recorded(outcome);
    if (outcome.kind === 'threw') {
      record.error = outcome.error.message;
      this.world.log(
        'error',
        `${work.function} (${id}) failed: ${outcome.error.stack ?? outcome.error.message}`,
      );
    }
    return outcome;
  }

  #outcome(
    id: string,
    work: Work,
    declared: FunctionModule | undefined,
    limitSeconds: number,
  ): Promise<Outcome> {
    const handler = declared === undefined ? undefined : this.world.instances.handlerOf(declared);
    if (declared === undefined || handler === undefined) {
      return Promise.resolve({
        kind: 'threw',
        error: new Error(`The bundle exports no function for ${work.function}.`),
      });
    }
    return new Promise((resolve) => {
      const run: Running = {
        id,
        function: work.function,
        module: work.module,
        moduleType: work.moduleType,
        accountId: work.accountId ?? null,
        endsAt: this.world.clock.now() + limitSeconds * 1000,
        dead: false,
        die: (how) => {
          if (run.dead) return;
          run.dead = true;
          stopWatching();
          this.world.instances.cutOff(declared);
          resolve({ kind: 'cut-off', how });
        },
        chain: work.chain ?? { pushes: 0 },
        requestsLeft: this.world.faults.strikes('timeout', this.world.faults.current.timeout.chance)
          ? this.world.faults.random.int(0, 5)
          : null,
      };
      const stopWatching = this.#watch(run, limitSeconds);
      const context = {
        installContext: contextAri(this.world.installation),
        installation: {
          ari: `ari:cloud:ecosystem::installation/${this.world.installation.installationId}`,
          contexts: [contextAri(this.world.installation)],
        },
        ...(work.accountId === undefined ? {} : { principal: { accountId: work.accountId } }),
      };
      void running.run(run, async () => {
        try {
          if (this.world.latency) await this.world.clock.sleep(latencyMs.invocation);
          const value = copyOf(await handler(copyOf(work.payload), context));
          // Time that was to run out somewhere on the way has run out by now.
          if (run.requestsLeft === null) resolve({ kind: 'returned', value });
          else run.die('timed-out');
        } catch (error) {
          resolve({
            kind: 'threw',
            error: error instanceof Error ? error : new Error(String(error)),
          });
        } finally {
          stopWatching();
          // Belief `nothing-after-return`: what the function did not wait for never gets further.
          run.dead = true;
        }
      });
    });
  }

  /** Cuts a function off that does not end. @returns how to stop watching */
  #watch(run: Running, limitSeconds: number): () => void {
    const { clock, latency, log } = this.world;
    const cut = (after: string): void => {
      log('warn', `${run.function} (${run.id}) did not end within ${after} and was cut off.`);
      run.die('timed-out');
    };
    // Where virtual time stands still while a function runs, it is real time that a function without end uses up.
    const patienceMs = latency
      ? longestRealMs
      : Math.min(limitSeconds * 1000, this.world.patienceMs);
    const watch = setTimeout(() => cut(`${patienceMs} ms`), patienceMs);
    watch.unref();
    const cancel = latency ? clock.schedule(run.endsAt, () => cut(`${limitSeconds} s`)) : null;
    return () => {
      clearTimeout(watch);
      cancel?.();
    };
  }
}

/** Payloads and answers travel as JSON: neither side gets objects of the other. */
const copyOf = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value) ?? 'null') as unknown);

/** What stands on record of an outcome. */
function recorded(outcome: Outcome): Invocation['outcome'] {
  if (outcome.kind === 'threw') return 'failed';
  if (outcome.kind === 'cut-off') return outcome.how;
  return isRetry(outcome.value) ? 'retry-requested' : 'done';
}

/** Why the platform tries again on its own, by the codes of @forge/events. */
export const reasonOf = (outcome: Outcome): string =>
  outcome.kind === 'cut-off' && outcome.how === 'timed-out'
    ? 'FUNCTION_TIME_OUT'
    : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';

/** What `new InvocationError(…)` becomes (proved with @forge/events 3.0.8). */
export interface RetryRequest {
  readonly _retry: true;
  readonly retryOptions?: {
    readonly retryAfter?: number;
    readonly retryReason?: string;
    readonly retryData?: unknown;
  };
}

export const isRetry = (value: unknown): value is RetryRequest =>
  typeof value === 'object' && value !== null && (value as { _retry?: unknown })._retry === true;
