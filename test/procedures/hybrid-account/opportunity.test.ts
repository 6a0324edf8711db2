import fc from 'fast-check';
import {
  opportunityId,
  opportunitySpellings,
  sameOpportunity,
} from '../../../src/procedures/hybrid-account/accounts/opportunity';
import { HybridStory } from '../../support/hybrid';

describe('one opportunity has one id, however it is written (I1, X13)', () => {
  const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
  const short = fc
    .array(fc.constantFrom(...letters), { minLength: 15, maxLength: 15 })
    .map((signs) => signs.join(''));

  it('15 characters and the 18 of an export are one; this is how they go together', () => {
    expect(opportunityId('001A0000006Vm9r')).toBe('001A0000006Vm9rIAC');
    expect(sameOpportunity('001A0000006Vm9r', '001A0000006Vm9rIAC')).toBe(true);
    expect(sameOpportunity('001A0000006Vm9r', '001a0000006vm9riac')).toBe(true);
    expect(sameOpportunity('001A0000006Vm9r', '001A0000006vm9r')).toBe(false);
  });

  it('for every id of 15: the 18 are the same, in any case, and no other of 15 is', () => {
    fc.assert(
      fc.property(short, short, (one, other) => {
        const long = opportunityId(one);
        expect(long).toHaveLength(18);
        expect(opportunityId(long)).toBe(long);
        expect(opportunityId(long.toLowerCase())).toBe(long);
        expect(opportunityId(` ${long.toUpperCase()} `)).toBe(long);
        expect(sameOpportunity(one, other)).toBe(one === other);
        expect(opportunitySpellings(long)).toContain(one);
      }),
    );
  });

  it('an opportunity whose last three characters were mistyped is still the one of its first 15', () => {
    expect(opportunityId('006000000000ABCXYZ')).toBe('006000000000ABCAA2');
    expect(opportunityId('ABC000000000ABCXYZ')).toBe('ABC000000000ABCXYZ');
  });

  it('any other id stays as it is written', () => {
    for (const id of ['006Q1', 'OPP-2026-000000001', '12345678901234567x', 'a b'])
      expect(opportunityId(id)).toBe(id);
  });

  it('the same opportunity written otherwise is the onboarding that is open already (H6)', () => {
    const story = new HybridStory().start('006000000000ABC').start('006000000000ABCAA2');
    expect(story.last?.refused?.text).toContain('is open already');
  });
});
