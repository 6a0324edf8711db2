// Everything that somebody owes on a change request (X10): each step and each decision, the firm date, a hold. Derived from
// what was done; the engine keeps the time, tells people, and climbs.
import { changeOf, movedOf, notOneOf } from './state';
import { spellDay } from '../../core/calendar/spell-time';
import { type LocalDate, utcOfLocal } from '../../core/calendar/local-time';
import { dueAfterDays } from '../../core/calendar/business-days';
import type { Case } from '../../core/case';
import { type Instant, instantOf, later } from '../../core/instant';
import { calendarOf, isThere, type Situation } from '../../core/situation';
import { stepsOf, type Wait } from '../../core/wait';
import { type ChangeRequest, gateOf } from './change-request';
import {
  aboveIn,
  type ChangeRequestPolicy,
  changeRequestSettingsOf,
  daysFor,
  type TimeKind,
} from './settings/policy';
import { testedFor } from './builds';
import { type GateKey, gateStep, type Step, type StepKey } from './lifecycle';
import { hasPart } from './may';
import { isOver, owedSince, presentSteps, stateOfGate } from './standing';
import { toDo } from './words';

/** What is owed, without when it began and how it is told. */
type Task = Pick<Wait, 'key' | 'clause' | 'title' | 'of' | 'acts'> & { readonly kind: TimeKind };

/** A step that is done by a form or a button: its time, and the act that does it. */
const works: Readonly<Partial<Record<StepKey, readonly [TimeKind, string]>>> = {
  classified: ['classify', 'save'],
  requirement: ['requirement', 'save'],
  impact: ['impact', 'save'],
  cost: ['cost', 'save'],
  issue: ['issue', 'create-issue'],
  'due-date': ['due-date', 'save'],
  interface: ['interface', 'save'],
  'interface-shared': ['share', 'share-interface'],
  'deployed-to-qa': ['deploy', 'complete'],
  'deployed-to-integration': ['deploy', 'complete'],
  'deployed-to-production': ['deploy', 'complete'],
};

const titleOf = (step: Step): string => (toDo[step.key] ?? step.title).replace(/\.$/u, '');

/** Who owes what in a step that is open. The customer owes nothing here: the CSM does, who talks to them (CR-15). */
export function taskOf(change: ChangeRequest, policy: ChangeRequestPolicy, step: Step): Task {
  const { key, clause, owner } = step;
  if (step.gate === undefined) {
    const [kind, act] = works[key] ?? ['own', 'complete'];
    const build = step.environment === undefined ? null : testedFor(change, step.environment);
    return {
      key: `step:${key}`,
      clause,
      title: build === null ? titleOf(step) : `${titleOf(step)}: build ${build}`,
      of: owner === 'customer' ? 'csm' : owner,
      acts: key === 'development' ? [act, 'note-progress'] : [act],
      kind,
    };
  }
  if (stateOfGate(change, policy, key as GateKey) !== 'open')
    return {
      key: `gate:${key}:ask`,
      clause: 'CR-15',
      title: `Ask ${owner === 'customer' ? 'the customer' : 'for it'}: ${step.title}`,
      of: 'csm',
      acts: ['ask'],
      kind: 'ask',
    };
  if (owner === 'customer')
    return {
      key: `gate:${key}:chase`,
      clause: key === 'go-live' ? 'CR-29' : 'CR-15',
      title:
        key === 'go-live'
          ? 'Follow up on the go-live, and get the sign-off'
          : `Get the customer’s decision: ${step.title}`,
      of: 'csm',
      acts: ['follow-up', 'record'],
      kind: key === 'go-live' ? 'go-live' : 'chase',
    };
  return {
    key: `gate:${key}:decide`,
    clause,
    title: titleOf(step),
    of: owner,
    acts: ['approve', 'decline'],
    kind: key === 'qa' ? 'test' : 'decide',
  };
}

/** Everything that is owed here now; null where the queue has lost its settings while a change request runs. */
export function changeWaits(c: Case): readonly Wait[] | null {
  const policy = changeRequestSettingsOf(c.queue);
  const change = changeOf(c.ledger);
  if (movedOf(c.ledger) !== undefined) return [];
  if (policy === undefined) return change === undefined ? [] : null;
  if (change === undefined) return toClassify(c, policy);
  if (isOver(change, policy)) return [];
  if (change.hold !== null) return [held(c, policy, change.hold)];
  if (staysClosed(c)) return [closed(c, policy, change)];
  return [
    ...presentSteps(change, policy).map((step) => stepWait(policy, change, step)),
    ...firmDate(c, policy, change),
  ];
}

const owed = (
  policy: ChangeRequestPolicy,
  { kind, ...task }: Task,
  rest: Pick<Wait, 'since' | 'tell'> & Partial<Wait>,
): Wait => ({
  ...task,
  within: { days: daysFor(policy, kind) },
  above: stepsOf(aboveIn(policy)),
  ...rest,
});

