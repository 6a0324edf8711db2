// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { Workshop } from './support/workshop';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await Workshop.open();
});

/** When a schedule ran, as times of day. */
const ran = (module: string): string[] =>
  workshop.host
    .invocations()
    .filter((run) => run.module === module)
    .map(({ at }) => at.slice(11, 16));
const behave = (behaviour: object) =>
  workshop.store({ do: 'set', key: 'behaviour', value: behaviour });

describe('A schedule', () => {
  it('runs five minutes after the install first, then at its interval (schedule-first-run)', async () => {
    await workshop.host.advance('PT2H6M');
    expect(ran('hourly')).toEqual(['08:05', '09:05', '10:05']);
    expect(ran('often')).toHaveLength(25);
    expect(ran('often').slice(0, 3)).toEqual(['08:05', '08:10', '08:15']);
  });

  it('runs through a day', async () => {
    await workshop.host.advance('P1D');
    expect(ran('often')).toHaveLength(288);
    expect(ran('hourly')).toHaveLength(24);
  });

  it('tells which one it is, and comes without a person', async () => {
    await workshop.host.advance('PT10M');
    const run = workshop
      .noted<{ context: { cloudId: string; moduleKey: string }; contextToken: string }>('runs')
      .at(-1);
    expect(run?.payload).toEqual({
      context: { cloudId: expect.any(String) as string, moduleKey: 'often' },
      contextToken: expect.any(String) as string,
    });
    expect(run?.context).not.toHaveProperty('principal');
  });

  it.each(['throw', 'retry'])(
    'that fails by %s is not tried again before its time (schedule-no-retry)',
    async (how) => {
      await behave({ do: how, retryAfter: 30 });
      await workshop.host.advance('PT9M');
      expect(ran('often')).toEqual(['08:05']);
      await workshop.host.advance('PT1M');
      expect(ran('often')).toEqual(['08:05', '08:10']);
    },
  );

  it('that answers no status is told of in the log (schedule-answer)', async () => {
    await workshop.host.advance('PT5M');
    expect(
      workshop.host
        .logs()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('statusCode');
    await behave({ do: 'retry' });
    await workshop.host.advance('PT5M');
    expect(workshop.host.logs().at(-1)).toMatchObject({
      level: 'warn',
      text: 'Schedule often answered no statusCode; Forge records 424 for that.',
    });
  });

  it('that crashes runs again at its time', async () => {
    workshop.host.faults.set({ crash: { before: 1 } });
    await workshop.host.advance('PT5M');
    workshop.host.faults.clear();
    await workshop.host.advance('PT5M');
    const often = workshop.host.invocations().filter(({ module }) => module === 'often');
    expect(often.map(({ outcome }) => outcome)).toEqual(['crashed', 'done']);
  });

  it('stops with its host', async () => {
    await workshop.host.advance('PT5M');
    await workshop.host.stop();
    await workshop.host.advance('PT1H');
    expect(ran('often')).toEqual(['08:05']);
  });
});
