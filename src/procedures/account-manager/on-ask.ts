// What becomes of the wait for the answer: what else follows from it, and how the SOP says it (AM-20 … AM-24, A7, A14, A15).
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { nextAbove } from '../../core/climb';
import { type Clock, holdersOf } from '../../core/clock';
import type { Paragraph } from '../../core/command';
import type { AccountId } from '../../core/ids';
import type { Ledger } from '../../core/ledger';
import { nameOf } from '../../core/people';
import { escalationKey } from '../../core/question';
import type { OwnWords, Saying, Told, WaitEvent } from '../../core/wait-event';
import { type Situation, standsIn } from '../../core/situation';
import { type Ask, type OpenAsk, statusOf } from './ask';
import { askClock, asksOf, changeAsk, factsOf, isAskKey, standing } from './asks';
import { supportHasIt } from './customer-reply';
import { supporter } from './answer';
import { notInTime, onEscalated, onNobodyAbove, whyUp } from './escalate';
import { roleOn } from './open-ask';
import {
  againWords,
  escalationWords,
  foundWords,
  handOverWords,
  movedWords,
  newOwnerWords,
  noOneAboveWords,
  promptWords,
  reminderWords,
  soonerWords,
} from './words';
import { whyStandsIn } from './would-ask';

export function onWait(c: Case, event: WaitEvent): OwnWords | null {
  const facts = factsOf(c.ledger);
  if (facts === null) return null;
  if (!isAskKey(event.clock.key)) return agentEscalates(c, event);
  return onAsk(c, event, facts);
}

function onAsk(c: Case, event: WaitEvent, facts: Ask): OwnWords | null {
  const ask = standing(facts, event.clock);
  const before = standing(facts, event.before);
  const name = nameOf(c.people, ask.holder);
  switch (event.kind) {
    case 'new':
      return { clause: 'AM-23' };
    case 'changes-hands':
      return facts.moved?.at === c.now
        ? { entry: null }
        : {
            entry: {
              kind: 'done',
              text: `Handed over to ${name}`,
              because: whyTheirs(c, event.clock, ask, before.holder),
            },
          };
    case 'passed-on':
      return {
        clause: movedBy(facts, { at: c.now, ...event.before })?.clause ?? 'A14',
      };
    case 'soon':
      return {
        entry: {
          kind: 'done',
          text: `${name} reminded`,
          because: because('A15', 'The SOP entry reminds before the due time.', {
            'due at': ask.dueAt,
          }),
        },
        clause: 'A15',
      };
    case 'sooner':
      return sooner(c, ask, event);
    case 'more-time':
      return {
        entry: {
          kind: 'done',
          text: `${name} has more time: working time has changed`,
          because: because(
            'A8',
            'Response times run in working time, and less of it lies before the due time than it did.',
            { 'was due at': before.dueAt, 'due at': ask.dueAt },
          ),
        },
      };
    case 'late':
      return late(c, ask, before);
    case 'held':
      return held(c, ask, event.clock);
    case 'again':
      return {
        entry: {
          kind: 'done',
          text: `${name} asked again before it is escalated`,
          because: because(
            'A7',
            'This queue escalates by itself now. What had fallen due before goes on from where it stands, after a word to whoever is asked.',
            { 'was due at': before.dueAt, 'due at': ask.dueAt },
          ),
        },
        clause: 'A7',
      };
    case 'taken-back':
      return takenBack(c, ask);
    case 'escalated':
      return onEscalated(c, event, ask, before);
  }
}

/** A18: the shorter time counts from when they were asked; a while is left at least. */
function sooner(c: Case, ask: OpenAsk, { before }: WaitEvent): OwnWords {
  const { priority = '', by = null } = ask.hastened ?? {};
  return {
    entry: {
      kind: 'done',
      by,
      text: `${nameOf(c.people, ask.holder)} has less time: the priority is ${priority} now`,
      because: because(
        'A18',
        'The shorter response time counts from when they were asked; at least the grace is left from now.',
        { priority, 'was due at': before.wasDueAt ?? before.dueAt, 'due at': ask.dueAt },
      ),
    },
    clause: 'A18',
  };
}

/** A8: whoever has promised a date has it again, and the ticket waits for them (AM-28). */
function takenBack(c: Case, ask: OpenAsk): null {
  changeAsk(c, ask, {
    holds: [...ask.holds, { who: roleOn(ask.ladder, ask.rung), from: c.now }],
  });
  if (standsIn(c, 'waiting-for-management') && !supportHasIt(c, ask))
    c.status = { to: c.queue.statuses[statusOf(ask)], actor: null, clause: 'AM-28' };
  return null;
}

/** A10, A15: the ladder has ended; from then on whoever is asked last is reminded. */
function late(c: Case, ask: OpenAsk, before: OpenAsk): OwnWords {
  const name = nameOf(c.people, ask.holder);
  const values = { 'due at': ask.dueAt };
  if (before.exhausted)
    return {
      entry: {
        kind: 'done',
        text: `${name} reminded`,
        because: because(
          'A15',
          'The last of the ladder has not responded; reminded daily.',
          values,
        ),
      },
      clause: 'A15',
    };
  if (ask.rung === 0) return onNobodyAbove(c, ask, null, notInTime(c, before));
  const next = c.queue.readings.afterLadder === 'daily';
  return {
    entry: {
      kind: 'done',
      text: `${name} has not responded; ${next ? 'reminded daily from now on' : 'nothing more is sent'}`,
      because: because('A15', 'The ladder ends here.', values),
    },
  };
}

