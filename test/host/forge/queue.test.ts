// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { Workshop } from './support/workshop';

interface Job {
  readonly body: Record<string, unknown>;
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly most: number;
  readonly retryContext?: {
    retryCount: number;
    retryReason: string;
    retryData?: unknown;
    retentionWindow: { startTime: string; remainingTimeMs: number };
  };
}

interface Pushed {
  readonly jobId: string;
  readonly failed?: string;
  readonly message?: string;
}

let workshop: Workshop;
beforeEach(async () => {
  workshop = await Workshop.open();
});

const push = (events: object | object[], queue?: string): Promise<Pushed> =>
  workshop.ask('push', { events, ...(queue === undefined ? {} : { queue }) });
const jobs = (): readonly Job[] =>
  workshop.noted<Job & Record<string, unknown>>('jobs').map(({ payload }) => payload);
/** Minutes and seconds after the start at which the consumer began, such as `0:05`. */
const began = (): string[] =>
  workshop.host
    .invocations()
    .filter(({ function: name }) => name === 'on-job' || name === 'on-long-job')
    .map(({ at }) => {
      const seconds = (Date.parse(at) - Date.parse('2026-03-02T08:00:00Z')) / 1000;
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    });
const stats = (jobId: string, cancel = false) => workshop.ask('job', { jobId, cancel });
const job = (body: object = {}, more: object = {}): object => ({
  body: { do: 'nothing', ...body },
  ...more,
});

describe('An event', () => {
  it('reaches the consumer of its queue, with its ids and without a person', async () => {
    const { jobId } = await push(job({ n: 1 }));
    await workshop.host.settled();
    expect(jobs()).toMatchObject([
      { body: { n: 1 }, queueName: 'jobs', jobId, eventId: expect.any(String) as string },
    ]);
    expect(workshop.noted('jobs')[0]?.context).toMatchObject({
      installContext: expect.stringContaining('ari:cloud:jira::site/') as string,
    });
    expect(workshop.noted('jobs')[0]?.context).not.toHaveProperty('principal');
  });

  it('waits for its delay', async () => {
    await push([
      job({ n: 1 }, { delayInSeconds: 90 }),
      job({ n: 2 }, { delayInSeconds: 900 }),
      job({ n: 3 }),
    ]);
    await workshop.host.advance('PT20M');
    expect(began()).toEqual(['0:00', '1:30', '15:00']);
  });

  it('comes once more now and then although it was done (queue-at-least-once)', async () => {
    workshop.host.faults.set({ queue: { redeliver: 0.5 }, seed: 3 });
    // One at a time: the app writes down what it saw by reading and writing.
    await push(
      Array.from({ length: 20 }, (_one, n) =>
        job({ n }, { concurrency: { key: 'one', limit: 1 } }),
      ),
    );
    await workshop.host.advance('PT1H');
    const ids = jobs().map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(20);
    expect(ids.length).toBeGreaterThan(20);
  });

  it('that its consumer pushes on comes again', async () => {
    await push(job({ again: true }));
    await workshop.host.advance('PT5S');
    expect(began()).toEqual(['0:00', '0:01', '0:02', '0:03', '0:04', '0:05']);
  });
});

describe('One concurrency key', () => {
  const busy = (key: string, limit: number, count: number): object[] =>
    Array.from({ length: count }, (_one, n) =>
      job({ do: 'wait-a-turn', n }, { concurrency: { key, limit } }),
    );

  it('lets as many at work at a time as its limit says (queue-concurrency)', async () => {
    await push(busy('one', 1, 5));
    await workshop.host.settled();
    expect(jobs()).toHaveLength(5);
    expect(Math.max(...jobs().map(({ most }) => most))).toBe(1);
  });

  it('does not hold back others', async () => {
    await push([...busy('a', 1, 3), ...busy('b', 1, 3)]);
    await workshop.host.settled();
    expect(began()).toHaveLength(6);
    expect(
      workshop.host.invocations().filter(({ outcome }) => outcome === 'done').length,
    ).toBeGreaterThanOrEqual(6);
  });

  it('holds over all queues', async () => {
    await Promise.all([push(busy('same', 1, 3)), push(busy('same', 1, 3), 'long-jobs')]);
    await workshop.host.settled();
    expect(began()).toHaveLength(6);
    expect(Math.max(...jobs().map(({ most }) => most))).toBe(1);
  });

  it('is free again while an event waits for its next try', async () => {
    await push([
      job(
        { do: 'retry', retryAfter: 600, times: 1, n: 1 },
        { concurrency: { key: 'one', limit: 1 } },
      ),
      job({ n: 2 }, { concurrency: { key: 'one', limit: 1 } }),
    ]);
    await workshop.host.settled();
    expect(jobs().map(({ body }) => body['n'])).toEqual([1, 2]);
    await workshop.host.advance('PT10M');
    expect(jobs().map(({ body }) => body['n'])).toEqual([1, 2, 1]);
  });
});

