// K4, KA-06, KA-07: the meetings of a month with their changes and actions, and its escalations, from what happened.
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import type { Aspect, Happening, What } from './happening';

type Of<Kind extends What['kind']> = Happening & {
  readonly what: Extract<What, { readonly kind: Kind }>;
};

const isA =
  <Kind extends What['kind']>(kind: Kind) =>
  (one: Happening): one is Of<Kind> =>
    one.what.kind === kind;

/** How a weekly meeting went. */
export interface MeetingOfMonth {
  readonly key: string;
  readonly week: LocalDate;
  /** The day it is on. */
  readonly day: LocalDate;
  readonly state: 'held' | 'not-held' | 'not-recorded';
  readonly heldOn: LocalDate | null;
  readonly attended: readonly AccountId[];
  readonly others: string | null;
  readonly lookedAt: number;
  /** Why it was not held. */
  readonly reason: string | null;
}

/** A change that may affect jobs released for key accounts. */
export interface ChangeOfMonth {
  readonly key: string;
  readonly day: LocalDate;
  readonly cid: Cid | null;
  readonly text: string;
  readonly affects: readonly Aspect[];
  readonly by: AccountId | null;
}

/** An action as it stands by what is known. */
export interface ActionOfMonth {
  readonly key: string;
  readonly addedOn: LocalDate;
  readonly cid: Cid | null;
  readonly text: string;
  readonly owner: AccountId;
  readonly due: LocalDate;
  /** How often its date or owner was changed. */
  readonly moved: number;
  readonly doneOn: LocalDate | null;
  readonly inTime: boolean | null;
}

/** A quality issue: what, where, who, and how it ended. */
export interface EscalationOfMonth {
  readonly key: string;
  readonly day: LocalDate;
  readonly cid: Cid | null;
  readonly aspect: Aspect;
  readonly what: string | null;
  readonly by: AccountId | null;
  readonly answered: { readonly by: AccountId | null; readonly inTime: boolean } | null;
  readonly resolved: {
    readonly by: AccountId | null;
    readonly on: LocalDate;
    readonly how: string | null;
  } | null;
}

/** @param happenings of that month, of those before in which something of it may have begun, and of those after */
export function meetingsOf(month: string, happenings: readonly Happening[]): MeetingOfMonth[] {
  const records = happenings.filter(
    (one): one is Of<'meeting-held'> | Of<'meeting-not-held'> =>
      isA('meeting-held')(one) || isA('meeting-not-held')(one),
  );
  return happenings
    .filter(isA('meeting-opened'))
    .filter(({ what }) => what.on.startsWith(month))
    .map(({ issueId, key, what: { week, on } }) => {
      const said = records.findLast((one) => one.issueId === issueId)?.what;
      const held = said?.kind === 'meeting-held' ? said : null;
      return {
        key,
        week,
        day: on,
        state: held !== null ? 'held' : said === undefined ? 'not-recorded' : 'not-held',
        heldOn: held?.on ?? null,
        attended: held?.attended ?? [],
        others: held?.others ?? null,
        lookedAt: held?.lookedAt ?? 0,
        reason: said?.kind === 'meeting-not-held' ? said.reason : null,
      };
    });
}

export const changesOf = (month: string, happenings: readonly Happening[]): ChangeOfMonth[] =>
  happenings
    .filter(isA('change-noted'))
    .filter(({ day }) => day.startsWith(month))
    .map(({ key, day, cid, by, what: { text, affects } }) => ({
      key,
      day,
      cid,
      text,
      affects,
      by,
    }));

/** Those that were agreed on in the month or were open when it began: each once, in its own meeting (KA-07). */
export function actionsOf(month: string, happenings: readonly Happening[]): ActionOfMonth[] {
  const moves = happenings.filter(isA('action-moved'));
  const ends = happenings.filter(isA('action-done'));
  return happenings
    .filter(isA('action-added'))
    .filter(({ day }) => day.slice(0, 7) <= month)
    .flatMap(({ issueId, key, day, cid, what: { action, text, owner, due } }) => {
      const own = (one: Of<'action-moved'> | Of<'action-done'>): boolean =>
        one.issueId === issueId && one.what.action === action;
      const moved = moves.filter(own);
      const done = ends.find(own);
      if (done !== undefined && done.day.slice(0, 7) < month) return [];
      const last = moved.at(-1)?.what;
      return [
        {
          key,
          addedOn: day,
          cid,
          text,
          owner: last?.owner ?? owner,
          due: last?.due ?? due,
          moved: moved.length,
          doneOn: done?.day ?? null,
          inTime: done?.what.inTime ?? null,
        },
      ];
    });
}

export const escalationsOf = (
  month: string,
  happenings: readonly Happening[],
): EscalationOfMonth[] =>
  happenings.flatMap((one, place) => {
    if (!isA('escalated')(one) || !one.day.startsWith(month)) return [];
    const after = happenings.slice(place + 1).filter(({ issueId }) => issueId === one.issueId);
    const resolved = after.find(isA('escalation-resolved'));
    const until = resolved === undefined ? after : after.slice(0, after.indexOf(resolved));
    // What is reported while an escalation runs is answered with it.
    const answered = until.find(isA('escalation-answered'));
    return [
      {
        key: one.key,
        day: one.day,
        cid: one.cid,
        aspect: one.what.aspect,
        what: one.what.what ?? null,
        by: one.by,
        answered: answered === undefined ? null : { by: answered.by, inTime: answered.what.inTime },
        resolved:
          resolved === undefined
            ? null
            : { by: resolved.by, on: resolved.day, how: resolved.what.how ?? null },
      },
    ];
  });
