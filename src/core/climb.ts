// What becomes of a wait when nobody acts: those above hear of it, one level after the other, and the last is reminded (X10).
import type { Case } from './case';
import {
  after,
  askedOn,
  type Clock,
  dueOf,
  excluded,
  holdersOf,
  isTheirs,
  knownFrom,
  nextMorning,
  toldSince,
} from './clock';
import { graceIn } from './due';
import { holdersOfNow } from './hand-over';
import type { AccountId } from './ids';
import { dayMs, earliest, type Instant, later, plusMs } from './instant';
import { ableTo, meant, present, type Present } from './party';
import { names, type Noted } from './note-wait';
import { sayWaits } from './say-waits';
import type { Situation } from './situation';
import type { ByHand, WaitStep } from './wait';
import { happens, type Hurried, type Telling, type WaitEvent } from './wait-event';

/** What comes of looking at one clock. */
export interface Looked {
  readonly clock: Clock;
  readonly telling: Telling | null;
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
  if (clock.byHand !== undefined) return heldBack(c, clock, clock.byHand.how);
  const stepAt = clock.rung === 0 && step !== undefined && !alone ? firstStepAt(c, clock) : null;
  if (stepAt !== null && stepAt > c.now) {
    const now = { ...clock, nextAt: stepAt };
    return said(
      c,
      { kind: 'late', clock: now, before: clock, silent: [] },
      {
        text: `Late: ${clock.title}`,
        why: 'The due time has passed.',
      },
    );
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

/** Who hears of it next, and on which step. */
interface Next {
  readonly rung: number;
  readonly step: WaitStep;
  readonly people: readonly Present[];
}

/** Who hears of it when nobody acts; null where nobody is left above who has not been asked. */
export function nextAbove(situation: Situation, clock: Clock): Next | null {
  const asked = clock.asked.map(({ person }) => person);
  const not = [...excluded(clock), ...asked];
  for (let rung = clock.rung + 1; rung <= clock.above.length; rung += 1) {
    const step = clock.above[rung - 1];
    if (step === undefined) break;
    const wanted = meant(situation, { of: step.to, cid: clock.cid }, { not, held: [] });
    // Everybody of that level was asked before: the next level, and not whoever stands in where nobody is there.
    if (wanted.length > 0 && wanted.every((person) => asked.includes(person))) continue;
    const able = ableTo(situation, clock);
    const people = present(situation, wanted, { not, able, of: step.to });
    if (people.length > 0) return { rung, step, people };
  }
  return null;
}

/** The next level above hears of it; null where there is none. */
function rise(c: Case, clock: Clock, hurried: Hurried | null): Looked | null {
  const next = nextAbove(c, clock);
  if (next === null) return null;
  const { rung, step, people } = next;
  const silent = silentOn(c, clock);
  const to = people.map(({ person }) => person);
  const { held: _held, ...before } = clock;
  const told = knownFrom(
    { ...before, rung, asked: [...clock.asked, ...people.map((one) => askedOn(one, rung))] },
    c.now,
    to,
  );
  const risen = step.within === undefined ? told : withOwnTime(c, clock, told, step);
  const event = { kind: 'escalated' as const, clock: timed(c, risen), before: clock, silent };
  return said(c, hurried === null ? event : { ...event, hurried }, {
    text: `Escalated to ${names(c, to)}: ${step.title ?? clock.title}`,
    why: whyRisen(c, clock, silent, hurried),
    ...(hurried === null ? {} : { by: hurried.by }),
  });
}

/** Those above have to do it themselves, in a time of their own; those below had it until the due time. */
function withOwnTime(c: Case, before: Clock, risen: Clock, { takesOver }: WaitStep): Clock {
  const { promised: _promised, changedHands: _changed, ...rest } = risen;
  const asked = rest.asked.map((one) =>
    one.rung === before.rung
      ? { ...one, until: before.dueAt, ...(takesOver === true ? { over: true as const } : {}) }
      : one,
  );
  const clock = { ...rest, asked };
  return { ...clock, dueAt: dueOf(c, clock) };
}

/** When it is looked at next: at the due time of those who have it, or when those above them hear of it. */
const timed = (c: Case, clock: Clock): Clock => ({
  ...clock,
  nextAt: isTheirs(clock) ? clock.dueAt : nextStepAt(c, clock),
});

/** Lets the procedure hear of it, and writes it down. */
export const said = (c: Case, event: WaitEvent, usual: Noted | null): Looked => ({
  clock: event.clock,
  telling: happens(c, event, usual),
});

/** A7: it does not climb by itself here. */
export function heldBack(c: Case, clock: Clock, how: ByHand['how']): Looked {
  const held = { ...clock, held: { how, since: c.now }, nextAt: null };
  happens(
    c,
    { kind: 'held', clock: held, before: clock, silent: silentOn(c, clock) },
    {
      text: `Not escalated: ${clock.title}`,
      why:
        how === 'prompt'
          ? 'The due time has passed. Here, people escalate.'
          : 'The due time has passed. Here, it is only written down.',
    },
  );
  return nothing(held);
}

/** A7: it climbs by itself from now on, after a word to whoever has it, and a while. */
export function goesOnByItself(c: Case, clock: Clock): Looked {
  const { held: _held, ...rest } = clock;
  const dueAt = graceFromNow(c, clock);
  const asked = rest.asked.map((one) =>
    one.rung === rest.rung && one.toldAt !== null ? { ...one, toldAt: c.now } : one,
  );
  const now = { ...rest, asked, dueAt, changedHands: true as const, nextAt: dueAt };
  return said(
    c,
    { kind: 'again', clock: now, before: clock, silent: [] },
    {
      text: `${names(c, holdersOf(clock))} told again: ${clock.title}`,
      why: 'Here, what is late is escalated by itself from now on, after a word to whoever has it.',
    },
  );
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
  return toldAgain(c, clock, {
    text: `Late: ${clock.title}`,
    why: 'Everybody who can be told has been told.',
  });
}

/** Somebody escalates by hand; null where nobody is left above. */
export function escalateNow(c: Case, clock: Clock, hurried: Hurried): Clock | null {
  const risen = rise(c, clock, hurried);
  if (risen?.telling == null) return null;
  sayWaits(c, [risen.telling]);
  return risen.clock;
}

/** A15: the last of the ladder is reminded at the start of each working day, or not, as the queue reads it. */
export function remind(c: Case, clock: Clock): Looked {
  return toldAgain(c, clock, {
    text: `${names(c, holdersOf(clock))} reminded: ${clock.title}`,
    why: 'It is late and still open.',
  });
}

function toldAgain(c: Case, before: Clock, usual: Noted): Looked {
  const known = knownFrom(before, c.now, holdersOf(before));
  const clock = { ...known, late: true as const, nextAt: morning(c, before) };
  return said(c, { kind: 'late', clock, before, silent: [] }, usual);
}

/** Whoever has it has a while at least. */
export const graceFromNow = (situation: Situation, clock: Clock): Instant =>
  after(situation, graceIn(situation.queue), situation.now, holdersOf(clock)[0]);

const morning = (c: Case, clock: Clock): Instant | null =>
  c.queue.readings.afterLadder === 'daily' ? nextMorning(c, clock) : null;

const firstStepAt = (c: Case, clock: Clock): Instant | null =>
  clock.above[0] === undefined
    ? null
    : after(c, clock.above[0].after, clock.dueAt, holdersOf(clock)[0]);

/** When the step after the present one is due; where there is none, when the last is reminded first. */
export function nextStepAt(situation: Situation, clock: Clock): Instant | null {
  const step = clock.above[clock.rung];
  const [holder] = holdersOf(clock);
  const told = toldSince(clock) ?? situation.now;
  // Nothing stands above the last: a day without a word, and it is late with everybody.
  return later(
    after(situation, step?.after ?? { days: 1 }, told, holder),
    graceFromNow(situation, clock),
  );
}
