// CR-09, C10: cost = effort × the day rates agreed with that customer. Whole minor units, halves rounded up.
import { type Because, because } from '../../core/because';
import type { Cid } from '../../core/ids';

/** Effort of one role; half days are whole here (C10), so that sums are exact. */
export interface Effort {
  readonly role: string;
  readonly halfDays: number;
}

/** Day rates by role, in minor units of the currency (cents of a dollar). */
export interface Rates {
  /** ISO 4217, such as `USD`. */
  readonly currency: string;
  readonly roles: readonly { readonly role: string; readonly dayRate: number }[];
}

/** The rates agreed with one customer, on its account. */
export type RateCard = Rates;

/** The rates that a change request was costed with: the whole card of that day, and whose it is (CR-38). */
export interface CostedWith extends Rates {
  /** Absent in one from before it was kept; then only the roles of its effort are there. */
  readonly of?: { readonly cid: Cid; readonly name: string };
}

export interface CostLine extends Effort {
  readonly dayRate: number;
  readonly amount: number;
}

export interface Cost {
  readonly currency: string;
  readonly lines: readonly CostLine[];
  readonly total: number;
}

/** More than anybody estimates at once: a slip of the pen. */
export const mostDays = 1000;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export const rateOf = (rates: Rates, role: string): number | null =>
  rates.roles.find((one) => same(one.role, role))?.dayRate ?? null;

/** Half a day of an odd rate is rounded up, line by line, so that the lines add up to the total. */
export const amountOf = (halfDays: number, dayRate: number): number =>
  Math.floor((halfDays * dayRate + 1) / 2);

/** The cost of an effort; null while a role has no rate. */
export function costOf(effort: readonly Effort[], rates: Rates | null): Cost | null {
  if (rates === null || effort.length === 0) return null;
  const lines: CostLine[] = [];
  for (const { role, halfDays } of effort) {
    const dayRate = rateOf(rates, role);
    if (dayRate === null) return null;
    lines.push({ role, halfDays, dayRate, amount: amountOf(halfDays, dayRate) });
  }
  return {
    currency: rates.currency,
    lines,
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** The agreed rates for these roles, or what is missing: it names the account and where its rates are set. */
export function ratesFor(
  card: RateCard | undefined,
  account: string,
  effort: readonly Effort[],
): Rates | Because {
  const where =
    'A Jira administrator sets it with the account, in the Account Relay settings under Accounts.';
  if (card === undefined)
    return because('CR-09', `No rate card is agreed with ${account}. ${where}`, { account });
  const missing = effort.filter(({ role }) => rateOf(card, role) === null).map(({ role }) => role);
  if (missing.length > 0)
    return because(
      'CR-09',
      `The rate card of ${account} has no day rate for ${missing.join(' and ')}. ${where}`,
      { account, missing: missing.join(', ') },
    );
  return card;
}

/** Why an effort cannot be meant; null when it can (CR-08, C10). */
export function whyNotEffort(effort: readonly Effort[]): Because | null {
  const wrong = (text: string, values: Record<string, string> = {}): Because => ({
    ...because('CR-08', text, values),
    field: 'effort',
  });
  if (effort.length === 0) return wrong('State the effort of at least one role, in person-days.');
  const roles = new Set<string>();
  for (const { role, halfDays } of effort) {
    if (role.trim() === '') return wrong('Every effort belongs to a role.');
    if (roles.has(role.trim().toLowerCase()))
      return wrong(`${role} stands there twice. Keep one line for each role.`);
    roles.add(role.trim().toLowerCase());
    if (!Number.isInteger(halfDays))
      return wrong(`Effort is counted in whole and half days; ${role} has ${halfDays / 2}.`);
    if (halfDays <= 0)
      return wrong(`The effort of ${role} must be at least half a day.`, {
        days: spellDays(halfDays),
      });
    if (halfDays > 2 * mostDays)
      return wrong(
        `${spellDays(halfDays)} of ${role} cannot be meant: at most ${mostDays} person-days.`,
        { days: spellDays(halfDays) },
      );
  }
  return null;
}

/** `12.5 days`. */
export const spellDays = (halfDays: number): string =>
  `${halfDays / 2} ${halfDays === 2 ? 'day' : 'days'}`;

export const totalHalfDays = (effort: readonly Effort[]): number =>
  effort.reduce((sum, { halfDays }) => sum + halfDays, 0);

/** Digits after the point of that currency; two where it is not known (C10). */
export function decimalsOf(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits ?? 2
    );
  } catch {
    return 2;
  }
}

/** `10,000.00 USD`. */
export function spellMoney(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return `${new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(minor / 10 ** decimals)} ${currency}`;
}

/** By how many percent it rose, to one digit; null where it cannot be compared. */
export const riseInPercent = (before: Cost, now: Cost): number | null =>
  before.currency !== now.currency || before.total === 0
    ? null
    : Math.round(((now.total - before.total) / before.total) * 1000) / 10;

/** C11: did it rise by more than is tolerated? Another currency cannot be compared, so it counts as a rise. */
export function roseBeyond(
  before: Cost | null,
  now: Cost | null,
  tolerancePercent: number,
): boolean {
  if (before === null || now === null) return now !== before;
  if (before.currency !== now.currency) return true;
  return now.total * 100 > before.total * (100 + tolerancePercent);
}
