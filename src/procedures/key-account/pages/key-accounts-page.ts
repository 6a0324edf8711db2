// The page "Key accounts" of a project: who they are, how they are doing, and what the weeks and months looked like.
import { keyAccountOf } from '../account';
import { keyTicketList, anybody } from '../key-ticket';
import type { KeyAccountRow, KeyAccountsView, MonthTold, MonthView } from '../contract/overview';
import type { CustomerAccount } from '../../../core/account';
import { localDateAt } from '../../../core/calendar/local-time';
import type { ProjectId } from '../../../core/ids';
import { msOf } from '../../../core/instant';
import { spellRhythm } from '../cycles';
import { keyAccountSettingsOf } from '../settings/policy';
import { defaultKeyAccountPolicy } from '../settings/usual';
import type { Happening } from '../happening';
import type { KeyTicket } from '../key-ticket';
import { isKeyAtEndOf, isKeyOn, periodIn, standingPeriod } from '../listed';
import { withMark } from '../mark';
import { type AccountNote, current } from '../notes';
import { pulseOf } from '../pulse';
import { monthSummary, trends, weekSummaries } from '../summary';
import type { People } from '../../../core/people';
import type { Policy, QueuePolicy } from '../../../core/policy';
import { RelayError } from '../../../app/errors';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import type { Catalogue } from '../../../app/settings-ports';
import { settingsOf, type Viewer, viewerOf } from '../../../app/viewer';
import { personView, personViewOrNull } from '../../../app/views/why';
import { noteView } from './key-account-view';
import { monthTold } from './month-told';
import { monthAfter, monthsUpTo } from '../months';

/** Tickets looked at for the page: more than anybody reads, and few requests to Jira. */
const mostTickets = 500;
const perRequest = 100;
const weeksShown = 12;
const monthsShown = 13;

/** Who looks at the page, and from which project. */
export interface PageViewer {
  readonly viewer: Viewer;
  readonly policy: Policy;
  readonly queue: QueuePolicy | null;
  readonly today: string;
}

/** @throws RelayError `permission` for whoever may not browse the project the page stands in */
export async function viewerOfPage(
  ports: Ports,
  catalogue: Catalogue,
  projectId: ProjectId | null,
): Promise<PageViewer> {
  const viewer = viewerOf(ports);
  const project = projectId === null ? null : await catalogue.project(projectId).catch(() => null);
  if (project === null)
    throw new RelayError('permission', 'This page is for people who may browse its project.', {
      remedy: 'Ask an administrator of the project to let you in.',
    });
  const policy = await settingsOf(ports);
  const queue = policy.queues[project.id] ?? null;
  const calendar = policy.calendars[(queue ?? Object.values(policy.queues)[0])?.calendar ?? ''];
  return {
    viewer,
    policy,
    queue,
    today: localDateAt(calendar?.timeZone ?? 'UTC', msOf(ports.now())),
  };
}

/** The queue in which requests about the list are kept: the page's own, else the first that keeps them. */
export function listingQueue({ policy, queue }: PageViewer): QueuePolicy | null {
  const keeps = (one: QueuePolicy | null): boolean =>
    one !== null && (keyAccountSettingsOf(one)?.listing.requestTypes.length ?? 0) > 0;
  return keeps(queue) ? queue : (Object.values(policy.queues).find(keeps) ?? null);
}

const runs = ({ queues }: Policy): boolean =>
  Object.values(queues).some((queue) => keyAccountSettingsOf(queue) !== undefined);
const markOf = ({ queues }: Policy): string =>
  Object.values(queues)
    .map(keyAccountSettingsOf)
    .find((policy) => policy !== undefined)?.mark ?? defaultKeyAccountPolicy.mark;

/** Of these tickets, those the viewer may see. */
async function seenBy(
  { viewer, policy }: PageViewer,
  issueIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const pages = Array.from({ length: Math.ceil(issueIds.length / perRequest) }, (_, page) =>
    issueIds.slice(page * perRequest, (page + 1) * perRequest),
  );
  const tickets = await Promise.all(pages.map((page) => viewer.door.readTickets(page, policy)));
  return new Set(tickets.flat().map(({ issueId }) => issueId));
}

export async function readKeyAccounts(
  ports: Ports,
  page: PageViewer,
  mayAsk: boolean,
): Promise<KeyAccountsView> {
  const { policy, today } = page;
  const now = ports.now();
  const months = monthsUpTo(today.slice(0, 7), 4);
  const [accounts, all, happenings] = await Promise.all([
    ports.directory.marked('key-account'),
    ports.tickets.listed<KeyTicket>(keyTicketList, anybody, mostTickets, 'latest-first'),
    ports.happenings.ofMonths<Happening>([...months].reverse()),
  ]);
  const [seen, notes] = await Promise.all([
    seenBy(
      page,
      all.map(({ issueId }) => issueId),
    ),
    ports.notes.of<AccountNote>(accounts.map(({ cid }) => cid)),
  ]);
  const open = all.filter(({ issueId }) => seen.has(issueId));
  const known = await ports.directory.people(accounts.map(({ accountManager }) => accountManager));
  const people = await withNames(
    ports,
    Object.fromEntries(known.map((person) => [person.accountId, person])),
    Object.values(notes)
      .flat()
      .map(({ by }) => by),
    true,
  );
  const weeks = weekSummaries(happenings, today, weeksShown);
  const mark = markOf(policy);
  const rows = accounts.map((account) =>
    rowOf(account, { mark, open, happenings, now, today, people, notes: notes[account.cid] ?? [] }),
  );
  return {
    now,
    today,
    on: runs(policy),
    accounts: [...rows].sort((a, b) => ranks[a.standing] - ranks[b.standing]),
    weeks,
    trends: trends(weeks),
    mayAsk,
    waiting: open.flatMap(({ key, kind, cid, dueAt }) =>
      kind === 'listing' || kind === 'month-end' || kind === 'meeting'
        ? [{ key, kind, account: cid, dueAt }]
        : [],
    ),
    months: monthsUpTo(today.slice(0, 7), monthsShown),
    names: accounts
      .filter((account) => isKeyOn(account, today))
      .map(({ cid, name }) => ({ cid, now: name, marked: withMark(mark, name, cid) })),
  };
}

