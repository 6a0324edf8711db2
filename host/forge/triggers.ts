// Product events on their way to the app: filtered, and then late, double, out of order or lost, as faults will have it.
import type { Clock } from '../clock';
import type { FaultBox } from '../faults';
import type { ProductEvent } from '../jira/types';
import { compileExpression, type Scope } from './expression/compile';
import type { Invoker } from './invoker';
import { isRetry, reasonOf } from './invoker';
import { forgeLimits } from './limits';
import type { Manifest, TriggerModule } from './manifest';

const { trigger: limits } = forgeLimits;
/** A held event goes out after this long even if no other one passes it. */
const longestHoldMs = 60_000;
/** Before the platform delivers again what it cut off (belief `trigger-platform-retry`). */
const platformPauseSeconds = 10;

interface Around {
  readonly clock: Clock;
  readonly faults: FaultBox;
  readonly manifest: Manifest;
  readonly invoker: Invoker;
  readonly log: (text: string) => void;
}

export class Triggers {
  #held: (() => void) | null = null;
  readonly #filters = new Map<string, (scope: Scope) => unknown>();

  constructor(private readonly around: Around) {}

  /** Tells every trigger that listens. */
  emit(event: ProductEvent): void {
    for (const trigger of this.around.manifest.triggers) {
      if (!trigger.events.includes(event.name)) continue;
      if (trigger.ignoreSelf && event.selfGenerated) continue;
      if (this.#passes(trigger, event)) this.#send(trigger, event);
    }
  }

  /** Tells the app that it was installed, if it listens; faults of product events leave that alone. */
  installed(payload: ProductEvent['payload']): void {
    const event: ProductEvent = {
      name: 'avi:forge:installed:app',
      at: this.around.clock.now(),
      actor: null,
      selfGenerated: false,
      payload,
    };
    for (const trigger of this.around.manifest.triggers) {
      if (trigger.events.includes(event.name))
        this.around.clock.schedule(event.at, () => this.#deliver(trigger, event, null, 0));
    }
  }

  #passes(trigger: TriggerModule, event: ProductEvent): boolean {
    if (trigger.expression === null) return true;
    try {
      const filter = this.#filters.get(trigger.expression) ?? compileExpression(trigger.expression);
      this.#filters.set(trigger.expression, filter);
      const result = filter({ event: payloadOf(event) });
      if (typeof result === 'boolean') return result;
      throw new Error(`it is ${typeof result} and not true or false`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (trigger.onError.endsWith('AND_LOG'))
        this.around.log(`Filter of trigger ${trigger.key} failed: ${why}`);
      return trigger.onError.startsWith('RECEIVE');
    }
  }

  #send(trigger: TriggerModule, event: ProductEvent): void {
    const { events } = this.around.faults.current;
    if (this.around.faults.strikes('drop-event', events.drop)) return;
    const times = this.around.faults.strikes('duplicate-event', events.duplicate) ? 2 : 1;
    const late = this.around.faults.strikes('delay-event', events.delay);
    const delayMs =
      late === null
        ? 0
        : (late.seconds ?? this.around.faults.random.int(1, events.maxDelaySeconds)) * 1000;
    const go = (): void => {
      for (let time = 0; time < times; time += 1)
        this.around.clock.schedule(this.around.clock.now() + delayMs, () =>
          this.#deliver(trigger, event, null, 0),
        );
    };
    const held = this.#held;
    this.#held = null;
    if (held === null && this.around.faults.strikes('reorder-event', events.reorder)) {
      this.#hold(go);
      return;
    }
    go();
    held?.();
  }

  /** Keeps an event back until the next one has gone out. */
  #hold(go: () => void): void {
    let gone = false;
    const once = (): void => {
      if (gone) return;
      gone = true;
      go();
    };
    this.#held = once;
    this.around.clock.schedule(this.around.clock.now() + longestHoldMs, () => {
      if (this.#held === once) this.#held = null;
      once();
    });
  }

  async #deliver(
    trigger: TriggerModule,
    event: ProductEvent,
    retryContext: object | null,
    retries: number,
  ): Promise<void> {
    const payload = { ...payloadOf(event), ...(retryContext === null ? {} : { retryContext }) };
    const outcome = await this.around.invoker.run({
      function: trigger.function,
      module: trigger.key,
      moduleType: 'trigger',
      timeoutSeconds: forgeLimits.timeout.trigger,
      payload,
      retries,
    });
    // Belief `trigger-throw-is-lost`: only what the platform cut off, and what the app asks for, comes again.
    const asked =
      outcome.kind === 'returned' && isRetry(outcome.value)
        ? (outcome.value.retryOptions ?? {})
        : null;
    if ((outcome.kind !== 'cut-off' && asked === null) || retries >= limits.retries) return;
    const again = {
      retryCount: retries + 1,
      retryReason: asked?.retryReason ?? reasonOf(outcome),
      ...(asked?.retryData === undefined ? {} : { retryData: asked.retryData }),
    };
    const pauseMs =
      Math.min(asked?.retryAfter ?? platformPauseSeconds, limits.longestRetryAfterSeconds) * 1000;
    this.around.clock.schedule(this.around.clock.now() + pauseMs, () =>
      this.#deliver(trigger, event, again, retries + 1),
    );
  }
}

const payloadOf = ({
  name,
  at,
  selfGenerated,
  payload,
  trace,
}: ProductEvent): Readonly<Record<string, unknown>> => ({
  eventType: name,
  timestamp: String(at),
  selfGenerated,
  ...payload,
  ...(trace === undefined ? {} : { webhookTraceValue: trace }),
});
