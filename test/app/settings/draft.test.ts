import { settingsShape } from '../../../src/app/configuration/shapes';
import { catchUp, discardDraft, editDraft } from '../../../src/app/settings/edit-draft';
import { caughtUp, same } from '../../../src/app/settings/merge';
import { partsOf } from '../../../src/app/settings/parts';
import { procedures } from '../../support/procedures';
import { publishDraft, restoreVersion } from '../../../src/app/settings/publish-draft';
import { freshReport, readDraft } from '../../../src/app/settings/the-draft';
import { compareVersions, listVersions } from '../../../src/app/settings/versions';
import type { CalendarForm, QueueForm } from '../../../src/contract/settings-form';
import type { SettingsEdit } from '../../../src/contract/versions';
import { defaultHybridPolicy } from '../../../src/procedures/hybrid-account/settings/policy';
import { aForm, cataloguesOf, memoryCatalogue } from '../../support/memory-catalogue';
import { type MemoryWorld, memoryWorld } from '../../support/memory-ports';
import { aPolicy, Story } from '../../support/sop';

const parts = partsOf(procedures);
const catalogues = cataloguesOf();
const queue = aForm().queues[0] as QueueForm;
const office = aForm().calendars['office'] as CalendarForm;
const london: CalendarForm = { ...office, name: 'London', timeZone: 'Europe/London' };

