// What time brings to the clocks, once a turn and at the end: people are told, reminded, and those above hear of it (X10).
import type { Case } from './case';
import { after, type Asked, type Clock, holdersOf, nextMorning } from './clock';
import { because } from './because';
import { behindBulkhead } from './bulkhead';
import type { AccountId } from './ids';
import { type Instant, later, plusMs } from './instant';
import type { ProcedureId } from './part';
import { meant, present, type Present } from './party';
import { nameOf } from './people';
import { type Telling, waitWords } from './wait-words';

/** At most so often is somebody tagged on one ticket, but for due times and what climbs to them. */
const tellingPauseMs = 60 * 60_000;
/** What somebody has left at least from being told, in business minutes. */
const graceMinutes = 30;

const dayMs = 24 * 60 * 60_000;

/** @param running the procedures whose clocks go; see {@link keepClocks} */
export function passTime(c: Case, running: ReadonlySet<ProcedureId>): void {
  const tellings: Telling[] = [];
  const clocks = (c.ledger.clocks ?? []).map((clock) => {
    if (!running.has(clock.procedure)) return clock;
    const { clock: kept, telling } = behindBulkhead({ id: clock.procedure }, () =>
      look(c, holdersOfNow(c, clock)),
    );
    if (telling !== null) tellings.push({ ...telling, clock: kept });
    return kept;
  });
  if (clocks.some((clock, place) => clock !== c.ledger.clocks?.[place])) c.change({ clocks });
  if (clocks.length > 0 && c.ledger.clocksUnder !== c.policy.version)
    c.change({ clocksUnder: c.policy.version });
  say(c, tellings);
}

/** What comes of looking at one clock. */
interface Looked {
  readonly clock: Clock;
  readonly telling: Omit<Telling, 'clock'> | null;
}

const nothing = (clock: Clock): Looked => ({ clock, telling: null });

function look(c: Case, clock: Clock): Looked {
  const comes = clock.nextAt !== null && c.now >= clock.nextAt;
  // Where nobody can be asked, those above are; where nobody is there either, it is looked at again tomorrow.
  if (holdersOf(clock).length === 0) return comes ? climb(c, clock) : nothing(clock);
  if (clock.toldAt === null) return comes || clock.rung > 0 ? tell(c, clock) : nothing(clock);
  if (!comes) return nothing(clock);
  if (clock.late) return remind(c, clock);
  return climb(c, clock);
}

/** Whoever has it hears of it for the first time; the time counts from then. */
function tell(c: Case, clock: Clock): Looked {
  const { now } = c;
  const [holder] = holdersOf(clock);
  const free = later(now, ...whenFree(c, holdersOf(clock)));
  if (clock.rung === 0 && free > now && clock.dueAt > now)
    return nothing({ ...clock, nextAt: free });
  const told = known(clock, now);
  const { handedOver, ...rest } = told;
  // Nobody is late before they were told: the whole time counts from now, or a while where somebody else had it before.
  const left = handedOver === undefined ? clock.within : { minutes: graceMinutes };
  const dueAt =
    clock.rung === 0
      ? later(clock.dueAt, after(c, left, later(clock.since, now), holder))
      : clock.dueAt;
  return {
    clock: { ...rest, dueAt, nextAt: clock.rung === 0 ? dueAt : nextStepAt(c, told) },
    telling: { kind: handedOver === undefined ? 'new' : 'hand-over', silent: [] },
  };
}

/** The due time has passed: those above hear of it, in their order; the last of them is reminded. */
function climb(c: Case, clock: Clock): Looked {
  const step = clock.above[clock.rung];
  const alone = holdersOf(clock).length === 0;
  const stepAt = clock.rung === 0 && step !== undefined && !alone ? firstStepAt(c, clock) : null;
  if (stepAt !== null && stepAt > c.now) {
    note(c, clock, `Late: ${clock.title}`, 'The due time has passed.');
    return { clock: { ...clock, nextAt: stepAt }, telling: { kind: 'late', silent: [] } };
  }
  const asked = clock.asked.map(({ person }) => person);
  for (let rung = clock.rung + 1; rung <= clock.above.length; rung += 1) {
    const of = clock.above[rung - 1];
    if (of === undefined) break;
    const never = [...(clock.not ?? []), ...asked];
    const fresh = present(c, meant(c, { of: of.to, cid: clock.cid }), never).filter(
      ({ person }) => !asked.includes(person),
    );
    if (fresh.length === 0) continue;
    const silent = holdersOf(clock);
    const risen = known(
      { ...clock, rung, asked: [...clock.asked, ...fresh.map((one) => at(one, rung))] },
      c.now,
    );
    note(
      c,
      clock,
      `Escalated to ${names(c, fresh)}: ${of.title ?? clock.title}`,
      silent.length === 0
        ? 'Nobody was there who could be asked.'
        : `${names(
            c,
            silent.map((person) => ({ person })),
          )} did not do it in time.`,
    );
    return {
      clock: { ...risen, nextAt: nextStepAt(c, risen) },
      telling: { kind: 'escalated', silent },
    };
  }
  if (alone) return nothing({ ...clock, nextAt: plusMs(c.now, dayMs) });
  note(c, clock, `Late: ${clock.title}`, 'Everybody who can be told has been told.');
  return remind(c, { ...clock, late: true });
}

