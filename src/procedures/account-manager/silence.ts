// Nobody answers: what the passing of time does to an open ask.
import { changeAsk, standsAt } from './asks';
import type { Ask } from './ask';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { later } from '../../core/instant';
import { nameOf } from '../../core/people';
import { supporter } from './answer';
import { dailyReminders, graceFrom, ladderOf, remindersBefore } from './clock';
import { escalate, nextUp } from './escalate';
import { stillHolder } from './stand-in';
import { againWords, handOverWords, promptWords, reminderWords } from './words';

/** AM-19, AM-20, A15: what the passing of time does to an open ask. */
export function onSilence(c: Case, ask: Ask): void {
  const { now, people } = c;
  const { atDueTime } = c.queue.readings;
  const name = nameOf(people, ask.holder);
  if (ask.heldAtDue !== null && ask.heldAtDue !== atDueTime)
    return atDueTime === 'escalate' ? goesOn(c, ask) : heldBack(c, ask, atDueTime);
  if (!ask.exhausted && ask.heldAtDue === null && now >= ask.dueAt) {
    if (atDueTime !== 'escalate') return heldBack(c, ask, atDueTime);
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
  if (dueReminders.length === 0) return c.decline(whyNotYet(c, ask, name));
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

function whyNotYet({ now }: Case, ask: Ask, name: string): Because {
  const [next] = ask.reminders;
  if (ask.exhausted)
    return because(
      'A15',
      next === undefined
        ? 'Not reminded again: this queue sends nothing more after the last of the ladder.'
        : `Not reminded again yet: the next daily reminder is due at ${next}.`,
      {},
      ...(next === undefined ? [] : [{ kind: 'wait-until' as const, at: next }]),
    );
  if (ask.heldAtDue !== null)
    return because(
      'A7',
      ask.heldAtDue === 'prompt'
        ? `Not escalated: ${name} had time until ${ask.dueAt}, and this queue leaves it to the agent to escalate.`
        : `Not escalated: ${name} had time until ${ask.dueAt}, and this queue only looks on.`,
      { 'due at': ask.dueAt, now },
    );
  return because(
    'AM-20',
    `Not escalated: ${name} has time until ${ask.dueAt}.`,
    { 'due at': ask.dueAt, now },
    { kind: 'wait-until', at: next ?? ask.dueAt },
  );
}

/** A7: the queue escalates by itself now: whoever is asked hears of it, and has the grace before it climbs. */
function goesOn(c: Case, ask: Ask): void {
  const dueAt = graceFrom(c, ask.holder, c.now);
  const changed = changeAsk(c, ask, { heldAtDue: null, dueAt, told: c.now, reminders: [] });
  c.done(
    c.now,
    null,
    `${nameOf(c.people, ask.holder)} asked again before it is escalated`,
    because(
      'A7',
      'This queue escalates by itself now. What had fallen due before goes on from where it stands, after a word to whoever is asked.',
      { 'was due at': ask.dueAt, 'due at': dueAt },
    ),
  );
  c.announce(againWords(c, changed), null, 'A7', standsAt(changed));
}

/** A7: by these settings the app does not escalate by itself; it tells the agent to, or only writes down that it would. */
function heldBack(c: Case, ask: Ask, how: 'prompt' | 'shadow'): void {
  const { now, people } = c;
  const name = nameOf(people, ask.holder);
  const up = nextUp(c, ask);
  const whom = up === null ? 'nobody above' : nameOf(people, up.holder);
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
      up === null ? 'nobody above' : nameOf(c.people, up.holder),
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

/** A14: the person asked can no longer answer; somebody takes over, and the due time stays but for the grace. */
export function onHolderGone(c: Case, ask: Ask): Ask {
  const { people, now } = c;
  const { holder, standsInFor, because: why } = stillHolder(c, ask);
  if (holder === ask.holder) return ask;
  const name = nameOf(people, holder);
  const reason =
    why ??
    because('A14', `${name} takes over from ${nameOf(people, ask.holder)}, who is not there.`, {});
  const changed = changeAsk(c, ask, {
    ...handedOver(c, ask, holder),
    standsInFor,
    asked: [...ask.asked.filter((person) => person !== holder), holder],
    management: ask.management.includes(ask.holder) ? [...ask.management, holder] : ask.management,
  });
  c.done(now, null, `Handed over to ${name}`, reason);
  c.announce(handOverWords(c, changed, reason.text), null, 'A14', standsAt(changed));
  return changed;
}

/** Somebody else has it: until the same time, but never less than the grace from now, when they are told. */
export function handedOver(c: Case, ask: Ask, holder: AccountId): Partial<Ask> {
  const { now } = c;
  const goesOn = ask.heldAtDue === null || c.queue.readings.atDueTime === 'escalate';
  const running = !ask.exhausted && goesOn;
  const dueAt = running ? later(ask.dueAt, graceFrom(c, holder, now)) : ask.dueAt;
  const rung = ladderOf(c, ask)[ask.rung];
  return {
    holder,
    told: now,
    handedOver: true,
    ...(goesOn ? { heldAtDue: null } : {}),
    dueAt,
    reminders:
      rung === undefined || !running ? ask.reminders : remindersBefore(c, rung, holder, now, dueAt),
  };
}
