// What somebody owes about a hybrid account, derived from what is known (X10): the engine keeps the time and tells people.
import type { Case } from '../../core/case';
import { after } from '../../core/clock';
import type { Instant } from '../../core/instant';
import { followedAccount } from '../../core/followed';
import { stepsOf, type Wait } from '../../core/wait';
import { asked, decideKey, openCrossroads, undecided } from './crossroads';
import { acknowledgeKey } from './hand-over';
import { severalTimes } from './happened';
import { openTickets, withKeys } from './integration';
import { departmentOfSeat, type Knowledge, newsOf, other, type Update } from './knowledge';
import { isToAgree, putOffTo } from './meeting';
import { isOpen, isRunning, type Onboarding, type OnboardingTask } from './onboarding';
import { questionKey } from './questions';
import { clipped } from './room';
import { type Department, type HybridPolicy, hybridSettingsOf } from './settings/policy';
import { meantFor, sidesOf, taskKey } from './sides';
import { integrationOf, knowledgeOf, onboardingOf } from './state';
import { cidOf, meantBy, toAcknowledge } from './who-knows';

/** What an onboarding of before tasks had a time has for each. */
const usualTaskDays = 5;

export function waits(c: Case): readonly Wait[] | null {
  const policy = hybridSettingsOf(c.policy);
  if (policy === undefined) return null;
  const onboarding = onboardingOf(c.ledger);
  const knowledge = knowledgeOf(c.ledger);
  return [
    // Whoever closes the ticket of an onboarding by hand has ended it; what is still open is on the radar.
    ...(isRunning(onboarding) && !c.ticket.status.done ? ofOnboarding(c, policy, onboarding) : []),
    ...(knowledge === undefined
      ? []
      : [...ofNews(c, policy, knowledge), ...ofQuestions(c, policy, knowledge)]),
    ...ofIntegration(c, policy),
  ];
}

function ofOnboarding(c: Case, policy: HybridPolicy, onboarding: Onboarding): Wait[] {
  const { cid, notifiedAt, acknowledged } = onboarding;
  const tasks = onboarding.tasks
    // H1: a place for steps of somebody's own is nobody's duty.
    .filter((task) => task.kind !== 'slot' && isOpen(onboarding, task))
    .flatMap((task) => ofTask(c, policy, onboarding, task));
  const acknowledge: Wait[] =
    notifiedAt === null || acknowledged !== null
      ? []
      : [
          {
            key: acknowledgeKey,
            clause: 'HY-08',
            title: 'Acknowledge the message about the new account, and start its onboarding',
            of: { people: meantFor(c, 'fmc', cid) },
            since: notifiedAt,
            within: { minutes: policy.acknowledgeMinutes },
            above: stepsOf(policy.above),
            tell: 'said',
            acts: ['acknowledge-onboarding'],
          },
        ];
  return [...tasks, ...acknowledge, ...ofCrossroads(c, policy, onboarding)];
}

/** Who does a task: CS Operations as a whole, or the person who has to. */
const partyOf = (c: Case, task: OnboardingTask, side: Department, cid: string): Wait['of'] =>
  task.owner === 'cs-ops' ? 'cs-ops' : { people: meantFor(c, side, cid) };

function ofTask(
  c: Case,
  policy: HybridPolicy,
  onboarding: Onboarding,
  task: OnboardingTask,
): Wait[] {
  const meeting = task.kind === 'meeting';
  const { cid } = onboarding;
  const putOff = meeting ? putOffTo(onboarding) : null;
  return sidesOf(task)
    .filter((side) => !task.done.some((one) => one.side === side))
    .map((side) => ({
      key: taskKey(task, side),
      clause: task.clause,
      ...(meeting ? (toMeet(c, policy, onboarding, side) ?? asTask(task)) : asTask(task)),
      of: partyOf(c, task, side, cid),
      cid,
      since: beganAt(c, onboarding, task),
      within: { days: meeting ? policy.meeting.withinDays : (task.withinDays ?? usualTaskDays) },
      // HY-20: it is due in its days, unless both have agreed on a later time.
      ...(putOff === null ? {} : { notBefore: putOff }),
      above: stepsOf(policy.above),
      // The opening tags whoever informs, the join both departments; nobody has spoken of the others.
      tell: task.kind === 'inform' || task.opens === 'when-both-called' ? 'said' : 'tag',
    }));
}

const asTask = ({ title }: OnboardingTask): Pick<Wait, 'title' | 'acts'> => ({
  title,
  acts: ['finish-task'],
});

/** What is to be done about the time of the meeting before it can be held; null where it has one. */
function toMeet(
  c: Case,
  policy: HybridPolicy,
  onboarding: Onboarding,
  side: Department,
): Pick<Wait, 'title' | 'acts'> | null {
  const acts = ['set-meeting', 'finish-task'];
  if (onboarding.meetingAt === null)
    return { title: 'Set the time of the sync meeting, and hold it', acts };
  return isToAgree(c, policy, onboarding, side)
    ? { title: 'Agree on the time of the sync meeting: set the same time, or another one', acts }
    : null;
}

