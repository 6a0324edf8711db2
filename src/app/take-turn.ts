// One turn of one ticket: gather, decide, commit, carry out. Everything that ever acts on a ticket comes through here.
import type { Act, Actor } from '../core/act';
import { type Decision, wakeAt } from '../core/decide';
import type { Because } from '../core/because';
import type { Effect } from '../core/command';
import type { IssueId } from '../core/ids';
import { msOf, plusMs } from '../core/instant';
import { emptyLedger, type Ledger } from '../core/ledger';
import { type Policy, queueOf } from '../core/policy';
import { onRadarAfter, sameOnRadar } from '../core/radar';
import type { RadarItem } from '../core/radar-rule';
import type { Situation } from '../core/situation';
import type { Ticket } from '../core/ticket';
import { rulesOn } from './at-work';
import { carryOut } from './carry-out';
import { ChangedMeanwhile, RelayError, TurnTaken } from './errors';
import { gather, withWholeHistory } from './gather';
import { decideKnowingWho } from './who-speaks';
import {
  awake,
  matters,
  newRecord,
  type OutboxItem,
  outboxOf,
  tellsOf,
  type TicketRecord,
} from './outbox';
import { outOfSight } from './out-of-sight';
import type { Ports } from './ports';
import type { JiraDoor } from './jira-ports';

/** Longer than a resolver may run (Forge: 25 s), so that a lease only runs out when its turn is dead. */
const leaseMs = 60_000;
/** A wake-up nearer than this is queued at once; the five-minute schedule finds the others in time. */
const nearWakeMs = 10 * 60_000;
const attempts = 5;

export interface TurnResult {
  /** Null when the ticket cannot be seen, or its project is not a queue. */
  readonly situation: Situation | null;
  readonly record: TicketRecord | null;
  readonly refused: Because | null;
  /** What was carried out. */
  readonly effects: readonly Effect[];
}

/** What a person does in this turn, and the state they did it for. */
export interface Doing {
  readonly act: Act;
  readonly actor: (ticket: Ticket) => Actor;
  readonly expectedRevision: number | null;
}

/**
 * Takes one turn.
 * @param from how the ticket is read: by the door of whoever looks, or handed over when it was read with others
 * @throws TurnTaken when another turn is at work, ChangedMeanwhile when a person acts on a state that has passed,
 *   and whatever Jira answers while something is left to be done
 */
export async function takeTurn(
  ports: Ports,
  policy: Policy,
  issueId: IssueId,
  from:
    { readonly door: JiraDoor } | { readonly ticket: Ticket; readonly record: TicketRecord | null },
  doing: Doing | null = null,
): Promise<TurnResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryTurn(
        ports,
        policy,
        issueId,
        attempt === 1 ? from : 'door' in from ? from : { door: ports.jira.app },
        doing,
      );
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt === attempts || error.detail.because)
        throw error;
    }
  }
}

async function tryTurn(
  ports: Ports,
  policy: Policy,
  issueId: IssueId,
  from:
    { readonly door: JiraDoor } | { readonly ticket: Ticket; readonly record: TicketRecord | null },
  doing: Doing | null,
): Promise<TurnResult> {
  let record = 'record' in from ? from.record : await ports.tickets.load(issueId);
  refuseWhileTaken(ports, record);
  let handedOver = 'ticket' in from ? from.ticket : null;
  if (record !== null && record.outbox.length > 0) {
    record = await recover(ports, record);
    handedOver = null; // what was done has changed the ticket
  }
  const door = 'door' in from ? from.door : ports.jira.app;
  const read = handedOver ?? (await door.readTicket(issueId, policy));
  const isSeen = read !== null && queueOf(policy, read.projectId) !== null;
  if (!isSeen && record !== null && door === ports.jira.app)
    return {
      situation: null,
      record: await outOfSight(ports, policy, record, read),
      refused: null,
      effects: [],
    };
  if (read === null) return { situation: null, record, refused: null, effects: [] };
  const ledger = ledgerOf(read, record);
  await tellWhereFrom(ports, ledger, read);
  const considered = await consider(ports, policy, { ticket: read, record, door, doing });
  if (considered === null) return { situation: null, record, refused: null, effects: [] };
  const { situation, decision, radar, unsaid } = considered;
  for (const { procedure, error } of decision.failures)
    ports.log.error('procedure-stopped', error, { issueId, procedure });
  if (considered.isNothing) return { situation, record, refused: decision.refused, effects: [] };
  const committed = await commit(ports, record, decision, radar, situation);
  if (!decision.changed && unsaid.length === 0)
    return { situation, record: committed, refused: null, effects: [] };
  logDecision(ports, decision);
  await wakeSoon(ports, situation, decision.ledger);
  try {
    const done = await carryOut(ports, committed, { situation, readAs: door, recovered: false });
    // What could not be done stands in the ticket now: the radar looks again.
    if (
      done.ledger.journal.some(({ id, kind }) => id > decision.ledger.entries && kind === 'failed')
    )
      await ports.turns.push([{ issueIds: [issueId], delaySeconds: 0 }]);
    return { situation, record: done, refused: null, effects: decision.effects };
  } catch (error) {
    // What a person did is decided and stored: they see it as pending, and it is finished in the background.
    const wait = doing === null ? null : temporary(error);
    if (wait === null) throw error;
    await ports.turns.push([{ issueIds: [issueId], delaySeconds: wait }]);
    return { situation, record: await ports.tickets.load(issueId), refused: null, effects: [] };
  }
}

