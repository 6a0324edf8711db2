import { asksOf } from '../../../src/procedures/account-manager/asks';
import {
  listAbsences,
  readOwnAbsence,
  setAbsence,
  setOwnAbsence,
} from '../../../src/app/absences/absences';
import { checkPeople } from '../../../src/app/check-people';
import type { DirectoryPerson } from '../../../src/core/people';
import { memoryCatalogue } from '../../support/memory-catalogue';
import { type MemoryWorld, memoryWorld } from '../../support/memory-ports';
import { aPerson, Story } from '../../support/sop';

/** The world's clock stands at Monday ten. */
const absence = (change: Partial<{ delegate: string; from: string; until: string }> = {}) => ({
  delegate: 'Ana',
  from: '2026-03-02T09:00:00.000Z',
  until: '2026-03-06T17:00:00.000Z',
  ...change,
});

describe('an absence', () => {
  let world: MemoryWorld;
  const know = (...people: readonly DirectoryPerson[]): void =>
    void (world.people = {
      ...world.people,
      ...Object.fromEntries(people.map((person) => [person.accountId, person])),
    });
  beforeEach(() => {
    world = memoryWorld();
    // Chad is asked on ticket 100.
    const story = new Story();
    story.request();
    world.records.set('100', {
      ledger: story.ledger,
      revision: 1,
      wakeAt: null,
      pending: null,
      radar: [],
    } as never);
    expect(asksOf(story.ledger).ask?.holder).toBe('Chad');
  });

  it('is set by the person, for themselves, and shown with who stands in', async () => {
    const view = await setOwnAbsence(
      world.ports('Paige'),
      absence({ from: '2026-03-03T09:00:00.000Z' }),
    );
    expect(view.absence).toMatchObject({
      delegate: { name: 'Ana' },
      state: 'to-come',
      conflicts: [],
    });
    expect(view.delegates.map(({ name }) => name)).not.toContain('Paige');
    expect(view.delegates.map(({ name }) => name)).not.toContain('customer');
    expect(await readOwnAbsence(world.ports('Paige'))).toMatchObject({
      absence: { delegate: { name: 'Ana' } },
    });
    expect(world.people['Ana']?.delegation).toBeUndefined();
    expect((await setOwnAbsence(world.ports('Paige'), null)).absence).toBeNull();
  });

  it.each<[string, Parameters<typeof absence>[0], string]>([
    ['ends before it begins', { until: '2026-03-01T09:00:00.000Z' }, 'absence.until'],
    [
      'is over already',
      { from: '2026-02-01T09:00:00.000Z', until: '2026-03-02T09:30:00.000Z' },
      'absence.until',
    ],
    ['never ends', { until: '2030-01-01T00:00:00.000Z' }, 'absence.until'],
    ['is one’s own', { delegate: 'Paige' }, 'absence.delegate'],
    ['is a customer’s', { delegate: 'customer' }, 'absence.delegate'],
    ['is that of somebody who has left', { delegate: 'gone' }, 'absence.delegate'],
  ])('that %s is refused at its field', async (_what, change, field) => {
    know(aPerson('gone', { active: false }));
    await expect(setOwnAbsence(world.ports('Paige'), absence(change))).rejects.toMatchObject({
      code: 'input',
      detail: { field },
    });
    expect(world.people['Paige']?.delegation).toBeUndefined();
  });

  it('is nothing for somebody no SOP asks, and for nobody whom the platform does not name', async () => {
    await expect(setOwnAbsence(world.ports('stranger'), absence())).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(readOwnAbsence(world.ports())).rejects.toMatchObject({ code: 'permission' });
  });

  it('of somebody who is asked hands over at once when it has begun', async () => {
    await setOwnAbsence(world.ports('Paige'), absence());
    expect(world.queued).toEqual([]);
    await setOwnAbsence(world.ports('Chad'), absence());
    expect(world.queued).toEqual([{ issueIds: ['100'], delaySeconds: 0 }]);
  });

  it('that begins later is noticed by the hourly check, once it has begun and no longer', async () => {
    await setOwnAbsence(world.ports('Chad'), absence({ from: '2026-03-02T10:30:00.000Z' }));
    expect(world.queued).toEqual([]);
    await checkPeople(world.ports());
    expect(world.queued).toEqual([]);
    world.now = '2026-03-02T11:00:00.000Z';
    await checkPeople(world.ports());
    expect(world.queued).toEqual([{ issueIds: ['100'], delaySeconds: 0 }]);
    world.queued.length = 0;
    world.now = '2026-03-02T15:00:00.000Z';
    await checkPeople(world.ports());
    expect(world.queued).toEqual([]);
  });

  it('shows an administrator what does not work about it', async () => {
    know(
      aPerson('Chad', { delegation: absence() }),
      aPerson('Ana', { delegation: absence({ delegate: 'Chad' }) }),
      aPerson('Rita', { delegation: absence({ delegate: 'Ana' }) }),
      aPerson('Joe', { delegation: absence({ delegate: 'gone' }) }),
      aPerson('Davies', {
        delegation: absence({ delegate: 'gone', until: '2026-03-02T09:30:00.000Z' }),
      }),
      aPerson('gone', { active: false }),
    );
    const { people } = await listAbsences(world.ports('agent'), memoryCatalogue());
    const conflicts = (name: string) =>
      people.find(({ person }) => person.name === name)?.absence?.conflicts;
    expect(conflicts('Chad')).toEqual([
      'Ana is away at the same time, and names Chad in turn: nobody of the two is there.',
    ]);
    expect(conflicts('Rita')).toEqual([
      "Ana is away at the same time. Requests go to Ana all the same; a delegate's own delegate is not asked.",
    ]);
    expect(conflicts('Joe')).toEqual([
      "gone's account is deactivated, so nobody stands in. Name another delegate.",
    ]);
    expect(conflicts('Davies')).toEqual([]);
  });

  it('is set by an administrator for anybody, together with the calendar; by nobody else', async () => {
    const view = await setAbsence(world.ports('agent'), memoryCatalogue(), {
      person: 'Chad',
      absence: absence(),
      calendar: 'office',
    });
    expect(view.people.find(({ person }) => person.name === 'Chad')).toMatchObject({
      calendar: 'office',
      absence: { state: 'now' },
    });
    await setAbsence(world.ports('agent'), memoryCatalogue(), {
      person: 'Chad',
      absence: null,
      calendar: null,
    });
    expect(world.people['Chad']).toEqual(aPerson('Chad'));
    const no = memoryCatalogue({ mayAdminister: async () => false });
    await expect(
      setAbsence(world.ports('agent'), no, { person: 'Chad', absence: absence(), calendar: null }),
    ).rejects.toMatchObject({ code: 'permission' });
    await expect(
      setAbsence(world.ports('agent'), memoryCatalogue(), {
        person: 'stranger',
        absence: null,
        calendar: null,
      }),
    ).rejects.toMatchObject({ code: 'missing' });
    await expect(
      setAbsence(world.ports('agent'), memoryCatalogue(), {
        person: 'Chad',
        absence: null,
        calendar: 'moon',
      }),
    ).rejects.toMatchObject({ detail: { field: 'calendar' } });
  });
});
