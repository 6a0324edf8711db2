// Who cannot see a ticket on which something waits for them (AM-03): whoever stands in has it, and somebody has to let them in.
import { because } from './because';
import type { Clock } from './clock';
import type { AccountId } from './ids';
import type { Ledger } from './ledger';
import { meant } from './party';
import { nameOf } from './people';
import type { RadarRule } from './radar-rule';
import type { Situation } from './situation';
import type { Party } from './wait';

/** Found again when they see it: it stands in no list of theirs meanwhile. */
export const blindCode = 'wait-out-of-sight';

export const sightRule: RadarRule = {
  code: blindCode,
  severity: 'warning',
  repair: 'person',
  find: ({ clocks = [] }: Ledger, situation) => {
    const open = clocks.flatMap((clock) =>
      askedSoFar(clock)
        .flatMap((of) => meant(situation, { ...clock, of }))
        .filter((person) => isBlind(situation, person))
        .map((person) => ({ clock, person })),
    );
    const [first] = open;
    if (first === undefined) return null;
    const { people, queue } = situation;
    const who = distinct(open.map(({ person }) => nameOf(people, person)));
    const { clause, title, since } = first.clock;
    const titles = distinct(open.map(({ clock }) => clock.title));
    return {
      text: `${who.join(' and ')} cannot see this ticket, which waits for them: ${titles.join('; ')}.`,
      remedy: `Let them browse project ${queue.key}, or name somebody else.`,
      because: because(
        'AM-03',
        'Whoever has to act sees the ticket; until then others are asked.',
        {
          'is owed': title,
          clause,
          since,
        },
      ),
    };
  },
};

/** Whoever owes it, and those above up to where it has climbed; all of them once nobody is left to be told. */
const askedSoFar = ({ of, above, rung, late }: Clock): readonly Party[] => [
  of,
  ...above.slice(0, late === true ? above.length : rung).map(({ to }) => to),
];

const isBlind = ({ people, queue }: Situation, person: AccountId): boolean =>
  people[person]?.active !== false && people[person]?.cannotSee?.includes(queue.projectId) === true;

const distinct = (all: readonly string[]): string[] => [...new Set(all)];
