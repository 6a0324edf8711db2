// KA-07: trends and changes are addressed by actions: each has an owner and a date, and stays owed until it is done.
import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import { workingDayAfter } from '../../core/calendar/business-days';
import { daysBefore, type LocalDate } from '../../core/calendar/local-time';
import { spellDay } from '../../core/calendar/spell-time';
import type { Case } from '../../core/case';
import { whyNotThere } from '../../core/holder';
import { nameOf, type Person } from '../../core/people';
import { calendarOf } from '../../core/situation';
import {
  isMeetingFull,
  isOpenAction,
  type Meeting,
  type MeetingAction,
  mostActions,
  mostOpenActions,
} from './meeting';
import { endOfWork } from './meeting-day';
import { accountIn, roomRefusal } from './meeting-input';
import { noMeeting, whyNotAction, whyNotAdd } from './meeting-may';
import { count, keep, partOf, today, wrong } from './say';
import type { KeyAccountPolicy } from './settings/policy';

/** A date further away belongs to a plan, not to a weekly meeting. */
const mostDaysAhead = 366;

/** An action that is agreed on. */
export interface AddingAction {
  readonly text: string;
  readonly owner: Person;
  readonly due: LocalDate;
  readonly cid: string | null;
}

export function addAction(
  c: Case,
  _policy: KeyAccountPolicy,
  { text: said, owner, due, cid }: AddingAction,
  actor: Actor,
): Because | null {
  const { meeting } = partOf(c);
  if (meeting == null) return noMeeting;
  const text = said.trim();
  const refused =
    whyNotAdd(c, meeting, actor) ??
    (text.length < 5 ? wrong('KA-07', 'Say what is to be done, in a sentence.', 'text') : null) ??
    whyNotOwner(c, owner) ??
    whyNotDue(c, due);
  if (refused !== null) return refused;
  const account = accountIn(c, cid);
  if (account !== null && 'clause' in account) return account;
  const action: MeetingAction = {
    id: meeting.actions.length + 1,
    text,
    account,
    owner: owner.accountId,
    due,
    dueAt: endOfWork(calendarOf(c, null), due, 0),
    by: actor.accountId,
    at: c.now,
    moved: null,
    done: null,
  };
  const changed = { ...meeting, actions: [...meeting.actions, action] };
  const open = meeting.actions.filter(isOpenAction).length;
  if (open >= mostOpenActions)
    return {
      ...because(
        'X10',
        `${open} actions of this meeting are open. Finish one first, or put this one into the next meeting.`,
        { open: `${open}` },
      ),
      field: 'text',
    };
  if (meeting.actions.length >= mostActions || isMeetingFull(changed))
    return roomRefusal('actions', meeting.actions.length, mostActions);
  keep(c, { meeting: changed });
  c.done(
    c.now,
    actor.accountId,
    `Action for ${owner.name}: ${text}`,
    because('KA-07', 'Trends and changes are addressed by actions with an owner and a date.', {
      owner: owner.name,
      due: spellDay(due),
      account: account?.name ?? 'all key accounts',
    }),
  );
  count(c, actor.accountId, account?.cid ?? null, {
    kind: 'action-added',
    action: action.id,
    text,
    owner: owner.accountId,
    due,
  });
  return null;
}

export function finishAction(
  c: Case,
  _policy: KeyAccountPolicy,
  { id, note: said }: { readonly id: number; readonly note: string | null },
  actor: Actor,
): Because | null {
  const found = actionIn(c, id);
  if ('clause' in found) return found;
  const { meeting, action } = found;
  const refused = whyNotAction(c, meeting, action, actor);
  if (refused !== null) return refused;
  const note = said?.trim() ?? '';
  const done = { by: actor.accountId, at: c.now, note: note === '' ? null : note };
  keepAction(c, meeting, { ...action, done });
  c.done(
    c.now,
    actor.accountId,
    `Action finished: ${action.text}`,
    because('KA-07', 'What was agreed in the weekly meeting is done.', {
      due: spellDay(action.due),
      ...(note === '' ? {} : { note }),
    }),
  );
  count(c, actor.accountId, action.account?.cid ?? null, {
    kind: 'action-done',
    action: id,
    inTime: c.now <= action.dueAt,
  });
  return null;
}

