// What people do about anything that is owed, whichever procedure it is of: set a date, hand it on, ask back, escalate.
import type { Actor } from './act';
import { type Because, because } from './because';
import type { Case } from './case';
import {
  after,
  type Asked,
  type Clock,
  everybodyAsked,
  excluded,
  holdersOf,
  isOf,
  isTheirs,
  latestPromise,
  minutesUntil,
} from './clock';
import { type Instant, later } from './instant';
import { escalateNow, graceFromNow } from './climb';
import { whyNotThere } from './holder';
import { ableTo, meant } from './party';
import { nameOf, type Person } from './people';
import { listed } from './prose';
import { escalationKey, isQuestion, type Question, questionKey } from './question';
import { namedIn, type Party, type WaitNamed } from './wait';
import { roleNames } from './roles';
import { happens } from './wait-event';

/** There is no clock of that any more. */
const over = because(
  'X10',
  'This is not owed any more: somebody has done it, or it is not needed now.',
  {},
);

/** Does something to one clock, in the name of its procedure. */
function withClock(
  c: Case,
  named: WaitNamed,
  then: (clock: Clock) => Because | Clock,
): Because | null {
  const clock = c.ledger.clocks?.find(isOf(named.procedure, named.wait));
  if (clock === undefined) return over;
  const changed = c.as(clock.procedure, () => then(clock));
  if ('text' in changed) return changed;
  c.change({ clocks: (c.ledger.clocks ?? []).map((one) => (one === clock ? changed : one)) });
  return null;
}

/** In what place somebody was asked. */
const partIn = ({ asked }: Clock, { accountId }: Actor): Asked | undefined =>
  asked.find(({ person, standsInFor }) => person === accountId || standsInFor === accountId);

const askedOnly = (c: Case, clock: Clock, { accountId }: Actor): Because | null =>
  everybodyAsked(clock).includes(accountId)
    ? null
    : because(
        clock.clause,
        `This is with ${everybodyAsked(clock)
          .map((person) => nameOf(c.people, person))
          .join(' and ')}. Only they can do this.`,
        {},
        { kind: 'be-one-of', people: everybodyAsked(clock) },
      );

/** The same, for whoever was asked. */
const withClockOf = (
  c: Case,
  actor: Actor,
  named: WaitNamed,
  then: (clock: Clock) => Because | Clock,
): Because | null => withClock(c, named, (clock) => askedOnly(c, clock, actor) ?? then(clock));

/** A date by which it will be done: the due time moves there, and never to earlier. */
export const promiseWait = (
  c: Case,
  actor: Actor,
  step: WaitNamed & { readonly by: Instant },
): Because | null =>
  withClockOf(c, actor, step, (clock) => {
    const { perAsk, maxBusinessDays } = c.queue.promises;
    if ((clock.promises ?? 0) >= perAsk)
      return because('A8', 'A date has been set already. Do it, or let it be escalated.', {
        dates: `${clock.promises ?? 0} of ${perAsk}`,
      });
    const latest = latestPromise(c, maxBusinessDays, actor.accountId);
    if (step.by <= c.now || step.by > latest)
      return {
        ...because('A8', 'Choose a date after now and within the days that your settings allow.', {
          latest,
          'working days': `${maxBusinessDays}`,
        }),
        field: 'by',
      };
    const dueAt = later(clock.dueAt, step.by);
    c.done(
      c.now,
      actor.accountId,
      `${nameOf(c.people, actor.accountId)} set a date: ${clock.title}`,
      because('A8', 'The due time follows the date and never moves to earlier.', {
        promised: step.by,
        'due at': dueAt,
      }),
    );
    const { late: _late, held: _held, ...rest } = clock;
    // It is theirs again until then: those above hear of it if it is not done by then.
    const { rung } = partIn(clock, actor) ?? clock;
    const now: Clock = {
      ...rest,
      rung,
      asked: takenBack(clock, rung),
      promised: step.by,
      promises: (clock.promises ?? 0) + 1,
      dueAt,
      // What a question holds up goes on with its answer.
      nextAt: clock.question === undefined ? dueAt : null,
    };
    if (rung < clock.rung)
      happens(c, { kind: 'taken-back', clock: now, before: clock, silent: [] }, null);
    return now;
  });

