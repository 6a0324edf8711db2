// A rate card, as a file has it.
import * as v from 'valibot';
import { words } from '../../../app/settings/described/shape';
import { decimalsOf, type RateCard } from '../money';

/** A day rate as people write it, such as `800.00`: no sign, no separators, so that it cannot be misread. */
const amount = v.pipe(
  v.string('A day rate must be text, such as "800.00".'),
  v.regex(/^\d{1,9}(\.\d{1,3})?$/u, 'Write a day rate as "800.00".'),
);

/** @returns the amount in minor units, or null where it has more digits than the currency */
export function minorUnits(written: string, currency: string): number | null {
  const [units = '0', rest = ''] = written.split('.');
  const decimals = decimalsOf(currency);
  return rest.length > decimals
    ? null
    : Number(units) * 10 ** decimals + Number(rest.padEnd(decimals, '0') || '0');
}

export const rateCardShape = v.pipe(
  v.object({
    currency: v.pipe(
      v.string('The currency must be text.'),
      v.regex(/^[A-Z]{3}$/u, 'A currency is three capital letters, such as USD.'),
    ),
    /** Day rates by role. */
    rates: v.pipe(
      v.record(words('A role', 60), amount),
      v.check(
        (rates) => Object.keys(rates).length > 0 && Object.keys(rates).length <= 20,
        'A rate card has 1 to 20 roles.',
      ),
    ),
  }),
  v.check(
    ({ rates }) =>
      new Set(Object.keys(rates).map((role) => role.toLowerCase())).size ===
      Object.keys(rates).length,
    'A role of the rate card has two day rates.',
  ),
  v.check(
    ({ currency, rates }) =>
      Object.values(rates).every((one) => minorUnits(one, currency) !== null),
    ({ input }) => `${input.currency} has ${decimalsOf(input.currency)} digits after the point.`,
  ),
  v.transform(({ currency, rates }): RateCard => ({
    currency,
    roles: Object.entries(rates).map(([role, one]) => ({
      role,
      dayRate: minorUnits(one, currency) ?? 0,
    })),
  })),
);
