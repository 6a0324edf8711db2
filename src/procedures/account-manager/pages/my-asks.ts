// The account manager's dashboard: what waits on me, what was escalated to me, what waits on my team.
import { contributionsTo } from '../../../app/at-work';
import { peopleOf, type Theirs } from '../rows';
import { teamList } from '../../../core/procedure';
import { askedForList, waitingList } from '../../../core/wait-rows';
import { askKey, asksOf, id, isAskKey } from '../asks';
import type { AskRow, MyAsksFilter, MyAsksView } from '../contract/gadget';
import { absenceState } from '../../../core/absence';
import type { Instant } from '../../../core/instant';
import { whyNoActionItem } from '../action-item';
import { whyNotPromise } from '../may';
import type { OpenAsk } from '../ask';
import { priorityRank } from '../../../core/policy';
import type { Situation } from '../../../core/situation';
import type { Contribution } from '../../../app/contribution';
import type { Ports } from '../../../app/ports';
import { readGone } from '../../../app/waits/gone';
import { findListed, type Found, waitingIn } from '../../../app/waits/waiting';
import { actorOn, settingsOf, type Viewer, viewerOf } from '../../../app/viewer';
import { personView, personViewOrNull, whyView } from '../../../app/views/why';

const defaultRows = 20;
const noteExcerpt = 280;

interface Held extends Found {
  readonly ask: OpenAsk;
  /** What it is to the viewer, where they have it, or had it and may still answer. */
  readonly theirs: Theirs | undefined;
}

const dueOf = ({ ask, theirs }: Held): Instant => theirs?.dueAt ?? ask.dueAt;

/** Everything that stands in the viewer's lists, read once. */
export async function readMyAsks(ports: Ports, filter: MyAsksFilter): Promise<MyAsksView> {
  const viewer = viewerOf(ports);
  const me = viewer.accountId;
  const policy = await settingsOf(ports);
  const lists = [waitingList, askedForList, ...(filter.includeTeam === true ? [teamList] : [])];
  const [{ found, full, memory }, gone] = await Promise.all([
    findListed(ports, lists, filter.memory),
    readGone(ports),
  ]);
  const wanted = filter.queues ?? [];
  const shown = found.filter(
    ({ situation }) => wanted.length === 0 || wanted.includes(situation.queue.key),
  );
  const open = shown.flatMap((one): Held[] => {
    const { ask } = asksOf(one.record.ledger);
    return ask === null ? [] : [{ ...one, ask, theirs: peopleOf(ask).get(me) }];
  });
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
  const mine = list(({ theirs }) => theirs?.rung === 0);
  const escalated = list(({ theirs }) => theirs !== undefined && theirs.rung > 0);
  const others = list(({ ask, theirs }) => theirs === undefined && ask.regionalManager === me);
  const view = (lists: readonly Held[]): AskRow[] =>
    lists.slice(0, rows).map((one) => rowOf(viewer, one, contributions));
  const news = await Promise.all(
    contributions.map(async (one) => (await one.news?.(ports, policy, me)) ?? []),
  );
  const waiting = waitingIn(ports, shown);
  // Asks stand in lists of their own above it.
  const toDo = waiting.rows.filter(({ procedure, wait }) => procedure !== id || !isAskKey(wait));
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
        toMe.filter((one) => dueOf(one) <= now).length +
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
    memory,
    more: [mine, escalated, others, toDo].some(({ length }) => length > rows) || full,
    gone,
    queues: Object.values(policy.queues).map(({ key, name }) => ({ key, name })),
  };
}

/** AM-18: overdue in front, then in order of priority, then by due time. */
function bySop(a: Held, b: Held): number {
  const overdue = (held: Held): number => (dueOf(held) <= held.situation.now ? 0 : 1);
  const rank = ({ situation }: Held): number =>
    priorityRank(situation.queue, situation.ticket.priority?.id ?? null);
  return overdue(a) - overdue(b) || rank(a) - rank(b) || dueOf(a).localeCompare(dueOf(b));
}

function rowOf(viewer: Viewer, held: Held, contributions: readonly Contribution[]): AskRow {
  const { situation, record, ask, theirs } = held;
  const dueAt = dueOf(held);
  const { ticket, people, policy, now, account } = situation;
  const hidden = whyNoActionItem(situation.queue, {
    status: ticket.status.id,
    accountManager: ticket.accountManager?.accountId ?? null,
    priority: ticket.priority?.id ?? null,
  });
  return {
    issueId: ticket.issueId,
    revision: record.edition,
    wait: askKey(asksOf(record.ledger).asks),
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
    nowWith:
      theirs !== undefined && ask.holder !== viewer.accountId
        ? personView(people, ask.holder)
        : null,
    dueAt,
    overdue: dueAt <= now,
    note: ask.note === null ? null : ask.note.slice(0, noteExcerpt),
    promisedBy: ask.promisedBy,
    customerReplied: ask.customerReply !== null,
    mayPromise: whyNotPromise(record.ledger, situation, actorOn(viewer, ticket)) === null,
    hiddenBySop: hidden === null ? null : whyView(hidden, policy.version),
  };
}