const ranks = { key: 0, planned: 1, ended: 2 } as const;

interface RowFacts {
  readonly mark: string;
  readonly open: readonly KeyTicket[];
  readonly happenings: readonly Happening[];
  readonly now: string;
  readonly today: string;
  readonly people: People;
  readonly notes: readonly AccountNote[];
}

function rowOf(
  account: CustomerAccount,
  { mark, open, happenings, now, today, people, notes }: RowFacts,
): KeyAccountRow {
  const { cid, name } = account;
  const { productionCycle } = keyAccountOf(account);
  const period = standingPeriod(account, today);
  const own = open.filter((ticket) => ticket.cid === cid && ticket.kind !== 'listing');
  const keys = (some: readonly KeyTicket[]): string[] => some.map(({ key }) => key);
  return {
    cid,
    name,
    marked: withMark(mark, name, cid),
    from: period?.from ?? null,
    until: period?.until ?? null,
    standing: isKeyOn(account, today) ? 'key' : (period?.from ?? '') > today ? 'planned' : 'ended',
    accountManager: personView(people, account.accountManager),
    rhythm: spellRhythm(productionCycle ?? null),
    open: keys(own),
    overdue: keys(own.filter(({ dueAt }) => dueAt !== null && dueAt < now)),
    escalated: keys(own.filter(({ escalated }) => escalated)),
    releases: keys(own.filter(({ kind }) => kind === 'release')),
    pulse: pulseOf(cid, own, happenings, now, today),
    notes: current(notes, today).map((note) => noteView({ people }, note)),
  };
}

/** @throws RelayError `input` for a month that is none, or has not begun */
export async function readMonth(
  ports: Ports,
  { today }: PageViewer,
  month: string,
): Promise<MonthView> {
  const thisMonth = today.slice(0, 7);
  refuseToCome(month, thisMonth);
  const before = monthsUpTo(month, monthsShown).reverse();
  // A month is confirmed in the one after it.
  const after = monthsUpTo(thisMonth, 2).filter((one) => one > month);
  const [accounts, happenings] = await Promise.all([
    ports.directory.marked('key-account'),
    ports.happenings.ofMonths<Happening>(
      [...before, ...new Set([...after, monthAfter(month)])]
        .filter((one) => one <= thisMonth)
        .sort(),
    ),
  ]);
  const summary = monthSummary(month, happenings);
  const people = await withNames(ports, {}, [summary.confirmed?.by], true);
  const changed = [...summary.added, ...summary.removed];
  const listed = accounts.filter(
    (account) =>
      (month === thisMonth ? isKeyOn(account, today) : isKeyAtEndOf(account, month)) ||
      changed.some(({ cid }) => cid === account.cid),
  );
  const { added: _added, removed: _removed, confirmed, ...numbers } = summary;
  return {
    ...numbers,
    running: month === thisMonth,
    list: listed.map((account) => {
      const { cid, name } = account;
      const period = periodIn(account, month) ?? standingPeriod(account, today);
      const change = changed.filter((one) => one.cid === cid).at(-1);
      return {
        cid,
        name,
        from: period?.from ?? null,
        until: period?.until ?? null,
        change: change === undefined ? null : change.what.kind,
        key: change?.key ?? null,
      };
    }),
    confirmed:
      confirmed === null
        ? null
        : { by: personViewOrNull(people, confirmed.by), on: confirmed.day, key: confirmed.key },
    before: before.map((one) => {
      const { escalations, issues, signedOff, retrospective, cyclesFailed } =
        one === month ? summary : monthSummary(one, happenings);
      return {
        month: one,
        escalations: escalations.count,
        signedOff: signedOff.count,
        retrospective: retrospective.count,
        cyclesFailed: cyclesFailed.count,
        issues: {
          'code-quality': issues['code-quality'].count,
          timing: issues.timing.count,
          accuracy: issues.accuracy.count,
        },
      };
    }),
  };
}

/** @throws RelayError `input` for a month that has not begun */
function refuseToCome(month: string, thisMonth: string): void {
  if (month > thisMonth)
    throw new RelayError('input', `${month} has not begun yet.`, {
      field: 'month',
      remedy: 'Choose a month that has.',
    });
}

/**
 * What a month tells in words; how it ended may have been said in any month since.
 * @throws RelayError `input` for a month that has not begun
 */
export async function readTold(ports: Ports, page: PageViewer, month: string): Promise<MonthTold> {
  const thisMonth = page.today.slice(0, 7);
  refuseToCome(month, thisMonth);
  const months = monthsUpTo(month, monthsShown).reverse();
  for (let next = monthAfter(month); next <= thisMonth; next = monthAfter(next)) months.push(next);
  const happenings = await ports.happenings.ofMonths<Happening>(months);
  return monthTold(ports, month, happenings, (issueIds) =>
    seenBy(page, issueIds.slice(0, mostTickets)),
  );
}

/** The whole page, as it is read and as it stands after something was done on it. */
export const keyAccountsPage = (ports: Ports, page: PageViewer): Promise<KeyAccountsView> =>
  readKeyAccounts(ports, page, listingQueue(page) !== null);
