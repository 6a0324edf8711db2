// The one decision of all procedures. The live app, the "what happens next" strip and the tests all call it.
import type { Act, Actor } from './act';
import type { Because } from './because';
import type { Effect } from './command';
import { editedSince, editsOf } from './edits';
import { behindBulkhead, closedWhileStopped, Failure } from './bulkhead';
import { Case } from './case';
import { endTicket } from './end-ticket';
import { dayMs, earliest, type Instant, plusMs } from './instant';
import type { Ledger, Stopped } from './ledger';
import type { ProcedureId } from './part';
import { keepClocks } from './clockwork';
import type { AccountId } from './ids';
import { passTime } from './pass-time';
import { planEffects } from './plan';
import type { Procedure } from './procedure';
import { settleStatus } from './settle-status';
import type { Standing } from './speaker';
import type { Situation } from './situation';
import { hear, inRaised, type InRaisedTicket, rememberHeard } from './raised';
import type { Change, Comment } from './ticket';

export interface Decision {
  readonly ledger: Ledger;
  readonly effects: readonly Effect[];
  /** Every rule that looked and declined, and why. */
  readonly declined: readonly Because[];
  /** Why the act was refused; then nothing else of this decision counts. */
  readonly refused: Because | null;
  /** False when there is nothing worth storing. */
  readonly changed: boolean;
  /** Procedures that threw, and what: they took no part in this decision. */
  readonly failures: readonly Failure[];
}

/** Something in the ticket's own history that was not considered yet. */
type Happening =
  | {
      readonly kind: 'comment';
      readonly at: Instant;
      readonly id: number;
      readonly comment: Comment;
    }
  | { readonly kind: 'edit'; readonly at: Instant; readonly id: number; readonly comment: Comment }
  | { readonly kind: 'change'; readonly at: Instant; readonly id: number; readonly change: Change }
  | InRaisedTicket;

/** What a person does, and who they are. */
interface Doing {
  readonly act: Act;
  readonly actor: Actor;
}

/**
 * Considers what happened in the ticket since the ledger last looked, in the order in which it happened, then what a
 * person does now, then what time has brought. Events are only hints that it is worth looking: late, doubled,
 * reordered and lost ones all lead here, to the same end.
 *
 * Each procedure stands behind a bulkhead: when one throws, it is decided again without it. Nothing of what it began is
 * kept, the others go on, and it catches up from where it stood once it runs again.
 *
 * @throws whatever the act throws: nothing is kept of that, and the person is told
 */
