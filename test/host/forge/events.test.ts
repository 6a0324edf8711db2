// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { agent, customer, Workshop } from './support/workshop';

interface Event {
  readonly eventType: string;
  readonly timestamp: string;
  readonly selfGenerated: boolean;
  readonly atlassianId: string;
  readonly issue: { readonly key: string };
  readonly retryContext?: object;
}

let workshop: Workshop;

/** Events of tickets that reached the app; the one of the install is told apart. */
const events = (): Event[] =>
  workshop
    .noted<Event>('events')
    .map(({ payload }) => payload)
    .filter(({ eventType }) => eventType.startsWith('avi:jira'));
const times = (): string[] =>
  workshop
    .noted<Event>('events')
    .filter(({ payload }) => payload.eventType.startsWith('avi:jira'))
    .map(({ at }) => at.slice(11, 19));
const edit = (summary: string): Promise<void> =>
  workshop.host.as(agent).edit(workshop.ticket, { summary });
const outcomes = (): string[] =>
  workshop.host
    .invocations()
    .filter(({ module }) => module === 'changes')
    .map(({ outcome }) => outcome);

beforeEach(async () => {
  workshop = await Workshop.open();
});

describe('A trigger', () => {
  it('runs for the events it names, as the app, without a person in the session', async () => {
    await edit('One');
    await workshop.host.as(agent).comment(workshop.ticket, 'Hello.');
    await workshop.host.settled();
    expect(events().map(({ eventType }) => eventType)).toEqual([
      'avi:jira:updated:issue',
      'avi:jira:commented:issue',
    ]);
    expect(events()[0]).toMatchObject({
      timestamp: String(workshop.host.clock.now()),
      selfGenerated: false,
      atlassianId: workshop.host.as(agent).accountId,
      issue: { key: workshop.ticket },
    });
    expect(workshop.noted('events').at(-1)?.context).not.toHaveProperty('principal');
    expect(workshop.noted('events').at(-1)?.context).toHaveProperty(
      'installContext',
      expect.stringMatching(/^ari:cloud:jira::site\//u),
    );
  });

  it('is told of the install when it listens', () => {
    expect(workshop.noted<Event>('events')[0]?.payload.eventType).toBe('avi:forge:installed:app');
  });

  it('hears nothing of what the app does, as itself or as the viewer (ignore-self, ignore-self-as-user)', async () => {
    const write = {
      path: `/rest/api/3/issue/${workshop.ticket}`,
      method: 'PUT',
      body: { fields: { summary: 'Changed' } },
    };
    await workshop.ask('jira', write);
    await workshop.ask('jira', { ...write, body: { fields: { summary: 'Again' } }, as: 'viewer' });
    await workshop.host.settled();
    expect(events()).toEqual([]);
  });

  it('that throws is not tried again (trigger-throw-is-lost)', async () => {
    await workshop.store({ do: 'set', key: 'behaviour', value: { do: 'throw' } });
    await edit('One');
    await workshop.host.advance('PT1H');
    expect(outcomes()).toEqual(['failed']);
  });

  it('that asks for it is tried again, four times at most (trigger-retry-asked)', async () => {
    await workshop.store({ do: 'set', key: 'behaviour', value: { do: 'retry', retryAfter: 120 } });
    await edit('One');
    await workshop.host.advance('PT1H');
    expect(outcomes()).toEqual(Array.from({ length: 5 }, () => 'retry-requested'));
    expect(times()).toEqual(['08:00:00', '08:02:00', '08:04:00', '08:06:00', '08:08:00']);
    expect(events()[1]?.retryContext).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_RETRY_REQUEST',
      retryData: { seen: expect.any(Number) as number },
    });
  });

  it('that the platform cut off is tried again (trigger-platform-retry)', async () => {
    workshop.host.faults.set({ once: [{ kind: 'crash-before', nth: 1 }] });
    await edit('One');
    await workshop.host.advance('PT1M');
    expect(outcomes()).toEqual(['crashed', 'done']);
    expect(
      workshop.host
        .invocations()
        .filter(({ module }) => module === 'changes')
        .map(({ retries }) => retries),
    ).toEqual([0, 1]);
  });
});