/** A15: the last of the ladder is reminded at the start of each working day, or not, as the queue reads it. */
function remind(c: Case, clock: Clock): Looked {
  return { clock: { ...clock, nextAt: morning(c, clock) }, telling: { kind: 'late', silent: [] } };
}

const morning = (c: Case, clock: Clock): Instant | null =>
  c.queue.readings.afterLadder === 'daily' ? nextMorning(c, clock) : null;

const firstStepAt = (c: Case, clock: Clock): Instant | null =>
  clock.above[0] === undefined
    ? null
    : after(c, clock.above[0].after, clock.dueAt, holdersOf(clock)[0]);

/** When the step after the present one is due; where there is none, when the last is reminded first. */
function nextStepAt(c: Case, clock: Clock): Instant | null {
  const step = clock.above[clock.rung];
  const [holder] = holdersOf(clock);
  // Nothing stands above the last: a day without a word, and it is late with everybody.
  return after(c, step?.after ?? { days: 1 }, clock.toldAt ?? c.now, holder);
}

const at = (one: Present, rung: number): Asked => ({ ...one, rung, toldAt: null });

const known = (clock: Clock, now: Instant): Clock => ({
  ...clock,
  toldAt: now,
  asked: clock.asked.map((one) =>
    one.rung === clock.rung && one.toldAt === null ? { ...one, toldAt: now } : one,
  ),
});

/**
 * Who has it now, as people come, leave and are away (A14). Whoever has it keeps it while they may; where nobody of them is
 * left, those in their place are told, and the due time stays.
 */
function holdersOfNow(c: Case, clock: Clock): Clock {
  const of = clock.rung === 0 ? clock.of : clock.above[clock.rung - 1]?.to;
  if (of === undefined) return clock;
  const below = clock.asked.filter(({ rung }) => rung < clock.rung);
  const not = [...(clock.not ?? []), ...below.map(({ person }) => person)];
  const people = present(c, meant(c, { of, cid: clock.cid }), not);
  const held = clock.asked.filter(({ rung }) => rung === clock.rung);
  const stay = held.filter(
    ({ person, standsInFor }) =>
      people.some((one) => one.person === person) ||
      // A stand-in keeps it when the one who was away returns; both have it.
      (standsInFor !== undefined && present(c, [person], not).some((one) => one.person === person)),
  );
  const come = people.filter(({ person }) => !held.some((one) => one.person === person));
  if (stay.length === held.length && come.length === 0) return clock;
  if (stay.length === 0 && come.length === 0)
    return held.length === 0 ? clock : { ...clock, asked: below };
  if (stay.length > 0)
    return {
      ...clock,
      asked: [
        ...below,
        ...stay,
        ...come.map((one) => ({ ...at(one, clock.rung), toldAt: clock.toldAt })),
      ],
    };
  const from = held[0]?.person;
  if (from !== undefined)
    note(
      c,
      clock,
      `Handed over to ${names(c, come)}: ${clock.title}`,
      `${nameOf(c.people, from)} is away, or no longer does this.`,
    );
  return {
    ...clock,
    asked: [...below, ...come.map((one) => at(one, clock.rung))],
    toldAt: null,
    nextAt: clock.adopted === undefined || clock.toldAt !== null ? c.now : clock.nextAt,
    ...(clock.toldAt === null || from === undefined ? {} : { handedOver: from }),
  };
}

const names = (c: Case, people: readonly Present[]): string =>
  people.map(({ person }) => nameOf(c.people, person)).join(', ');

const whenFree = (c: Case, people: readonly AccountId[]): readonly Instant[] =>
  people.flatMap((person) => {
    const last = c.ledger.told?.[person];
    return last === undefined ? [] : [plusMs(last, tellingPauseMs)];
  });

function note(c: Case, clock: Clock, text: string, why: string): void {
  c.procedure = clock.procedure;
  c.done(
    c.now,
    null,
    text,
    because(clock.clause, why, { since: clock.since, 'due at': clock.dueAt }),
  );
  c.procedure = null;
}

/** One comment for everything that a procedure has to say in this turn. */
function say(c: Case, tellings: readonly Telling[]): void {
  const told: Record<AccountId, Instant> = {};
  for (const procedure of new Set(tellings.map(({ clock }) => clock.procedure))) {
    const own = tellings.filter(({ clock }) => clock.procedure === procedure);
    const [first] = own;
    if (first === undefined) continue;
    c.procedure = procedure;
    for (const { clock, kind } of own) {
      for (const person of holdersOf(clock)) told[person] = c.now;
      if (kind === 'new')
        c.done(
          c.now,
          null,
          `${names(
            c,
            clock.asked.filter(({ rung }) => rung === clock.rung),
          )} told: ${clock.title}`,
          because(clock.clause, 'Whoever has to act is told once.', {
            since: clock.since,
            'due at': clock.dueAt,
          }),
        );
    }
    c.announce(waitWords(c, own), null, first.clock.clause, null);
    c.procedure = null;
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
