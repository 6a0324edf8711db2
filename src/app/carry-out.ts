// The outbox in order, each effect safe to try again under its own id. A crash anywhere loses nothing and doubles nothing.
import { plusMs } from '../core/instant';
import { type Ledger, withEntry, withOurComment } from '../core/ledger';
import type { Situation } from '../core/situation';
import type { Ticket } from '../core/ticket';
import { rulesOn } from './at-work';
import { ChangedMeanwhile, JiraBusy, JiraDown, RelayError } from './errors';
import { awake, type OutboxItem, type TicketRecord } from './outbox';
import { performEffect } from './perform-effect';
import type { Done, Performing } from './performing';
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
 * Carries out what stands in the outbox and stores how far it came.
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
      ledger = remember(ports, ledger, item, await performEffect(performing, item), version);
      left = rest;
    }
  } catch (error) {
    await store(ports, record, ledger, left, error);
    throw error;
  }
  return store(ports, record, ledger, left, null);
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
  const reason = error instanceof RelayError ? error.message : 'Something went wrong.';
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
