// Opens and closes the clock of every wait, at the time of what made it owed or ended it. A clock closes only by a derivation
// that ran: what cannot be told is not "not owed" (X10, X11).
import { behindBulkhead } from './bulkhead';
import type { Case } from './case';
import {
  after,
  type Asked,
  type Clock,
  dueOf,
  holdersOf,
  isOf,
  isTheirs,
  levelOf,
  minutesUntil,
  toldSince,
} from './clock';
import { answerIn, graceIn } from './due';
import type { AccountId } from './ids';
import { earliest, type Instant, later } from './instant';
import type { ProcedureId } from './part';
import { ableTo, meant, present } from './party';
import type { Procedure } from './procedure';
import { escalationsIn, questionsIn } from './question';
import type { Wait, WaitStep } from './wait';

/** What has made waits begin or end: when it happened and who did it. */
export interface Cause {
  readonly at: Instant;
  readonly by: AccountId | null;
  /**
   * Nothing has happened on the ticket: a publication, an import or an upgrade made it owed. What became owed after this
   * moment has another cause, which is considered in its turn.
   */
  readonly adopted?: Instant;
  /** The procedure tells whoever is asked in words of its own, in this very turn. */
  readonly saying?: boolean;
}

/**
 * Brings the clocks to what is owed now.
 * @returns the procedures that could say what is owed; the clocks of the others stand still
 */
export function keepClocks(c: Case, cause: Cause): ReadonlySet<ProcedureId> {
  const told = new Set<ProcedureId>();
  for (const procedure of c.procedures)
    if (behindBulkhead(procedure, () => keep(c, procedure, cause))) told.add(procedure.id);
  return told;
}

/** Opens the clocks of what a procedure has just made owed, so that it can say until when, and to whom. */
export function openClocks(c: Case, procedure: ProcedureId, cause: Cause): void {
  const own = c.procedures.find(({ id }) => id === procedure);
  if (own !== undefined) keep(c, own, cause);
}

/** False where the procedure cannot tell what is owed. */
function keep(c: Case, { id, waits: owed }: Procedure, cause: Cause): boolean {
  const waits = owed?.(c) ?? null;
  if (waits === null) return false;
  const clocks = c.ledger.clocks ?? [];
  const before = clocks.filter(({ procedure }) => procedure === id);
  const asking = before.filter(({ key }) => waits.some((wait) => wait.key === key));
  const beside = [
    ...questionsIn(asking, answerIn(c.queue)),
    ...escalationsIn(asking, answerIn(c.queue)),
  ];
  const now = [...waits, ...beside].flatMap((wait) => {
    const clock = before.find(isOf(id, wait.key));
    if (clock !== undefined) return [carriedOn(c, clock, wait)];
    const isLater = cause.adopted !== undefined && wait.since > cause.adopted;
    return isLater ? [] : [opened(c, id, wait, cause)];
  });
  if (now.length !== before.length || now.some((clock, place) => clock !== before[place]))
    c.change({ clocks: [...clocks.filter(({ procedure }) => procedure !== id), ...now] });
  return true;
}

function opened(
  c: Case,
  procedure: ProcedureId,
  wait: Wait,
  { at, by, adopted, saying = false }: Cause,
): Clock {
  const { from: rung = 0, not = [] } = wait;
  const { of } = levelOf({ ...wait, rung });
  const people = meant(c, { ...wait, of }, { not, held: [] });
  const asked = present(c, people, { not, able: ableTo(c, wait), of });
  // Whoever did what made it their own turn knows; so does somebody whom the procedure's own words of this turn have tagged.
  const listed = adopted === undefined && wait.tell === 'list';
  const knows = (person: AccountId): boolean =>
    listed ||
    wait.told?.people.includes(person) === true ||
    (adopted === undefined &&
      (person === by || saying || (wait.tell === 'said' && c.hasTagged(procedure, person))));
  // Found late, it stands in their list since now: nobody is late with what nobody could see.
  const toldAt = (person: AccountId): Instant =>
    wait.told?.people.includes(person) === true ? wait.told.at : wait.tell === 'tag' ? at : c.now;
  const known = listed || asked.some(({ person }) => knows(person));
  const clock = {
    ...wait,
    procedure,
    opened: at,
    runsIn: c.queue.readings.clock,
    rung,
    asked: asked.map((one): Asked => ({
      ...one,
      rung,
      toldAt: knows(one.person) ? toldAt(one.person) : null,
      ...(known && !knows(one.person) ? { listed: true } : {}),
    })),
    ...(adopted === undefined ? {} : { adopted: true as const }),
  };
  // Tagged long ago and found only now, it is not late at birth: they have a while from now.
  const late = wait.told !== undefined && wait.told.at < c.now;
  const dueAt = later(dueOf(c, clock), ...(late ? [atLeast(c, clock)] : []));
  const firstReminder = adopted === undefined ? at : after(c, wait.within, at, asked[0]?.person);
  return { ...clock, dueAt, nextAt: known ? dueAt : firstReminder };
}

