// What the radar says of waits in general: somebody has to hear of everything that is owed (X10).
import { because } from './because';
import { type Clock, holdersOf } from './clock';
import type { Ledger } from './ledger';
import type { RadarFinding, RadarRule } from './radar-rule';
import { namedIn } from './wait';

/** One finding for all clocks that are so; the first of them gives the clause. */
const where =
  (isSo: (clock: Clock) => boolean, found: (titles: string, first: Clock) => RadarFinding) =>
  ({ clocks = [] }: Ledger): RadarFinding | null => {
    const open = clocks.filter(isSo);
    const [first] = open;
    return first === undefined ? null : found(open.map(({ title }) => title).join('; '), first);
  };

export const waitRules: readonly RadarRule[] = [
  {
    code: 'owed-by-nobody',
    severity: 'urgent',
    repair: 'person',
    find: where(
      (clock) => holdersOf(clock).length === 0,
      (titles, { clause, of, since }) => ({
        text: `Nobody can be asked: ${titles}.`,
        remedy: 'An administrator names people for the role in the settings.',
        because: because(clause, 'Everything that is open has somebody who has to act.', {
          owes: typeof of === 'string' ? of : namedIn(of).join(', '),
          since,
        }),
        since,
      }),
    ),
  },
  {
    code: 'late-with-everybody',
    severity: 'warning',
    repair: 'person',
    find: where(
      ({ late }) => late === true,
      (titles, { clause, dueAt, since }) => ({
        text: `Late, and everybody has been told: ${titles}.`,
        remedy: 'Talk to whoever has it, or name somebody else.',
        because: because(clause, 'The due time has passed on every level.', {
          'due at': dueAt,
          since,
        }),
        since: dueAt,
      }),
    ),
  },
  {
    code: 'stands-still',
    severity: 'urgent',
    repair: 'person',
    find: where(
      ({ still }) => still !== undefined,
      (titles, { clause, procedure, still, since }) => ({
        text: `Stands still, because its procedure is switched off here: ${titles}.`,
        remedy:
          'An administrator switches it on again in the settings, and it goes on with the time that was left.',
        because: because(clause, 'What is open is not over because its settings are gone.', {
          procedure,
          since,
        }),
        ...(still === undefined ? {} : { since: still.since }),
      }),
    ),
  },
];