describe('A consumer that fails', () => {
  it('by throwing is tried again, with pauses that double up to 15 minutes (queue-back-off, queue-first-pause)', async () => {
    await push(job({ do: 'throw', times: 10 }));
    await workshop.host.advance('PT2H');
    expect(began()).toEqual([
      '0:00',
      '0:05',
      '0:15',
      '0:35',
      '1:15',
      '2:35',
      '5:15',
      '10:35',
      '21:15',
      '36:15',
      '51:15',
    ]);
    expect(workshop.host.invocations().filter(({ outcome }) => outcome === 'failed')).toHaveLength(
      10,
    );
  });

  it('by being cut off is tried again, and knows which try it is', async () => {
    workshop.host.faults.set({ once: [{ kind: 'crash-before', nth: 2 }] });
    await push(job());
    await workshop.host.advance('PT1M');
    const runs = workshop.host.invocations().filter(({ function: name }) => name === 'on-job');
    expect(runs.map(({ outcome, retries }) => [outcome, retries])).toEqual([
      ['crashed', 0],
      ['done', 1],
    ]);
  });

  it('is tried again after the time it asks for, and gets back what it says', async () => {
    await push(job({ do: 'retry', retryAfter: 120, times: 2 }));
    await workshop.host.advance('PT1H');
    expect(began()).toEqual(['0:00', '2:00', '4:00']);
    expect(jobs()[1]?.retryContext).toMatchObject({
      retryCount: 1,
      retryReason: 'FUNCTION_RETRY_REQUEST',
      retryData: { seen: expect.any(Number) as number },
      retentionWindow: { startTime: '2026-03-02T08:00:00.000Z', remainingTimeMs: 24 * 3_600_000 },
    });
    expect(jobs()[2]?.retryContext).toMatchObject({
      retryCount: 2,
      retentionWindow: { remainingTimeMs: 24 * 3_600_000 - 120_000 },
    });
    expect(
      workshop.host.invocations().filter(({ outcome }) => outcome === 'retry-requested'),
    ).toHaveLength(2);
  });

  it('asks for no more than 15 minutes', async () => {
    await push(job({ do: 'retry', retryAfter: 7200, times: 1 }));
    await workshop.host.advance('PT1H');
    expect(began()).toEqual(['0:00', '15:00']);
  });

  it('is given up after 24 hours', async () => {
    const { jobId } = await push(job({ do: 'throw' }));
    await workshop.host.advance('PT30H');
    const last = began().at(-1) ?? '';
    expect(Number(last.split(':')[0])).toBeGreaterThan(23 * 60);
    expect(Number(last.split(':')[0])).toBeLessThanOrEqual(24 * 60);
    expect(await stats(jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });
});

describe('A job', () => {
  it('tells how far it is', async () => {
    const { jobId } = await push([
      job(),
      job({}, { delayInSeconds: 60 }),
      job({}, { delayInSeconds: 120 }),
    ]);
    await workshop.host.settled();
    expect(await stats(jobId)).toEqual({ success: 1, inProgress: 2, failed: 0 });
    await workshop.host.advance('PT1M');
    expect(await stats(jobId)).toEqual({ success: 2, inProgress: 1, failed: 0 });
  });

  it('drops what has not started when it is cancelled (queue-cancel-waiting)', async () => {
    const { jobId } = await push([job({ n: 1 }), job({ n: 2 }, { delayInSeconds: 60 })]);
    await workshop.host.settled();
    await stats(jobId, true);
    await workshop.host.advance('PT5M');
    expect(jobs().map(({ body }) => body['n'])).toEqual([1]);
  });

  it('that does not exist is an error', async () => {
    await expect(stats('11111111-1111-4111-8111-111111111111')).rejects.toThrow();
  });
});

describe('The limits of queues (queue-limits)', () => {
  it('500 events a minute, and then again', async () => {
    const fifty = Array.from({ length: 50 }, () => job());
    for (let times = 0; times < 10; times += 1)
      expect(await push(fifty)).not.toHaveProperty('failed');
    expect(await push(job())).toMatchObject({ failed: 'RateLimitError' });
    await workshop.host.advance('PT61S');
    expect(await push(job())).not.toHaveProperty('failed');
  });

  it('50 events and 200 KB a push', async () => {
    expect(await push(Array.from({ length: 51 }, () => job()))).toMatchObject({
      failed: 'TooManyEventsError',
    });
    expect(await push(job({ text: 'x'.repeat(201 * 1024) }))).toMatchObject({
      failed: 'PayloadTooBigError',
    });
    // The SDK counts characters; the platform counts bytes.
    expect(await push(job({ text: 'ä'.repeat(150 * 1024) }))).toMatchObject({
      failed: 'PayloadTooBigError',
    });
  });

  it('100 KB an event where the consumer may run long (queue-long-events)', async () => {
    const text = 'x'.repeat(120 * 1024);
    expect(await push(job({ text }))).not.toHaveProperty('failed');
    expect(await push(job({ text }), 'long-jobs')).toMatchObject({ failed: 'PayloadTooBigError' });
  });

  it('1,000 pushes that follow from one invocation (queue-cyclic)', async () => {
    await push(job({ again: true }));
    await workshop.host.advance('PT20M');
    expect(began().filter((time) => Number(time.split(':')[0]) < 18).length).toBeGreaterThanOrEqual(
      1000,
    );
    expect(
      workshop.host
        .invocations()
        .filter(({ function: name, error }) => name === 'on-job' && error !== undefined).length,
    ).toBeGreaterThan(0);
  });

  it('a queue that the manifest names', async () => {
    expect(await push(job(), 'nowhere')).toMatchObject({ failed: expect.any(String) as string });
  });
});
