// A ticket that the app knows and Jira does not show. It may be deleted, moved away, or out of sight for a while: it is looked
// for some times, ever less often, and then let go or left to rest. Nothing is asked for ever.
import type { IssueId } from '../core/ids';
import { plusMs } from '../core/instant';
import { because } from '../core/because';
import type { RadarItem } from '../core/radar-rule';
import type { Policy } from '../core/policy';
import type { Ticket } from '../core/ticket';
import { rulesOn } from './at-work';
import { JiraRefused } from './errors';
import { letGo } from './let-go';
import { awake, type Resting, type TicketRecord } from './outbox';
import type { Ports } from './ports';

const hourMs = 60 * 60_000;
/** Before each look after the first: together more than a weekend, in which people mend what they did on a Friday. */
const pausesMs = [1, 6, 24, 48].map((hours) => hours * hourMs);

/**
 * Notes that the ticket was looked for in vain.
 * @param found the ticket, where it is in a project that is no queue
 * @returns the record as it is now; null where the ticket was let go
 */
export async function outOfSight(
  ports: Ports,
  policy: Policy,
  record: TicketRecord,
  found: Pick<Ticket, 'projectId'> | null,
): Promise<TicketRecord | null> {
  const { projectId } = record.ledger;
  const isQueue = policy.queues[projectId] !== undefined;
  // Its queue was taken out of the settings: nothing of it is over, and it goes on when the queue is back.
  if (found?.projectId === projectId) return rest(ports, record, 'queue-off', null);
  const look = (await ports.looks.of([projectId]))[projectId];
  if (found === null && look?.gone !== undefined) return leave(ports, record, 'project-deleted');
  const why = found === null ? 'gone' : 'moved';
  const looks = record.resting?.why === why ? record.resting.looks : 0;
  const pause = pausesMs[looks];
  if (pause !== undefined) return rest(ports, record, why, pause);
  // Where the whole queue cannot be seen, nothing is known of the ticket: it is looked at when the queue is seen again.
  if (found === null && isQueue && !(await isSeen(ports, projectId)))
    return rest(ports, record, why, null);
  return leave(ports, record, why);
}

async function leave(
  ports: Ports,
  record: TicketRecord,
  what: Parameters<typeof letGo>[2],
): Promise<null> {
  await letGo(ports, record, what);
  return null;
}

async function isSeen(ports: Ports, projectId: string): Promise<boolean> {
  try {
    await ports.jira.app.search(`project = ${projectId} AND updated >= "-1m"`, null);
    return true;
  } catch (error) {
    if (error instanceof JiraRefused) return false;
    throw error;
  }
}

async function rest(
  ports: Ports,
  record: TicketRecord,
  why: Resting['why'],
  pauseMs: number | null,
): Promise<TicketRecord> {
  const now = ports.now();
  const before = record.resting?.why === why ? record.resting : null;
  const resting: Resting = {
    why,
    since: before?.since ?? now,
    looks: (before?.looks ?? 0) + 1,
    tryAgainAt: pauseMs === null ? null : plusMs(now, pauseMs),
  };
  return ports.tickets.save(
    awake(
      { ...record, resting, radar: [...withoutSight(record.radar), notSeen(resting)] },
      await rulesOn(ports, record.ledger),
    ),
  );
}

/** A day: until then somebody may have finished what fills it. */
const tooLargePauseMs = 24 * hourMs;

/** What is noted stays; nothing more is tried with the ticket for a while, however much is due. */
export async function restTooLarge(ports: Ports, issueId: IssueId): Promise<void> {
  const record = await ports.tickets.load(issueId);
  if (record !== null) await rest(ports, record, 'too-large', tooLargePauseMs);
}

const code = 'out-of-sight';
const noRoom = 'room-none';
const withoutSight = (items: readonly RadarItem[]): readonly RadarItem[] =>
  items.filter((item) => item.code !== code && item.code !== noRoom);

const words: Readonly<Record<Resting['why'], { readonly text: string; readonly remedy: string }>> =
  {
    gone: {
      text: 'Jira does not show this ticket to Account Relay.',
      remedy:
        'If it was deleted, what is open in it ends by itself. Else let Account Relay browse it again.',
    },
    moved: {
      text: 'This ticket was moved to a project that is no queue.',
      remedy: 'What is open in it ends by itself. Move it back to go on with it.',
    },
    'queue-off': {
      text: 'The queue of this ticket was taken out of the settings; what is open in it stands still.',
      remedy: 'Add the queue again to go on.',
    },
    'too-large': {
      text: 'Nothing more can be noted on this ticket: what Account Relay remembers of it is too large.',
      remedy: 'Go on in a new ticket.',
    },
  };

/** What the radar says of a ticket that rests. */
const notSeen = ({ why, since, looks }: Resting): RadarItem => ({
  code: why === 'too-large' ? noRoom : code,
  severity: 'urgent',
  repair: 'person',
  ...words[why],
  because: because('X10', 'Nothing open waits for nobody.', { looks: `${looks}` }),
  since,
});
