// KA-11, K10: how the monitoring of a release stands, by when its account runs production.
import { addBusinessMinutes } from '../../core/calendar/business-time';
import { dayAfter, type LocalDate, utcOfLocal } from '../../core/calendar/local-time';
import { type Instant, instantOf } from '../../core/instant';
import { calendarOf, localDay, type Situation } from '../../core/situation';
import { canonical } from '../../core/canonical';
import { type KeyAccountFacts, keyAccountOf, rhythmsOf } from './account';
import { type CycleStanding, cycleStanding, type Rhythm, runsOn } from './cycles';
import type { Release } from './release';
import { asRecorded, carriedOn, type Rhythms } from './rhythm';
import { keep, partOf, today } from './say';
import type { KeyAccountPolicy, ReleasePolicy } from './settings/policy';
import { under } from './signing';
import type { Case } from '../../core/case';

/** What the account of a release says of itself; undefined where it cannot be found. */
function factsOf(
  { account, named }: Situation,
  { cid }: Pick<Release, 'cid'>,
): KeyAccountFacts | undefined {
  const own =
    account.kind === 'known' && account.account.cid === cid
      ? account.account
      : named?.find((one) => one.cid === cid);
  return own === undefined ? undefined : keyAccountOf(own);
}

/**
 * X11: when the account runs production, and when it did while this release was followed: by the account, or by what was said
 * in this ticket while the account does not know it. What the release knows of the past stays, whatever the account says.
 */
export function releaseRhythms(situation: Situation, release: Release): Rhythms {
  const { rhythm, ran, cycles } = release;
  const facts = factsOf(situation, release);
  const own = facts === undefined ? { now: null } : rhythmsOf(facts);
  const said: Rhythms = own.now === null && rhythm !== undefined ? { ...own, now: rhythm } : own;
  if (ran === undefined)
    return asRecorded(
      said,
      cycles.map(({ date }) => date),
      runsOn,
    );
  // An account that is gone says nothing, which is not that it runs no more.
  return facts === undefined && rhythm === undefined ? ran : carriedOn(ran, said, today(situation));
}

/** When its account runs production from now on; null where nobody has said. */
export const rhythmOf = (situation: Situation, release: Release): Rhythm | null =>
  releaseRhythms(situation, release).now;

/** Null while no cycles are monitored: it is not processing-related, or not deployed. */
export function monitoring(
  situation: Situation,
  { cycles }: ReleasePolicy,
  release: Release,
): CycleStanding | null {
  const { deployedAt } = release.facts;
  if (deployedAt === null || release.processing?.value !== true) return null;
  return cycleStanding(
    releaseRhythms(situation, release),
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
  const ran = releaseRhythms(c, release);
  // Once the account knows what was said here, it is the account's to say.
  const { rhythm: _said, ...rest } = release;
  const known = factsOf(c, release)?.productionCycle !== undefined;
  const next: Release = { ...(known ? rest : release), nextCycle, askAt, ran };
  if (canonical(next) !== canonical(release)) keep(c, { release: next });
}
