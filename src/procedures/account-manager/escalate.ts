// An ask goes one rung up: at its due time, or before it at somebody's request.
import { showManagers } from './manager-fields';
import { changeAsk, standsAt } from './asks';
import type { Actor } from '../../core/act';
import type { Ask } from './ask';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { nameOf } from '../../core/people';
import type { Rung } from '../../core/policy';
import type { Situation } from '../../core/situation';
import { supporter } from './answer';
import { clockFor, dailyReminders, ladderOf } from './clock';
import { supportHasIt } from './customer-reply';
import { accountFor, firstFallback, isAccountOf, managersOf } from './managers';
import { roleOn } from './open-ask';
import { askedBelow, type Holder, holderFor } from './stand-in';
import { escalationWords, noOneAboveWords } from './words';

/** Who is asked on the next rung that means somebody who was not asked yet. */
interface Up extends Holder {
  readonly rung: number;
  readonly because: Because;
}

/** Whom a rung means, whether or not they are there. */
interface Meant {
  readonly person: AccountId;
  readonly because: Because;
}

/** AM-21, AM-22: the next person up, evaluated now and not copied from when the ask began. */
export function nextUp(situation: Situation, ask: Ask): Up | null {
  const ladder = ladderOf(situation, ask);
  const asked = askedBelow(ask);
  for (let rung = ask.rung + 1; rung < ladder.length; rung += 1) {
    const meant = meantOn(situation, ask, ladder[rung]?.to);
    if (meant === null || asked.includes(meant.person)) continue;
    const found = holderFor(situation, meant.person, asked);
    return { ...found, rung, because: found.because ?? meant.because };
  }
  return null;
}

function meantOn(situation: Situation, ask: Ask, to: Rung['to'] | undefined): Meant | null {
  const { account } = situation;
  // The account may be gone, or another by now: then whoever was its regional manager is meant.
  if (to === 'regional-manager' && !isAccountOf(situation, ask))
    return ask.regionalManager === ask.accountManager
      ? fallbackOn(situation, ask)
      : {
          person: ask.regionalManager,
          because: because('AM-21', 'The regional manager of the account when it was asked.', {}),
        };
  if (to === 'regional-manager' && account.kind === 'known') {
    const { regionalManager: person, because: why } = managersOf(
      situation,
      accountFor(account.account, ask),
    );
    return person === null ? null : { person, because: why };
  }
  return to === 'fallback' ? fallbackOn(situation, ask) : null;
}

function fallbackOn(situation: Situation, ask: Ask): Meant | null {
  const person = firstFallback(situation, askedBelow(ask));
  return person === null
    ? null
    : {
        person,
        because: because(
          'A15',
          `${nameOf(situation.people, person)} is next on the fallback list.`,
          {},
        ),
      };
}

/** AM-20 … AM-22, AM-24: the ask goes one rung up; status, field and tag follow. */
export function escalate(c: Case, ask: Ask, at: Instant, by: AccountId | null, why: Because): void {
  const { people, queue } = c;
  const up = nextUp(c, ask);
  // A customer who waits for an answer keeps the ticket in support; it goes to management once answered (AM-29).
  if (!supportHasIt(c, ask))
    c.status = { to: queue.statuses['waiting-for-management'], actor: by, clause: why.clause };
  if (up === null) {
    const rung = Math.max(1, ask.rung);
    const holds =
      ask.rung === rung ? ask.holds : [...ask.holds, { who: 'management' as const, from: at }];
    const changed = changeAsk(c, ask, {
      rung,
      holds,
      exhausted: true,
      heldAtDue: null,
      reminders: dailyReminders(c, ask, at),
    });
    c.done(
      at,
      by,
      `Escalated to ${queue.statuses['waiting-for-management'].name}; nobody stands above ${nameOf(people, ask.holder)}`,
      why,
    );
    if (ask.rung === 0)
      c.announce(noOneAboveWords(c, supporter(c, ask), ask.holder), null, 'A10', standsAt(changed));
    return;
  }
  const { holder, standsInFor } = up;
  const rung = ladderOf(c, ask)[up.rung] as Rung;
  const clock = clockFor(c, rung, holder, { since: at, told: c.now }, ask.priority);
  const changed = changeAsk(c, ask, {
    rung: up.rung,
    holds: [...ask.holds, { who: roleOn(ladderOf(c, ask), up.rung), from: at }],
    holder,
    standsInFor,
    since: at,
    told: c.now,
    handedOver: false,
    missed: missedBy(c, ask),
    asked: [...ask.asked, holder],
    management: [...ask.management, holder],
    heldAtDue: null,
    dueAt: clock.dueAt,
    reminders: clock.reminders,
    promisedBy: null,
  });
  showManagers(c, null, 'AM-24');
  c.done(at, by, `Escalated to ${nameOf(people, holder)}`, {
    ...why,
    text: `${why.text} ${up.because.text}`,
    values: {
      ...up.because.values,
      ...why.values,
      'escalated to': nameOf(people, holder),
      'due at': clock.dueAt,
    },
  });
  c.announce(escalationWords(c, changed, ask.holder, why.text), by, 'AM-21', standsAt(changed));
}

/** A4: whoever was passed over may still answer, unless only management may by now. */
function missedBy(c: Case, ask: Ask): NonNullable<Ask['missed']> {
  if (c.queue.readings.managementAnswer === 'management-only' && ask.rung === 0) return [];
  const { holder: person, dueAt, rung } = ask;
  return [...(ask.missed ?? []), { person, dueAt, rung }];
}

/** AM-15: at leadership's request, before any due time. */
export function escalateAtRequest(c: Case, ask: Ask, reason: string, { accountId }: Actor): null {
  escalate(
    c,
    ask,
    c.now,
    accountId,
    because('AM-15', `Escalated at leadership's request: ${reason}`, {
      reason,
      'due at': ask.dueAt,
    }),
  );
  return null;
}