/** When a task could begin. */
function beganAt(c: Case, onboarding: Onboarding, task: OnboardingTask): Instant {
  const opened = onboarding.openedAt ?? c.ticket.createdAt;
  const began = {
    'at-once': opened,
    'when-acknowledged': onboarding.acknowledged?.at,
    'when-both-called': onboarding.joinedAt,
  }[task.opens];
  return began ?? opened;
}

function ofCrossroads(c: Case, policy: HybridPolicy, onboarding: Onboarding): Wait[] {
  const name = followedAccount(c, onboarding.cid)?.name ?? onboarding.cid;
  return openCrossroads(onboarding).flatMap((at) =>
    undecided(at).map((side): Wait => ({
      key: decideKey(at, side),
      clause: 'HY-22',
      title: `Decide: ${asked(at, name)}`,
      of: { people: meantFor(c, side, onboarding.cid) },
      since: at.at,
      within: { days: policy.decideDays },
      above: stepsOf(policy.above),
      tell: 'said',
      acts: ['decide-onboarding'],
    })),
  );
}

/** HY-18: one for each person who has to know, for everything that they have not seen. */
const ofNews = (c: Case, policy: HybridPolicy, knowledge: Knowledge): Wait[] =>
  toAcknowledge(c, knowledge).flatMap(({ key, seats }): Wait[] => {
    const [seat] = seats;
    const people = meantBy(c, seat);
    const all = knowledge.updates.filter((one) =>
      seats.some((each) => newsOf(knowledge, each).includes(one)),
    );
    const [oldest] = all.toSorted((one, two) => one.at.localeCompare(two.at));
    if (oldest === undefined) return [];
    const within = { days: policy.updateDays };
    // Nobody is late with what they were told a moment ago: what came later is named when its own time is over.
    const over = all.filter(({ at }) => after(c, within, at, people[0]) <= c.now);
    return [
      {
        key,
        clause: all.every(({ happened }) => happened !== undefined) ? 'HY-21' : 'HY-18',
        title: titleOf(over.length === 0 ? [oldest] : over),
        of: { people },
        ...(departmentOfSeat(seat) === 'cs' ? { cid: cidOf(seat) } : {}),
        since: oldest.at,
        within,
        above: stepsOf(policy.above),
        tell: oldest.happened === undefined ? 'said' : 'tag',
        acts: ['acknowledge-updates'],
        askers: [
          ...new Set(
            all.flatMap(({ by, happened }) => (by === null || happened !== undefined ? [] : [by])),
          ),
        ],
      },
    ];
  });

function titleOf(news: readonly Update[]): string {
  const text = clipped(news.map(wordsOf).at(-1) ?? '');
  return news.length === 1
    ? `Acknowledge: ${text}`
    : `Acknowledge ${news.length} updates; the latest: ${text}`;
}

/** What happened again since is on the same line: its words are of now, and it is owed since the first. */
const wordsOf = ({ text, happened, times = 1 }: Update): string =>
  happened === undefined || times === 1 ? text : severalTimes[happened];

const ofQuestions = (c: Case, policy: HybridPolicy, { questions, accounts }: Knowledge): Wait[] =>
  questions
    .filter(({ answered }) => answered === null)
    .map((question) => ({
      key: questionKey(question),
      clause: 'HY-17',
      title: `Answer: ${clipped(question.text)}`,
      of: { people: meantFor(c, other(question.from), accounts[0] ?? '') },
      since: question.at,
      within: { minutes: policy.questionMinutes },
      above: stepsOf(policy.above),
      tell: 'said',
      acts: ['answer-question'],
      askers: [question.by],
    }));

/** HY-15: the CSM follows the specialists' instructions until it is resolved. */
function ofIntegration(c: Case, policy: HybridPolicy): Wait[] {
  const { account } = c;
  const cid =
    onboardingOf(c.ledger)?.cid ??
    knowledgeOf(c.ledger)?.accounts[0] ??
    (account.kind === 'known' ? account.account.cid : '');
  return openTickets(withKeys(integrationOf(c.ledger), c.ledger)).map(
    ({ id, at, ticket, summary }) => ({
      key: `integration:${id}`,
      clause: 'HY-15',
      title: `Follow ${ticket?.key ?? 'the ticket for the integrations team'} until it is resolved: ${clipped(summary)}`,
      of: { people: meantFor(c, 'cs', cid) },
      since: at,
      within: { days: policy.integrationDays },
      above: stepsOf(policy.above),
      tell: 'tag',
      acts: ['resolve-integration'],
    }),
  );
}
