import {
  checkAccounts,
  lookThrough,
  noAccountsFound,
} from '../../../src/core/doctor/check-accounts';
import { checkFallback, checkPerson, roleOf } from '../../../src/core/doctor/check-people';
import { listed } from '../../../src/core/doctor/finding';
import type { DirectoryPerson } from '../../../src/core/people';
import { anas, aPerson, aPolicy, chads, everybody, monday10 } from '../../support/sop';

const people = (
  change: Readonly<Record<string, DirectoryPerson>> = {},
): ReadonlyMap<string, DirectoryPerson> => new Map(Object.entries({ ...everybody, ...change }));
const fallback = ['James Lee', 'Second Fallback'];

describe('the doctor on accounts', () => {
  it('finds nothing wrong, over any number of pages, and counts who has which duty', () => {
    const found = lookThrough(
      lookThrough(noAccountsFound, [chads], people(), fallback),
      [anas],
      people(),
      fallback,
    );
    expect(checkAccounts(found)).toMatchObject([
      { code: 'accounts', severity: 'fine', what: expect.stringContaining('All 2 accounts') },
    ]);
    expect(found.duties).toMatchObject({
      Chad: { asAccountManager: 1, asRegionalManager: 1 },
      Paige: { asAccountManager: 0, asRegionalManager: 1 },
    });
    expect(roleOf(aPolicy(), found.duties, [], 'Chad')).toBe(
      'account manager of 1, regional manager of 1',
    );
    expect(roleOf(aPolicy(), found.duties, [], 'James Lee')).toBe('on the fallback list');
    expect(
      roleOf(
        aPolicy(),
        found.duties,
        [aPerson('Ana', { delegation: { delegate: 'Rita', from: monday10, until: monday10 } })],
        'Rita',
      ),
    ).toBe('a delegate');
    expect(roleOf(aPolicy(), found.duties, [], 'Joe')).toBeNull();
  });

  it.each([
    [
      'there are none',
      lookThrough(noAccountsFound, [], people(), fallback),
      { code: 'accounts', severity: 'blocking', clause: 'AM-08' },
    ],
    [
      'nobody matched a manager',
      lookThrough(noAccountsFound, [{ ...anas, accountManager: 'sfdc-17' }], people(), fallback),
      {
        code: 'managers',
        severity: 'blocking',
        clause: 'A16',
        what: 'Gate (GCBK) names a manager whom nobody has matched to a Jira user.',
      },
    ],
    [
      'nobody stands above',
      lookThrough(
        noAccountsFound,
        [{ ...chads, accountManager: 'James Lee', regionalManager: 'James Lee' }],
        people(),
        ['James Lee'],
      ),
      { code: 'nobody-above', severity: 'blocking', clause: 'A10' },
    ],
    [
      'the only other fallback is gone',
      lookThrough(
        noAccountsFound,
        [{ ...chads, accountManager: 'James Lee', regionalManager: 'James Lee' }],
        people({ 'Second Fallback': aPerson('Second Fallback', { active: false }) }),
        fallback,
      ),
      { code: 'nobody-above' },
    ],
    [
      'an account has no organization',
      lookThrough(noAccountsFound, [{ ...anas, organizations: [] }], people(), fallback),
      { code: 'organizations', severity: 'warning', clause: 'A12' },
    ],
  ] as const)('%s', (_what, found, expected) => {
    expect(checkAccounts(found)[0]).toMatchObject(expected);
  });

  it('names a few of many, and counts the rest', () => {
    const many = Array.from({ length: 12 }, (_one, number) => ({
      ...anas,
      cid: `C${number}`,
      name: `Bank ${number}`,
      organizations: [],
    }));
    expect(checkAccounts(lookThrough(noAccountsFound, many, people(), fallback))[0]?.what).toMatch(
      /^Bank 0 \(C0\), .* and 7 more have no organization/u,
    );
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual([
      'none',
      'a',
      'a, b and c',
    ]);
  });
});

describe('the doctor on people', () => {
  const may = { browse: ['1'], comment: ['1'] };
  const check = (
    person: DirectoryPerson,
    permissions: typeof may | null = may,
    delegate: DirectoryPerson | null = null,
  ) =>
    checkPerson(
      aPolicy(),
      'account manager of 2',
      { person, may: permissions },
      delegate,
      monday10,
    );
  const away = {
    delegation: {
      delegate: 'Rita',
      from: '2026-03-01T00:00:00.000Z',
      until: '2026-04-01T00:00:00.000Z',
    },
  };

  it('finds nothing in whoever is there, sees and comments', () => {
    expect(check(aPerson('Ana'))).toEqual([]);
  });

  it.each([
    [
      'deactivated',
      () => check(aPerson('Ana', { active: false }), null),
      { code: 'person-active', severity: 'blocking', clause: 'A14' },
    ],
    [
      'deactivated with a delegate',
      () => check(aPerson('Ana', { active: false, ...away }), null, aPerson('Rita')),
      {
        code: 'person-active',
        severity: 'warning',
        what: 'The account of Ana (account manager of 2) is deactivated; Rita stands in.',
      },
    ],
    [
      'a portal customer',
      () => check(aPerson('Ana', { kind: 'customer' }), null),
      { code: 'person-user', severity: 'blocking', clause: 'AM-03' },
    ],
    [
      'with a delegate who is gone',
      () => check(aPerson('Ana', away), may, aPerson('Rita', { active: false })),
      { code: 'delegate', severity: 'warning' },
    ],
    [
      'blind',
      () => check(aPerson('Ana'), { browse: [], comment: [] }),
      {
        code: 'person-sees',
        severity: 'blocking',
        clause: 'AM-03',
        what: 'Ana (account manager of 2) cannot see EBH.',
      },
    ],
    [
      'mute',
      () => check(aPerson('Ana'), { browse: ['1'], comment: [] }),
      { code: 'person-comments', severity: 'warning', clause: 'AM-02' },
    ],
  ])('names somebody %s', (_what, look, expected) => {
    expect(look()).toEqual([expect.objectContaining(expected)]);
  });

  it('looks at the fallback list as a whole', () => {
    expect(checkFallback(aPolicy(), people())).toMatchObject([
      { severity: 'fine', clause: 'AM-09' },
    ]);
    expect(checkFallback(aPolicy(undefined, { fallback: [] }), people())).toMatchObject([
      { severity: 'blocking' },
    ]);
    expect(
      checkFallback(
        aPolicy(undefined, { fallback: ['Joe'] }),
        people({ Joe: aPerson('Joe', { active: false }) }),
      ),
    ).toMatchObject([{ severity: 'blocking', what: 'Nobody on the fallback list is there.' }]);
  });
});
