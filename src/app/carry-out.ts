// The outbox in order, each effect safe to try again under its own id. A crash anywhere loses nothing and doubles nothing.
import { because } from '../core/because';
import { Failure } from '../core/bulkhead';
import type { Paragraph } from '../core/command';
import { plusMs } from '../core/instant';
import { type Ledger, withEntry, withOurComment } from '../core/ledger';
import type { Situation } from '../core/situation';
import type { Ticket } from '../core/ticket';
import { waitWords } from '../core/wait-words';
import { rulesOn } from './at-work';
import { ChangedMeanwhile, JiraBusy, JiraDown, RelayError } from './errors';
import { awake, matters, type OutboxItem, tellsOf, type TicketRecord } from './outbox';
import { performEffect } from './perform-effect';
import { type Done, done, type Performing } from './performing';
import type { Ports } from './ports';
import type { JiraDoor } from './jira-ports';

/** How long a failing Jira (5xx) is left alone. */
const downPauseSeconds = 30;

export interface CarryingOut {
  /** What the turn saw; null when the outbox is an earlier turn's. */
  readonly situation: Situation | null;
  /** Whose eyes {@link CarryingOut.situation} was seen through. */
  readonly readAs: JiraDoor | null;
  /** True when an earlier turn may have done some of it: look before doing. */
  readonly recovered: boolean;
}

/**
 * Carries out what stands in the outbox and stores how far it came. What an earlier turn wanted people told of their waits, and
 * nobody has posted, stays there: this turn looks first what is still owed.
 * @returns the record as stored at the end
 * @throws what stopped it (JiraBusy, JiraDown, a defect); what is left stays in the outbox
 */
export async function carryOut(
  ports: Ports,
  record: TicketRecord,
  how: CarryingOut,
): Promise<TicketRecord> {
  let { ledger } = record;
  let left: readonly OutboxItem[] = record.outbox;
  const later: OutboxItem[] = [];
  const version = how.situation?.policy.version ?? ledger.journal.at(-1)?.policyVersion ?? 0;
  const performing: Performing = {
    ports,
    ...how,
    issueId: ledger.issueId,
    since: record.pending?.since ?? ports.now(),
    found: once(() => readAsApp(ports, record)),
  };
  try {
    while (left.length > 0) {
      const [item, ...rest] = left as readonly [OutboxItem, ...OutboxItem[]];
      const done =
        tellsOf(item).length === 0
          ? await performEffect(performing, item)
          : await tellPeople(performing, item, ledger);
      if (done === null) later.push(item);
      else ledger = remember(ports, ledger, item, done, version);
      left = rest;
    }
  } catch (error) {
    await store(ports, record, ledger, [...later, ...left], error);
    throw error;
  }
  return store(ports, record, ledger, later, null);
}

/**
 * Tells people of what is owed by now, in words of now.
 * @returns null where it has to be looked first what that is
 */
async function tellPeople(
  performing: Performing,
  item: OutboxItem,
  ledger: Ledger,
): Promise<Done | null> {
  const { situation, ports, issueId } = performing;
  if (situation === null) {
    const posted = await ports.jira.app.findComment(issueId, item.id);
    return posted === null ? null : done({ comments: [posted.id] });
  }
  const body = wordsFor(ports, situation, { ledger, item });
  if (body.length > 0)
    return performEffect(performing, { ...item, command: { kind: 'comment', body } });
  const why = because('X10', 'What it was about is over, or is somebody else’s by now.', {});
  return done({ notes: [{ kind: 'done', text: 'Not said any more', because: why }] });
}

/** In the words of the procedure; where it throws, in the engine's own: people hear what they owe all the same. */
function wordsFor(
  ports: Ports,
  situation: Situation,
  { ledger, item }: { readonly ledger: Ledger; readonly item: OutboxItem },
): readonly Paragraph[] {
  try {
    return waitWords(situation, ledger, tellsOf(item));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { procedure } = error;
    ports.log.error('procedure-stopped', error.error, { issueId: ledger.issueId, procedure });
    return waitWords({ ...situation, procedures: [] }, ledger, tellsOf(item));
  }
}

async function readAsApp(ports: Ports, { ledger }: TicketRecord): Promise<Ticket | null> {
  const policy = await ports.policy.current();
  return policy === null ? null : ports.jira.app.readTicket(ledger.issueId, policy);
}

const once = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
};

/** What the ledger keeps of an effect: our comments, and what could not be done. */
function remember(
  ports: Ports,
  ledger: Ledger,
  { command, procedure }: OutboxItem,
  done: Done,
  policyVersion: number,
): Ledger {
  let next = ledger;
  for (const comment of done.comments) next = withOurComment(next, comment);
  if (done.blocked !== null) next = { ...next, blocked: done.blocked };
  else if (command.kind === 'transition' && next.blocked !== null)
    next = { ...next, blocked: null };
  if (done.learned !== null) next = done.learned(next);
  if (done.raised !== null)
    next = {
      ...next,
      raised: [...(next.raised ?? []), { ...done.raised, ...(procedure && { procedure }) }],
    };
  for (const { kind, text, because } of done.notes) {
    next = withEntry(next, {
      at: ports.now(),
      kind,
      by: null,
      text,
      because,
      policyVersion,
      ...(procedure === undefined ? {} : { procedure }),
    });
  }
  return next;
}

async function store(
  ports: Ports,
  record: TicketRecord,
  ledger: Ledger,
  left: readonly OutboxItem[],
  error: unknown,
): Promise<TicketRecord> {
  const reason =
    error instanceof RelayError
      ? error.message
      : error === null
        ? (record.pending?.reason ?? 'Being carried out.')
        : 'Something went wrong.';
  const wait =
    error instanceof JiraBusy
      ? error.retryAfterSeconds
      : error instanceof JiraDown
        ? downPauseSeconds
        : 0;
  const now = ports.now();
  try {
    return await ports.tickets.save(
      awake(
        {
          ...record,
          // What came of it, such as a ticket that was raised, is news to whoever has not seen it.
          edition: record.edition + (matters(record.ledger, ledger) ? 1 : 0),
          ledger,
          outbox: left,
          turn: null,
          pending:
            left.length === 0
              ? null
              : {
                  since: record.pending?.since ?? now,
                  reason,
                  notBefore: plusMs(now, wait * 1000),
                },
        },
        await rulesOn(ports, ledger),
      ),
    );
  } catch (conflict) {
    // Our lease ran out and another turn took over: it looks before it does, so nothing is lost or doubled.
    if (!(conflict instanceof ChangedMeanwhile)) throw conflict;
    ports.log.error('lease-lost', conflict, { issueId: ledger.issueId });
    return { ...record, ledger, outbox: left };
  }
}
