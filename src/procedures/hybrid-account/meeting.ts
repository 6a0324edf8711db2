// HY-20: the sync meeting is due within its days, unless both departments agree on a later time.
import { after } from '../../core/clock';
import { earliest, type Instant } from '../../core/instant';
import type { Situation } from '../../core/situation';
import { other } from './knowledge';
import type { Onboarding } from './onboarding';
import type { Department, HybridPolicy } from './settings/policy';

/** The last time on which both agree; one that was set before it was kept by whom counts as agreed. */
const agreedOn = ({ meetingAt, meetingSet, meetingAgreed }: Onboarding): Instant | undefined =>
  meetingSet === undefined ? (meetingAt ?? undefined) : meetingAgreed;

/** A department sets the time; both have agreed where the other has set the same. */
export function withMeeting(onboarding: Onboarding, side: Department, at: Instant): Onboarding {
  const { meetingSet } = onboarding;
  const agreed = meetingSet?.[other(side)] === at ? at : agreedOn(onboarding);
  return {
    ...onboarding,
    meetingAt: at,
    meetingSet: { ...meetingSet, [side]: at },
    ...(agreed === undefined ? {} : { meetingAgreed: agreed }),
  };
}

/** Until when the days of the procedure are put off; null where they are not. */
export function putOffTo(onboarding: Onboarding): Instant | null {
  const agreed = agreedOn(onboarding);
  return agreed === undefined ? null : earliest(agreed, onboarding.meetingAt);
}

/** The other department has set a later time than the procedure allows, and this one has not agreed to it. */
export function isToAgree(
  situation: Situation,
  policy: HybridPolicy,
  onboarding: Onboarding,
  side: Department,
): boolean {
  const { meetingAt, meetingSet, joinedAt } = onboarding;
  if (meetingAt === null || meetingSet === undefined || joinedAt === null) return false;
  const allowed = after(situation, { days: policy.meeting.withinDays }, joinedAt, undefined);
  return (
    meetingAt > situation.now &&
    meetingAt > allowed &&
    meetingAt !== putOffTo(onboarding) &&
    meetingSet[side] !== meetingAt
  );
}
