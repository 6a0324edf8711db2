import * as v from 'valibot';
import { act } from '../../../../src/app/acts';
import { given } from '../../../../src/app/input';
import { notNeeded, snooze, whyNot } from '../put-off';

const reason = given('The reason', 500);

export const updateActs = {
  snooze: act({
    title: 'Put off',
    clause: 'RU-05',
    what: 'Puts the next update off by some business hours.',
    who: 'Agents.',
    input: v.object({
      hours: v.pipe(
        v.number('hours must be a number.'),
        v.integer('hours must be a whole number.'),
        v.minValue(1, 'hours must be at least 1.'),
        v.maxValue(80, 'hours must be at most 80.'),
      ),
      reason,
    }),
    whyNot,
    perform: snooze,
  }),
  'not-needed': act({
    title: 'No updates needed',
    clause: 'RU-06',
    what: 'Ends the regular updates of this ticket.',
    who: 'Agents.',
    input: v.object({ reason }),
    whyNot,
    perform: notNeeded,
  }),
} as const;
