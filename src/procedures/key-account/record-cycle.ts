// KA-11, K10: one production cycle after the release, passed or failed.
import { type Because, because } from '../../core/because';
import { addBusinessMinutes } from '../../core/calendar/business-time';
import { dayAfter, type LocalDate, utcOfLocal } from '../../core/calendar/local-time';
import type { Case } from '../../core/case';
import { type Instant, instantOf } from '../../core/instant';
import { calendarOf, localDay, type Situation } from '../../core/situation';
import { keyAccountOf } from './account';
import { countedCycles, nextRun, type Rhythm, runsOn, spellRhythm } from './cycles';
import { escalate } from './escalate';
import type { KeyAccountPolicy } from './settings/policy';
import type { Release } from './release';
import { count, keep, today, wrong } from './say';

export const rhythmOf = (situation: Situation): Rhythm | null =>
  situation.account.kind === 'known'
    ? (keyAccountOf(situation.account.account).productionCycle ?? null)
    : null;

/** The morning of the working day after a production day: by then somebody has seen how it went. */
export function morningAfter(situation: Situation, date: LocalDate): Instant {
  const calendar = calendarOf(situation, null);
  return addBusinessMinutes(
    calendar,
    instantOf(utcOfLocal(calendar.timeZone, dayAfter(date), 0)),
    60,
  );
}

/** What is to be expected next, once `release` stands as it does. */
export function expected(
  situation: Situation,
  { needed, onFailure }: KeyAccountPolicy['release']['cycles'],
  release: Release,
): Pick<Release, 'nextCycle' | 'askAt'> {
  const { deployedAt } = release.facts;
  if (
    deployedAt === null ||
    release.processing?.value !== true ||
    countedCycles(release.cycles, { needed, onFailure }) >= needed
  )
    return { nextCycle: null, askAt: null };
  const deployed = localDay(situation, deployedAt);
  const last = release.cycles.at(-1)?.date;
  const next = nextRun(
    rhythmOf(situation),
    last !== undefined && last > deployed ? last : deployed,
  );
  return next === null
    ? { nextCycle: null, askAt: null }
    : { nextCycle: next, askAt: morningAfter(situation, next) };
}

/** A production cycle after the release (KA-11). */
export interface RecordedCycle {
  readonly date: LocalDate;
  readonly passed: boolean;
  readonly note: string;
}

export function recordCycle(
  c: Case,
  policy: KeyAccountPolicy,
  release: Release,
  step: RecordedCycle,
  by: string,
): Because | null {
  const { date, passed } = step;
  const note = step.note.trim();
  const { deployedAt } = release.facts;
  if (release.processing === null)
    return because('K9', 'First say whether this release is processing-related.', {});
  if (!release.processing.value)
    return because(
      'KA-11',
      'This release is not processing-related, so no cycles are monitored.',
      {},
    );
  if (deployedAt === null)
    return wrong(
      'KA-11',
      'First enter when it was deployed: cycles count from then.',
      'deployedAt',
    );
  const deployed = localDay(c, deployedAt);
  if (date > today(c))
    return wrong('KA-11', `${date} lies in the future. Record a cycle after it has run.`, 'date');
  if (date < deployed)
    return wrong('KA-11', `${date} is before the release was deployed (${deployed}).`, 'date');
  if (release.cycles.some((one) => one.date === date))
    return wrong('KA-11', `The cycle of ${date} is recorded already.`, 'date');
  const last = release.cycles.at(-1);
  if (last !== undefined && date < last.date)
    return wrong(
      'KA-11',
      `The cycle of ${last.date} is recorded already; record cycles in their order.`,
      'date',
    );
  const rhythm = rhythmOf(c);
  if (!runsOn(rhythm, date))
    return wrong(
      'K10',
      `No production runs on ${date}: this account runs ${spellRhythm(rhythm)}. The next is on ${nextRun(rhythm, date) ?? 'no date on record'}.`,
      'date',
    );
  if (!passed && note.length < 5) return wrong('K10', 'Say what failed, in a sentence.', 'note');
  if (note.length > 500) return wrong('K10', 'The note has at most 500 characters.', 'note');
  const cycles = [...release.cycles, { date, passed, note, by, at: c.now }];
  const changed = { ...release, cycles };
  keep(c, { release: { ...changed, ...expected(c, policy.release.cycles, changed) } });
  const counted = countedCycles(cycles, policy.release.cycles);
  const { needed, onFailure } = policy.release.cycles;
  c.done(
    c.now,
    by,
    passed
      ? `Production cycle of ${date} passed: ${counted} of ${needed}`
      : `Production cycle of ${date} failed`,
    because(
      passed ? 'KA-11' : 'K10',
      passed
        ? 'Monitored after the release.'
        : onFailure === 'restart'
          ? 'A failed cycle is a quality issue, and the count starts again.'
          : 'A failed cycle is a quality issue.',
      note === '' ? {} : { note },
    ),
  );
  count(c, by, release.cid, { kind: 'cycle', date, passed });
  if (!passed)
    escalate(c, policy.escalation, {
      aspect: 'accuracy',
      what: `The production cycle of ${date} failed after a release: ${note}`,
      by,
    });
  return null;
}
