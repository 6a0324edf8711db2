// KA-11, K10: how the monitoring of a release stands, by when its account runs production.
import { addBusinessMinutes } from '../../core/calendar/business-time';
import { dayAfter, type LocalDate, utcOfLocal } from '../../core/calendar/local-time';
import { type Instant, instantOf } from '../../core/instant';
import { calendarOf, localDay, type Situation } from '../../core/situation';
import { keyAccountOf } from './account';
import { type CycleStanding, cycleStanding, type Rhythm } from './cycles';
import type { Release } from './release';
import { keep, partOf, today } from './say';
import type { KeyAccountPolicy, ReleasePolicy } from './settings/policy';
import { under } from './signing';
import type { Case } from '../../core/case';

/** The account's, or what was said in this ticket while the account does not know it; null where nobody has said. */
export const rhythmOf = (
  { account, named }: Situation,
  { cid, rhythm }: Pick<Release, 'cid' | 'rhythm'>,
): Rhythm | null => {
  const own =
    account.kind === 'known' && account.account.cid === cid
      ? account.account
      : named?.find((one) => one.cid === cid);
  return (own === undefined ? undefined : keyAccountOf(own).productionCycle) ?? rhythm ?? null;
};

/** Null while no cycles are monitored: it is not processing-related, or not deployed. */
export function monitoring(
  situation: Situation,
  { cycles }: ReleasePolicy,
  release: Release,
): CycleStanding | null {
  const { deployedAt } = release.facts;
  if (deployedAt === null || release.processing?.value !== true) return null;
  return cycleStanding(
    rhythmOf(situation, release),
    release.cycles,
    { deployed: localDay(situation, deployedAt), today: today(situation) },
    cycles,
  );
}

/** The morning of the working day after a production day: by then somebody has seen how it went. */
export function morningAfter(situation: Situation, date: LocalDate): Instant {
  const calendar = calendarOf(situation, null);
  return addBusinessMinutes(
    calendar,
    instantOf(utcOfLocal(calendar.timeZone, dayAfter(date), 0)),
    60,
  );
}

/** Days of production that were due: those of which it is asked how they went, and the one of which it will be. */
export function dueDays(
  situation: Situation,
  { owed, ahead }: CycleStanding,
): { readonly asked: readonly LocalDate[]; readonly coming: LocalDate | null } {
  const days = ahead === null ? owed : [...owed, ahead];
  return {
    asked: days.filter((day) => morningAfter(situation, day) <= situation.now),
    coming: days.find((day) => morningAfter(situation, day) > situation.now) ?? null,
  };
}

/** Monitoring follows from what the release is now, and from when its account runs production. */
export function expectCycles(c: Case, policy: KeyAccountPolicy): void {
  const { release } = partOf(c);
  if (release === null || release.finished !== null) return;
  const cycles = monitoring(c, under(policy.release, release), release);
  const nextCycle = cycles?.next ?? null;
  const coming = cycles === null ? null : dueDays(c, cycles).coming;
  const askAt = coming === null ? null : morningAfter(c, coming);
  if (nextCycle !== release.nextCycle || askAt !== release.askAt)
    keep(c, { release: { ...release, nextCycle, askAt } });
}
