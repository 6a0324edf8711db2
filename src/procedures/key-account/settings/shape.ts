// What an account says of itself as a key account, as a file has it.
import * as v from 'valibot';
import { day } from '../../../app/date-shapes';
import { whole } from '../../../app/settings/described/shape';

/** When an account is a key account, as the configuration file has it; null for always. */
export const keyDatesShape = v.object({
  from: v.nullable(day('The first day')),
  until: v.optional(v.nullable(day('The last day')), null),
});

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
    ),
  }),
]);
