// The account manager's dashboard: what waits on me, what was escalated to me, what waits on my team.
import { contributionsTo } from '../../../app/at-work';
import { type OpenAsk } from '../rows';
import { holderList, teamList } from '../../../core/procedure';
import { asksOf, id } from '../asks';
import type { AskRow, MyAsksFilter, MyAsksView } from '../contract/gadget';
import { absenceState } from '../../../core/absence';
import { whyNoActionItem } from '../action-item';
import { whyNotPromise } from '../may';
import type { Ask } from '../ask';
import { type Policy, priorityRank } from '../../../core/policy';
import type { Situation } from '../../../core/situation';
import type { Ticket } from '../../../core/ticket';
import { gatherAll } from '../../../app/gather';
import type { Contribution } from '../../../app/contribution';
import type { TicketRecord } from '../../../app/outbox';
import type { Ports } from '../../../app/ports';
import { readWaiting } from '../../../app/waits/waiting';
import { actorOn, settingsOf, type Viewer, viewerOf } from '../../../app/viewer';
import { personView, personViewOrNull, whyView } from '../../../app/views/why';

/** Asks looked at for one person: more than anybody works through, and one bulk read of Jira. */
const mostAsks = 100;
const defaultRows = 20;
const noteExcerpt = 280;

interface Held {
  readonly situation: Situation;
  readonly record: TicketRecord;
  readonly ask: Ask;
}

/** Reads the index of asks, then the ledgers, then the tickets as the viewer: what they may not see is not there. */
export async function readMyAsks(ports: Ports, filter: MyAsksFilter): Promise<MyAsksView> {
  const viewer = viewerOf(ports);
  const me = viewer.accountId;
  const policy = await settingsOf(ports);
  const [held, team] = await Promise.all([
    ports.tickets.listed<OpenAsk>(holderList, me, mostAsks),
    filter.includeTeam === true ? ports.tickets.listed<OpenAsk>(teamList, me, mostAsks) : [],
  ]);
  const ids = [...new Set([...held, ...team].map(({ issueId }) => issueId))].slice(0, mostAsks);
  const [records, tickets] =
    ids.length === 0
      ? [new Map<string, TicketRecord>(), []]
      : await Promise.all([ports.tickets.loadAll(ids), viewer.door.readTickets(ids, policy)]);
  const open = await openAsks(ports, policy, tickets, records, filter.queues ?? []);
  open.sort(bySop);
  const contributions = await contributionsTo(
    ports,
    policy,
    open.map(({ situation: { ticket }, record: { ledger } }) => ({
      projectId: ticket.projectId,
      ledger,
    })),
  );
  const rows = filter.rows ?? defaultRows;
  const list = (of: (held: Held) => boolean): Held[] => open.filter(of);
  const mine = list(({ ask }) => ask.holder === me && ask.rung === 0);
  const escalated = list(({ ask }) => ask.holder === me && ask.rung > 0);
  const others = list(({ ask }) => ask.holder !== me && ask.regionalManager === me);
  const view = (lists: readonly Held[]): AskRow[] =>
    lists.slice(0, rows).map((one) => rowOf(viewer, one, contributions));
  const [news, waiting] = await Promise.all([
    Promise.all(contributions.map(async (one) => (await one.news?.(ports, policy, me)) ?? [])),
    readWaiting(ports, { rows: 50 }),
  ]);
  // Asks stand in lists of their own above it.
  const toDo = waiting.rows.filter(({ procedure }) => procedure !== id);
  const now = ports.now();
  const toMe = [...mine, ...escalated];
  const people = Object.assign(
    {},
    ...open.map(({ situation }) => situation.people),
  ) as Situation['people'];
  const known = people[me] ?? (await ports.directory.people([me]))[0];
  return {
    now,
    viewer:
      known === undefined
        ? { accountId: me, name: 'You', active: true }
        : personView({ [me]: known }, me),
    awayUntil:
      known?.delegation !== undefined && absenceState(known.delegation, now) === 'now'
        ? known.delegation.until
        : null,
    counts: {
      overdue:
        toMe.filter(({ ask }) => ask.dueAt <= now).length +
        toDo.filter(({ overdue }) => overdue).length,
      waiting: toMe.length + toDo.length,
    },
    mine: view(mine),
    escalatedToMe: view(escalated),
    myTeam: view(others),
    toDo: toDo.slice(0, rows),
    toDoTotal: toDo.length,
    askedFor: waiting.askedFor.slice(0, rows),
    news: news.flat(),
    more:
      [mine, escalated, others, toDo].some(({ length }) => length > rows) ||
      ids.length === mostAsks,
    queues: Object.values(policy.queues).map(({ key, name }) => ({ key, name })),
  };
}

/** The asks that are still open, as the ledgers have it: the index may be behind. */
async function openAsks(
  ports: Ports,
  policy: Policy,
  tickets: readonly Ticket[],
  records: ReadonlyMap<string, TicketRecord>,
  queues: readonly string[],
): Promise<Held[]> {
  const reads = tickets.map((ticket) => ({
    ticket,
    ledger: records.get(ticket.issueId)?.ledger ?? null,
  }));
  const situations = await gatherAll(ports, policy, reads);
  return situations.flatMap((situation): Held[] => {
    const record = situation === null ? undefined : records.get(situation.ticket.issueId);
    const { ask } = asksOf(record?.ledger);
    if (situation === null || record === undefined || ask == null) return [];
    return queues.length > 0 && !queues.includes(situation.queue.key)
      ? []
      : [{ situation, record, ask }];
  });
}

/** AM-18: overdue in front, then in order of priority, then by due time. */
function bySop(a: Held, b: Held): number {
  const overdue = ({ ask, situation }: Held): number => (ask.dueAt <= situation.now ? 0 : 1);
  const rank = ({ situation }: Held): number =>
    priorityRank(situation.queue, situation.ticket.priority?.id ?? null);
  return overdue(a) - overdue(b) || rank(a) - rank(b) || a.ask.dueAt.localeCompare(b.ask.dueAt);
}

function rowOf(
  viewer: Viewer,
  { situation, record, ask }: Held,
  contributions: readonly Contribution[],
): AskRow {
  const { ticket, people, policy, now, account } = situation;
  const hidden = whyNoActionItem(situation.queue, {
    status: ticket.status.id,
    accountManager: ticket.accountManager?.accountId ?? null,
    priority: ticket.priority?.id ?? null,
  });
  return {
    issueId: ticket.issueId,
    revision: record.edition,
    key: ticket.key,
    summary: ticket.summary,
    account: {
      cid: ask.cid,
      name: account.kind === 'known' ? account.account.name : ask.cid,
      marks: contributions.flatMap((one) => one.marks?.(record.ledger) ?? []),
    },
    priority: { id: ticket.priority?.id ?? '', name: ticket.priority?.name ?? 'None' },
    status: ticket.status.name,
    holder: personView(people, ask.holder),
    askedBy: personViewOrNull(people, ask.askedBy),
    askedAt: ask.askedAt,
    dueAt: ask.dueAt,
    overdue: ask.dueAt <= now,
    note: ask.note === null ? null : ask.note.slice(0, noteExcerpt),
    promisedBy: ask.promisedBy,
    customerReplied: ask.customerReply !== null,
    mayPromise: whyNotPromise(record.ledger, situation, actorOn(viewer, ticket)) === null,
    hiddenBySop: hidden === null ? null : whyView(hidden, policy.version),
  };
}
