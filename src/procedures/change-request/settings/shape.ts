// The bounds of how a queue runs change requests, and of a rate card; what is left out gets the SOP's default.
import * as v from 'valibot';
import { defaultChangeRequestPolicy as standard } from './policy';
import { lifecycle } from '../lifecycle';
import { decimalsOf, type RateCard } from '../money';
import { allRoles } from '../../../core/roles';

const whole = (what: string, low: number, high: number) =>
  v.pipe(
    v.number(`${what} must be a number.`),
    v.integer(`${what} must be a whole number.`),
    v.minValue(low, `${what} must be at least ${low}.`),
    v.maxValue(high, `${what} must be at most ${high}.`),
  );
const words = (what: string, longest: number) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.trim(),
    v.minLength(1, `${what} is empty.`),
    v.maxLength(longest, `${what} is longer than ${longest} characters.`),
  );
const status = v.optional(words('The status', 255));
const steps = lifecycle.map(({ key }) => key) as Exclude<
  (typeof lifecycle)[number]['key'],
  `own:${string}`
>[];

const ownSteps = v.pipe(
  v.array(
    v.object({
      key: v.pipe(
        words('The key of a step', 40),
        v.regex(/^[a-z0-9-]+$/u, 'The key of a step has small letters, digits and hyphens only.'),
      ),
      after: v.picklist(steps, `A step comes after one of: ${steps.join(', ')}.`),
      title: words('The title of a step', 60),
      customerTitle: v.optional(v.nullable(words('What the customer reads', 60)), null),
      owner: v.picklist(allRoles, `A step belongs to one of: ${allRoles.join(', ')}.`),
    }),
  ),
  v.maxLength(20, 'At most 20 steps of your own.'),
  v.check(
    (own) => new Set(own.map(({ key }) => key)).size === own.length,
    'Two steps have the same key.',
  ),
);

export const changeRequestShape = v.object({
  requestTypes: v.optional(
    v.pipe(v.array(words('A request type', 255)), v.maxLength(20, 'At most 20 request types.')),
    [...standard.requestTypes],
  ),
  /** The project by key in a file, by id in a form; null where the ticket itself becomes the change request (C5). */
  target: v.optional(
    v.nullable(
      v.object({
        project: words('The project', 255),
        requestType: words('The request type', 255),
        linkType: v.optional(words('The link type', 255), 'Relates'),
      }),
    ),
    null,
  ),
  statuses: v.optional(
    v.object({
      'to-do': status,
      'in-approval': status,
      'in-progress': status,
      'in-testing': status,
      'with-customer': status,
      done: status,
    }),
    {},
  ),
  ownSteps: v.optional(ownSteps, [...standard.ownSteps]),
  staleDays: v.optional(whole('The days without progress', 1, 60), standard.staleDays),
  costTolerancePercent: v.optional(
    whole('The tolerated rise of the cost', 0, 100),
    standard.costTolerancePercent,
  ),
  clientApprovals: v.optional(
    whole('The people of the customer who have to agree', 1, 10),
    standard.clientApprovals,
  ),
  skipWithReason: v.optional(
    v.boolean('skipWithReason must be true or false.'),
    standard.skipWithReason,
  ),
  vendor: v.optional(words('What you are called', 60), standard.vendor),
});

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
