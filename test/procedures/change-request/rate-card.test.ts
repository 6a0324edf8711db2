import {
  rateCardForm,
  rateCardOf,
} from '../../../src/procedures/change-request/accounts/rate-card';
import { RelayError } from '../../../src/app/errors';

describe('day rates as an administrator writes them', () => {
  it('become minor units, and come back as they were meant', () => {
    const card = rateCardOf({
      currency: 'USD',
      rates: [
        { role: 'Engineer', dayRate: '800' },
        { role: 'Tester', dayRate: '520.5' },
      ],
    });
    expect(card).toEqual({
      currency: 'USD',
      roles: [
        { role: 'Engineer', dayRate: 80_000 },
        { role: 'Tester', dayRate: 52_050 },
      ],
    });
    expect(rateCardForm(card)).toEqual({
      currency: 'USD',
      rates: [
        { role: 'Engineer', dayRate: '800.00' },
        { role: 'Tester', dayRate: '520.50' },
      ],
    });
    expect(
      rateCardForm({ currency: 'JPY', roles: [{ role: 'Engineer', dayRate: 90_000 }] }).rates,
    ).toEqual([{ role: 'Engineer', dayRate: '90000' }]);
  });

  it.each([
    ['a line without a rate', { currency: 'USD', rates: [{ role: 'Engineer', dayRate: '?' }] }],
    ['a comma', { currency: 'USD', rates: [{ role: 'Engineer', dayRate: '1,000.00' }] }],
    ['half a yen', { currency: 'JPY', rates: [{ role: 'Engineer', dayRate: '0.5' }] }],
    [
      'a currency that is none',
      { currency: 'U', rates: [{ role: 'Engineer', dayRate: '800.00' }] },
    ],
    [
      'a role twice',
      {
        currency: 'USD',
        rates: [
          { role: 'Engineer', dayRate: '800.00' },
          { role: 'engineer', dayRate: '900.00' },
        ],
      },
    ],
  ])('%s is refused at its field', (_what, form) => {
    expect(() => rateCardOf(form)).toThrow(RelayError);
    try {
      rateCardOf(form);
    } catch (error) {
      expect((error as RelayError).detail.field).toBe('rateCard');
    }
  });
});