describe('the draft of the settings', () => {
  let world: MemoryWorld;
  const ports = (as = 'agent') => world.ports(as);
  const edit = async (change: SettingsEdit, as = 'agent') =>
    editDraft(ports(as), catalogues, { edit: change, expectedRevision: world.draft.revision });
  const publish = async (as = 'agent') =>
    publishDraft(ports(as), catalogues, {
      comment: 'because',
      expectedRevision: world.draft.revision,
    });
  const texts = (differences: readonly { readonly text: string }[]): string[] =>
    differences.map(({ text }) => text);

  beforeEach(async () => {
    world = memoryWorld();
    await world.ports().policy.publish({ ...aPolicy(), version: 1 }, 3);
  });

  it('shows what is in force while nobody has changed anything', async () => {
    const draft = await readDraft(ports(), catalogues);
    expect(draft).toMatchObject({
      revision: 0,
      live: { version: 1 },
      changed: false,
      behind: false,
      problems: [],
      differences: [],
    });
    expect(draft.form).toEqual(aForm());
    expect(draft.people.map(({ name }) => name)).toEqual(['James Lee', 'Second Fallback']);
  });

  it('is for administrators only', async () => {
    await expect(
      readDraft(ports(), cataloguesOf(memoryCatalogue({ mayAdminister: async () => false }))),
    ).rejects.toMatchObject({ code: 'permission' });
  });

  it('names what is open in a queue that would go', async () => {
    const story = new Story();
    story.request();
    world.records.set('100', {
      revision: 1,
      edition: 1,
      ledger: story.ledger,
      outbox: [],
      turn: null,
      pending: null,
      wakeAt: null,
      radar: [],
      listed: false,
    });
    const { draft } = await edit({ part: 'queue', key: queue.project, value: null });
    expect(texts(draft.differences)[0]).toContain('1 request is open (EBH-1) in EBH.');
  });

  it('keeps an edit, says in words what it changes, and touches nothing in force', async () => {
    const { done, draft } = await edit({ part: 'fallback', key: '', value: ['James Lee'] });
    expect(done).toBe(true);
    expect(draft).toMatchObject({
      revision: 1,
      basedOn: 1,
      changed: true,
      editedBy: { name: 'agent' },
    });
    expect(texts(draft.differences)).toEqual([
      'the fallback list goes from James Lee, then Second Fallback to James Lee',
    ]);
    expect(world.policy?.fallback).toEqual(['James Lee', 'Second Fallback']);
  });

  it.each<[string, SettingsEdit, string]>([
    ['an empty fallback list', { part: 'fallback', key: '', value: [] }, 'fallback'],
    [
      'hours that are none',
      {
        part: 'calendar',
        key: 'office',
        value: { ...office, week: { ...office.week, monday: ['9-5'] } },
      },
      'calendars.office.week.monday[0]',
    ],
    [
      'a response time beyond reason',
      { part: 'queue', key: '1', value: { ...queue, customerReply: { graceMinutes: 0 } } },
      'queues[0].customerReply.graceMinutes',
    ],
    [
      'a queue without entries',
      { part: 'queue', key: '1', value: { ...queue, entries: [] } },
      'queues[0].entries',
    ],
    [
      'something that is no calendar',
      { part: 'calendar', key: 'office', value: 7 as never },
      'calendars.office',
    ],
  ])('refuses %s as a whole, and says where', async (_what, change, path) => {
    const { done, problems, draft } = await edit(change);
    expect(done).toBe(false);
    expect(problems).toMatchObject([{ path }]);
    expect(problems[0]?.remedy).not.toBe('');
    expect(draft).toMatchObject({ revision: 0, changed: false });
  });

  it.each<[string, SettingsEdit]>([
    ['a role that is none', { part: 'role', key: 'king', value: ['James Lee'] }],
    [
      'a calendar whose key cannot stand in a path',
      { part: 'calendar', key: 'my office', value: london },
    ],
  ])('refuses %s', async (_what, change) => {
    await expect(edit(change)).rejects.toMatchObject({
      code: 'input',
      detail: { field: 'edit.key' },
    });
  });

  it('keeps what Jira lacks as a problem, and does not publish it', async () => {
    const { done, draft } = await edit({
      part: 'queue',
      key: '1',
      value: { ...queue, statuses: { ...queue.statuses, waitingForManagement: 'gone' } },
    });
    expect(done).toBe(true);
    expect(draft.problems).toMatchObject([{ path: 'queues[0].statuses.waitingForManagement' }]);
    const report = await publish();
    expect(report).toMatchObject({
      done: false,
      problems: [{ path: 'queues[0].statuses.waitingForManagement' }],
    });
    expect(world.policy?.version).toBe(1);
    expect(world.draft.form).not.toBeNull();
  });

  it('a calendar in use that is removed is a problem at the queue', async () => {
    await edit({ part: 'calendar', key: 'london', value: london });
    const { draft } = await edit({ part: 'calendar', key: 'office', value: null });
    expect(draft.problems).toMatchObject([{ path: 'queues[0].calendar' }]);
  });

  it('answers a stale edit with "changed meanwhile" and loses neither edit', async () => {
    await edit({ part: 'calendar', key: 'london', value: london }, 'Ana');
    const stale = editDraft(ports(), catalogues, {
      edit: { part: 'fallback', key: '', value: ['James Lee'] },
      expectedRevision: 0,
    });
    await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const { draft } = await freshReport(ports(), catalogues);
    expect(draft).toMatchObject({ revision: 1, editedBy: { name: 'Ana' } });
    expect(texts(draft.differences)).toEqual(['the calendar "London" is new']);
  });

  it('becomes what is in force, as a version with its comment, and is empty then', async () => {
    await edit({ part: 'role', key: 'csm', value: ['Rita'] });
    world.people = Object.fromEntries(Object.entries(world.people).filter(([id]) => id !== 'Rita'));
    const { done, draft } = await publish();
    expect(done).toBe(true);
    expect(draft).toMatchObject({
      live: { version: 2, comment: 'because', publishedBy: { name: 'agent' } },
      changed: false,
      behind: false,
      differences: [],
    });
    expect(world.policy).toMatchObject({
      version: 2,
      roles: { csm: ['Rita'] },
      effectiveFrom: aPolicy().effectiveFrom,
    });
    // Whoever the settings name can be asked from now on.
    expect(world.people['Rita']).toMatchObject({ name: 'Rita' });
    await expect(publish()).rejects.toMatchObject({ code: 'refused' });
  });

  it('two administrators publish at once: one version, and the other is told', async () => {
    await edit({ part: 'fallback', key: '', value: ['James Lee'] });
    const { revision } = world.draft;
    const both = await Promise.allSettled(
      ['agent', 'Ana'].map((who) =>
        publishDraft(ports(who), catalogues, { comment: who, expectedRevision: revision }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changed-meanwhile' },
    });
    expect(world.policy?.version).toBe(2);
    expect([...world.published.keys()]).toEqual([1, 2]);
  });

  it('that began before somebody else published is behind, and catches up part by part', async () => {
    await edit({ part: 'calendar', key: 'london', value: london });
    await edit({ part: 'fallback', key: '', value: ['Second Fallback'] });
    const { policy } = world;
    await world
      .ports()
      .policy.publish(
        { ...aPolicy(), ...policy, version: 2, fallback: ['Rita'], roles: { csm: ['Ana'] } },
        1,
      );
    expect(await readDraft(ports(), catalogues)).toMatchObject({ behind: true, basedOn: 1 });
    await expect(publish()).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const { draft } = await catchUp(ports(), catalogues, {
      expectedRevision: world.draft.revision,
    });
    expect(draft).toMatchObject({ behind: false, basedOn: 2 });
    // What others changed and the draft did not is taken over; where both changed, the draft's stays and is shown.
    expect(draft.form.roles).toEqual({ csm: ['Ana'] });
    expect(texts(draft.differences)).toEqual([
      'the fallback list goes from Rita to Second Fallback',
      'the calendar "London" is new',
    ]);
    expect((await publish()).done).toBe(true);
  });

  it('is discarded, and a page that did not see it is stale', async () => {
    await edit({ part: 'fallback', key: '', value: ['James Lee'] });
    const { draft } = await discardDraft(ports(), catalogues, { expectedRevision: 1 });
    expect(draft).toMatchObject({ revision: 2, changed: false });
    expect(draft.form).toEqual(aForm());
    await expect(discardDraft(ports(), catalogues, { expectedRevision: 1 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('is no change any more once it was edited back', async () => {
    await edit({ part: 'fallback', key: '', value: ['James Lee'] });
    const { draft } = await edit({
      part: 'fallback',
      key: '',
      value: ['James Lee', 'Second Fallback'],
    });
    expect(draft).toMatchObject({ changed: false, differences: [] });
  });

  it.each(Object.keys(settingsShape(procedures)))(
    '%s is a part of it: a change there is seen, and merged',
    (key) => {
      // Whoever adds something to the settings adds its part; else a draft that catches up would lose it.
      const base = aForm();
      const changed = {
        ...base,
        [key]:
          key === 'queues' || key === 'fallback'
            ? []
            : key === 'hybrid'
              ? defaultHybridPolicy
              : { csm: ['Ana'] },
      };
      expect(same(parts, base, changed)).toBe(false);
      expect(same(parts, caughtUp(parts, base, changed, base), changed)).toBe(true);
      expect(same(parts, caughtUp(parts, base, base, changed), changed)).toBe(true);
    },
  );

  it('versions are listed, compared, and restored as a new one, while the draft stays', async () => {
    await edit({ part: 'fallback', key: '', value: ['James Lee'] });
    await publish();
    await edit({ part: 'calendar', key: 'london', value: london });
    expect((await listVersions(ports(), undefined)).versions).toMatchObject([
      { version: 2, comment: 'because' },
      { version: 1 },
    ]);
    expect(
      texts(await compareVersions(ports(), 1, 2, () => Promise.reject(new Error('not asked')))),
    ).toEqual(['the fallback list goes from James Lee, then Second Fallback to James Lee']);
    await expect(
      restoreVersion(ports(), catalogues, { version: 1, expectedVersion: 1, comment: 'back' }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(
      restoreVersion(ports(), catalogues, { version: 9, expectedVersion: 2, comment: 'back' }),
    ).rejects.toMatchObject({ code: 'missing' });
    const { done, draft } = await restoreVersion(ports(), catalogues, {
      version: 1,
      expectedVersion: 2,
      comment: 'back',
    });
    expect(done).toBe(true);
    expect(draft).toMatchObject({
      live: { version: 3, comment: 'back' },
      behind: true,
      changed: true,
    });
    expect(world.policy?.fallback).toEqual(['James Lee', 'Second Fallback']);
  });

  it('a version that names what Jira has no more is not restored', async () => {
    await edit({ part: 'fallback', key: '', value: ['James Lee'] });
    await publish();
    const { statuses } = memoryCatalogue();
    const poorer = cataloguesOf(
      memoryCatalogue({
        statuses: async (id) => (await statuses(id)).filter((status) => status.id !== 'wfm'),
      }),
    );
    expect(
      await restoreVersion(ports(), poorer, { version: 1, expectedVersion: 2, comment: 'back' }),
    ).toMatchObject({
      done: false,
      problems: [{ path: 'queues[0].statuses.waitingForManagement' }],
    });
    expect(world.policy?.version).toBe(2);
  });
});