export function decide(ledger: Ledger, situation: Situation, doing?: Doing): Decision {
  const failures: Failure[] = [];
  for (;;) {
    const without = new Set(failures.map(({ procedure }) => procedure));
    const procedures = situation.procedures.filter(({ id }) => !without.has(id));
    const stopped = situation.procedures.filter(({ id }) => without.has(id));
    try {
      const decision = decideTogether(
        ledger,
        { ...situation, procedures, stopped },
        failures,
        doing,
      );
      return { ...decision, failures };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
}

function decideTogether(
  ledger: Ledger,
  situation: Situation,
  failures: readonly Failure[],
  doing: Doing | undefined,
): Omit<Decision, 'failures'> {
  const c = new Case(ledger, situation);
  rememberWhoSpeaks(c, ledger);
  adopt(c);
  for (const happening of happenings(ledger, situation)) {
    consider(c, happening);
    keepClocks(c, { at: happening.at, by: authorOf(happening) });
  }
  rememberHeard(c, situation);
  const refused = doing === undefined ? null : perform(c, doing);
  if (refused !== null)
    return { ledger, effects: [], declined: [...c.declined, refused], refused, changed: false };
  const cause = { at: c.now, by: doing?.actor.accountId ?? null };
  if (doing !== undefined) keepClocks(c, cause);
  for (const procedure of situation.procedures) run(c, procedure, () => procedure.onTime(c));
  passTime(c, keepClocks(c, cause));
  endTicket(c);
  settleStatus(c);
  const effects = planEffects(c);
  rememberStopped(c, failures);
  rememberInVain(c);
  // An edit is looked at once; whatever else is stored, how the comments stand is stored with it.
  if (editedSince(ledger, situation.ticket, c.now).length > 0) c.change({});
  const { comments, changes } = situation.ticket;
  const cursor = {
    comment: Math.max(ledger.cursor.comment, ...comments.map(({ id }) => id)),
    change: Math.max(ledger.cursor.change, ...changes.map(({ id }) => id)),
  };
  return {
    ledger: {
      ...c.ledger,
      key: situation.ticket.key,
      projectId: situation.ticket.projectId,
      cursor,
      edits: editsOf(situation.ticket),
    },
    effects,
    declined: c.declined,
    refused: null,
    changed: c.touched || effects.length > 0,
  };
}

/**
 * What is owed although nothing has happened here appeared by a publication, an import or an upgrade. Its time begins now,
 * and nobody is tagged for it at once: the first turn after an upgrade would tag everybody.
 */
function adopt(c: Case): void {
  const { clocksUnder } = c.ledger;
  const met = Object.keys(c.ledger.parts).length > 0;
  if (!met || clocksUnder === c.policy.version) return;
  // Looked at by an edition that kept no clocks, everything that is owed by now is new.
  const until = clocksUnder === undefined ? c.now : c.policy.publishedAt;
  keepClocks(c, { at: c.now, by: null, adopted: until });
}

function authorOf(happening: Happening): AccountId | null {
  const author = 'comment' in happening ? happening.comment?.author : null;
  const by = 'change' in happening ? happening.change?.by : null;
  return (author ?? by)?.accountId ?? null;
}

/** What a person does; a procedure that has stopped does nothing for anybody until it runs again. */
function perform(c: Case, { act, actor }: Doing): Because | null {
  const shut = c.stopped.find(({ id }) => id === act.procedure);
  if (shut !== undefined) return closedWhileStopped(shut);
  return c.as(act.procedure, () => act.perform(c, actor));
}

const run = (c: Case, procedure: Procedure, rules: () => void): void =>
  c.as(procedure.id, () => behindBulkhead(procedure, rules));

function consider(c: Case, happening: Happening): void {
  if (happening.kind === 'raised') return hear(c, happening);
  const ours =
    happening.kind !== 'change' &&
    (happening.comment.author.accountId === c.self ||
      c.ledger.ourComments.includes(happening.comment.id));
  for (const procedure of c.procedures) {
    const { cursor } = c.ledger.stopped?.[procedure.id] ?? c.ledger;
    const seen = happening.id <= cursor[happening.kind === 'change' ? 'change' : 'comment'];
    if (seen !== (happening.kind === 'edit')) continue;
    run(c, procedure, () => {
      if (happening.kind === 'change') procedure.onChange?.(c, happening.change);
      else if (ours) return;
      else if (happening.kind === 'edit') procedure.onEdited?.(c, happening.comment);
      else procedure.onComment?.(c, happening.comment);
    });
  }
}

/** More people than write in public on one ticket; the oldest are asked about again. */
const standingsKept = 40;

/** What Jira said of strangers is kept with the ticket, so that they stay who they were. */
function rememberWhoSpeaks(c: Case, { standings = {} }: Ledger): void {
  const isFresh = (person: string, { at }: Standing): boolean => standings[person]?.at !== at;
  if (!Object.entries<Standing>(c.standings).some(([person, one]) => isFresh(person, one))) return;
  const all = Object.entries<Standing>({ ...standings, ...c.standings });
  const kept = all.sort(([, one], [, other]) => (one.at < other.at ? -1 : 1)).slice(-standingsKept);
  c.change({ standings: Object.fromEntries(kept) });
}

/** A procedure that failed is tried again at the latest within the hour: what it stumbled over is mended by people. */
const tryAgainMs = 60 * 60_000;

function rememberStopped(c: Case, failures: readonly Failure[]): void {
  const { now, procedures } = c;
  const { cursor, stopped = {} } = c.ledger;
  const running = new Set(procedures.map(({ id }) => id));
  const kept = Object.entries(stopped).filter(([id]) => !running.has(id));
  const known = new Map(kept);
  const fresh = failures.flatMap(({ procedure }): [ProcedureId, Stopped][] => {
    const before = known.get(procedure);
    return before !== undefined && now < before.tryAgainAt
      ? []
      : [[procedure, { cursor, since: now, ...before, tryAgainAt: plusMs(now, tryAgainMs) }]];
  });
  if (fresh.length > 0 || kept.length < Object.keys(stopped).length)
    c.change({ stopped: Object.fromEntries([...kept, ...fresh]) });
}

/**
 * A look that a procedure wanted has brought nothing, such as where it is switched off or the ticket is closed: the next is
 * tomorrow. It would be wanted at every sweep for ever otherwise.
 */
function rememberInVain(c: Case): void {
  const { now, procedures, ledger } = c;
  const { inVain: before } = ledger;
  const inVain = Object.fromEntries(
    procedures.flatMap((one): [ProcedureId, Instant][] => {
      const at = one.wakeAt(ledger);
      if (at === null || at > now) return [];
      const again = before?.[one.id];
      return [[one.id, again !== undefined && again > now ? again : plusMs(now, dayMs)]];
    }),
  );
  if (JSON.stringify(inVain) === JSON.stringify(before ?? {})) return;
  c.change({ inVain: Object.keys(inVain).length === 0 ? undefined : inVain });
}

function happenings(ledger: Ledger, situation: Situation): Happening[] {
  const { ticket, policy, now } = situation;
  const cursors = [ledger.cursor, ...Object.values(ledger.stopped ?? {}).map((one) => one.cursor)];
  const seen = {
    comment: Math.min(...cursors.map(({ comment }) => comment)),
    change: Math.min(...cursors.map(({ change }) => change)),
  };
  const comments = ticket.comments
    .filter(({ id, at }) => id > seen.comment && at >= policy.effectiveFrom)
    .map((comment): Happening => ({ kind: 'comment', at: comment.at, id: comment.id, comment }));
  const edits = editedSince(ledger, ticket, now)
    .filter(({ updated = '' }) => updated >= policy.effectiveFrom)
    .map((comment): Happening => {
      const { id, at, updated = at } = comment;
      return { kind: 'edit', at: updated, id, comment };
    });
  const changes = ticket.changes
    .filter(({ id, at }) => id > seen.change && at >= policy.effectiveFrom)
    .map((change): Happening => ({ kind: 'change', at: change.at, id: change.id, change }));
  // At the same instant the words come before the move they caused.
  const raised = inRaised(ledger, situation);
  return [...comments, ...edits, ...changes, ...raised].sort((a, b) =>
    a.at === b.at ? 0 : a.at < b.at ? -1 : 1,
  );
}

/** When the ledger has to be looked at next, whether or not anything happens: null when only events matter. */
export const wakeAt = (procedures: readonly Procedure[], ledger: Ledger): Instant | null =>
  earliest(
    ledger.blocked?.tryAgainAt,
    ...(ledger.clocks ?? [])
      .filter((clock) => ledger.stopped?.[clock.procedure] === undefined)
      .map(({ nextAt, still }) => still?.lookAt ?? nextAt),
    ...procedures.map((one) =>
      ledger.stopped?.[one.id] === undefined
        ? (ledger.inVain?.[one.id] ?? one.wakeAt(ledger))
        : ledger.stopped[one.id]?.tryAgainAt,
    ),
  );
