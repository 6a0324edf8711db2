// Runs a function of the app: with its own context, its time limit, and the faults that cut it off.
import type { Clock } from '../clock';
import type { FaultBox } from '../faults';
import type { Invocation } from '../host';
import type { Handler } from './bundle/instance';
import type { Manifest } from './manifest';
import { contextAri, type Installation, running, type Running } from './runtime';

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
  readonly retries?: number;
}

/** Invocations remembered; a month of schedules is 8,640. */
const remembered = 20_000;

export class Invoker {
  readonly invocations: (Invocation & { outcome: Invocation['outcome']; ms: number; error?: string })[] = [];
  #count = 0;

  constructor(
    private readonly clock: Clock,
    private readonly faults: FaultBox,
    private readonly manifest: Manifest,
    private readonly installation: Installation,
    private readonly handlerOf: (exported: string) => Handler | undefined,
  ) {}

  /** Never throws: whatever happens is an outcome, and is on record. */
  run(work: Work): Promise<Outcome> {
    return this.clock.track(this.#run(work));
  }

  async #run(work: Work): Promise<Outcome> {
    this.#count += 1;
    const id = `invocation-${this.#count}`;
    const declared = this.manifest.functions.get(work.function);
    const limit = declared?.timeoutSeconds ?? work.timeoutSeconds;
    const record: (typeof this.invocations)[number] = {
      id, at: new Date(this.clock.now()).toISOString(), module: work.module, function: work.function, outcome: 'running', ms: 0, retries: work.retries ?? 0,
    };
    this.invocations.push(record);
    if (this.invocations.length > remembered) this.invocations.splice(0, this.invocations.length - remembered);
    const started = performance.now();
    const outcome = await this.#outcome(id, work, limit);
    record.ms = Math.round((performance.now() - started) * 10) / 10;
    record.outcome = outcome.kind === 'returned' ? (isRetry(outcome.value) ? 'retry-requested' : 'done') : outcome.kind === 'threw' ? 'failed' : outcome.how;
    if (outcome.kind === 'threw') record.error = outcome.error.message;
    return outcome;
  }

  #outcome(id: string, work: Work, limitSeconds: number): Promise<Outcome> {
    const handler = this.handlerOf(this.manifest.functions.get(work.function)?.exported ?? '');
    if (handler === undefined) {
      return Promise.resolve({ kind: 'threw', error: new Error(`The bundle exports no function for ${work.function}.`) });
    }
    return new Promise((resolve) => {
      const run: Running = {
        id,
        function: work.function,
        module: work.module,
        moduleType: work.moduleType,
        accountId: work.accountId ?? null,
        endsAt: this.clock.now() + limitSeconds * 1000,
        dead: false,
        die(how) {
          run.dead = true;
          resolve({ kind: 'cut-off', how });
        },
        requestsLeft: this.faults.strikes('timeout', this.faults.current.timeout.chance) ? this.faults.random.int(0, 5) : null,
      };
      const context = {
        installContext: contextAri(this.installation),
        installation: { ari: `ari:cloud:ecosystem::installation/${this.installation.installationId}`, contexts: [contextAri(this.installation)] },
        ...(work.accountId === undefined ? {} : { principal: { accountId: work.accountId } }),
      };
      void running.run(run, async () => {
        try {
          // Payloads travel as JSON: the app gets its own copy.
          const value = await handler(JSON.parse(JSON.stringify(work.payload)) as unknown, context);
          resolve({ kind: 'returned', value });
        } catch (error) {
          resolve({ kind: 'threw', error: error instanceof Error ? error : new Error(String(error)) });
        }
      });
    });
  }
}

/** What `new InvocationError(…)` becomes (proved with @forge/events 3.0.8). */
export interface RetryRequest {
  readonly _retry: true;
  readonly retryOptions?: { readonly retryAfter?: number; readonly retryReason?: string; readonly retryData?: unknown };
}

export const isRetry = (value: unknown): value is RetryRequest =>
  typeof value === 'object' && value !== null && (value as { _retry?: unknown })._retry === true;
