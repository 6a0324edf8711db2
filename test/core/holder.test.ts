// Who holds what is owed: the rule that every procedure and every wait shares (A14, scenario 51).
import fc from 'fast-check';
import { holderOf, type Meant, stillHeldBy, whyHolder } from '../../src/core/holder';
import type { DirectoryPerson } from '../../src/core/people';
import { aPerson, everybody, Story } from '../support/sop';

const absence = (delegate: string) => ({
  delegate,
  from: '2026-03-01T00:00:00.000Z',
  until: '2026-03-09T00:00:00.000Z',
});
const away = (name: string, delegate: string): DirectoryPerson =>
  aPerson(name, { delegation: absence(delegate) });
const gone = (name: string): DirectoryPerson => aPerson(name, { active: false });
const blind = (name: string): DirectoryPerson => aPerson(name, { cannotSee: ['1'] });

const at = (...people: DirectoryPerson[]) =>
  new Story({
    people: { ...everybody, ...Object.fromEntries(people.map((one) => [one.accountId, one])) },
  }).situation;

describe('A14: who is asked when somebody is meant', () => {
  it('the first who is there, of several who hold a role', () => {
    expect(holderOf(at(gone('Ana')), { people: ['Ana', 'Rita'] })).toMatchObject({
      holder: 'Rita',
      standsInFor: null,
      how: 'meant',
    });
  });

  it('the delegate of whoever is away, before the next of the role', () => {
    const found = holderOf(at(away('Ana', 'delegate')), { people: ['Ana', 'Rita'] });
    expect(found).toMatchObject({ holder: 'delegate', standsInFor: 'Ana', how: 'delegate' });
  });

  it('somebody who is there, where the delegate is away too', () => {
    const found = holderOf(at(away('Ana', 'delegate'), away('delegate', 'Ana')), {
      people: ['Ana'],
      fallback: ['Joe'],
    });
    expect(found).toMatchObject({ holder: 'Joe', standsInFor: 'Ana', how: 'fallback' });
  });

  it('the next of the role, where the delegate has left too', () => {
    const found = holderOf(at(away('Ana', 'delegate'), gone('delegate')), {
      people: ['Ana', 'Rita'],
    });
    expect(found).toMatchObject({ holder: 'Rita', standsInFor: null });
  });

  it.each([
    ['is deactivated', gone('Ana'), "Ana's account is deactivated"],
    ['cannot see the ticket', blind('Ana'), 'Ana cannot see this ticket'],
    ['is away, with a delegate who was asked', away('Ana', 'Joe'), 'Ana is away'],
  ])('the fallback, who stands in, where the only one meant %s', (_, person, reason) => {
    const situation = at(person);
    const found = holderOf(situation, { people: ['Ana'], fallback: ['Rita'], asked: ['Joe'] });
    expect(found).toMatchObject({ holder: 'Rita', standsInFor: 'Ana', how: 'fallback' });
    expect(found && whyHolder(situation, found)?.text).toContain(reason);
  });

  it('the delegate of the fallback, where the fallback is away too', () => {
    const situation = at(gone('Ana'), away('Rita', 'delegate'));
    expect(holderOf(situation, { people: ['Ana'], fallback: ['Rita'] })).toMatchObject({
      holder: 'delegate',
      standsInFor: 'Ana',
    });
  });

  it('W7: never the delegate who was asked on a lower level; the absent keeps it where nobody else is left', () => {
    const found = holderOf(at(away('Rita', 'Ana')), { people: ['Rita'], asked: ['Ana'] });
    expect(found).toMatchObject({
      holder: 'Rita',
      how: 'away',
      awayUntil: '2026-03-09T00:00:00.000Z',
    });
  });

  it('somebody asked before only where no other active person is left', () => {
    const found = holderOf(at(gone('Rita')), {
      people: ['Rita'],
      fallback: ['Ana'],
      asked: ['Ana'],
    });
    expect(found).toMatchObject({ holder: 'Ana', how: 'asked-before' });
  });

  it('nobody, rather than somebody excluded', () => {
    expect(
      holderOf(at(away('Rita', 'Ana')), { people: ['Ana'], fallback: ['Rita'], not: ['Ana'] }),
    ).toMatchObject({ holder: 'Rita', how: 'away' });
    expect(holderOf(at(), { people: ['Ana'], not: ['Ana'] })).toBeNull();
    expect(holderOf(at(gone('Ana')), { people: ['Ana'] })).toBeNull();
    expect(holderOf(at(), { people: [] })).toBeNull();
  });

  it('whatever the directory says: active, not excluded, and asked before only as the last', () => {
    const names = ['Ana', 'Rita', 'Joe', 'delegate', 'Paige'];
    const some = fc.subarray(names);
    const state = fc.record({
      active: fc.boolean(),
      cannotSee: fc.constantFrom<string[]>([], ['1']),
      delegation: fc.option(fc.constantFrom(...names).map(absence), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.tuple(some, some, some, some),
        fc.tuple(state, state, state, state, state),
        ([people, fallback, asked, not], states) => {
          const directory = names.map((name, index) => {
            const { delegation, ...rest } = states[index] as (typeof states)[number];
            return aPerson(name, { ...rest, ...(delegation && { delegation }) });
          });
          const situation = at(...directory);
          const meant: Meant = { people, fallback, asked, not };
          const found = holderOf(situation, meant);
          const could = (name: string): boolean =>
            situation.people[name]?.active === true &&
            situation.people[name].cannotSee?.length === 0 &&
            !not.includes(name);
          const listed = [...people, ...fallback];
          if (found === null) return expect(listed.filter(could)).toEqual([]);
          expect(could(found.holder)).toBe(true);
          if (asked.includes(found.holder)) {
            expect(found.how).toBe('asked-before');
            expect(listed.filter((name) => could(name) && !asked.includes(name))).toEqual([]);
          }
          expect(
            people.includes(found.holder) || found.standsInFor !== null || people.length === 0,
          ).toBe(true);
        },
      ),
    );
  });
});

describe('A14: who keeps it', () => {
  const meant: Meant = { people: ['Ana'], fallback: ['Rita'], asked: ['Ana'] };

  it('a stand-in, when the absent returns', () => {
    expect(stillHeldBy(at(), { holder: 'delegate', standsInFor: 'Ana' }, meant)).toMatchObject({
      holder: 'delegate',
      standsInFor: 'Ana',
      how: 'kept',
    });
  });

  it('one of a role, as long as they are in it', () => {
    const held = { holder: 'Rita', standsInFor: null };
    expect(stillHeldBy(at(), held, { people: ['Ana', 'Rita'] })?.holder).toBe('Rita');
    expect(stillHeldBy(at(), held, { people: ['Ana'] })?.holder).toBe('Ana');
  });

  it('the returned, when the stand-in goes away or leaves', () => {
    const held = { holder: 'Joe', standsInFor: 'Ana' };
    expect(stillHeldBy(at(gone('Joe')), held, meant)?.holder).toBe('Ana');
    expect(stillHeldBy(at(away('Joe', 'Rita')), held, meant)?.holder).toBe('Ana');
  });

  it('hands over to the delegate as soon as somebody goes away', () => {
    const held = { holder: 'Ana', standsInFor: null };
    expect(stillHeldBy(at(away('Ana', 'delegate')), held, meant)).toMatchObject({
      holder: 'delegate',
      standsInFor: 'Ana',
    });
  });
});