/** Those up to that step; what was over for them is theirs again. */
const takenBack = ({ asked }: Clock, rung: number): readonly Asked[] =>
  asked
    .filter((one) => one.rung <= rung)
    .map(({ until, over, ...one }) => ({
      ...one,
      ...(one.rung < rung && until !== undefined ? { until } : {}),
      ...(one.rung < rung && over !== undefined ? { over } : {}),
    }));

/** EA-16, AM-15: somebody does not wait for the due time, and says why. */
export const escalateWait = (
  c: Case,
  actor: Actor,
  step: WaitNamed & { readonly reason: string },
): Because | null =>
  withClock(c, about(c, step), (clock) => {
    const leads = clock.above.flatMap(({ to }) => meant(c, { of: to, cid: clock.cid }));
    const may =
      actor.mayTransition ||
      leads.includes(actor.accountId) ||
      (clock.askers ?? []).includes(actor.accountId);
    if (!may)
      return because(
        clock.clause,
        'Agents, whoever asked for it, and those above escalate it.',
        {},
        { kind: 'be-an-agent' },
      );
    return (
      escalateNow(c, clock, { by: actor.accountId, reason: step.reason }) ??
      because(clock.clause, 'Nobody above is left who has not been told.', {
        told: everybodyAsked(clock)
          .map((person) => nameOf(c.people, person))
          .join(', '),
      })
    );
  });

/** Whoever has it hands it to somebody else, who is told; both see it. */
export const delegateWait = (
  c: Case,
  actor: Actor,
  step: WaitNamed & { readonly to: Person },
): Because | null =>
  withClockOf(c, actor, step, (clock) => {
    const { to } = step;
    const refused = whyNotTo(c, clock, to);
    if (refused !== null) return { ...because(clock.clause, refused, {}), field: 'to' };
    c.done(
      c.now,
      actor.accountId,
      `Handed to ${to.name}: ${clock.title}`,
      because(clock.clause, 'Both see it; the due time stays, and a while is left.', {}),
    );
    const { person } = clock.asked.find(({ rung }) => rung === clock.rung) ?? {
      person: actor.accountId,
    };
    return {
      ...clock,
      asked: [
        ...clock.asked,
        { person: to.accountId, rung: clock.rung, toldAt: null, standsInFor: actor.accountId },
      ],
      handedOver: person,
      nextAt: c.now,
    };
  });

/** Why it cannot be handed to somebody; null where it can. */
function whyNotTo(c: Case, clock: Clock, { accountId, name }: Person): string | null {
  if ((clock.not ?? []).includes(accountId))
    return `${name} cannot do this: it must be somebody else.`;
  if (ableTo(c, clock)?.includes(accountId) === false)
    return `${name} cannot do this: it takes ${listed(
      (clock.only ?? []).map((of) => called(c, of)),
      'or',
    )}. ${insteadOf(c, clock)}`;
  if (holdersOf(clock).includes(accountId)) return `${name} has it already.`;
  if (excluded(clock).includes(accountId))
    return `${name} has said that it is not theirs. Choose somebody else.`;
  if (clock.asked.some(({ person, rung }) => person === accountId && rung < clock.rung))
    return `${name} was asked before and did not do it. Choose somebody else.`;
  const away = whyNotThere(c, accountId);
  return away === null ? null : `${away}. Choose somebody else.`;
}

const called = ({ people }: Case, of: Party): string =>
  typeof of !== 'string'
    ? listed(
        namedIn(of).map((person) => nameOf(people, person)),
        'or',
      )
    : of === 'assignee'
      ? 'the assignee'
      : withArticle(roleNames[of]);

const withArticle = (name: string): string => `${/^[aeiou]/iu.test(name) ? 'an' : 'a'} ${name}`;

/** So many are named to choose from; the page has the others. */
const mostNamed = 3;

/** Who could take it instead. */
function insteadOf(c: Case, clock: Clock): string {
  const not = [...excluded(clock), ...everybodyAsked(clock)];
  const able = [...new Set(ableTo(c, clock))].filter(
    (person) => !not.includes(person) && whyNotThere(c, person) === null,
  );
  return able.length === 0
    ? 'Nobody else who can is there: keep it, or set a date.'
    : `Choose ${listed(
        able.slice(0, mostNamed).map((person) => nameOf(c.people, person)),
        'or',
      )}.`;
}

