// What time brings to the clocks, once a turn and at the end: people are told, reminded, and those above hear of it (X10).
import { behindBulkhead } from './bulkhead';
import type { Case } from './case';
import {
  climb,
  goesOnByItself,
  heldBack,
  type Looked,
  nextStepAt,
  nothing,
  remind,
  said,
} from './climb';
import { after, type Clock, dueOf, holdersOf, isTheirs, knownFrom, levelOf, untold } from './clock';
import { keepClocks } from './clockwork';
import { graceIn } from './due';
import { holdersOfNow } from './hand-over';
import { later } from './instant';
import { names } from './note-wait';
import type { ProcedureId } from './part';
import { remindersOf, withReminder } from './remind-ahead';
import { sayWaits, whenFree } from './say-waits';
import { goingOn, standingStill } from './stand-still';
import { happens, type Telling } from './wait-event';

/** @param running the procedures whose clocks go; see {@link keepClocks} */
export function passTime(c: Case, running: ReadonlySet<ProcedureId>): void {
  const tellings = lookAtAll(c, running);
  // What does not climb by itself is somebody's turn from now on: to escalate it.
  if (c.ledger.clocks?.some(({ held }) => held?.how === 'prompt' && held.since === c.now) === true)
    tellings.push(...lookAtAll(c, keepClocks(c, { at: c.now, by: null })));
  // Where nothing is owed any more as well: what happens there next has happened, and is not the publication's.
  const kept = c.ledger.clocks !== undefined || c.touched;
  if (kept && c.ledger.clocksUnder !== c.policy.version)
    c.change({ clocksUnder: c.policy.version });
  sayWaits(c, tellings);
}

function lookAtAll(c: Case, running: ReadonlySet<ProcedureId>): Telling[] {
  const tellings: Telling[] = [];
  const clocks = (c.ledger.clocks ?? []).map((clock) => {
    if (!running.has(clock.procedure)) return standingStill(c, clock);
    const { clock: kept, telling } = behindBulkhead({ id: clock.procedure }, () =>
      look(c, holdersOfNow(c, goingOn(c, clock))),
    );
    const next = withReminder(c, kept);
    if (telling !== null) tellings.push({ ...telling, clock: next });
    return next;
  });
  if (clocks.some((clock, place) => clock !== c.ledger.clocks?.[place])) c.change({ clocks });
  return tellings;
}

function look(c: Case, clock: Clock): Looked {
  const comes = clock.nextAt !== null && c.now >= clock.nextAt;
  if (clock.question !== undefined) return standsStill(c, clock, comes);
  if (clock.held !== undefined && clock.held.how !== clock.byHand?.how)
    return clock.byHand === undefined
      ? goesOnByItself(c, clock)
      : heldBack(c, clock, clock.byHand.how);
  const owners = clock.rung === 0 ? [] : untold(clock, 0);
  if (owners.length > 0) {
    const known = knownFrom(clock, c.now, owners, 0);
    return said(
      c,
      { kind: 'passed-on', clock: known, before: clock, silent: [], to: owners },
      null,
    );
  }
  // Where nobody can be asked, those above are; where nobody is there either, it is looked at again tomorrow.
  if (holdersOf(clock).length === 0) return comes ? climb(c, clock) : nothing(clock);
  if (untold(clock).length > 0) return comes || clock.rung > 0 ? tell(c, clock) : nothing(clock);
  if (clock.held !== undefined) return nothing(comes ? { ...clock, nextAt: null } : clock);
  const { wasDueAt, ...known } = clock;
  if (wasDueAt !== undefined) return toldSooner(c, clock, known);
  if (!comes) return nothing(withMoreTime(c, clock));
  if (clock.late) return remind(c, clock);
  if (isTheirs(clock) && c.now < clock.dueAt) return ahead(c, withMoreTime(c, clock));
  return climb(c, clock);
}

/** A18: they were told of a later due time. */
function toldSooner(c: Case, before: Clock, known: Clock): Looked {
  return said(
    c,
    { kind: 'sooner', clock: { ...known, reminded: c.now }, before, silent: [] },
    {
      text: `Less time: ${known.title}`,
      why: 'The priority was raised; a while is left from now.',
    },
  );
}

/** Before the due time: a reminder, where one has come. */
function ahead(c: Case, clock: Clock): Looked {
  const now = { ...clock, nextAt: clock.dueAt };
  if (!remindersOf(c, clock).some((at) => at <= c.now)) return nothing(now);
  return said(
    c,
    { kind: 'soon', clock: { ...now, reminded: c.now }, before: clock, silent: [] },
    {
      text: `${names(c, holdersOf(clock))} reminded: ${clock.title}`,
      why: 'It will be due soon.',
    },
  );
}

/**
 * A8: by holidays or other hours than when it was asked, less working time lies before the due time: they have more, never
 * less. A date that was accepted stands, and so does the due time of what has changed hands.
 */
function withMoreTime(c: Case, clock: Clock): Clock {
  const runs =
    isTheirs(clock) &&
    clock.late !== true &&
    clock.changedHands === undefined &&
    clock.promised === undefined &&
    clock.runsIn === c.queue.readings.clock &&
    clock.dueAt > c.now;
  const dueAt = runs ? dueOf(c, clock) : clock.dueAt;
  if (dueAt <= clock.dueAt) return clock;
  const longer = { ...clock, dueAt, nextAt: dueAt };
  happens(
    c,
    { kind: 'more-time', clock: longer, before: clock, silent: [] },
    {
      text: `More time: ${clock.title}`,
      why: 'Less working time lies before the due time than when it was asked.',
    },
  );
  return longer;
}

/** While a question is open time stands still; but whoever has got it meanwhile hears of it, once. */
function standsStill(c: Case, clock: Clock, comes: boolean): Looked {
  if (untold(clock).length > 0) return tell(c, clock);
  return nothing(comes ? { ...clock, nextAt: null } : clock);
}

/** Whoever has it hears of it for the first time; the time counts from then. */
function tell(c: Case, clock: Clock): Looked {
  const { now } = c;
  const [holder] = holdersOf(clock);
  const to = untold(clock);
  const free = later(now, ...whenFree(c, to));
  if (clock.rung === 0 && free > now && clock.dueAt > now)
    return nothing({ ...clock, nextAt: free });
  const told = knownFrom(clock, now, to);
  const { handedOver, wasDueAt: _was, ...rest } = told;
  const kind = handedOver === undefined ? 'new' : 'passed-on';
  const tellThem = (known: Clock): Looked =>
    said(c, { kind, clock: known, before: clock, silent: [], to }, null);
  if (clock.question !== undefined || clock.held !== undefined)
    return tellThem({ ...rest, nextAt: null });
  // Nobody is late before they were told: the whole time counts from now, or a while where somebody else had it before.
  const left =
    handedOver === undefined ? (levelOf(clock).within ?? clock.within) : graceIn(c.queue);
  const theirs = isTheirs(clock) && clock.late !== true;
  const dueAt = theirs
    ? later(clock.dueAt, after(c, left, later(clock.since, now), holder))
    : clock.dueAt;
  return tellThem({ ...rest, dueAt, nextAt: theirs ? dueAt : nextStepAt(c, told) });
}
