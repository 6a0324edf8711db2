import { type DoctorPorts, examine, readDoctor } from '../../../src/app/doctor/examine';
import { createField } from '../../../src/app/doctor/create-field';
import { JiraDown } from '../../../src/app/errors';
import { useField } from '../../../src/app/doctor/use-field';
import type { Catalogue, Health } from '../../../src/app/settings-ports';
import type { DoctorReport } from '../../../src/core/doctor/report';
import { neededPermissions, userPickerType } from '../../../src/core/doctor/queue-facts';
import { aForm } from '../../support/memory-catalogue';
import { memoryWorld } from '../../support/memory-ports';
import { anas, aPerson, chads, everybody } from '../../support/sop';

interface Clinic extends DoctorPorts {
  report: DoctorReport | null;
  admin: boolean;
  made: number;
  losesAnswer: boolean;
  blind: string[];
  asked: string[];
  fields: { id: string; name: string; type: string }[];
}

function clinic(): Clinic {
  const statuses = ['wfs', 'wfam', 'wfm', 'wfc'].map((id) => ({ id, name: id, done: false }));
  const catalogue = {
    statuses: async () => [...statuses, { id: 'done', name: 'Done', done: true }],
    fields: async () => it.fields,
    priorities: async () => ['highest', 'high', 'medium', 'low'].map((id) => ({ id, name: id })),
    requestTypes: async () => ['News'],
    mayAdminister: async () => it.admin,
  } as unknown as Catalogue;
  const health: Health = {
    ownPermissions: async () => new Set(neededPermissions),
    permissionsOf: async (person, projects) => {
      it.asked.push(person);
      return { browse: it.blind.includes(person) ? [] : projects, comment: projects };
    },
    recentTickets: async (_project, status) =>
      status === null
        ? [
            {
              issueId: '100',
              type: 't',
              status: 'wfs',
              organizations: [{ id: 'o1', name: 'Midland' }],
            },
          ]
        : [],
    movedByRule: async () => [],
    samples: async (ids) =>
      ids.map(() => ({
        key: 'EBH-1',
        type: 'Question',
        status: { id: 'wfs', name: 'wfs' },
        editable: ['am', 'rm', 'am2', 'priority'],
        leadsTo: ['wfam', 'wfm', 'wfs', 'wfc'],
      })),
  };
  const it: Clinic = {
    report: null,
    admin: true,
    made: 0,
    losesAnswer: false,
    blind: [],
    asked: [],
    fields: [
      { id: 'am2', name: 'Account Manager', type: userPickerType },
      { id: 'rm', name: 'Regional Manager', type: userPickerType },
      { id: 'text', name: 'Notes', type: 'text' },
    ],
    health,
    customFields: {
      createUserPicker: async (name) => {
        it.fields.push({ id: `made-${(it.made += 1)}`, name, type: userPickerType });
        if (it.losesAnswer) throw new JiraDown('create the field');
        return { id: `made-${it.made}`, name };
      },
    },
    reports: {
      last: async () => it.report,
      keep: async (report) => void (it.report = structuredClone(report)),
    },
    accounts: {
      page: async (cursor) =>
        cursor === null ? { accounts: [chads], next: 'more' } : { accounts: [anas], next: null },
    },
    catalogues: { app: catalogue, viewer: catalogue },
  };
  return it;
}

