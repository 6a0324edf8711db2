// Queues: delayed, at least once, retried for a day, and one at a time where the app asks for it.
import type { Clock } from '../clock';
import type { FaultBox } from '../faults';
import type { Invoker } from './invoker';
import { isRetry, reasonOf } from './invoker';
import { forgeLimits } from './limits';
import type { Manifest } from './manifest';
import type { Chain } from './runtime';

interface Published {
  readonly queueName: string;
  readonly jobId: string;
  readonly payload: readonly {
    readonly body: unknown;
    readonly delayInSeconds?: number;
    readonly concurrency?: { readonly key: string; readonly limit: number };
  }[];
}

interface Delivery {
  readonly eventId: string;
  readonly queue: string;
  readonly jobId: string;
  readonly event: Published['payload'][number];
  readonly firstAt: number;
  readonly chain: Chain;
  retries: number;
  retryContext: Record<string, unknown> | null;
  /** True once its job counts it as done: it may be delivered again all the same. */
  done: boolean;
}

interface Job {
  success: number;
  inProgress: number;
  failed: number;
  cancelled: boolean;
}

const { queue: limits } = forgeLimits;
/** First pause before an event is tried again; it doubles from there. */
const firstBackOffMs = 5_000;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export class AsyncEvents {
  readonly #jobs = new Map<string, Job>();
  readonly #published: number[] = [];
  /** Events at work, and those that wait, by concurrency key. */
  readonly #working = new Map<string, { running: number; waiting: Delivery[] }>();
  #events = 0;

  constructor(
    private readonly clock: Clock,
    private readonly faults: FaultBox,
    private readonly manifest: Manifest,
    private readonly invoker: () => Invoker,
  ) {}

  /** The queue's own endpoints; null for a path that is none of them. */
  handle(path: string, body: unknown, chain: Chain): Response | null {
    if (path.startsWith('/webhook/queue/publish/')) return this.#publish(body as Published, chain);
    const { jobId } = body as { jobId: string };
    const job = this.#jobs.get(jobId);
    if (path.startsWith('/webhook/queue/stats/')) {
      if (job === undefined)
        return Response.json({ errorMessage: 'No such job.' }, { status: 404 });
      return Response.json({
        success: job.success,
        inProgress: job.inProgress,
        failed: job.failed,
      });
    }
    if (path.startsWith('/webhook/queue/cancel/')) {
      if (job === undefined)
        return Response.json({ errorMessage: 'No such job.' }, { status: 404 });
      job.cancelled = true;
      return new Response(null, { status: 204 });
    }
    return null;
  }

  #publish({ queueName, jobId, payload }: Published, chain: Chain): Response {
    const no = (status: number, errorMessage: string): Response =>
      Response.json({ errorMessage }, { status });
    const consumer = this.manifest.consumers.find(({ queue }) => queue === queueName);
    if (consumer === undefined)
      return no(400, `The manifest has no consumer for queue ${queueName}.`);
    if (payload.length > limits.eventsPerRequest)
      return no(413, `At most ${limits.eventsPerRequest} events a request.`);
    if (bytesOf(payload) > limits.requestBytes)
      return no(413, `At most ${limits.requestBytes} bytes a request.`);
    if (
      this.#runsLong(consumer.function) &&
      payload.some((event) => bytesOf(event) > limits.longFunctionEventBytes)
    ) {
      const which = `a function that may run for more than ${limits.longFunctionSeconds} s`;
      return no(413, `An event for ${which} has at most ${limits.longFunctionEventBytes} bytes.`);
    }
    if (
      payload.some(
        ({ delayInSeconds = 0 }) =>
          delayInSeconds < 0 || delayInSeconds > limits.longestDelaySeconds,
      )
    ) {
      return no(400, `A delay is 0 to ${limits.longestDelaySeconds} seconds.`);
    }
    chain.pushes += 1;
    if (chain.pushes > limits.pushesPerChain)
      return no(405, `At most ${limits.pushesPerChain} pushes may follow from one invocation.`);
    const now = this.clock.now();
    while (this.#published.length > 0 && (this.#published[0] as number) <= now - 60_000)
      this.#published.shift();
    if (this.#published.length + payload.length > limits.eventsPerMinute)
      return no(429, `At most ${limits.eventsPerMinute} events a minute.`);
    this.#jobs.set(jobId, { success: 0, inProgress: payload.length, failed: 0, cancelled: false });
    for (const event of payload) {
      this.#published.push(now);
      this.#events += 1;
      const at = now + (event.delayInSeconds ?? 0) * 1000;
      const eventId = `event-${this.#events}`;
      this.#schedule(
        {
          eventId,
          queue: queueName,
          jobId,
          event,
          firstAt: at,
          chain,
          retries: 0,
          retryContext: null,
          done: false,
        },
        at,
      );
    }
    return Response.json({}, { status: 201 });
  }

  #runsLong(function_: string): boolean {
    return (
      (this.manifest.functions.get(function_)?.timeoutSeconds ?? 0) > limits.longFunctionSeconds
    );
  }

  #schedule(delivery: Delivery, at: number): void {
    this.clock.schedule(at, () => this.#start(delivery));
  }

  /** Waits its turn where its concurrency key is at its limit. */
  async #start(delivery: Delivery): Promise<void> {
    const { concurrency } = delivery.event;
    if (concurrency === undefined) return this.#deliver(delivery);
    const lane = this.#working.get(concurrency.key) ?? { running: 0, waiting: [] };
    this.#working.set(concurrency.key, lane);
    if (lane.running >= concurrency.limit) {
      lane.waiting.push(delivery);
      return;
    }
    lane.running += 1;
    try {
      await this.#deliver(delivery);
    } finally {
      lane.running -= 1;
      const next = lane.waiting.shift();
      if (next !== undefined) this.#schedule(next, this.clock.now());
      else if (lane.running === 0) this.#working.delete(concurrency.key);
    }
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const job = this.#jobs.get(delivery.jobId);
    if (job?.cancelled) return;
    const consumer = this.manifest.consumers.find(({ queue }) => queue === delivery.queue);
    const outcome = await this.invoker().run({
      function: consumer?.function ?? '',
      module: consumer?.key ?? delivery.queue,
      moduleType: 'consumer',
      timeoutSeconds: forgeLimits.timeout.consumer,
      retries: delivery.retries,
      chain: delivery.chain,
      payload: {
        body: delivery.event.body,
        queueName: delivery.queue,
        jobId: delivery.jobId,
        eventId: delivery.eventId,
        ...(delivery.event.concurrency === undefined
          ? {}
          : { concurrency: delivery.event.concurrency }),
        ...(delivery.retryContext === null ? {} : { retryContext: delivery.retryContext }),
      },
    });
    if (outcome.kind === 'returned' && !isRetry(outcome.value)) {
      if (job && !delivery.done)
        [job.success, job.inProgress] = [job.success + 1, job.inProgress - 1];
      delivery.done = true;
      // At least once: now and then it comes again although it was done.
      if (this.faults.strikes('redeliver-queue', this.faults.current.queue.redeliver))
        this.#schedule({ ...delivery }, this.clock.now() + 1000);
      return;
    }
    const asked =
      outcome.kind === 'returned' && isRetry(outcome.value)
        ? (outcome.value.retryOptions ?? {})
        : null;
    const backOffMs = Math.min(
      limits.longestBackOffMs,
      firstBackOffMs * 2 ** Math.min(delivery.retries, 10),
    );
    const pauseMs =
      asked?.retryAfter === undefined
        ? backOffMs
        : Math.min(asked.retryAfter, limits.longestRetryAfterSeconds) * 1000;
    if (this.clock.now() + pauseMs > delivery.firstAt + limits.windowMs) {
      if (job && !delivery.done)
        [job.failed, job.inProgress] = [job.failed + 1, job.inProgress - 1];
      return;
    }
    delivery.retries += 1;
    delivery.retryContext = {
      retryCount: delivery.retries,
      retryReason: asked?.retryReason ?? reasonOf(outcome),
      ...(asked?.retryData === undefined ? {} : { retryData: asked.retryData }),
      retentionWindow: {
        startTime: new Date(delivery.firstAt).toISOString(),
        remainingTimeMs: delivery.firstAt + limits.windowMs - this.clock.now(),
      },
    };
    this.#schedule(delivery, this.clock.now() + pauseMs);
  }
}
