// The day rates of an account as an administrator writes them, and as costs are calculated with them (CR-09, C10).
import * as v from 'valibot';
import type { RateCardForm } from '../contract/account';
import { decimalsOf, type RateCard } from '../money';
import { rateCardShape } from '../settings/shape';
import { RelayError } from '../../../app/errors';

const mostRoles = 20;

/** @throws RelayError `input` that says what cannot be read */
export function rateCardOf({ currency, rates }: RateCardForm): RateCard {
  const wrong = (message: string): RelayError =>
    new RelayError('input', message, {
      field: 'rateCard',
      remedy: 'Write one rate per line, such as "Integration engineer: 800.00".',
    });
  if (rates.length > mostRoles) throw wrong(`A rate card has at most ${mostRoles} roles.`);
  const roles = rates.map(({ role }) => role.toLowerCase());
  const twice = rates.find(({ role }, place) => roles.indexOf(role.toLowerCase()) !== place);
  if (twice !== undefined) throw wrong(`${twice.role} has two day rates.`);
  const read = v.safeParse(rateCardShape, {
    currency,
    rates: Object.fromEntries(rates.map(({ role, dayRate }) => [role, dayRate])),
  });
  if (!read.success) throw wrong(read.issues[0].message);
  return read.output;
}

export function rateCardForm({ currency, roles }: RateCard): RateCardForm {
  const decimals = decimalsOf(currency);
  return {
    currency,
    rates: roles.map(({ role, dayRate }) => ({
      role,
      dayRate: (dayRate / 10 ** decimals).toFixed(decimals),
    })),
  };
}

/** `USD; Integration engineer: 800.00; QA: 650.00`: a rate card in one cell of a file; the form of it, as far as it can be read. */
export function readRateCell(cell: string): RateCardForm {
  const [currency = '', ...rates] = cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return {
    currency: currency.toUpperCase(),
    rates: rates.map((rate) => {
      const [, role = rate, dayRate = ''] = /^(.*):\s*(\S*)$/u.exec(rate) ?? [];
      return { role: role.trim(), dayRate };
    }),
  };
}

/** The cell that reads back as this card; empty for none. */
export function rateCell(card: RateCard | undefined): string {
  if (card === undefined) return '';
  const { currency, rates } = rateCardForm(card);
  return [currency, ...rates.map(({ role, dayRate }) => `${role}: ${dayRate}`)].join('; ');
}