describe('A product event', () => {
  it('comes late, twice, or never, as faults will have it (trigger-delay, trigger-order)', async () => {
    workshop.host.faults.set({
      once: [
        { kind: 'delay-event', nth: 1, seconds: 90 },
        { kind: 'duplicate-event', nth: 2 },
        { kind: 'drop-event', nth: 3 },
      ],
    });
    await edit('Late');
    await edit('Twice');
    await edit('Never');
    await workshop.host.settled();
    expect(times()).toEqual(['08:00:00', '08:00:00']);
    await workshop.host.advance('PT3M');
    expect(times()).toEqual(['08:00:00', '08:00:00', '08:01:30']);
  });

  it('comes after the one behind it, or by itself after a minute', async () => {
    workshop.host.faults.set({
      once: [
        { kind: 'reorder-event', nth: 1 },
        { kind: 'reorder-event', nth: 2 },
      ],
    });
    await edit('One');
    await workshop.host.as(agent).comment(workshop.ticket, 'Two');
    await workshop.host.settled();
    expect(events().map(({ eventType }) => eventType)).toEqual([
      'avi:jira:commented:issue',
      'avi:jira:updated:issue',
    ]);
    await edit('Three');
    await workshop.host.settled();
    expect(events()).toHaveLength(2);
    await workshop.host.advance('PT1M');
    expect(times()).toEqual(['08:00:00', '08:00:00', '08:01:00']);
  });

  it('tells the same story from the same seed', async () => {
    const story = async (): Promise<string[]> => {
      workshop = await Workshop.open({ faultSeed: 7 });
      workshop.host.faults.set({
        seed: 7,
        events: { delay: 0.5, duplicate: 0.3, reorder: 0.3, drop: 0.2 },
      });
      for (const summary of ['a', 'b', 'c', 'd', 'e', 'f']) {
        await edit(summary);
        await workshop.host.advance('PT30S');
      }
      await workshop.host.advance('PT5M');
      return times();
    };
    const first = await story();
    expect(await story()).toEqual(first);
    expect(first.length).toBeGreaterThan(0);
  });

  it('of a customer names the customer', async () => {
    await workshop.host.as(customer).reply(workshop.ticket, 'Any news?');
    await workshop.host.settled();
    expect(
      events().find(({ eventType }) => eventType === 'avi:jira:commented:issue')?.atlassianId,
    ).toBe(workshop.host.as(customer).accountId);
  });
});

describe('A filter', () => {
  it('that fails lets the event through where the manifest says so, and says why in the log (filter-errors)', async () => {
    const { Triggers } = await import('../../../host/forge/triggers');
    const { host } = workshop;
    const ran: string[] = [];
    const logged: string[] = [];
    const trigger = (
      key: string,
      expression: string,
      onError: 'IGNORE' | 'IGNORE_AND_LOG' | 'RECEIVE' | 'RECEIVE_AND_LOG',
    ) => ({ key, function: key, events: ['e'], ignoreSelf: false, expression, onError });
    const triggers = new Triggers({
      clock: host.clock,
      faults: host.faults,
      manifest: {
        triggers: [
          trigger('lost', 'event.a.b.c == 1', 'IGNORE'),
          trigger('lost-loudly', 'event.key', 'IGNORE_AND_LOG'),
          trigger('kept', 'event.a.b.c == 1', 'RECEIVE'),
          trigger('kept-loudly', 'nothing ==', 'RECEIVE_AND_LOG'),
          trigger('passed', "event.key == 'k'", 'IGNORE'),
        ],
      } as never,
      invoker: {
        run: ({ module }: { module: string }) =>
          Promise.resolve(ran.push(module)).then(() => ({ kind: 'returned', value: null })),
      } as never,
      log: (text) => logged.push(text),
    });
    triggers.emit({
      name: 'e',
      at: host.clock.now(),
      actor: null,
      selfGenerated: false,
      payload: { key: 'k' },
    });
    await host.settled();
    expect(ran).toEqual(['kept', 'kept-loudly', 'passed']);
    expect(logged).toEqual([
      'Filter of trigger lost-loudly failed: it is string and not true or false',
      'Filter of trigger kept-loudly failed: it expects a value and finds the end',
    ]);
  });
});
