// Money as pages show it, for those who may see it (X7).
import { changeRequestOf } from '../account';
import type { ChangeView, CostView } from '../contract/panel';
import { type Cost, type CostedWith, rateOf, spellMoney } from '../money';
import type { Content } from '../content';
import type { Situation } from '../../../core/situation';

/** @param rates whose rates they are, where that is known */
export const costView = (
  { currency, lines, total }: Cost,
  rates: Pick<CostedWith, 'of'> | null,
): CostView => ({
  ratesOf: rates?.of?.name ?? null,
  currency,
  lines: lines.map(({ role, halfDays, dayRate, amount }) => ({
    role,
    days: halfDays / 2,
    dayRate: spellMoney(dayRate, currency),
    amount: spellMoney(amount, currency),
  })),
  total: spellMoney(total, currency),
  rounding: `Half days are allowed. Each line is rounded to the smallest unit of ${currency}, halves up, and the lines add up to the total.`,
});

/** The roles to choose from, and their rates where the viewer may see them. */
export function rateCardView(
  { account }: Situation,
  content: Content | null,
  withMoney: boolean,
): ChangeView['rateCard'] {
  const card = account.kind === 'known' ? changeRequestOf(account.account).rateCard : undefined;
  // Once it was costed, its own rates are what an effort is priced with (CR-38).
  const rates = content?.rates ?? card ?? null;
  if (rates === null) return null;
  return {
    currency: rates.currency,
    roles: rates.roles.map(({ role }) => ({
      role,
      dayRate: withMoney ? spellMoney(rateOf(rates, role) ?? 0, rates.currency) : null,
    })),
  };
}
