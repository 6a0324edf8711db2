// Says what there is to say about waits: one comment a turn, and a line of the journal for each.
import { because } from './because';
import type { Case } from './case';
import { type Clock, holdersOf } from './clock';
import type { AccountId } from './ids';
import { type Instant, plusMs } from './instant';
import { nameOf } from './people';
import { type Telling, waitWords } from './wait-words';

/** At most so often is somebody tagged on one ticket, but for due times and what climbs to them. */
const tellingPauseMs = 60 * 60_000;

/** One comment for everything that a procedure has to say in this turn. */
export function sayWaits(c: Case, tellings: readonly Telling[]): void {
  const told: Record<AccountId, Instant> = {};
  for (const procedure of new Set(tellings.map(({ clock }) => clock.procedure))) {
    const own = tellings.filter(({ clock }) => clock.procedure === procedure);
    const [first] = own;
    if (first === undefined) continue;
    for (const { clock, kind, to = holdersOf(clock) } of own) {
      for (const person of to) told[person] = c.now;
      if (kind === 'new')
        note(c, clock, {
          text: `${names(c, holdersOf(clock))} told: ${clock.title}`,
          why: 'Whoever has to act is told once.',
        });
    }
    c.as(procedure, () => c.announce(waitWords(c, own), null, first.clock.clause, null));
  }
  if (Object.keys(told).length > 0)
    c.change({ told: recent({ ...c.ledger.told, ...told }, c.now) });
}

/** Only the last hour is asked after. */
const recent = (
  told: Readonly<Record<AccountId, Instant>>,
  now: Instant,
): Readonly<Record<AccountId, Instant>> =>
  Object.fromEntries(Object.entries(told).filter(([, when]) => plusMs(when, tellingPauseMs) > now));

/** From when on these people may be tagged again. */
export const whenFree = (c: Case, people: readonly AccountId[]): readonly Instant[] =>
  people.flatMap((person) => {
    const last = c.ledger.told?.[person];
    return last === undefined ? [] : [plusMs(last, tellingPauseMs)];
  });

/** What became of a wait, why, and by whom; by itself where nobody is named. */
export interface Noted {
  readonly text: string;
  readonly why: string;
  readonly by?: AccountId;
}

/** Writes down what became of a wait. */
export const note = (c: Case, clock: Clock, { text, why, by }: Noted): void =>
  c.as(clock.procedure, () =>
    c.done(
      c.now,
      by ?? null,
      text,
      because(clock.clause, why, { since: clock.since, 'due at': clock.dueAt }),
    ),
  );

export const names = (c: Case, people: readonly AccountId[]): string =>
  people.map((person) => nameOf(c.people, person)).join(', ');
