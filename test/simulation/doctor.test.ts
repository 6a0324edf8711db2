// AM-03: what keeps the SOP from running is found, named and, where possible, mended in one click.
import type {
  DoctorSectionView,
  DoctorView,
  FieldCreated,
  Finding,
} from '../../src/contract/doctor';
import type { Reply } from '../../src/contract/problem';
import type { DraftView } from '../../src/contract/versions';
import type { PartialFaults } from '../../host/faults';
import demoSettings from '../../demo/account-relay.json';
import { Desk } from './desk';

const admin = 'alex.kim@relay.example';

describe('the doctor', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
    await desk.ticket();
  });
  afterEach(() => desk.invariants());

  const call = async <T>(name: string, payload: object): Promise<T> => {
    const reply = (await desk.host.invoke({
      module: 'relay-settings',
      as: admin,
      call: name,
      payload,
    })) as Reply<T>;
    if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
    return reply.value;
  };

  /** Examines everything, as "Check everything" does. */
  async function examine(): Promise<readonly DoctorSectionView[]> {
    let view = await call<DoctorView>('doctor.get', {});
    for (const { id } of view.sections) {
      let continued = false;
      do {
        view = await call<DoctorView>('doctor.examine', { section: id, continued });
        continued = true;
      } while (view.sections.find((section) => section.id === id)?.examined?.complete === false);
    }
    return view.sections;
  }

  const inQueue = (sections: readonly DoctorSectionView[], key: string): readonly Finding[] =>
    sections.find(({ title }) => title.endsWith(`(${key})`))?.examined?.findings ?? [];
  const wrong = (findings: readonly Finding[]): Finding[] =>
    findings.filter(({ severity }) => severity === 'blocking' || severity === 'warning');
  const faults = (some: PartialFaults): void => desk.host.faults.set(some);

  it('finds nothing in the way at the demo’s service desk, and says what it looked at', async () => {
    const sections = await examine();
    expect(sections.map(({ kind }) => kind)).toEqual([
      ...Array<string>(sections.length - 2).fill('queue'),
      'accounts',
      'people',
    ]);
    expect(
      sections.flatMap(({ examined }) =>
        (examined?.findings ?? []).filter(({ severity }) => severity === 'blocking'),
      ),
    ).toEqual([]);
    expect(
      inQueue(sections, 'EBH')
        .filter(({ severity }) => severity === 'fine')
        .map(({ code }) => code),
    ).toEqual(
      expect.arrayContaining(['permissions', 'field-there', 'field-on-screens', 'status-there']),
    );
  });

  it('X4: names a queue that leaves key accounts out, and what goes on there without them', async () => {
    const codes = (sections: readonly DoctorSectionView[]) =>
      inQueue(sections, 'CHG').map(({ code }) => code);
    expect(codes(await examine())).not.toContain('left-out');
    const queues = demoSettings.queues.map((queue) => {
      const { keyAccounts: _without, ...rest } = queue;
      return queue.project === 'CHG' ? rest : queue;
    });
    await call('configuration.import', {
      configuration: { ...demoSettings, queues },
      dryRun: false,
    });
    expect(inQueue(await examine(), 'CHG')).toContainEqual(
      expect.objectContaining({
        code: 'left-out',
        severity: 'warning',
        clause: 'X4',
        what: expect.stringMatching(
          /^CHG does not follow key accounts, and .*Elm Street Bank.* may have tickets there: they get no mark .*\. Change requests go on there without them\.$/u,
        ) as string,
        fix: 'Turn on "Key accounts" in the settings of this queue.',
      }),
    );
  });

  it('takes a bounded number of requests for a queue', async () => {
    const view = await call<DoctorView>('doctor.get', {});
    const before = desk.host.calls().length;
    await call('doctor.examine', { section: view.sections[0]?.id, continued: false });
    expect(desk.host.calls().length - before).toBeLessThanOrEqual(30);
  });

  it('19: names the transition that is missing, with what does not work without it', async () => {
    faults({ missingTransitions: [{ project: 'EBH', to: 'Waiting for Account Manager' }] });
    const findings = inQueue(await examine(), 'EBH');
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'transition',
        severity: 'blocking',
        clause: 'AM-27',
        what: expect.stringContaining(
          'There is no transition from Waiting for Support to Waiting for Account Manager',
        ) as string,
        fix: expect.stringContaining('Add the transition') as string,
      }),
    );
  });

  it('47: names the permission that is missing in one project; the other one is unaffected', async () => {
    faults({ appCannotBrowse: ['SS'] });
    const sections = await examine();
    expect(inQueue(sections, 'SS')).toEqual([
      expect.objectContaining({
        code: 'permissions',
        severity: 'blocking',
        what: expect.stringContaining(
          'lacks the permission "Browse projects" in project SS',
        ) as string,
        fix: expect.stringContaining('atlassian-addons-project-access') as string,
      }),
    ]);
    expect(
      wrong(inQueue(sections, 'EBH')).filter(({ severity }) => severity === 'blocking'),
    ).toEqual([]);
    // The SOP goes on in the other project.
    await desk.request();
    expect((await desk.seen()).status).toBe('Waiting for Account Manager');
    faults({ appCannotBrowse: [] });
    expect(
      wrong(inQueue(await examine(), 'SS')).filter(({ severity }) => severity === 'blocking'),
    ).toEqual([]);
  });

  it('names who may be asked and cannot see a queue, and who is deactivated', async () => {
    faults({
      cannotBrowse: ['maya.ortiz@relay.example'],
      deactivated: ['owen.clarke@relay.example'],
    });
    const people =
      (await examine()).find(({ kind }) => kind === 'people')?.examined?.findings ?? [];
    expect(people).toContainEqual(
      expect.objectContaining({
        code: 'person-sees',
        severity: 'blocking',
        what: expect.stringMatching(/^Maya Ortiz .* cannot see /u) as string,
      }),
    );
    expect(people).toContainEqual(
      expect.objectContaining({
        code: 'person-active',
        what: expect.stringContaining('Owen Clarke') as string,
      }),
    );
  });

  it('names a field that no screen shows, and on which work types', async () => {
    faults({ missingFields: [{ project: 'EBH', field: 'Account Manager' }] });
    const sections = await examine();
    expect(inQueue(sections, 'EBH')).toContainEqual(
      expect.objectContaining({
        code: 'field-on-screens',
        severity: 'blocking',
        clause: 'AM-07',
        what: expect.stringMatching(/^Account Manager cannot be set \(.*seen on EBH-/u) as string,
      }),
    );
    expect(
      inQueue(sections, 'SS').filter(
        ({ code, severity }) => code === 'field-on-screens' && severity === 'blocking',
      ),
    ).toEqual([]);
  });

  it('keeps what it found, with its time, and says when the settings have changed since', async () => {
    await examine();
    const before = await call<DoctorView>('doctor.get', {});
    expect(
      before.sections.every(
        ({ examined }) => examined?.outdated === false && examined.at >= '2026-03-02',
      ),
    ).toBe(true);
    await call('configuration.import', { dryRun: false, configuration: demoSettings });
    const after = await call<DoctorView>('doctor.get', {});
    expect(after.sections.every(({ examined }) => examined?.outdated === true)).toBe(true);
  });

  it('creates a field that somebody has thrown away, in the administrator’s name, and the draft that names it can be published', async () => {
    const fields = async (): Promise<readonly { id: string; name: string }[]> =>
      (await desk.host.as(admin).request('GET', '/rest/api/3/field')).body as never;
    const old = (await fields()).find(({ name }) => name === 'Account Manager')?.id ?? '';
    await desk.host.as(admin).request('POST', `/rest/api/3/field/${old}/trash`);
    const [{ offer } = { offer: null }] = inQueue(await examine(), 'EBH').filter(
      ({ code }) => code === 'field-there',
    );
    expect(offer).toMatchObject({
      kind: 'create-field',
      place: 'accountManager',
      name: 'Account Manager',
    });
    const { version } = await call<DoctorView>('doctor.get', {});
    // The answer is lost on the way: nothing may be made twice.
    faults({ once: [{ kind: 'server-error', nth: 1, method: 'POST' }] });
    const input = {
      projectId: (offer as { projectId: string }).projectId,
      place: 'accountManager',
      expectedVersion: version,
    };
    await expect(call('doctor.create-field', input)).rejects.toThrow(/^jira-down/u);
    const { field, inDraft } = await call<FieldCreated>('doctor.create-field', input);
    expect((await fields()).filter(({ name }) => name === 'Account Manager')).toEqual([
      expect.objectContaining({ id: field.id }),
    ]);
    expect(inDraft).toBe(true);
    const { revision, problems } = await call<DraftView>('draft.get', {});
    // Another queue named the same field: its own step offers the new one by name.
    expect(problems.every(({ path }) => path.endsWith('fields.accountManager'))).toBe(true);
    expect(revision).toBeGreaterThan(0);
    const byAgent = (await desk.host.invoke({
      module: 'relay-settings',
      as: 'ben.ito@relay.example',
      call: 'doctor.create-field',
      payload: input,
      letIn: true,
    })) as Reply<unknown>;
    expect(byAgent).toMatchObject({ ok: false, problem: { code: 'permission' } });
  });
});
