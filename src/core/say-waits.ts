// Says what there is to say about waits: one comment a turn, and a line of the journal for each.
import type { Case } from './case';
import { holdersOf } from './clock';
import type { AccountId } from './ids';
import { type Instant, plusMs } from './instant';
import { names, note } from './note-wait';
import { intentOf } from './wait-event';
import type { Telling } from './wait-event';
import { waitWords } from './wait-words';

/** At most so often is somebody tagged on one ticket, but for due times and what climbs to them. */
const tellingPauseMs = 60 * 60_000;

/** One comment for everything that a procedure has to say in this turn, in one name. */
export function sayWaits(c: Case, tellings: readonly Telling[]): void {
  const told: Record<AccountId, Instant> = {};
  const inOne = (one: Telling, other: Telling): boolean =>
    one.clock.procedure === other.clock.procedure && one.own?.actor === other.own?.actor;
  for (const first of tellings) {
    const own = tellings.filter((one) => inOne(one, first));
    if (own[0] !== first) continue;
    const { procedure } = first.clock;
    for (const { clock, kind, to = holdersOf(clock) } of own) {
      for (const person of to) told[person] = c.now;
      if (kind === 'new')
        note(c, clock, {
          text: `${names(c, holdersOf(clock))} told: ${clock.title}`,
          why: 'Whoever has to act is told once.',
        });
    }
    const tells = own.map((one) => intentOf(one, c.now));
    const actor = first.own?.actor ?? null;
    const clause = first.own?.clause ?? first.clock.clause;
    c.as(procedure, () => c.tell(tells, () => waitWords(c, c.ledger, tells), { actor, clause }));
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
