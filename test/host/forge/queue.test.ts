// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { Workshop } from './support/workshop';

interface Job {
  readonly body: { readonly n?: number };
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly most: number;
  readonly retryContext?: { readonly retryCount: number; readonly retryReason: string; readonly retentionWindow: { readonly startTime: string; readonly remainingTimeMs: number } };
}

let workshop: Workshop;

const push = (...events: object[]): Promise<{ jobId: string; failed?: string; message?: string }> => workshop.ask('push', { events });
const jobs = (): Job[] => workshop.noted<Job>('jobs').map(({ payload }) => payload);
const times = (): string[] => workshop.noted('jobs').map(({ at }) => at.slice(11, 19));
const stats = (jobId: string): Promise<object> => workshop.ask('job', { jobId });
const job = (body: object, more: object = {}): object => ({ body: { do: 'nothing', ...body }, ...more });

beforeEach(async () => {
  workshop = await Workshop.open();
});

describe('An event pushed to a queue', () => {
  it('reaches the consumer at once, or at the second it was delayed to', async () => {
    const { jobId } = await push(job({ n: 1 }), job({ n: 2 }, { delayInSeconds: 900 }), job({ n: 3 }, { delayInSeconds: 61 }));
    await workshop.host.settled();
    expect(await stats(jobId)).toEqual({ success: 1, inProgress: 2, failed: 0 });
    await workshop.host.advance('PT15M');
    expect(jobs().map(({ body }) => body.n)).toEqual([1, 3, 2]);
    expect(times()).toEqual(['08:00:00', '08:01:01', '08:15:00']);
    expect(jobs()[0]).toMatchObject({ queueName: 'jobs', jobId, eventId: expect.any(String) as string });
    expect(await stats(jobId)).toEqual({ success: 3, inProgress: 0, failed: 0 });
    expect(workshop.host.invocations().filter(({ function: name }) => name === 'on-job')[0]).toMatchObject({ module: 'jobs-consumer', outcome: 'done' });
  });

  it('comes as JSON, without a person in the session', async () => {
    await push(job({ n: 1 }));
    await workshop.host.settled();
    expect(workshop.noted('jobs')[0]?.context).not.toHaveProperty('principal');
  });

  it('does not run any more once its job is cancelled (queue-cancel-waiting)', async () => {
    const { jobId } = await push(job({ n: 1 }, { delayInSeconds: 60 }));
    await workshop.ask('job', { jobId, cancel: true });
    await workshop.host.advance('PT1H');
    expect(jobs()).toEqual([]);
  });

  it('may come again although it was done (queue-at-least-once)', async () => {
    workshop.host.faults.set({ once: [{ kind: 'redeliver-queue', nth: 1 }] });
    const { jobId } = await push(job({ n: 1 }));
    await workshop.host.advance('PT1M');
    expect(jobs().map(({ eventId }) => eventId)).toEqual([jobs()[0]?.eventId, jobs()[0]?.eventId]);
    expect(await stats(jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });
});

describe('A consumer', () => {
  it('that throws is tried again with growing pauses of at most 15 minutes, for a day (queue-back-off, queue-first-pause)', async () => {
    const { jobId } = await push(job({ do: 'throw' }));
    await workshop.host.advance('PT26H');
    const at = workshop.noted('jobs').map((noted) => Date.parse(noted.at) / 1000);
    const pauses = at.slice(1).map((moment, index) => moment - (at[index] as number));
    expect(pauses.slice(0, 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900]);
    expect(Math.max(...pauses)).toBe(900);
    expect((at.at(-1) as number) - (at[0] as number)).toBeLessThanOrEqual(86_400);
    expect((at.at(-1) as number) - (at[0] as number)).toBeGreaterThan(86_400 - 901);
    expect(await stats(jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });

  it('that asks for it is tried again when it says, and told how often it was', async () => {
    await push(job({ do: 'retry', times: 2, retryAfter: 60 }));
    await workshop.host.advance('PT1H');
    expect(times()).toEqual(['08:00:00', '08:01:00', '08:02:00']);
    expect(jobs()[2]?.retryContext).toMatchObject({ retryCount: 2, retryReason: 'FUNCTION_RETRY_REQUEST', retentionWindow: { startTime: '2026-03-02T08:00:00.000Z', remainingTimeMs: 86_400_000 - 60_000 } });
    expect(new Set(jobs().map(({ eventId }) => eventId)).size).toBe(1);
  });

  it('that crashes or runs out of time is tried again', async () => {
    workshop.host.faults.set({ once: [{ kind: 'crash-before', nth: 3 }] });
    await push(job({ n: 1 }));
    await workshop.host.advance('PT1M');
    const outcomes = workshop.host.invocations().filter(({ function: name }) => name === 'on-job').map(({ outcome }) => outcome);
    expect(outcomes.at(-1)).toBe('done');
  });

  it('runs side by side where nothing says otherwise, and one at a time under a concurrency key (queue-concurrency)', async () => {
    await push(...[1, 2, 3, 4].map((n) => job({ do: 'wait-a-turn', n })));
    await workshop.host.settled();
    expect(Math.max(...jobs().map(({ most }) => most))).toBeGreaterThan(1);
    workshop = await Workshop.open();
    await push(...[1, 2, 3, 4].map((n) => job({ do: 'wait-a-turn', n }, { concurrency: { key: 'ticket', limit: 1 } })));
    await workshop.host.settled();
    expect(jobs()).toHaveLength(4);
    expect(Math.max(...jobs().map(({ most }) => most))).toBe(1);
  });

  it('leaves the turn of a concurrency key to the next while it waits to be tried again', async () => {
    const concurrency = { key: 'ticket', limit: 1 };
    await push(job({ do: 'throw', n: 1 }, { concurrency }), job({ n: 2 }, { concurrency }));
    await workshop.host.settled();
    expect(jobs().map(({ body }) => body.n)).toEqual([1, 2]);
  });
});

describe('A push', () => {
  const many = (count: number, body: object = {}): object[] => Array.from({ length: count }, () => job(body, { delayInSeconds: 900 }));

  it('is refused for more than fifty events, for a late delay, and for a queue without consumer (queue-limits)', async () => {
    expect(await push(...many(51))).toMatchObject({ failed: 'TooManyEventsError' });
    expect(await push(job({}, { delayInSeconds: 901 }))).toMatchObject({ failed: expect.any(String) as string });
    expect(await workshop.ask('push', { queue: 'nowhere', events: many(1) })).toMatchObject({ failed: expect.any(String) as string });
    expect(await push(...many(4, { text: 'x'.repeat(51_200) }))).toMatchObject({ failed: 'PayloadTooBigError' });
  });

  it('is refused beyond 500 events a minute, and taken again a minute later (queue-limits)', async () => {
    for (let count = 0; count < 10; count += 1) expect(await push(...many(50))).toHaveProperty('jobId');
    expect(await push(...many(1))).toMatchObject({ failed: 'RateLimitError' });
    await workshop.host.advance('PT1M');
    expect(await push(...many(1))).toHaveProperty('jobId');
  });

  it('is refused for a large event where the function may run long (queue-long-events)', async () => {
    const large = job({ text: 'x'.repeat(102_400) });
    expect(await push(large)).toHaveProperty('jobId');
    expect(await workshop.ask('push', { queue: 'long-jobs', events: [large] })).toMatchObject({ failed: 'PayloadTooBigError' });
  });

  it('is refused after a thousand that follow from one invocation (queue-cyclic)', async () => {
    await push(job({ again: true }));
    await workshop.host.advance('PT20M');
    const runs = workshop.host.invocations().filter(({ function: name }) => name === 'on-job');
    expect(runs.filter(({ outcome }) => outcome === 'done')).toHaveLength(999);
    expect(runs.find(({ outcome }) => outcome === 'failed')?.error).toMatch(/limit/iu);
    expect(await push(job({}))).toHaveProperty('jobId');
  });
});
