// What the panel shows of an onboarding.
import { followedAccount } from '../../../core/followed';
import type { AccountId, Cid } from '../../../core/ids';
import type { Situation } from '../../../core/situation';
import { personView } from '../../../app/views/why';
import { type AskedIn, isAsked } from '../../../core/asked';
import { id as hybrid } from '../state';
import type { OnboardingView, TaskView } from '../contract/panel';
import { asked, choicesAt, decideKey, openCrossroads } from '../crossroads';
import { acknowledgeKey } from '../hand-over';
import { both } from '../knowledge';
import { isAboard, isDone, isOpen, type Onboarding, type OnboardingTask } from '../onboarding';
import type { HybridPolicy } from '../settings/policy';
import { departmentOf, mayTick } from '../sides';
import { lacks } from '../task-proof';
import { knowersOf } from '../who-knows';

export const nameOfAccount = (situation: Situation, cid: Cid): string => {
  const { account } = situation;
  const own = account.kind === 'known' && account.account.cid === cid ? account.account : undefined;
  return (followedAccount(situation, cid) ?? own)?.name ?? cid;
};

export function onboardingView(
  situation: Situation,
  policy: HybridPolicy,
  { onboarding, clocks }: { readonly onboarding: Onboarding; readonly clocks: AskedIn },
  viewer: AccountId,
): OnboardingView {
  const { people, now } = situation;
  const goesOn = onboarding.ended == null;
  const task = (one: OnboardingTask): TaskView => {
    const mine = mayTick(situation, viewer, { cid: onboarding.cid, clocks }, one);
    const open = isOpen(onboarding, one);
    return {
      id: one.id,
      title: one.title,
      owner: one.owner,
      kind: one.kind,
      clause: one.clause,
      message: one.message,
      state: isDone(one) ? 'done' : open ? 'open' : 'later',
      done: one.done.map(({ by, at, note, on }) => ({
        by: personView(people, by),
        at,
        note,
        ...(on === undefined ? {} : { on }),
      })),
      needs: lacks(onboarding, one),
      notBefore:
        one.kind === 'meeting' && onboarding.meetingAt !== null && onboarding.meetingAt > now
          ? onboarding.meetingAt
          : null,
      channel: one.kind === 'inform' ? policy.channels.departments : null,
      mayTick: goesOn && open && mine !== null && !one.done.some((done) => done.side === mine),
    };
  };
  const { acknowledged } = onboarding;
  return {
    cid: onboarding.cid,
    account: nameOfAccount(situation, onboarding.cid),
    opportunity: onboarding.opportunity,
    type: onboarding.type,
    tasks: onboarding.tasks.map(task),
    notifiedAt: onboarding.notifiedAt,
    acknowledgeBy: onboarding.acknowledgeBy,
    acknowledged:
      acknowledged === null
        ? null
        : { by: personView(people, acknowledged.by), at: acknowledged.at },
    mayAcknowledge:
      goesOn &&
      onboarding.notifiedAt !== null &&
      acknowledged === null &&
      (knowersOf(situation, 'fmc').includes(viewer) ||
        isAsked(clocks, { procedure: hybrid, wait: acknowledgeKey }, viewer)),
    object: onboarding.object,
    channel: onboarding.channel,
    joinedAt: onboarding.joinedAt,
    meeting: {
      minutes: policy.meeting.minutes,
      agenda: policy.meeting.agenda,
      at: onboarding.meetingAt,
    },
    aboard: isAboard(onboarding),
    crossroads: goesOn
      ? openCrossroads(onboarding).map((at) => ({
          id: at.id,
          question: asked(at, nameOfAccount(situation, onboarding.cid)),
          at: at.at,
          choices: choicesAt(at),
          votes: both.flatMap((one) => {
            const vote = at.votes[one];
            return vote === undefined
              ? []
              : [{ side: one, choice: vote.choice, by: personView(people, vote.by) }];
          }),
          mayDecide:
            departmentOf(situation, viewer, [onboarding.cid]) !== null ||
            both.some((one) =>
              isAsked(clocks, { procedure: hybrid, wait: decideKey(at, one) }, viewer),
            ),
        }))
      : [],
    ended: onboarding.ended ?? null,
  };
}