/** A ticket that was read, and what is known of it. */
interface AtHand {
  readonly ticket: Ticket;
  readonly record: TicketRecord | null;
  /** As whom it was read. */
  readonly door: JiraDoor;
  readonly doing: Doing | null;
}

interface Considered {
  readonly situation: Situation;
  readonly decision: Decision;
  readonly radar: readonly RadarItem[];
  /** Words that an earlier turn has not posted. */
  readonly unsaid: readonly OutboxItem[];
  /** There is nothing to be stored or done. */
  readonly isNothing: boolean;
}

/** What is to be decided on a ticket; null where its project is no queue. */
async function consider(
  ports: Ports,
  policy: Policy,
  { ticket: read, record, door, doing }: AtHand,
): Promise<Considered | null> {
  const stored = ledgerOf(read, record);
  // A ticket that closes has its hours counted, from its whole history.
  const ticket = read.status.done
    ? await withWholeHistory(ports, door, policy, { ticket: read, ledger: record?.ledger ?? null })
    : read;
  const gathered = await gather(ports, policy, {
    ticket,
    ledger: stored,
    choosing: doing?.act.choosing ?? null,
    naming: doing?.act.naming ?? [],
    acting: doing?.act.procedure,
    hearing: true,
  });
  if (gathered === null) return null;
  if (doing?.expectedRevision != null && doing.expectedRevision !== (record?.edition ?? 0))
    throw new StaleAct();
  // Words that are still to be posted are posted by this turn, as far as they are still true then.
  const unsaid = record?.outbox ?? [];
  const ledger = unsaid.length === 0 ? stored : await toldNow(stored, gathered, unsaid);
  const { situation, decision } = await decideKnowingWho(
    ports,
    ledger,
    gathered,
    doing ? { act: doing.act, actor: doing.actor(ticket) } : undefined,
  );
  const radar = onRadarAfter(decision, situation, record?.radar);
  const isBack = record?.resting !== undefined;
  return {
    situation,
    decision,
    radar,
    unsaid,
    isNothing:
      decision.refused !== null ||
      (!decision.changed &&
        !isBack &&
        unsaid.length === 0 &&
        sameOnRadar(radar, record?.radar ?? [])),
  };
}

const ledgerOf = ({ issueId, key, projectId }: Ticket, record: TicketRecord | null): Ledger =>
  record?.ledger ?? emptyLedger(issueId, key, projectId);

/**
 * Would a turn of the ticket do anything? It is decided and left at that.
 * @throws what Jira or storage answers where more has to be read
 */
export async function needsATurn(
  ports: Ports,
  policy: Policy,
  ticket: Ticket,
  record: TicketRecord | null,
): Promise<boolean> {
  if (record !== null && (record.outbox.length > 0 || record.turn !== null)) return true;
  if (hearerOf(ledgerOf(ticket, record), ticket) !== null) return true;
  const door = ports.jira.app;
  const considered = await consider(ports, policy, { ticket, record, door, doing: null });
  return considered !== null && !considered.isNothing;
}

/** Loaded where it is needed: it seldom is. */
async function toldNow(
  ledger: Ledger,
  situation: Situation,
  unsaid: readonly OutboxItem[],
): Promise<Ledger> {
  const { toldOnlyNow } = await import('../core/told-late');
  return toldOnlyNow(ledger, situation, unsaid.flatMap(tellsOf));
}

