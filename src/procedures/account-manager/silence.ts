// Nobody answers: the ask climbs its ladder.
import { showManagers } from './manager-fields';
import { changeAsk, standsAt } from './asks';
import type { Actor } from '../../core/act';
import type { Ask } from './ask';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { nameOf } from '../../core/people';
import { entryById, type Rung } from '../../core/policy';
import { isThere, type Situation } from '../../core/situation';
import { supporter } from './answer';
import { clockFor, dailyReminders, remindersBefore } from './clock';
import { supportHasIt } from './customer-reply';
import { firstFallback, managersOf } from './managers';
import { roleOn } from './open-ask';
import { holderFor } from './stand-in';
import {
  escalationWords,
  handOverWords,
  noOneAboveWords,
  promptWords,
  reminderWords,
} from './words';

/** The ladder of the ask; an entry that was deleted meanwhile leaves its first rung's time to the queue's first entry. */
const ladderOf = (situation: Situation, ask: Ask): readonly Rung[] =>
  (
    entryById(situation.queue, ask.entryId) ??
    situation.queue.entries.find(({ mode }) => mode === 'tag')
  )?.ladder ?? [];

/** AM-21, AM-22: the next person up, evaluated now and not copied from when the ask began. */
function nextUp(
  situation: Situation,
  ask: Ask,
): { rung: number; person: AccountId; because: Because } | null {
  const ladder = ladderOf(situation, ask);
  for (let rung = ask.rung + 1; rung < ladder.length; rung += 1) {
    const to = ladder[rung]?.to;
    if (to === 'regional-manager' && situation.account.kind === 'known') {
      const managers = managersOf(situation, situation.account.account);
      const person = managers.regionalManager;
      if (person !== null && !ask.asked.includes(person))
        return { rung, person, because: managers.because };
    }
    if (to === 'fallback') {
      const person = firstFallback(situation, [...ask.asked, ask.accountManager]);
      if (person !== null) {
        return {
          rung,
          person,
          because: because(
            'A15',
            `${nameOf(situation.people, person)} is next on the fallback list.`,
            {},
          ),
        };
      }
    }
  }
  return null;
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
  const { holder, standsInFor, because: standIn } = holderFor(c, up.person, ask.asked);
  const rung = ladderOf(c, ask)[up.rung] as Rung;
  const clock = clockFor(c, rung, holder, at, ask.priority);
  const changed = changeAsk(c, ask, {
    rung: up.rung,
    holds: [...ask.holds, { who: roleOn(ladderOf(c, ask), up.rung), from: at }],
    holder,
    standsInFor,
    since: at,
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
    text: `${why.text} ${(standIn ?? up.because).text}`,
    values: {
      ...up.because.values,
      ...standIn?.values,
      ...why.values,
      'escalated to': nameOf(people, holder),
      'due at': clock.dueAt,
    },
  });
  c.announce(escalationWords(c, changed, ask.holder, why.text), by, 'AM-21', standsAt(changed));
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

/** AM-19, AM-20, A15: what the passing of time does to an open ask. */
export function onSilence(c: Case, ask: Ask): void {
  const { now, people } = c;
  const name = nameOf(people, ask.holder);
  if (!ask.exhausted && ask.heldAtDue === null && now >= ask.dueAt) {
    if (c.queue.readings.atDueTime !== 'escalate')
      return heldBack(c, ask, c.queue.readings.atDueTime);
    if (nextUp(c, ask) === null && ask.rung > 0) return ladderEnds(c, ask);
    return escalate(
      c,
      ask,
      now,
      null,
      because('AM-20', `${name} has not responded by the due time.`, {
        'asked at': ask.since,
        'due at': ask.dueAt,
      }),
    );
  }
  const dueReminders = ask.reminders.filter((at) => at <= now);
  if (dueReminders.length === 0) {
    c.decline(
      ask.exhausted
        ? because(
            'A15',
            `Not reminded again yet: the next daily reminder is due at ${ask.reminders[0] ?? 'no time'}.`,
            {},
            ...(ask.reminders[0] === undefined
              ? []
              : [{ kind: 'wait-until' as const, at: ask.reminders[0] }]),
          )
        : because(
            'AM-20',
            `Not escalated: ${name} has time until ${ask.dueAt}.`,
            { 'due at': ask.dueAt, now },
            { kind: 'wait-until', at: ask.reminders[0] ?? ask.dueAt },
          ),
    );
    return;
  }
  if (ask.heldAtDue !== null) return promptAgain(c, ask);
  const later = ask.reminders.filter((at) => at > now);
  const changed = changeAsk(c, ask, {
    reminders: ask.exhausted ? dailyReminders(c, ask, now) : later,
  });
  c.done(
    now,
    null,
    `${name} reminded`,
    because(
      'A15',
      ask.exhausted
        ? 'The last of the ladder has not responded; reminded daily.'
        : 'The SOP entry reminds before the due time.',
      { 'due at': ask.dueAt },
    ),
  );
  c.announce(reminderWords(c, changed), null, 'A15', standsAt(changed));
}

/** A7: by these settings the app does not escalate by itself; it tells the agent to, or only writes down that it would. */
function heldBack(c: Case, ask: Ask, how: 'prompt' | 'shadow'): void {
  const { now, people } = c;
  const name = nameOf(people, ask.holder);
  const up = nextUp(c, ask);
  const whom = up === null ? 'nobody above' : nameOf(people, up.person);
  const changed = changeAsk(c, ask, {
    heldAtDue: how,
    reminders: how === 'prompt' ? dailyReminders(c, ask, now) : [],
  });
  c.declinedWorthKeeping(
    now,
    null,
    `Not escalated: ${name} has not responded, and this queue ${how === 'prompt' ? 'leaves it to the agent' : 'only looks on'}`,
    because(
      'A7',
      how === 'prompt'
        ? 'The agent changes the status; the app reminds them.'
        : `In shadow mode the app would now have escalated to ${whom}.`,
      { 'due at': ask.dueAt, next: whom },
    ),
  );
  if (how === 'prompt')
    c.announce(promptWords(c, changed, supporter(c, ask), whom), null, 'A7', standsAt(changed));
}

function promptAgain(c: Case, ask: Ask): void {
  const up = nextUp(c, ask);
  const changed = changeAsk(c, ask, {
    reminders: dailyReminders(c, ask, c.now),
  });
  c.done(
    c.now,
    null,
    'The agent was reminded to escalate',
    because('A7', 'The due time has passed and nobody has escalated yet.', { 'due at': ask.dueAt }),
  );
  c.announce(
    promptWords(
      c,
      changed,
      supporter(c, ask),
      up === null ? 'nobody above' : nameOf(c.people, up.person),
    ),
    null,
    'A7',
    standsAt(changed),
  );
}

/** The last rung is silent too: reminders repeat daily, and nobody new is asked (A15). */
function ladderEnds(c: Case, ask: Ask): void {
  changeAsk(c, ask, {
    exhausted: true,
    reminders: dailyReminders(c, ask, c.now),
  });
  c.done(
    c.now,
    null,
    `${nameOf(c.people, ask.holder)} has not responded; ${c.queue.readings.afterLadder === 'daily' ? 'reminded daily from now on' : 'nothing more is sent'}`,
    because('A15', 'The ladder ends here.', { 'due at': ask.dueAt }),
  );
}

/** A14: the person asked can no longer answer; somebody takes over and the due time stays. */
export function onHolderGone(c: Case, ask: Ask): Ask {
  const { people } = c;
  if (ask.standsInFor !== null && isThere(c, ask.holder)) return ask; // a stand-in keeps it
  const instead = holderFor(c, ask.standsInFor ?? ask.holder, ask.asked);
  if (instead.holder === ask.holder || instead.because === null) return ask;
  const rung = ladderOf(c, ask)[ask.rung];
  const changed = changeAsk(c, ask, {
    holder: instead.holder,
    standsInFor: instead.standsInFor,
    asked: [...ask.asked, instead.holder],
    reminders:
      rung === undefined || ask.exhausted
        ? ask.reminders
        : remindersBefore(c, rung, instead.holder, c.now, ask.dueAt),
  });
  c.done(c.now, null, `Handed over to ${nameOf(people, instead.holder)}`, instead.because);
  c.announce(handOverWords(c, changed, instead.because.text), null, 'A14', standsAt(changed));
  return changed;
}
