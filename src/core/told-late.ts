// Words that could not be posted when it was decided, as Jira was busy or the app had stopped, are posted later. Whoever reads
// them has known of it since then, and nobody is late with what they could not know (X10).
import { because } from './because';
import { graceFromNow, nextStepAt } from './climb';
import { after, type Clock, holdersOf, isTheirs, levelOf } from './clock';
import { later } from './instant';
import { type Ledger, withEntry } from './ledger';
import { nameOf } from './people';
import type { Situation } from './situation';
import { stillToSay, type Told } from './wait-event';

/** The ledger as it is when these words are posted only now: the time of who is told counts from now, a while at least. */
export function toldOnlyNow(ledger: Ledger, situation: Situation, tells: readonly Told[]): Ledger {
  return tells.reduce<Ledger>((before, told) => {
    const saying = stillToSay(before, told);
    if (saying === null) return before;
    const { clock, to } = saying;
    const known = knownSinceNow(situation, clock, saying);
    if (known === clock) return before;
    const clocks = (before.clocks ?? []).map((one) => (one === clock ? known : one));
    const since = Object.fromEntries(to.map((person) => [person, situation.now]));
    return withEntry(
      { ...before, clocks, told: { ...before.told, ...since } },
      {
        at: situation.now,
        kind: 'done',
        by: null,
        text: `${to.map((person) => nameOf(situation.people, person)).join(', ')} told only now: ${clock.title}`,
        because: because(
          clock.clause,
          'The words could not be posted before, so the time counts from now.',
          { 'was due at': clock.dueAt, 'due at': known.dueAt },
        ),
        policyVersion: situation.policy.version,
        procedure: clock.procedure,
      },
    );
  }, ledger);
}

function knownSinceNow(situation: Situation, clock: Clock, { at, to, kind }: Told): Clock {
  const { now } = situation;
  const late = clock.asked.filter(({ person, toldAt }) => to.includes(person) && toldAt === at);
  if (late.length === 0) return clock;
  const known = {
    ...clock,
    asked: clock.asked.map((one) => (late.includes(one) ? { ...one, toldAt: now } : one)),
  };
  const theyHaveIt = late.some(({ rung }) => rung === clock.rung);
  const stands = clock.question ?? clock.held ?? clock.late;
  if (!theyHaveIt || stands !== undefined) return known;
  if (!isTheirs(clock)) return { ...known, nextAt: nextStepAt(situation, known) };
  const grace = kind === 'passed-on' || clock.changedHands === true;
  const [holder] = holdersOf(clock);
  const whole = (): string =>
    after(situation, levelOf(clock).within ?? clock.within, later(clock.since, now), holder);
  const dueAt = later(clock.dueAt, grace ? graceFromNow(situation, clock) : whole());
  return { ...known, dueAt, nextAt: dueAt };
}