/** CR-02: a ticket that came in as a change request, and nobody has said whether it is one. */
function toClassify(
  { ledger, ticket, policy: { effectiveFrom } }: Case,
  policy: ChangeRequestPolicy,
): Wait[] {
  if (ticket.status.done || notOneOf(ledger) !== undefined) return [];
  if (!policy.requestTypes.includes(ticket.requestType ?? '')) return [];
  return [
    owed(
      policy,
      {
        key: 'classify',
        clause: 'CR-02',
        title: (toDo['classified'] ?? '').replace(/\.$/u, ''),
        of: 'integration-team',
        acts: ['classify', 'not-a-change'],
        kind: 'classify',
      },
      { since: ticket.createdAt, tell: ticket.createdAt < effectiveFrom ? 'list' : 'tag' },
    ),
  ];
}

function stepWait(policy: ChangeRequestPolicy, change: ChangeRequest, step: Step): Wait {
  const task = taskOf(change, policy, step);
  const { asked, chasedAt } = gateOf(change, step.key as GateKey);
  const reached = owedSince(change, step.key);
  if (step.key === 'development')
    return owed(policy, task, {
      since: later(reached, ...(change.spokeAt === undefined ? [] : [change.spokeAt])),
      within: { days: policy.staleDays },
      tell: wasSaid(change, step, task) ? 'said' : 'tag',
    });
  if (task.key.endsWith(':chase'))
    return owed(policy, task, {
      since: later(reached, ...(chasedAt === undefined ? [] : [chasedAt])),
      // Whoever has just asked the customer knows; what a deployment has opened nobody has asked.
      tell: gateStep(step.key as GateKey).gate.asked ? 'list' : 'tag',
    });
  return owed(policy, task, {
    since: reached,
    tell: wasSaid(change, step, task) ? 'said' : 'tag',
    ...(asked?.by == null ? {} : { askers: [asked.by] }),
  });
}

/** Words of our own have tagged whoever has it: a question, a "no", a change, or the customer's decision that led here. */
function wasSaid(change: ChangeRequest, step: Step, { key, of }: Task): boolean {
  const { asked, againAt } = gateOf(change, step.key as GateKey);
  if (key.endsWith(':decide')) return asked !== null;
  // The words of what was changed name the CSM, who asks again.
  if (key.endsWith(':ask') && againAt !== undefined && againAt >= change.stepSince) return true;
  return Object.values(change.gates).some(({ declined, approvals }) => {
    const back = declined?.backTo === step.key && declined.at === change.stepSince;
    const told = of === 'csm' && approvals.at(-1)?.via === 'portal';
    return back || (told && approvals.at(-1)?.at === change.stepSince);
  });
}

/** The close of business on a day where the queue works. */
const closeOn = (situation: Situation, day: LocalDate): Instant => {
  const calendar = calendarOf(situation, null);
  return dueAfterDays(calendar, instantOf(utcOfLocal(calendar.timeZone, day, 0)), 0);
};

/** CR-35: a hold has a date, and whoever holds it looks again then. */
function held(
  c: Case,
  policy: ChangeRequestPolicy,
  hold: NonNullable<ChangeRequest['hold']>,
): Wait {
  const task = {
    key: 'hold',
    clause: 'CR-35',
    title: 'Resume it, extend the hold, or withdraw it',
    // Who has left, or has no part in it any more, does nothing about it.
    of: isThere(c, hold.by) && hasPart(c, hold.by, 'hold') ? { people: [hold.by] } : 'csm',
    acts: ['resume', 'hold', 'withdraw'],
    kind: 'hold',
  } as const;
  const since = { since: hold.at, tell: 'list' } as const;
  return hold.until === undefined
    ? owed(policy, task, since)
    : owed(policy, task, {
        ...since,
        title: `On hold until ${spellDay(hold.until)}: resume it, extend the hold, or withdraw it`,
        within: { days: 0 },
        notBefore: closeOn(c, hold.until),
      });
}

/** Closed, and not put back in this very turn, after which it is as if nobody had closed it. */
const staysClosed = ({ ticket, status, queue }: Case): boolean =>
  ticket.status.done &&
  (status === null || queue.doneStatuses.some(({ id }) => id === status.to.id));

/** A ticket that was closed by hand stops nothing: somebody says what becomes of the change request. */
function closed({ ticket }: Case, policy: ChangeRequestPolicy, change: ChangeRequest): Wait {
  const when = ticket.changes.filter(
    ({ field, to }) => field === 'status' && to === ticket.status.id,
  );
  return owed(
    policy,
    {
      key: 'closed',
      clause: 'CR-35',
      title:
        'The ticket was closed while the change request runs: withdraw it, or reopen the ticket',
      of: 'csm',
      acts: ['withdraw', 'hold'],
      kind: 'closed',
    },
    { since: later(change.stepSince, ...when.map(({ at }) => at)), tell: 'tag' },
  );
}

/** CR-16: a firm date is kept, or another one is given, and not let pass. */
function firmDate(c: Case, policy: ChangeRequestPolicy, change: ChangeRequest): Wait[] {
  const { dueDate } = change.content;
  const given = change.datedAt ?? change.done['due-date']?.at;
  if (dueDate === null || given === undefined) return [];
  if (change.done['deployed-to-production'] !== undefined) return [];
  return [
    owed(
      policy,
      {
        key: 'firm-date',
        clause: 'CR-16',
        title: `Keep the firm due date, ${spellDay(dueDate)}, or give a new one`,
        of: 'integration-engineer',
        acts: ['save'],
        kind: 'due-date',
      },
      { since: given, within: { days: 0 }, notBefore: closeOn(c, dueDate), tell: 'list' },
    ),
  ];
}
