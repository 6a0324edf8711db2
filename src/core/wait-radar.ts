// What the radar says of waits in general: somebody has to hear of everything that is owed (X10).
import { because } from './because';
import { type Clock, holdersOf } from './clock';
import type { RadarRule } from './radar-rule';

const titles = (clocks: readonly Clock[]): string => clocks.map(({ title }) => title).join('; ');

export const waitRules: readonly RadarRule[] = [
  {
    code: 'owed-by-nobody',
    severity: 'urgent',
    repair: 'person',
    find: ({ clocks = [] }) => {
      const open = clocks.filter((clock) => holdersOf(clock).length === 0);
      const [first] = open;
      return first === undefined
        ? null
        : {
            text: `Nobody can be asked: ${titles(open)}.`,
            remedy: 'An administrator names people for the role in the settings.',
            because: because(first.clause, 'Everything that is open has somebody who has to act.', {
              owes: typeof first.of === 'string' ? first.of : first.of.people.join(', '),
              since: first.since,
            }),
            since: first.since,
          };
    },
  },
  {
    code: 'late-with-everybody',
    severity: 'warning',
    repair: 'person',
    find: ({ clocks = [] }) => {
      const open = clocks.filter(({ late }) => late === true);
      const [first] = open;
      return first === undefined
        ? null
        : {
            text: `Late, and everybody has been told: ${titles(open)}.`,
            remedy: 'Talk to whoever has it, or name somebody else.',
            because: because(first.clause, 'The due time has passed on every level.', {
              'due at': first.dueAt,
              since: first.since,
            }),
            since: first.dueAt,
          };
    },
  },
];
