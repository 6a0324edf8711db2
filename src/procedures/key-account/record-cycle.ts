// KA-11, K10: one production cycle after the release, passed or failed.
import { type Because, because } from '../../core/because';
import type { LocalDate } from '../../core/calendar/local-time';
import { canonical } from '../../core/canonical';
import type { Case } from '../../core/case';
import { isOf } from '../../core/clock';
import { localDay } from '../../core/situation';
import { nextRun, type Rhythm, runsOn, spellRhythm } from './cycles';
import { rhythmOn, type Rhythms } from './rhythm';
import { setRhythm as rhythmEffect } from './effects';
import { escalate } from './escalate';
import type { Aspect } from './happening';
import { id } from './key-part';
import { monitoring, releaseRhythms } from './monitoring';
import type { KeyAccountPolicy } from './settings/policy';
import type { Release } from './release';
import { count, keep, today, wrong } from './say';
import { releaseKeys } from './wait-keys';

/** A production cycle after the release (KA-11). */
export interface RecordedCycle {
  readonly date: LocalDate;
  readonly passed: boolean;
  readonly note: string;
  /** KA-07: what a failed one is about; needed where the settings ask. */
  readonly aspect?: Aspect | null | undefined;
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
  const refused = whyNotRecord(c, release, date);
  if (refused !== null) return refused;
  if (!passed && note.length < 5) return wrong('K10', 'Say what failed, in a sentence.', 'note');
  if (note.length > 500) return wrong('K10', 'The note has at most 500 characters.', 'note');
  const aspect = aspectOf(policy, step);
  if (!passed && aspect === null)
    return wrong(
      'KA-07',
      'Say what the failure is about: code quality, timing or accuracy.',
      'aspect',
    );
  const cycles = [...release.cycles, { date, passed, note, by, at: c.now }].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const changed = { ...release, cycles };
  keep(c, { release: changed });
  const { needed, onFailure } = policy.release.cycles;
  const counted = monitoring(c, policy.release, changed)?.counted ?? 0;
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
  const clock = c.ledger.clocks?.find(isOf(id, releaseKeys.cycle(date)));
  const late = clock !== undefined && clock.dueAt < c.now;
  count(c, by, release.cid, { kind: 'cycle', date, passed, ...(late ? { late } : {}) });
  if (!passed && aspect !== null)
    escalate(c, policy, {
      aspect,
      what: `The production cycle of ${date} failed after a release: ${note}`,
      by,
    });
  return null;
}

const aspectOf = (
  { release }: KeyAccountPolicy,
  { aspect }: Pick<RecordedCycle, 'aspect'>,
): Aspect | null => {
  const { failedIs = 'ask' } = release.cycles;
  return aspect ?? (failedIs === 'ask' ? null : failedIs);
};

/** A day that was missed may be recorded late; a day on which nothing was due, never. */
function whyNotRecord(c: Case, release: Release, date: LocalDate): Because | null {
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
  return whyNoRun(releaseRhythms(c, release), date);
}

/** By what held on that day. */
function whyNoRun(rhythms: Rhythms, date: LocalDate): Because | null {
  const then = rhythmOn(rhythms, date);
  if (runsOn(then, date)) return null;
  const next = nextRun(rhythms, date);
  const verb = canonical(then) === canonical(rhythms.now) ? 'runs' : 'ran then';
  return wrong(
    'K10',
    `No production ${verb === 'runs' ? 'runs' : 'ran'} on ${date}: this account ${verb} ${spellRhythm(then)}. ${next === null ? 'No later date is on record.' : `The next is on ${next}.`}`,
    'date',
  );
}

/** K10: when the account runs production, said where the cycles are to be recorded. */
export function sayRhythm(
  c: Case,
  release: Release | null,
  cid: string,
  { rhythm }: { readonly rhythm: Rhythm },
  by: string,
): null {
  if (release !== null) keep(c, { release: { ...release, rhythm } });
  c.want({
    command: rhythmEffect.command({ cid, rhythm, from: today(c) }),
    actor: null,
    clause: 'K10',
  });
  c.done(
    c.now,
    by,
    `Production runs ${spellRhythm(rhythm)}`,
    because('K10', 'The cycles after a release go by when the account runs production.', { cid }),
  );
  return null;
}
