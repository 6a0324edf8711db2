// Opens and closes the clock of every wait, at the time of what made it owed or ended it. A clock closes only by a derivation
// that ran: what cannot be told is not "not owed" (X10, X11).
import { behindBulkhead } from './bulkhead';
import type { Case } from './case';
import { after, type Asked, type Clock, dueOf, isOf, minutesUntil, toldSince } from './clock';
import { answerIn } from './due';
import type { AccountId } from './ids';
import type { Instant } from './instant';
import type { ProcedureId } from './part';
import { ableTo, meant, present } from './party';
import type { Procedure } from './procedure';
import { questionsIn } from './question';
import type { Wait } from './wait';

/** What has made waits begin or end: when it happened and who did it. */
export interface Cause {
  readonly at: Instant;
  readonly by: AccountId | null;
  /**
   * Nothing has happened on the ticket: a publication, an import or an upgrade made it owed. What became owed after this
   * moment has another cause, which is considered in its turn.
   */
  readonly adopted?: Instant;
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

/** False where the procedure cannot tell what is owed. */
function keep(c: Case, { id, waits: owed }: Procedure, cause: Cause): boolean {
  const waits = owed?.(c) ?? null;
  if (waits === null) return false;
  const clocks = c.ledger.clocks ?? [];
  const before = clocks.filter(({ procedure }) => procedure === id);
  const asking = before.filter(({ key }) => waits.some((wait) => wait.key === key));
  const now = [...waits, ...questionsIn(asking, answerIn(c.queue))].flatMap((wait) => {
    const clock = before.find(isOf(id, wait.key));
    if (clock !== undefined) return [carriedOn(c, clock, wait)];
    const later = cause.adopted !== undefined && wait.since > cause.adopted;
    return later ? [] : [opened(c, id, wait, cause)];
  });
  if (now.length !== before.length || now.some((clock, place) => clock !== before[place]))
    c.change({ clocks: [...clocks.filter(({ procedure }) => procedure !== id), ...now] });
  return true;
}

function opened(c: Case, procedure: ProcedureId, wait: Wait, { at, by, adopted }: Cause): Clock {
  const asked = present(c, meant(c, wait), { not: wait.not ?? [], able: ableTo(c, wait) });
  // Whoever did what made it their own turn knows; so does somebody whom the procedure's own words of this turn have tagged.
  const listed = adopted === undefined && wait.tell === 'list';
  const knows = (person: AccountId): boolean =>
    listed ||
    (adopted === undefined &&
      (person === by || (wait.tell === 'said' && c.hasTagged(procedure, person))));
  const known = listed || asked.some(({ person }) => knows(person));
  const clock = {
    ...wait,
    procedure,
    opened: at,
    rung: 0,
    asked: asked.map((one): Asked => ({
      ...one,
      rung: 0,
      // Found late, it stands in their list since now: nobody is late with what nobody could see.
      toldAt: knows(one.person) ? (wait.tell === 'tag' ? at : c.now) : null,
      ...(known && !knows(one.person) ? { listed: true } : {}),
    })),
    ...(adopted === undefined ? {} : { adopted: true as const }),
  };
  const dueAt = dueOf(c, clock);
  const firstReminder = adopted === undefined ? at : after(c, wait.within, at, asked[0]?.person);
  return { ...clock, dueAt, nextAt: known ? dueAt : firstReminder };
}

/** Words and people are those of now; what was asked, and how long there is for it, stays as it was. */
function carriedOn(c: Case, clock: Clock, wait: Wait): Clock {
  const { key: _key, since, within: _within, above: _above, tell: _tell, ...live } = wait;
  const { late: _late, promised, notBefore: _notBefore, ...kept } = clock;
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