/** Another date, or another owner, for an action. */
export interface MovingAction {
  readonly id: number;
  readonly due: LocalDate;
  /** Whoever has it, where it is null. */
  readonly owner: Person | null;
  readonly reason: string;
}

export function moveAction(
  c: Case,
  _policy: KeyAccountPolicy,
  { id, due, owner: chosen, reason: said }: MovingAction,
  actor: Actor,
): Because | null {
  const found = actionIn(c, id);
  if ('clause' in found) return found;
  const { meeting, action } = found;
  const reason = said.trim();
  const owner = chosen?.accountId ?? action.owner;
  const refused =
    whyNotAction(c, meeting, action, actor) ??
    (due === action.due && owner === action.owner
      ? wrong('KA-07', 'Choose another date or another owner.', 'due')
      : null) ??
    (chosen === null || owner === action.owner ? null : whyNotOwner(c, chosen)) ??
    (due === action.due ? null : whyNotDue(c, due)) ??
    (reason.length < 5 ? wrong('KA-07', 'Say why, in a sentence.', 'reason') : null);
  if (refused !== null) return refused;
  keepAction(c, meeting, {
    ...action,
    owner,
    due,
    dueAt: endOfWork(calendarOf(c, null), due, 0),
    moved: { by: actor.accountId, at: c.now, from: action.due, reason },
  });
  c.done(
    c.now,
    actor.accountId,
    `Action moved to ${spellDay(due)}${owner === action.owner ? '' : `, with ${chosen?.name ?? ''}`}: ${action.text}`,
    because('KA-07', 'An action that is not finished is moved with a reason, and stays owed.', {
      before: spellDay(action.due),
      owner: chosen?.name ?? nameOf(c.people, owner),
      reason,
    }),
  );
  count(c, actor.accountId, action.account?.cid ?? null, {
    kind: 'action-moved',
    action: id,
    owner,
    due,
    reason,
  });
  return null;
}

const keepAction = (c: Case, meeting: Meeting, action: MeetingAction): void =>
  keep(c, {
    meeting: {
      ...meeting,
      actions: meeting.actions.map((one) => (one.id === action.id ? action : one)),
    },
  });

function actionIn(
  c: Case,
  id: number,
): { readonly meeting: Meeting; readonly action: MeetingAction } | Because {
  const { meeting } = partOf(c);
  if (meeting == null) return noMeeting;
  const action = meeting.actions.find((one) => one.id === id);
  return action === undefined
    ? because('KA-07', 'This meeting has no such action.', { action: `${id}` })
    : { meeting, action };
}

/** Somebody of the team who is there: never a customer, never an app. */
function whyNotOwner(c: Case, { accountId, name, kind, active }: Person): Because | null {
  const why =
    kind !== 'person'
      ? `${name} does not work here`
      : !active
        ? `${name}'s account is deactivated`
        : whyNotThere(c, accountId);
  return why === null ? null : wrong('KA-07', `${why}. Choose somebody else.`, 'owner');
}

/** A working day from today on. */
function whyNotDue(c: Case, due: LocalDate): Because | null {
  const day = today(c);
  if (due < day) return wrong('KA-07', 'This day is over. Choose today or a later day.', 'due');
  if (due > daysBefore(day, -mostDaysAhead))
    return wrong('KA-07', 'Choose a day within a year.', 'due');
  const calendar = calendarOf(c, null);
  const next = workingDayAfter(calendar, due, 0);
  if (next !== due)
    return wrong('KA-07', `Nobody works on ${spellDay(due)}. Choose ${spellDay(next)}.`, 'due');
  return endOfWork(calendar, due, 0) > c.now
    ? null
    : wrong(
        'KA-07',
        `Work is over today. Choose ${spellDay(workingDayAfter(calendar, due, 1))}.`,
        'due',
      );
}