/** A7: by these settings the app does not escalate by itself. */
function held(c: Case, ask: OpenAsk, clock: Clock): OwnWords {
  const prompt = ask.heldAtDue === 'prompt';
  const next = nextName(c, clock);
  return {
    entry: {
      kind: 'declined',
      text: `Not escalated: ${nameOf(c.people, ask.holder)} has not responded, and this queue ${prompt ? 'leaves it to the agent' : 'only looks on'}`,
      because: because(
        'A7',
        prompt
          ? 'The agent changes the status; the app reminds them.'
          : `In shadow mode the app would now have escalated to ${next}.`,
        { 'due at': ask.dueAt, next },
      ),
    },
  };
}

/** A7: where people escalate by themselves, the agent is told that it is time, and reminded. */
function agentEscalates(c: Case, { kind, clock }: WaitEvent): OwnWords | null {
  const { ask } = asksOf(c.ledger);
  const of = askClock(c.ledger);
  if (ask === null || of === undefined || clock.key !== escalationKey(of.key)) return null;
  if (kind !== 'new' && kind !== 'late' && kind !== 'passed-on') return null;
  return kind === 'late'
    ? {
        clause: 'A7',
        entry: {
          kind: 'done',
          text: 'The agent was reminded to escalate',
          because: because('A7', 'The due time has passed and nobody has escalated yet.', {
            'due at': ask.dueAt,
          }),
        },
      }
    : { clause: 'A7' };
}

/** How the SOP says it, made from how it stands when it is posted. */
export function sayAsk(
  situation: Situation,
  ledger: Ledger,
  saying: Saying,
): readonly Paragraph[] | null {
  const facts = factsOf(ledger);
  if (facts === null) return null;
  if (!isAskKey(saying.clock.key)) return sayPrompt(situation, ledger, saying);
  const ask = standing(facts, saying.clock);
  const { kind, from = facts.accountManager } = saying;
  switch (kind) {
    case 'new':
      return foundWords(situation, ask);
    case 'passed-on':
      return handedWords(situation, ask, saying);
    case 'soon':
      return reminderWords(situation, ask);
    case 'sooner':
      return soonerWords(situation, ask, ask.hastened?.priority ?? '');
    case 'again':
      return againWords(situation, ask);
    case 'late':
      if (saying.again === true) return reminderWords(situation, ask);
      return isNobodyAbove(facts, saying)
        ? noOneAboveWords(situation, supporter(situation, ask), ask.holder)
        : [];
    case 'escalated':
      return escalationWords(situation, ask, from, whyUp(situation, saying, from));
    case 'changes-hands':
    case 'more-time':
    case 'held':
    case 'taken-back':
      return null;
  }
}

/** A10: it is then that the ladder has ended with nobody above. */
const isNobodyAbove = ({ nobodyAbove, holds }: Ask, { at }: Told): boolean =>
  nobodyAbove === true && holds.at(-1)?.from === at;

/** A14, M9: why it is theirs now. @param from who had it before */
function whyTheirs(situation: Situation, clock: Clock, ask: OpenAsk, from: AccountId): Because {
  const { people } = situation;
  const { holder, standsInFor } = ask;
  const name = nameOf(people, holder);
  const no = clock.declined?.at(-1);
  if (standsInFor === null)
    return because('A14', `${name} takes over from ${nameOf(people, from)}, who is not there.`, {});
  if (no?.by === standsInFor)
    return because('A14', `${nameOf(people, no.by)} says that it is not theirs: ${no.reason}`, {});
  if (clock.asked.some(({ person, rung }) => person === standsInFor && rung === clock.rung))
    return because('A14', `${nameOf(people, standsInFor)} has handed this request to ${name}.`, {});
  return (
    whyStandsIn(situation, ask) ??
    because('A14', `${name} stands in for ${nameOf(people, standsInFor)}.`, {})
  );
}

/**
 * The move by which it was handed on; undefined where people came and went. They may hear of it a while later, where the app has
 * just told them of something else.
 */
const movedBy = (
  { moved }: Ask,
  { at, handedOver }: Pick<Told, 'at' | 'handedOver'>,
): Ask['moved'] => (moved?.at === at || moved?.held === handedOver ? moved : undefined);

/** AM-06, A14, A17: whoever has it now learns what was asked of the one before. */
function handedWords(situation: Situation, open: OpenAsk, saying: Saying): readonly Paragraph[] {
  const { clock, to, handedOver, from = open.accountManager } = saying;
  // With those above it may still be said to who owes it by now.
  const one = clock.asked.find(({ person }) => to.includes(person));
  const ask =
    one === undefined
      ? open
      : { ...open, holder: one.person, standsInFor: one.standsInFor ?? null };
  const moved = movedBy(open, saying);
  if (moved === undefined)
    return handOverWords(situation, ask, whyTheirs(situation, clock, ask, handedOver ?? from).text);
  return moved.clause === 'AM-06'
    ? newOwnerWords(situation, ask, moved.why, moved.from)
    : movedWords(situation, ask, moved.from, moved.why);
}

/** A7: where people escalate by themselves, the agent is told that it is time. */
function sayPrompt(
  situation: Situation,
  ledger: Ledger,
  { kind, clock }: Saying,
): readonly Paragraph[] | null {
  const { ask } = asksOf(ledger);
  const of = askClock(ledger);
  if (ask === null || of === undefined || clock.key !== escalationKey(of.key)) return null;
  if (kind !== 'new' && kind !== 'late' && kind !== 'passed-on') return null;
  const [agent = null] = holdersOf(clock);
  return promptWords(situation, ask, agent, nextName(situation, of));
}

/** Who would be asked next, by name. */
function nextName(situation: Situation, clock: Clock): string {
  const [next] = nextAbove(situation, clock)?.people ?? [];
  return next === undefined ? 'nobody above' : nameOf(situation.people, next.person);
}
