// An administrator's settings on the whole app: draft, publish, versions, export to another site.
import type { Reply } from '../../src/contract/problem';
import type { SettingsApi } from '../../src/contract/settings';
import type { SettingsReport } from '../../src/contract/versions';
import { createHost } from '../../host';
import type { Host } from '../../host/host';
import { seeds } from '../../host/seeds';
import type { Site } from '../../host/jira/site';
import { mondayMorning } from './desk';

type Answer<Key extends keyof SettingsApi> = ReturnType<SettingsApi[Key]>;
type Value<Key extends keyof SettingsApi> = Answer<Key> extends Reply<infer T> ? T : never;

const asking =
  (host: Host, as = 'alex.kim') =>
  async <Key extends keyof SettingsApi>(
    call: Key,
    payload: Parameters<SettingsApi[Key]>[0],
  ): Promise<Answer<Key>> =>
    (await host.invoke({
      module: 'relay-settings',
      as: `${as}@relay.example`,
      call,
      payload,
    })) as Answer<Key>;

const valueOf = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
  return reply.value;
};

/** The demo's site with everything made in another order, so that nothing has the id it has there. */
function otherSite(): Site {
  const site = seeds['demo']?.() as Site;
  const stranger = {
    email: 'zoe.stranger@relay.example',
    displayName: 'Zoe Stranger',
    role: 'collaborator' as const,
  };
  return {
    ...site,
    name: 'Other site',
    people: [stranger, ...site.people].reverse(),
    statuses: [
      { name: 'Somewhere else', category: 'new' as const },
      ...[...site.statuses].reverse(),
    ],
    fields: [{ name: 'Another field', kind: 'user' as const }, ...[...site.fields].reverse()],
    projects: [...site.projects].reverse(),
    issues: [],
  };
}

describe('Scenario 46: settings go from one site to another by name', () => {
  let here: Host;
  let there: Host;
  beforeEach(async () => {
    here = await createHost({ start: mondayMorning });
    there = await createHost({ start: mondayMorning, seed: otherSite() });
  });
  afterEach(async () => {
    await here.stop();
    await there.stop();
  });
  const exported = async (): Promise<Record<string, unknown>> =>
    valueOf(await asking(here)('settings.export', {})).configuration as Record<string, unknown>;
  const idsOf = async (host: Host): Promise<string> =>
    JSON.stringify(valueOf(await asking(host)('draft.get', {})).form);
  const said = async (host: Host): Promise<readonly string[]> =>
    valueOf(await asking(host)('sop.read', { of: 'in-force' }))
      .sentences.map(({ clause, text }) => `${clause} ${text}`)
      .sort();

  it('the same names, other ids, and the same SOP', async () => {
    const configuration = await exported();
    expect(JSON.stringify(configuration)).not.toMatch(/customfield_/u);
    expect(JSON.stringify(configuration)).not.toMatch(/"project":"\d/u);
    expect(
      valueOf(await asking(there)('configuration.import', { configuration, dryRun: false })),
    ).toMatchObject({ applied: true, version: 1, problems: [] });
    expect(await said(there)).toEqual(await said(here));
    expect(await idsOf(there)).not.toBe(await idsOf(here));
    expect(valueOf(await asking(there)('settings.export', {})).configuration).toEqual(
      configuration,
    );
  });

  it('a name that is missing there refuses the whole file, and nothing of it applies', async () => {
    const configuration = structuredClone(await exported());
    const [queue] = configuration['queues'] as { statuses: Record<string, unknown> }[];
    if (queue) queue.statuses['waitingForManagement'] = 'Waiting for Godot';
    configuration['fallback'] = ['Nobody Known', ...(configuration['fallback'] as string[])];
    for (const into of [{}, { into: 'draft' as const }]) {
      const report = valueOf(
        await asking(there)('configuration.import', { configuration, dryRun: false, ...into }),
      );
      expect(report).toMatchObject({ applied: false, version: null });
      expect(report.problems.map(({ path }) => path)).toEqual([
        'fallback[0]',
        'queues[0].statuses.waitingForManagement',
      ]);
      for (const { message, remedy } of report.problems)
        expect([message, remedy]).not.toContain('');
    }
    expect(valueOf(await asking(there)('draft.get', {}))).toMatchObject({
      live: null,
      changed: false,
      revision: 0,
    });
    expect(valueOf(await asking(there)('absences.list', {})).people).toEqual([]);
  });

  it('a request type or a link type that is missing there is named with its place, wherever it stands', async () => {
    const configuration = await exported();
    const places: string[] = [];
    const spoil = (value: unknown, path: string): unknown => {
      if (typeof value === 'string') {
        if (!/(?:request|link)types?(?:\[\d+\])?$/iu.test(path)) return value;
        places.push(path);
        return 'Nothing of the kind';
      }
      if (Array.isArray(value)) return value.map((one, index) => spoil(one, `${path}[${index}]`));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          spoil(one, path === '' ? key : `${path}.${key}`),
        ]),
      );
    };
    const report = valueOf(
      await asking(there)('configuration.import', {
        configuration: spoil(configuration, ''),
        dryRun: true,
      }),
    );
    for (const part of [
      'access.raise.requestType',
      'escalation.record.requestType',
      'escalation.record.linkType',
      'monthEnd.requestType',
      'changeRequests.target.requestType',
      'hybrid.requestType',
    ]) {
      expect(places.some((path) => path.endsWith(part))).toBe(true);
    }
    expect(
      report.problems
        .filter(({ message }) => message.includes('"Nothing of the kind"'))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(places.sort());
  });

  it('goes into the draft, to be looked at first', async () => {
    const configuration = await exported();
    valueOf(
      await asking(there)('configuration.import', { configuration, dryRun: false, into: 'draft' }),
    );
    const draft = valueOf(await asking(there)('draft.get', {}));
    expect(draft).toMatchObject({ live: null, changed: true, problems: [] });
    expect(draft.differences.map(({ text }) => text)).toContain(
      'the queue Payroll and Time Off is new',
    );
    const report = valueOf(
      await asking(there)('draft.publish', {
        comment: 'From the other site',
        expectedRevision: draft.revision,
      }),
    );
    expect(report).toMatchObject({
      done: true,
      draft: { live: { version: 1, comment: 'From the other site' } },
    });
    expect(await said(there)).toEqual(await said(here));
  });
});

