// What becomes of a wait when nobody acts: those above hear of it, one level after the other, and the last is reminded (X10).
import type { Case } from './case';
import {
  after,
  askedOn,
  type Clock,
  excluded,
  holdersOf,
  knownFrom,
  nextMorning,
  toldSince,
} from './clock';
import { graceIn } from './due';
import type { AccountId } from './ids';
import { earliest, type Instant, later, plusMs } from './instant';
import { meant, present } from './party';
import { names, note, sayWaits } from './say-waits';
import type { Hurried, Telling } from './wait-words';

const dayMs = 24 * 60 * 60_000;

/** What comes of looking at one clock. */
export interface Looked {
  readonly clock: Clock;
  readonly telling: Omit<Telling, 'clock'> | null;
}

export const nothing = (clock: Clock): Looked => ({ clock, telling: null });

/** The due time has passed: those above hear of it, in their order; the last of them is reminded. */
export function climb(c: Case, clock: Clock): Looked {
  const step = clock.above[clock.rung];
  const alone = holdersOf(clock).length === 0;
  if (!alone && silentOn(c, clock).length === 0)
    return nothing({ ...clock, nextAt: earliest(...gracesOf(c, clock)) });
  const stepAt = clock.rung === 0 && step !== undefined && !alone ? firstStepAt(c, clock) : null;
  if (stepAt !== null && stepAt > c.now) {
    note(c, clock, { text: `Late: ${clock.title}`, why: 'The due time has passed.' });
    return { clock: { ...clock, nextAt: stepAt }, telling: { kind: 'late', silent: [] } };
  }
  return (
    rise(c, clock, null) ??
    (alone ? nothing({ ...clock, nextAt: plusMs(c.now, dayMs) }) : late(c, clock))
  );
}

/** The next level above hears of it; null where nobody is left who has not been asked. */
function rise(c: Case, clock: Clock, hurried: Hurried | null): Looked | null {
  const asked = clock.asked.map(({ person }) => person);
  for (let rung = clock.rung + 1; rung <= clock.above.length; rung += 1) {
    const of = clock.above[rung - 1];
    if (of === undefined) break;
    const never = [...excluded(clock), ...asked];
    const people = meant(c, { of: of.to, cid: clock.cid });
    // Everybody of that level was asked before: the next level, and not whoever stands in where nobody is there.
    if (people.length > 0 && people.every((person) => asked.includes(person))) continue;
    const fresh = present(c, people, never);
    if (fresh.length === 0) continue;
    const silent = silentOn(c, clock);
    const risen = knownFrom(
      { ...clock, rung, asked: [...clock.asked, ...fresh.map((one) => askedOn(one, rung))] },
      c.now,
    );
    const to = fresh.map(({ person }) => person);
    note(c, clock, {
      text: `Escalated to ${names(c, to)}: ${of.title ?? clock.title}`,
      why: silentWords(c, silent, hurried),
      ...(hurried === null ? {} : { by: hurried.by }),
    });
    return {
      clock: { ...risen, nextAt: nextStepAt(c, risen) },
      telling: { kind: 'escalated', silent, ...(hurried === null ? {} : { hurried }) },
    };
  }
  return null;
}

/** Until when each of those who have it and know has at least (A18). */
const gracesOf = (c: Case, { asked, rung }: Clock): readonly (Instant | null)[] =>
  asked.map(({ person, toldAt, ...one }) =>
    one.rung === rung && toldAt !== null ? after(c, graceIn(c.queue), toldAt, person) : null,
  );

/** Nobody is reported silent who was not told a grace before: somebody may have joined the others a moment ago (X11). */
function silentOn(c: Case, clock: Clock): readonly AccountId[] {
  const graces = gracesOf(c, clock);
  return clock.asked.flatMap(({ person }, place) => {
    const until = graces[place] ?? null;
    return until !== null && until <= c.now ? [person] : [];
  });
}

function silentWords(c: Case, silent: readonly AccountId[], hurried: Hurried | null): string {
  if (hurried !== null) return `Before its time: ${hurried.reason}`;
  return silent.length === 0
    ? 'Nobody was there who could be asked.'
    : `${names(c, silent)} did not do it in time.`;
}

function late(c: Case, clock: Clock): Looked {
  note(c, clock, {
    text: `Late: ${clock.title}`,
    why: 'Everybody who can be told has been told.',
  });
  return toldAgain(c, { ...clock, late: true });
}

/** Somebody escalates by hand; null where nobody is left above. */
export function escalateNow(c: Case, clock: Clock, hurried: Hurried): Clock | null {
  const risen = rise(c, clock, hurried);
  if (risen?.telling == null) return null;
  sayWaits(c, [{ ...risen.telling, clock: risen.clock }]);
  return risen.clock;
}

/** A15: the last of the ladder is reminded at the start of each working day, or not, as the queue reads it. */
export function remind(c: Case, clock: Clock): Looked {
  note(c, clock, {
    text: `${names(c, holdersOf(clock))} reminded: ${clock.title}`,
    why: 'It is late and still open.',
  });
  return toldAgain(c, clock);
}

const toldAgain = (c: Case, clock: Clock): Looked => ({
  clock: { ...clock, nextAt: morning(c, clock) },
  telling: { kind: 'late', silent: [] },
});

const morning = (c: Case, clock: Clock): Instant | null =>
  c.queue.readings.afterLadder === 'daily' ? nextMorning(c, clock) : null;

const firstStepAt = (c: Case, clock: Clock): Instant | null =>
  clock.above[0] === undefined
    ? null
    : after(c, clock.above[0].after, clock.dueAt, holdersOf(clock)[0]);

/** When the step after the present one is due; where there is none, when the last is reminded first. */
export function nextStepAt(c: Case, clock: Clock): Instant | null {
  const step = clock.above[clock.rung];
  const [holder] = holdersOf(clock);
  const told = toldSince(clock) ?? c.now;
  // Nothing stands above the last: a day without a word, and it is late with everybody.
  return later(
    after(c, step?.after ?? { days: 1 }, told, holder),
    after(c, graceIn(c.queue), told, holder),
  );
}