/** Words and people are those of now; what was asked, and how long there is for it, stays as it was. */
function carriedOn(c: Case, clock: Clock, wait: Wait): Clock {
  const {
    key: _key,
    since,
    within: _w,
    remindBefore: _r,
    tell: _t,
    from: _f,
    above,
    ...now
  } = wait;
  const { late: _late, promised, notBefore: _notBefore, ...kept } = clock;
  if ((wait.hastened ?? '') > (clock.hastened ?? '')) return hastened(c, clock, wait);
  const live = { ...now, byHand: wait.byHand, above: peopleOfNow(clock.above, above) };
  const restarted = since > clock.since;
  const moved = wait.notBefore !== clock.notBefore;
  if (!restarted && !moved) return same(clock, live) ? clock : { ...clock, ...live };
  const again = {
    ...kept,
    ...live,
    ...(promised === undefined || restarted ? {} : { promised }),
    since: restarted ? since : clock.since,
    rung: 0,
    asked: clock.asked.filter(({ rung }) => rung === 0),
  };
  const dueAt = dueOf(c, again);
  if (clock.question !== undefined) return { ...again, dueAt, ...stands(c, again, dueAt) };
  return { ...again, dueAt, nextAt: toldSince(again) === null ? clock.nextAt : dueAt };
}

/** Where those above are people by name, they are those of now; who they are by role, and the times, stay what they were. */
const peopleOfNow = (before: readonly WaitStep[], now: readonly WaitStep[]): readonly WaitStep[] =>
  before.map((step, place) => {
    const { to } = now[place] ?? step;
    return typeof step.to === 'object' && typeof to === 'object' ? { ...step, to } : step;
  });

/** A18: there is less time, from the beginning; but a while is left from now, and a date that was accepted stands. */
function hastened(c: Case, clock: Clock, wait: Wait): Clock {
  const { wasDueAt = clock.dueAt, ...again } = { ...clock, ...wait };
  const runs = clock.late !== true && clock.held === undefined && clock.question === undefined;
  if (!runs || !isTheirs(again) || clock.dueAt <= c.now) return again;
  const sooner = later(dueOf(c, again), atLeast(c, again));
  if (sooner >= clock.dueAt) return again;
  return {
    ...again,
    wasDueAt,
    dueAt: sooner,
    nextAt: toldSince(clock) === null ? clock.nextAt : sooner,
  };
}

/** A while from now, or the whole time where that is shorter. */
const atLeast = (c: Case, clock: Omit<Clock, 'dueAt' | 'nextAt'>): Instant => {
  const [holder] = holdersOf(clock);
  const { within = clock.within } = levelOf(clock);
  return (
    earliest(after(c, graceIn(c.queue), c.now, holder), after(c, within, c.now, holder)) ?? c.now
  );
};

/** A question is open: the time that begins anew stands still as well. */
const stands = (
  c: Case,
  { asked }: Pick<Clock, 'asked'>,
  dueAt: Instant,
): Pick<Clock, 'minutesLeft' | 'nextAt'> => ({
  minutesLeft: minutesUntil(c, dueAt, asked[0]?.person),
  nextAt: null,
});

const same = (clock: Clock, live: Partial<Wait>): boolean =>
  Object.entries(live).every(
    ([name, value]) => JSON.stringify(clock[name as keyof Wait]) === JSON.stringify(value),
  );