describe('two administrators', () => {
  let host: Host;
  beforeEach(async () => {
    host = await createHost({ start: mondayMorning });
  });
  afterEach(() => host.stop());
  const draftOf = async (): Promise<Value<'draft.get'>> =>
    valueOf(await asking(host)('draft.get', {}));
  const setFallback = async (
    value: readonly string[],
    expectedRevision: number,
  ): Promise<Reply<SettingsReport>> =>
    asking(host)('draft.edit', { edit: { part: 'fallback', key: '', value }, expectedRevision });

  it('a stale edit is answered with the fresh draft', async () => {
    const { form } = await draftOf();
    const [first = '', second = ''] = form.fallback;
    valueOf(await setFallback([first], 0));
    const stale = await setFallback([second], 0);
    expect(stale).toMatchObject({
      ok: false,
      problem: { code: 'changed-meanwhile' },
      fresh: { done: false, draft: { revision: 1, form: { fallback: [first] } } },
    });
  });

  it('who publish at the same moment: one wins, the other sees what came first', async () => {
    const { form } = await draftOf();
    const { draft } = valueOf(await setFallback([...form.fallback].reverse(), 0));
    const race = ['one', 'other'].map((comment) =>
      asking(host)('draft.publish', { comment, expectedRevision: draft.revision }),
    );
    const replies = await Promise.all(race);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({
      problem: { code: 'changed-meanwhile' },
      fresh: { draft: { live: { version: 2 }, changed: false } },
    });
    expect(
      valueOf(await asking(host)('versions.list', {})).versions.map(({ version }) => version),
    ).toEqual([2, 1]);
  });

  it('what a draft does not touch is in force afterwards as it was before', async () => {
    const exported = async (): Promise<Record<string, unknown>> =>
      valueOf(await asking(host)('settings.export', {})).configuration as Record<string, unknown>;
    const before = await exported();
    const { form } = await draftOf();
    const { draft } = valueOf(await setFallback([...form.fallback].reverse(), 0));
    expect(draft.problems).toEqual([]);
    expect(draft.differences).toHaveLength(1);
    valueOf(
      await asking(host)('draft.publish', {
        comment: 'The other way round',
        expectedRevision: draft.revision,
      }),
    );
    expect(await exported()).toEqual({
      ...before,
      fallback: [...(before['fallback'] as string[])].reverse(),
    });
  });

  it('an old version comes back as a new one, and applies to the next request', async () => {
    const { form } = await draftOf();
    const queue = form.queues.find(({ entries }) =>
      entries.some(({ id }) => id === 'payroll-export'),
    );
    if (queue === undefined) throw new Error('The demo has no such entry.');
    const slower = {
      ...queue,
      entries: queue.entries.map((entry) => ({
        ...entry,
        ladder: entry.ladder.map((rung, level) =>
          level === 0 ? { ...rung, respondWithin: { default: 360 }, remindBefore: [] } : rung,
        ),
      })),
    };
    const { draft } = valueOf(
      await asking(host)('draft.edit', {
        edit: { part: 'queue', key: queue.project, value: slower },
        expectedRevision: 0,
      }),
    );
    expect(draft.differences.map(({ where, text }) => `${where}: ${text}`)).toContain(
      'EBH: response time of "Payroll export is blocked" goes from 2 to 6 business hours',
    );
    valueOf(
      await asking(host)('draft.publish', { comment: 'Slower', expectedRevision: draft.revision }),
    );
    const offered = async (): Promise<unknown> => {
      const panel = (await host.invoke({
        module: 'ticket-panel',
        issue: 'EBH-2',
        as: 'ben.ito@relay.example',
        call: 'ticket.get',
        payload: {},
      })) as { value: { entries: { id: string; respondWithin: string }[] } };
      return panel.value.entries.find(({ id }) => id === 'payroll-export')?.respondWithin;
    };
    expect(await offered()).toBe('6 business hours');
    const back = valueOf(
      await asking(host)('versions.restore', {
        version: 1,
        expectedVersion: 2,
        comment: 'Too slow',
      }),
    );
    expect(back).toMatchObject({
      done: true,
      draft: { live: { version: 3, comment: 'Too slow' } },
    });
    expect(await offered()).toBe('2 business hours');
    expect(valueOf(await asking(host)('versions.compare', { from: 1, to: 3 }))).toEqual([]);
  });

  it('offers what Jira has, and begins a new queue with it', async () => {
    const projects = valueOf(await asking(host)('choices.projects', {}));
    const benefits = projects.find(({ key }) => key === 'EBH');
    const choices = valueOf(await asking(host)('choices.queue', { project: benefits?.id ?? '' }));
    expect(choices.requestTypes).toContain('Benefits question');
    expect(choices.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Account Manager', 'Regional Manager']),
    );
    expect(valueOf(await asking(host)('sop.preview', { queue: choices.begin }))).toMatchObject({
      problems: [],
    });
    const calendar = valueOf(await asking(host)('draft.get', {})).form.calendars['office'];
    if (calendar === undefined) throw new Error('The demo has no such calendar.');
    expect(valueOf(await asking(host)('calendar.preview', { calendar }))).toEqual({
      week: 'Monday to Friday 09:00-17:00',
      samples: [
        'Asked on Friday 6 March at 16:30 with 4 hours: due on Monday 9 March at 12:30.',
        'Asked on Friday 22 May at 16:30 with 4 hours: due on Tuesday 26 May at 12:30.',
      ],
      problems: [],
    });
  });

  it('nobody else reads or changes any of it', async () => {
    const refused = { ok: false, problem: { code: 'permission' } };
    for (const [call, payload] of [
      ['draft.get', {}],
      ['versions.list', {}],
      ['settings.export', {}],
      ['absences.list', {}],
      ['sop.read', { of: 'draft' }],
      ['choices.projects', {}],
    ] as const) {
      const reply = await asking(host, 'ben.ito')(call, payload as never).catch(() => refused);
      expect(reply).toMatchObject(refused);
    }
    expect(host.unmodelled()).toEqual([]);
  });
});
