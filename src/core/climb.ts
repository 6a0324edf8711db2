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
import { holdersOfNow } from './hand-over';
import type { AccountId } from './ids';
import { dayMs, earliest, type Instant, later, plusMs } from './instant';
import { ableTo, meant, present } from './party';
import { names, note, sayWaits } from './say-waits';
import type { Hurried, Telling } from './wait-words';

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
  if (!alone && silentOn(c, clock).length === 0) {
    const graces = withGrace(c, clock).map(({ until }) => until);
    return nothing({ ...clock, nextAt: earliest(...graces) ?? graceFromNow(c, clock) });
  }
  const stepAt = clock.rung === 0 && step !== undefined && !alone ? firstStepAt(c, clock) : null;
  if (stepAt !== null && stepAt > c.now) {
    note(c, clock, { text: `Late: ${clock.title}`, why: 'The due time has passed.' });
    return { clock: { ...clock, nextAt: stepAt }, telling: { kind: 'late', silent: [] } };
  }
  return rise(c, clock, null) ?? (alone ? backDown(c, clock) : late(c, clock));
}

/** Nobody is left on this level or above it: those who were asked last go on being reminded. */
function backDown(c: Case, clock: Clock): Looked {
  const rung = Math.max(-1, ...clock.asked.map((one) => one.rung));
  const below = rung < 0 ? clock : holdersOfNow(c, { ...clock, rung });
  return holdersOf(below).length === 0
    ? nothing({ ...clock, nextAt: plusMs(c.now, dayMs) })
    : late(c, below);
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
    const fresh = present(c, people, { not: never, able: ableTo(c, clock) });
    if (fresh.length === 0) continue;
    const silent = silentOn(c, clock);
    const to = fresh.map(({ person }) => person);
    const risen = knownFrom(
      { ...clock, rung, asked: [...clock.asked, ...fresh.map((one) => askedOn(one, rung))] },
      c.now,
      to,
    );
    note(c, clock, {
      text: `Escalated to ${names(c, to)}: ${of.title ?? clock.title}`,
      why: whyRisen(c, clock, silent, hurried),
      ...(hurried === null ? {} : { by: hurried.by }),
    });
    return {
      clock: { ...risen, nextAt: nextStepAt(c, risen) },
      telling: { kind: 'escalated', silent, ...(hurried === null ? {} : { hurried }) },
    };
  }
  return null;
}

/** Those who have it and know, and until when each of them has at least (A18). */
const withGrace = (c: Case, { asked, rung }: Clock): { person: AccountId; until: Instant }[] =>
  asked.flatMap(({ person, toldAt, ...one }) =>
    one.rung === rung && toldAt !== null
      ? [{ person, until: after(c, graceIn(c.queue), toldAt, person) }]
      : [],
  );

/** Nobody is reported silent who was not told a grace before: somebody may have joined the others a moment ago (X11). */
const silentOn = (c: Case, clock: Clock): readonly AccountId[] =>
  withGrace(c, clock).flatMap(({ person, until }) => (until <= c.now ? [person] : []));

function whyRisen(
  c: Case,
  { declined }: Clock,
  silent: readonly AccountId[],
  hurried: Hurried | null,
): string {
  if (hurried !== null) return `Before its time: ${hurried.reason}`;
  if (silent.length > 0) return `${names(c, silent)} did not do it in time.`;
  const no = declined?.at(-1);
  return no === undefined
    ? 'Nobody is there who could be asked.'
    : `${names(c, [no.by])} says that it is not theirs: ${no.reason}`;
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
  clock: { ...knownFrom(clock, c.now, holdersOf(clock)), nextAt: morning(c, clock) },
  telling: { kind: 'late', silent: [] },
});

/** Whoever has it has a while at least. */
export const graceFromNow = (c: Case, clock: Clock): Instant =>
  after(c, graceIn(c.queue), c.now, holdersOf(clock)[0]);

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
  return later(after(c, step?.after ?? { days: 1 }, told, holder), graceFromNow(c, clock));
}
