// What time brings to the clocks, once a turn and at the end: people are told, reminded, and those above hear of it (X10).
import { behindBulkhead } from './bulkhead';
import type { Case } from './case';
import { climb, type Looked, nextStepAt, nothing, remind } from './climb';
import { after, type Clock, holdersOf, knownFrom, untold } from './clock';
import { graceIn } from './due';
import { holdersOfNow } from './hand-over';
import { later } from './instant';
import type { ProcedureId } from './part';
import { sayWaits, whenFree } from './say-waits';
import { goingOn, standingStill } from './stand-still';
import type { Telling } from './wait-words';

/** @param running the procedures whose clocks go; see {@link keepClocks} */
export function passTime(c: Case, running: ReadonlySet<ProcedureId>): void {
  const tellings: Telling[] = [];
  const clocks = (c.ledger.clocks ?? []).map((clock) => {
    if (!running.has(clock.procedure)) return standingStill(c, clock);
    const { clock: kept, telling } = behindBulkhead({ id: clock.procedure }, () =>
      look(c, holdersOfNow(c, goingOn(c, clock))),
    );
    if (telling !== null) tellings.push({ ...telling, clock: kept });
    return kept;
  });
  if (clocks.some((clock, place) => clock !== c.ledger.clocks?.[place])) c.change({ clocks });
  // Where nothing is owed any more as well: what happens there next has happened, and is not the publication's.
  const kept = c.ledger.clocks !== undefined || c.touched;
  if (kept && c.ledger.clocksUnder !== c.policy.version)
    c.change({ clocksUnder: c.policy.version });
  sayWaits(c, tellings);
}

function look(c: Case, clock: Clock): Looked {
  const comes = clock.nextAt !== null && c.now >= clock.nextAt;
  if (clock.question !== undefined) return held(c, clock, comes);
  const owners = clock.rung === 0 ? [] : untold(clock, 0);
  if (owners.length > 0)
    return {
      clock: knownFrom(clock, c.now, owners, 0),
      telling: { kind: 'hand-over', silent: [], to: owners },
    };
  // Where nobody can be asked, those above are; where nobody is there either, it is looked at again tomorrow.
  if (holdersOf(clock).length === 0) return comes ? climb(c, clock) : nothing(clock);
  if (untold(clock).length > 0) return comes || clock.rung > 0 ? tell(c, clock) : nothing(clock);
  if (!comes) return nothing(clock);
  if (clock.late) return remind(c, clock);
  if (clock.rung === 0 && c.now < clock.dueAt) return nothing({ ...clock, nextAt: clock.dueAt });
  return climb(c, clock);
}

/** While a question is open time stands still; but whoever has got it meanwhile hears of it, once. */
function held(c: Case, clock: Clock, comes: boolean): Looked {
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
  const { handedOver, ...rest } = told;
  const kind = handedOver === undefined ? 'new' : 'hand-over';
  if (clock.question !== undefined)
    return { clock: { ...rest, nextAt: null }, telling: { kind, silent: [], to } };
  // Nobody is late before they were told: the whole time counts from now, or a while where somebody else had it before.
  const left = handedOver === undefined ? clock.within : graceIn(c.queue);
  const dueAt =
    clock.rung === 0
      ? later(clock.dueAt, after(c, left, later(clock.since, now), holder))
      : clock.dueAt;
  return {
    clock: { ...rest, dueAt, nextAt: clock.rung === 0 ? dueAt : nextStepAt(c, told) },
    telling: { kind, silent: [], to },
  };
}
