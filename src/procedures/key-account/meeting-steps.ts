// KA-06, KA-07: a weekly meeting is opened, and somebody says who attended for ISD, or why it was not held.
import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import { spellDay } from '../../core/calendar/spell-time';
import type { LocalDate } from '../../core/calendar/local-time';
import { text } from '../../core/command';
import type { Case } from '../../core/case';
import { nameOf, type Person } from '../../core/people';
import { peopleIn, roleNames } from '../../core/roles';
import { calendarOf, localDay } from '../../core/situation';
import type { Aspect } from './happening';
import { aspectNames } from './happening';
import {
  isMeetingFull,
  type LookedAt,
  type Meeting,
  type MeetingChange,
  mostChanges,
} from './meeting';
import { accountIn, roomRefusal } from './meeting-input';
import { endOfWork } from './meeting-day';
import { noMeeting, whyNotAdd, whyNotRecord } from './meeting-may';
import type { KeyAccountPolicy, MeetingPolicy } from './settings/policy';
import { count, keep, partOf, tagRole, today, wrong } from './say';

/** The meeting of one week, as the app opens it. */
export interface OpeningMeeting {
  readonly week: LocalDate;
  readonly day: LocalDate;
  readonly settings: MeetingPolicy;
  /** Tickets of earlier meetings with actions that are still open. */
  readonly earlier: readonly string[];
}

/** KA-06: the app opens the meeting by itself; a ticket that has it keeps it. */
export function beginMeeting(
  c: Case,
  _policy: KeyAccountPolicy,
  { week, day, settings: { by, recordDays }, earlier }: OpeningMeeting,
): null {
  const { now } = c;
  if (partOf(c).meeting != null) return null;
  const dueAt = endOfWork(calendarOf(c, null), day, recordDays);
  const meeting: Meeting = {
    week,
    openedAt: now,
    day,
    dueAt,
    by,
    outcome: null,
    changes: [],
    actions: [],
  };
  keep(c, { meeting });
  c.announce(
    [
      [
        ...tagRole(c, by),
        text(
          `the weekly meeting about key accounts is on ${spellDay(day)}. This ticket shows the trends. Note changes that may affect code quality, timing or accuracy here, agree on actions, and record who attended for ISD by ${spellDay(localDay(c, dueAt))}.`,
        ),
      ],
      ...(earlier.length === 0
        ? []
        : [[text(`Actions of earlier meetings are still open in ${earlier.join(', ')}.`)]]),
    ],
    null,
    'KA-06',
    null,
  );
  c.done(
    now,
    null,
    `Weekly meeting of ${spellDay(day)} opened`,
    because('KA-06', 'Somebody attends the weekly interdepartmental meeting for ISD.', {
      due: spellDay(localDay(c, dueAt)),
      [roleNames[by]]:
        peopleIn(c.policy, by)
          .map((one) => nameOf(c.people, one))
          .join(', ') || 'nobody yet',
    }),
  );
  count(c, null, null, { kind: 'meeting-opened', week, on: day });
  return null;
}

/** What is said of a meeting that was held. */
export interface HoldingMeeting {
  readonly attended: readonly Person[];
  readonly others: string | null;
  /** Today, where it is null. */
  readonly on: LocalDate | null;
  readonly lookedAt: readonly LookedAt[];
}