/** It is not for whoever was asked: the next one is told, in their place. */
export const declineWait = (
  c: Case,
  actor: Actor,
  step: WaitNamed & { readonly reason: string },
): Because | null =>
  withClockOf(c, actor, step, (clock) => {
    const person = actor.accountId;
    c.done(
      c.now,
      person,
      `${nameOf(c.people, person)} says it is not for them: ${clock.title}`,
      because(clock.clause, step.reason, { reason: step.reason }),
    );
    const left = clock.asked.filter((one) => one.person !== person);
    const stays = left.some(({ rung }) => rung === clock.rung);
    return {
      ...clock,
      declined: [...(clock.declined ?? []), { by: person, reason: step.reason }],
      asked: left,
      ...(stays ? {} : { handedOver: person, changedHands: true as const, nextAt: c.now }),
    };
  });

/** Whoever has it cannot go on without an answer: whoever asked for it owes that, and the clock stands still. */
export const askBack = (
  c: Case,
  actor: Actor,
  step: WaitNamed & { readonly text: string },
): Because | null =>
  withClockOf(c, actor, step, (clock) => {
    if (clock.question !== undefined)
      return because(clock.clause, 'A question is open already.', { since: clock.question.at });
    if (isQuestion(clock))
      return because(
        'AM-30',
        'This is a question already. Answer it with what you know, or hand it to somebody who knows more.',
        {},
      );
    const of = (clock.askers ?? []).filter((person) => person !== actor.accountId);
    const assignee = c.ticket.assignee?.accountId;
    const asked = of.length > 0 ? of : assignee === undefined ? [] : [assignee];
    if (asked.every((person) => person === actor.accountId))
      return because(
        clock.clause,
        'Nobody is there to ask: the ticket is assigned to nobody else.',
        {},
      );
    const question: Question = { by: actor.accountId, at: c.now, text: step.text, of: asked };
    const [holder] = holdersOf(clock);
    c.done(
      c.now,
      actor.accountId,
      `${nameOf(c.people, actor.accountId)} needs information: ${clock.title}`,
      because('AM-30', 'The clock stands still until the question is answered.', {
        question: step.text,
      }),
    );
    return {
      ...clock,
      question,
      // Once it was due, what is left is the time until the next one hears of it.
      minutesLeft: minutesUntil(
        c,
        isDue(clock) ? (clock.nextAt ?? clock.dueAt) : clock.dueAt,
        holder,
      ),
      nextAt: null,
    };
  });

/** Its due time has passed: others have heard of it. */
const isDue = (clock: Clock): boolean => !isTheirs(clock) || clock.late === true;

/**
 * A question is owed by itself, and so is it that somebody escalates; both are done about the wait that they are about,
 * whichever of the two is named.
 */
const about = ({ ledger }: Case, { procedure, wait }: WaitNamed): WaitNamed => ({
  procedure,
  wait:
    ledger.clocks?.find(
      ({ procedure: of, key }) =>
        of === procedure && [questionKey(key), escalationKey(key)].includes(wait),
    )?.key ?? wait,
});

/** The answer to a question: the clock goes on with what was left of it. */
export const inform = (
  c: Case,
  actor: Actor,
  step: WaitNamed & { readonly text: string },
): Because | null =>
  withClock(c, about(c, step), (clock) => {
    const { question, minutesLeft, ...rest } = clock;
    if (question === undefined) return because(clock.clause, 'No question is open here.', {});
    const asked = c.ledger.clocks?.find(isOf(clock.procedure, questionKey(clock.key)));
    const refused = actor.mayTransition ? null : askedOnly(c, asked ?? clock, actor);
    if (refused !== null) return refused;
    const [holder] = holdersOf(clock);
    const until = later(
      after(c, { minutes: minutesLeft ?? 0 }, c.now, holder),
      graceFromNow(c, clock),
    );
    const dueAt = isDue(clock) ? clock.dueAt : later(clock.dueAt, until);
    c.done(
      c.now,
      actor.accountId,
      `${nameOf(c.people, actor.accountId)} answered: ${clock.title}`,
      because(clock.clause, 'The clock goes on with what was left of it.', {
        question: question.text,
        answer: step.text,
        'due at': dueAt,
      }),
    );
    c.announce(
      [
        [
          { kind: 'mention', accountId: question.by, name: nameOf(c.people, question.by) },
          { kind: 'text', text: ` ${step.text}` },
        ],
      ],
      actor.accountId,
      clock.clause,
      null,
    );
    return { ...rest, dueAt, nextAt: isDue(clock) ? until : dueAt };
  });
