// What an account says of itself as a key account, as a file has it.
import * as v from 'valibot';
import { day } from '../../../app/date-shapes';
import { whole } from '../../../app/settings/described/shape';

/** When an account is a key account, as the configuration file has it; null for always. */
export const keyPeriodShape = v.pipe(
  v.object({
    from: v.nullable(day('The first day')),
    until: v.optional(v.nullable(day('The last day')), null),
  }),
  v.check(
    ({ from, until }) => from === null || until === null || from <= until,
    'The last day lies before the first.',
  ),
);

/** More than any account comes and goes. */
export const mostPeriods = 50;

export const keyPeriodsShape = v.pipe(
  v.array(keyPeriodShape),
  v.maxLength(mostPeriods, `At most ${mostPeriods} periods.`),
);

/** One pair of days, or several. */
export const keyDatesShape = v.pipe(
  v.union(
    [keyPeriodShape, keyPeriodsShape],
    'Write a first and a last day, or a list of such pairs.',
  ),
  v.transform((said) => (Array.isArray(said) ? said : [said])),
);

export const rhythmShape = v.variant('kind', [
  v.object({ kind: v.literal('daily') }),
  v.object({ kind: v.literal('weekly'), weekday: whole('The weekday (0 is Sunday)', 0, 6) }),
  v.object({ kind: v.literal('monthly'), day: whole('The day of the month', 1, 31) }),
  v.object({
    kind: v.literal('dates'),
    dates: v.pipe(
      v.array(day('A date')),
      v.minLength(1, 'Name at least one date.'),
      v.maxLength(200, 'At most 200 dates.'),
      v.readonly(),
    ),
  }),
]);
