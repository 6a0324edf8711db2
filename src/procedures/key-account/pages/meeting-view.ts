// What the panel shows of a weekly meeting: how the weeks went, what was agreed before, and what is agreed now (KA-06, KA-07).
import type { ActionView, EarlierActionView, MeetingView } from '../contract/meeting';
import type { Actor } from '../../../core/act';
import type { Authority } from '../../../core/asked';
import type { Because } from '../../../core/because';
import type { CustomerAccount } from '../../../core/account';
import { holdersOf, isOf } from '../../../core/clock';
import type { AccountId } from '../../../core/ids';
import type { People } from '../../../core/people';
import { allRoles, peopleIn, roleNames } from '../../../core/roles';
import type { Situation } from '../../../core/situation';
import { personView, whyView } from '../../../app/views/why';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import type { Happening } from '../happening';
import { id } from '../key-part';
import { isOpenAction, type Meeting, type OpenActions, openActionsList } from '../meeting';
import { whyNotAction, whyNotAdd, whyNotRecord } from '../meeting-may';
import { monthAfter, monthsUpTo } from '../months';
import { trends, weekSummaries } from '../summary';
import { meetingKeys } from '../wait-keys';

const weeksShown = 12;
/** Twelve weeks lie in at most four months. */
const monthsRead = 4;
/** Earlier meetings whose open actions are shown. */
const mostEarlier = 20;
/** People of roles who are offered. */
const mostOffered = 60;

/** Everything that the panel of a meeting reads. */
interface Reading {
  readonly known: Authority;
  readonly meeting: Meeting;
  readonly actor: Actor;
}

/** @param sees which of these tickets the viewer may see, by their ids */
export async function meetingView(
  ports: Ports,
  { known, meeting, actor }: Reading,
  sees: (issueIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<MeetingView> {
  const months = monthsUpTo(meeting.week.slice(0, 7), monthsRead);
  // A week may end in the month after the one it began in.
  const next = monthAfter(meeting.week);
  const [happenings, listed, accounts] = await Promise.all([
    ports.happenings.ofMonths<Happening>([...[...months].reverse(), next]),
    ports.tickets.listed<OpenActions>(openActionsList, known.ticket.projectId, mostEarlier),
    ports.directory.marked('key-account'),
  ]);
  const before = listed.filter(({ week }) => week < meeting.week);
  const seen = before.length === 0 ? new Set() : await sees(before.map(({ issueId }) => issueId));
  const earlier = before.filter(({ issueId }) => seen.has(issueId));
  const people = await withNames(
    ports,
    known.people,
    [...offered(known, actor), ...named(meeting), ...earlier.flatMap(ownersOf)],
    true,
  );
  const weeks = weekSummaries(happenings, meeting.week, weeksShown);
  return {
    ...viewOf({ known: { ...known, people }, meeting, actor }),
    earlier: earlier.flatMap((one) => earlierView(people, known.now, one)),
    weeks,
    trends: trends(weeks),
    people: offered(known, actor).map((one) => personView(people, one)),
    accounts: accounts.map(({ cid, name }: CustomerAccount) => ({ cid, name })),
  };
}

const ownersOf = ({ actions }: OpenActions): AccountId[] => actions.map(({ owner }) => owner);

/** Everybody whom the meeting names. */
const named = ({ outcome, changes, actions }: Meeting): (AccountId | undefined)[] => [
  outcome?.by,
  ...(outcome?.how === 'held' ? outcome.attended : []),
  ...changes.map(({ by }) => by),
  ...actions.flatMap(({ owner, by, moved, done }) => [owner, by, moved?.by, done?.by]),
];

/** Whoever has a role, and who stands on the ticket or looks at it. */
const offered = ({ policy, ticket }: Situation, { accountId }: Actor): AccountId[] =>
  [
    ...new Set([
      accountId,
      ...(ticket.assignee?.kind === 'person' ? [ticket.assignee.accountId] : []),
      ...allRoles.flatMap((role) => peopleIn(policy, role)),
    ]),
  ].slice(0, mostOffered);

function viewOf({
  known,
  meeting,
  actor,
}: Reading): Omit<MeetingView, 'earlier' | 'weeks' | 'trends' | 'people' | 'accounts'> {
  const { people, now } = known;
  const { week, day, by, outcome, changes, actions } = meeting;
  const clock = known.ledger.clocks?.find(isOf(id, meetingKeys.meeting(week)));
  const dueAt = clock?.dueAt ?? meeting.dueAt;
  return {
    week,
    day,
    by: roleNames[by],
    with: clock === undefined ? [] : holdersOf(clock).map((one) => personView(people, one)),
    dueAt,
    overdue: outcome === null && dueAt < now,
    outcome:
      outcome === null
        ? null
        : outcome.how === 'not-held'
          ? { ...outcome, by: personView(people, outcome.by) }
          : {
              ...outcome,
              by: personView(people, outcome.by),
              attended: outcome.attended.map((one) => personView(people, one)),
              lookedAt: outcome.lookedAt.length,
            },
    changes: changes.map((one) => ({
      ...one,
      account: one.account?.name ?? null,
      by: personView(people, one.by),
    })),
    actions: actions.map((one) => actionView({ known, meeting, actor }, one)),
    whyNotRecord: refusal(known, whyNotRecord(known, meeting, actor)),
    whyNotAdd: refusal(known, whyNotAdd(known, meeting, actor)),
  };
}

const refusal = ({ policy, people }: Situation, refused: Because | null) =>
  refused === null ? null : whyView(refused, policy.version, people);

function actionView(
  { known, meeting, actor }: Reading,
  action: Meeting['actions'][number],
): ActionView {
  const { people, now } = known;
  const { id: number, text, account, owner, due, moved, done } = action;
  const clock = known.ledger.clocks?.find(isOf(id, meetingKeys.action(number)));
  const [holder] = clock === undefined ? [] : holdersOf(clock);
  return {
    id: number,
    text,
    account: account?.name ?? null,
    owner: personView(people, owner),
    with: holder === undefined || holder === owner ? null : personView(people, holder),
    due,
    overdue: isOpenAction(action) && (clock?.dueAt ?? action.dueAt) < now,
    moved: moved === null ? null : { ...moved, by: personView(people, moved.by) },
    done: done === null ? null : { ...done, by: personView(people, done.by) },
    whyNot: refusal(known, whyNotAction(known, meeting, action, actor)),
  };
}

const earlierView = (
  people: People,
  now: string,
  { key, week, actions }: OpenActions,
): EarlierActionView[] =>
  actions.map(({ id: number, text, account, owner, due, dueAt }) => ({
    key,
    week,
    id: number,
    text,
    account: account?.name ?? null,
    owner: personView(people, owner),
    due,
    overdue: dueAt < now,
  }));