/** KA-06: who attended for ISD. */
export function holdMeeting(
  c: Case,
  _policy: KeyAccountPolicy,
  { attended, others: said, on: given, lookedAt }: HoldingMeeting,
  actor: Actor,
): Because | null {
  const { meeting } = partOf(c);
  if (meeting == null) return noMeeting;
  const refused = whyNotRecord(c, meeting, actor);
  if (refused !== null) return refused;
  const { week } = meeting;
  const on = given ?? today(c);
  if (attended.length === 0) return wrong('KA-06', 'Choose who attended for ISD.', 'attended');
  if (on > today(c)) return wrong('KA-06', 'Record the meeting once it has been held.', 'on');
  if (on < week)
    return wrong(
      'KA-06',
      `This is the meeting of the week from ${spellDay(week)}. Choose that day or a later one.`,
      'on',
    );
  const others = said?.trim() ?? '';
  const names = attended.map(({ name }) => name).join(', ');
  keep(c, {
    meeting: {
      ...meeting,
      outcome: {
        how: 'held',
        by: actor.accountId,
        at: c.now,
        on,
        attended: attended.map(({ accountId }) => accountId),
        others: others === '' ? null : others,
        lookedAt,
      },
    },
  });
  c.done(
    c.now,
    actor.accountId,
    `Weekly meeting held on ${spellDay(on)}; ${names} attended for ISD`,
    because('KA-06', 'Somebody attends the weekly interdepartmental meeting for ISD.', {
      'attended for ISD': names,
      ...(others === '' ? {} : { 'other departments': others }),
      ...(lookedAt.length === 0 ? {} : { 'open actions looked at again': `${lookedAt.length}` }),
    }),
  );
  count(c, actor.accountId, null, {
    kind: 'meeting-held',
    week,
    on,
    attended: attended.map(({ accountId }) => accountId),
    others: others === '' ? null : others,
    lookedAt: lookedAt.length,
  });
  return null;
}

/** KA-06: there was no meeting in that week, and why. */
export function skipMeeting(
  c: Case,
  _policy: KeyAccountPolicy,
  { reason: said }: { readonly reason: string },
  actor: Actor,
): Because | null {
  const { meeting } = partOf(c);
  if (meeting == null) return noMeeting;
  const refused = whyNotRecord(c, meeting, actor);
  if (refused !== null) return refused;
  const reason = said.trim();
  if (reason.length < 5) return wrong('KA-06', 'Say why, in a sentence.', 'reason');
  if (meeting.outcome !== null)
    return because('KA-06', 'It is recorded already that this meeting was not held.', {});
  keep(c, {
    meeting: {
      ...meeting,
      outcome: { how: 'not-held', by: actor.accountId, at: c.now, reason },
    },
  });
  c.done(
    c.now,
    actor.accountId,
    `Weekly meeting of ${spellDay(meeting.day)} was not held`,
    because('KA-06', 'The SOP asks for a meeting every week; a week without one has a reason.', {
      reason,
    }),
  );
  count(c, actor.accountId, null, { kind: 'meeting-not-held', week: meeting.week, reason });
  return null;
}

/** KA-07: a change that may affect jobs released for key accounts. */
export interface NotingChange {
  readonly text: string;
  readonly affects: readonly Aspect[];
  /** Null for all key accounts. */
  readonly cid: string | null;
}

export function noteChange(
  c: Case,
  _policy: KeyAccountPolicy,
  { text: said, affects: chosen, cid }: NotingChange,
  actor: Actor,
): Because | null {
  const { meeting } = partOf(c);
  if (meeting == null) return noMeeting;
  const refused = whyNotAdd(c, meeting, actor);
  if (refused !== null) return refused;
  const affects = [...new Set(chosen)];
  const words = said.trim();
  if (words.length < 5) return wrong('KA-07', 'Say what changes, in a sentence.', 'text');
  if (affects.length === 0)
    return wrong(
      'KA-07',
      'Choose what it may affect: code quality, timing or accuracy.',
      'affects',
    );
  const account = accountIn(c, cid);
  if (account !== null && 'clause' in account) return account;
  const change: MeetingChange = {
    id: meeting.changes.length + 1,
    text: words,
    affects,
    account,
    by: actor.accountId,
    at: c.now,
  };
  const changed = { ...meeting, changes: [...meeting.changes, change] };
  if (meeting.changes.length >= mostChanges || isMeetingFull(changed))
    return roomRefusal('changes', meeting.changes.length, mostChanges);
  keep(c, { meeting: changed });
  c.done(
    c.now,
    actor.accountId,
    `Change noted: ${words}`,
    because('KA-07', 'Changes that may affect jobs released for key accounts are recorded.', {
      'may affect': affects.map((one) => aspectNames[one].toLowerCase()).join(', '),
      account: account?.name ?? 'all key accounts',
    }),
  );
  count(c, actor.accountId, account?.cid ?? null, { kind: 'change-noted', text: words, affects });
  return null;
}