/** What happened in a ticket that was raised from another is heard there; told twice it is heard once. */
async function tellWhereFrom({ turns }: Ports, ledger: Ledger, ticket: Ticket): Promise<void> {
  const from = hearerOf(ledger, ticket);
  if (from !== null) await turns.push([{ issueIds: [from], delaySeconds: 0 }]);
}

/** The ticket it was raised from, where something has happened here since the last look. */
function hearerOf({ from, cursor }: Ledger, { comments, changes }: Ticket): IssueId | null {
  const news =
    comments.some(({ id }) => id > cursor.comment) || changes.some(({ id }) => id > cursor.change);
  return from !== undefined && news ? from : null;
}

/** A person acted on a state that has passed: never tried again on their behalf. */
class StaleAct extends ChangedMeanwhile {
  override readonly detail = {
    because: { clause: 'X8', text: 'The ticket changed after this page was read.', values: {} },
  };
}

/** Seconds after which it is worth trying again (Forge: a delay is at most 900 s); null when it is not Jira's doing. */
const temporary = (error: unknown): number | null =>
  error instanceof RelayError && (error.code === 'jira-busy' || error.code === 'jira-down')
    ? Math.min(900, error.detail.retryAfterSeconds ?? 30)
    : null;

function refuseWhileTaken(ports: Ports, record: TicketRecord | null): void {
  const turn = record?.turn;
  if (turn == null) return;
  const leftMs = msOf(turn.until) - msOf(ports.now());
  if (leftMs > 0) throw new TurnTaken(Math.ceil(leftMs / 1000));
}

/** Finishes what an earlier turn decided and did not carry out. */
async function recover(ports: Ports, record: TicketRecord): Promise<TicketRecord> {
  const notBefore = record.pending?.notBefore;
  if (notBefore !== undefined && notBefore > ports.now()) {
    throw new RelayError('jira-busy', record.pending?.reason ?? 'Jira is busy.', {
      retryAfterSeconds: Math.ceil((msOf(notBefore) - msOf(ports.now())) / 1000),
    });
  }
  const claimed = await ports.tickets.save(
    awake({ ...record, turn: lease(ports, record) }, await rulesOn(ports, record.ledger)),
  );
  return carryOut(ports, claimed, { situation: null, readAs: null, recovered: true });
}

const lease = (ports: Ports, record: TicketRecord) => ({
  id: `${record.ledger.issueId}-${record.revision + 1}`,
  until: plusMs(ports.now(), leaseMs),
});

async function commit(
  ports: Ports,
  record: TicketRecord | null,
  decision: Decision,
  radar: readonly RadarItem[],
  situation: Situation,
): Promise<TicketRecord> {
  const { issueId } = decision.ledger;
  const { resting: _rested, ...before }: TicketRecord = record ?? newRecord(decision.ledger);
  const outbox = [...before.outbox, ...outboxOf(issueId, before.revision + 1, decision.effects)];
  return ports.tickets.save(
    awake(
      {
        ...before,
        edition:
          before.edition + (record === null || matters(record.ledger, decision.ledger) ? 1 : 0),
        ledger: decision.ledger,
        radar,
        outbox,
        turn: outbox.length === 0 ? null : lease(ports, before),
        pending:
          outbox.length === 0
            ? null
            : { since: situation.now, reason: 'Being carried out.', notBefore: situation.now },
      },
      situation.procedures,
    ),
  );
}

/** A due time nearer than the next schedule wakes the ticket at its own second. */
async function wakeSoon(ports: Ports, { procedures }: Situation, ledger: Ledger): Promise<void> {
  const at = wakeAt(procedures, ledger);
  if (at === null) return;
  const delayMs = msOf(at) - msOf(ports.now());
  if (delayMs > nearWakeMs) return;
  const { issueId } = ledger;
  const delaySeconds = Math.max(0, Math.ceil(delayMs / 1000));
  try {
    await ports.turns.push([{ issueIds: [issueId], delaySeconds }]);
  } catch (error) {
    // The queue is full: what is decided is carried out all the same, and the schedule finds the ticket.
    ports.log.error('not-woken-soon', error, { issueId });
  }
}

function logDecision(ports: Ports, { ledger, effects }: Decision): void {
  ports.log.info('decided', {
    issueId: ledger.issueId,
    commands: effects.map(({ command }) => command.kind).join(','),
    clauses: [...new Set(effects.map(({ clause }) => clause))].join(','),
    open: ports.procedures.some(({ ears }) => ears?.isOpen?.(ledger) === true),
  });
}