describe('the doctor', () => {
  const setUp = () => {
    const world = memoryWorld();
    return { world, doctor: clinic(), ports: world.ports('admin') };
  };

  it('knows nothing before it looked, and has no sections without settings', async () => {
    const { world, doctor, ports } = setUp();
    expect(
      (await readDoctor(ports, doctor)).sections.map(({ id, examined }) => [id, examined]),
    ).toEqual([
      ['queue-1', null],
      ['accounts', null],
      ['people', null],
    ]);
    world.policy = null;
    expect(await readDoctor(ports, doctor)).toEqual({ version: null, sections: [], queues: [] });
  });

  it('is for administrators', async () => {
    const { doctor, ports } = setUp();
    doctor.admin = false;
    await expect(readDoctor(ports, doctor)).rejects.toMatchObject({ code: 'permission' });
    await expect(
      examine(ports, doctor, { section: 'queue-1', continued: false }),
    ).rejects.toMatchObject({ code: 'permission' });
    await expect(
      useField(ports, doctor, {
        projectId: '1',
        place: 'accountManager',
        fieldId: 'am2',
        expectedVersion: 3,
      }),
    ).rejects.toMatchObject({ code: 'permission' });
  });

  it('examines one section and leaves the others as they were found', async () => {
    const { doctor, ports } = setUp();
    await examine(ports, doctor, { section: 'accounts', continued: false });
    const { sections } = await examine(ports, doctor, { section: 'queue-1', continued: false });
    expect(sections.map(({ examined }) => examined?.complete ?? null)).toEqual([true, true, null]);
    await expect(
      examine(ports, doctor, { section: 'queue-9', continued: false }),
    ).rejects.toMatchObject({ code: 'input', detail: { field: 'section' } });
  });

  it('looks at many people some at a time, and goes on where it stopped', async () => {
    const { world, doctor, ports } = setUp();
    const many = Array.from({ length: 30 }, (_one, number) =>
      aPerson(`am-${String(number).padStart(2, '0')}`),
    );
    world.people = { ...everybody, ...Object.fromEntries(many.map((one) => [one.accountId, one])) };
    doctor.accounts.page = async () => ({
      accounts: many.map(({ accountId }, number) => ({
        ...anas,
        cid: `C${number}`,
        accountManager: accountId,
      })),
      next: null,
    });
    await examine(ports, doctor, { section: 'accounts', continued: false });
    const first = await examine(ports, doctor, { section: 'people', continued: false });
    expect(first.sections[2]?.examined?.complete).toBe(false);
    const asked = doctor.asked.length;
    const second = await examine(ports, doctor, { section: 'people', continued: true });
    expect(second.sections[2]?.examined?.complete).toBe(true);
    expect(new Set(doctor.asked).size).toBe(doctor.asked.length);
    expect(asked).toBe(20);
  });

  it('remembers who cannot see a queue, for the tickets that wait for them', async () => {
    const { world, doctor, ports } = setUp();
    const put: unknown[] = [];
    ports.directory.put = async (_accounts, people) => void put.push(...people);
    doctor.blind = ['Chad'];
    await examine(ports, doctor, { section: 'accounts', continued: false });
    const { sections } = await examine(ports, doctor, { section: 'people', continued: false });
    expect(sections[2]?.examined?.findings[0]).toMatchObject({
      code: 'person-sees',
      severity: 'blocking',
    });
    expect(put).toEqual([expect.objectContaining({ accountId: 'Chad', cannotSee: ['1'] })]);
    expect(world.queued).toEqual([]);
  });

  it('takes another field for one that is gone: a new version, and the queue examined again', async () => {
    const { world, doctor, ports } = setUp();
    const found = (await examine(ports, doctor, { section: 'queue-1', continued: false }))
      .sections[0]?.examined?.findings[0];
    expect(found).toMatchObject({
      code: 'field-there',
      offer: { kind: 'use-field', projectId: '1', place: 'accountManager', field: { id: 'am2' } },
    });
    const view = await useField(ports, doctor, {
      projectId: '1',
      place: 'accountManager',
      fieldId: 'am2',
      expectedVersion: 3,
    });
    expect(world.policy).toMatchObject({
      version: 4,
      publishedBy: 'admin',
      comment: 'EBH: the field Account Manager (am2) takes the place of am',
    });
    expect(world.policy?.queues['1']?.fields).toMatchObject({
      accountManager: { id: 'am2' },
      regionalManager: { id: 'rm' },
    });
    expect(
      view.sections[0]?.examined?.findings.filter(
        ({ code, severity }) => code === 'field-there' && severity !== 'fine',
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'other settings are in force by now',
      { projectId: '1', fieldId: 'am2', expectedVersion: 2 },
      { code: 'changed-meanwhile' },
    ],
    [
      'the queue is not in the settings',
      { projectId: '9', fieldId: 'am2', expectedVersion: 3 },
      { code: 'input', detail: { field: 'projectId' } },
    ],
    [
      'the field holds no person',
      { projectId: '1', fieldId: 'text', expectedVersion: 3 },
      { code: 'input', detail: { field: 'fieldId' } },
    ],
    [
      'there is no such field',
      { projectId: '1', fieldId: 'gone', expectedVersion: 3 },
      { code: 'input', detail: { field: 'fieldId' } },
    ],
  ])('does not when %s', async (_what, input, error) => {
    const { world, doctor, ports } = setUp();
    await expect(
      useField(ports, doctor, { place: 'accountManager', ...input }),
    ).rejects.toMatchObject(error);
    expect(world.policy?.version).toBe(3);
  });

  const missing = { projectId: '1', place: 'accountManager', expectedVersion: 3 } as const;

  it('creates a field that is missing, once, and names it in the draft; a second try finds it', async () => {
    const { world, doctor, ports } = setUp();
    doctor.fields = doctor.fields.filter(({ id }) => id !== 'am2');
    doctor.losesAnswer = true;
    await expect(createField(ports, doctor, missing)).rejects.toMatchObject({ code: 'jira-down' });
    const second = await createField(ports, doctor, missing);
    expect(second).toMatchObject({
      created: false,
      inDraft: true,
      field: { id: 'made-1', name: 'Account Manager' },
      project: 'EBH',
    });
    expect(doctor.made).toBe(1);
    expect((await ports.policy.draft()).form?.queues[0]?.fields).toMatchObject({
      accountManager: 'made-1',
      regionalManager: 'rm',
    });
    expect(world.policy?.version).toBe(3);
    expect(second.view.sections[0]?.examined?.findings[0]).toMatchObject({
      code: 'field-there',
      offer: { kind: 'use-field', field: { id: 'made-1' } },
    });
  });

  it('creates none for others than administrators, and none where the draft names another field already', async () => {
    const { doctor, ports } = setUp();
    doctor.fields = doctor.fields.filter(({ id }) => id !== 'am2');
    doctor.admin = false;
    await expect(createField(ports, doctor, missing)).rejects.toMatchObject({ code: 'permission' });
    doctor.admin = true;
    await expect(
      createField(ports, doctor, { ...missing, expectedVersion: 2 }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(
      createField(ports, doctor, { ...missing, place: 'regionalManager' }),
    ).rejects.toMatchObject({
      code: 'changed-meanwhile',
      message: expect.stringContaining('is there') as string,
    });
    const form = aForm();
    await ports.policy.saveDraft({
      revision: 0,
      form: {
        ...form,
        queues: form.queues.map((queue) => ({
          ...queue,
          fields: { ...queue.fields, accountManager: 'other' },
        })),
      },
      basedOn: 3,
      editedBy: 'admin',
      editedAt: ports.now(),
    });
    await expect(createField(ports, doctor, missing)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      message: expect.stringContaining('draft names another') as string,
    });
    expect(doctor.made).toBe(0);
  });
});
