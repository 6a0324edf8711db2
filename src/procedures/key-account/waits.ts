// Everything that somebody owes about key accounts, derived from what is known (X10): no case is open and waits for nobody.
import { aboveAll, heldOnly, within } from './allowed-time';
import { spellDay } from '../../core/calendar/spell-time';
import type { Case } from '../../core/case';
import { graceIn } from '../../core/due';
import type { Wait } from '../../core/wait';
import { keyAccountOf } from './account';
import { escalationWaits } from './escalate';
import { isOpenAction } from './meeting';
import { documentWaits, releaseWaits } from './release-waits';
import { partOf } from './say';
import { type KeyAccountPolicy, keyAccountSettingsOf } from './settings/policy';
import { listingKeys, meetingKeys, monthEndKey, rhythmKey } from './wait-keys';

/** Null in a queue that knows no key accounts: what was owed there stands still. */
export function keyWaits(c: Case): readonly Wait[] | null {
  const settings = keyAccountSettingsOf(c.queue);
  return settings === undefined
    ? null
    : [
        ...listingWaits(c, settings),
        ...monthEndWaits(c, settings),
        ...meetingWaits(c, settings),
        ...documentWaits(c, settings),
        ...releaseWaits(c, settings),
        ...escalationWaits(c, settings),
      ].map((wait) => ({ ...wait, aboveMay: true }));
}

/** KA-04, KA-05, K10: the decision, the month's document, and when the account runs production. */
function listingWaits(c: Case, settings: KeyAccountPolicy): Wait[] {
  const { designation } = partOf(c);
  if (designation === null) return [];
  const { cid, change, decided, document, asked, rhythm } = designation;
  const account = c.named.find((one) => one.cid === cid);
  const name = account?.name ?? cid;
  const above = heldOnly(c, aboveAll(settings));
  if (decided === null)
    return [
      {
        key: listingKeys.decide,
        clause: 'KA-04',
        title:
          change === 'add'
            ? `Decide whether ${name} becomes a key account`
            : `Decide whether ${name} stays a key account`,
        of: 'key-account-keeper',
        since: asked.at,
        within: within(settings, 'decide'),
        above,
        tell: 'said',
        acts: ['decide-listing'],
        askers: [asked.by],
      },
    ];
  // What an earlier edition decided is over.
  if (document === undefined) return [];
  const known = rhythm != null || (account && keyAccountOf(account).productionCycle) !== undefined;
  return [
    ...(document.updated === null
      ? [
          {
            key: listingKeys.document,
            clause: 'KA-05',
            title:
              change === 'add'
                ? `Add ${name} to the end-of-month document`
                : `Take ${name} out of the end-of-month document`,
            of: 'operations',
            since: document.since,
            within: within(settings, 'document'),
            above,
            tell: 'tag',
            acts: ['document-updated'],
          } as const,
        ]
      : []),
    ...(change === 'add' && !known
      ? [
          {
            key: rhythmKey,
            clause: 'K10',
            title: `Say when ${name} runs production`,
            of: 'key-account-keeper',
            since: document.since,
            within: within(settings, 'rhythm'),
            above,
            tell: 'tag',
            acts: ['set-rhythm'],
          } as const,
        ]
      : []),
  ];
}

/** KA-05: the document of a month. */
function monthEndWaits(c: Case, settings: KeyAccountPolicy): Wait[] {
  const { monthEnd } = partOf(c);
  if (monthEnd === null || monthEnd.confirmed !== null) return [];
  return [
    {
      key: monthEndKey,
      clause: 'KA-05',
      title: `Bring the end-of-month document of ${monthEnd.month} up to date and confirm it`,
      of: 'operations',
      since: monthEnd.openedAt ?? c.ticket.createdAt,
      within: { days: settings.monthEnd?.dueDays ?? 3 },
      notBefore: monthEnd.dueAt,
      above: heldOnly(c, aboveAll(settings)),
      tell: 'said',
      acts: ['confirm-month-end'],
    },
  ];
}

/** Whoever has an action is reminded a working day before its date. */
const remindBefore = [480];

/** KA-06, KA-07: the record of a weekly meeting, and each action until it is done. */
function meetingWaits(c: Case, settings: KeyAccountPolicy): Wait[] {
  const { meeting } = partOf(c);
  if (meeting == null) return [];
  const { week, day, by, openedAt, dueAt, outcome, actions } = meeting;
  const above = heldOnly(c, aboveAll(settings));
  return [
    ...(outcome === null
      ? [
          {
            key: meetingKeys.meeting(week),
            clause: 'KA-06',
            title: `Attend the weekly meeting about key accounts on ${spellDay(day)} and record who attended`,
            of: by,
            since: openedAt,
            // Opened late, it is not late at birth.
            within: { minutes: 240 },
            notBefore: dueAt,
            above,
            tell: 'said',
            acts: ['hold-meeting', 'skip-meeting'],
          } as const,
        ]
      : []),
    ...actions.filter(isOpenAction).map((action): Wait => ({
      key: meetingKeys.action(action.id),
      clause: 'KA-07',
      title: `${action.text.replace(/\.$/u, '')} (weekly meeting)`,
      of: { people: [action.owner] },
      since: action.moved?.at ?? action.at,
      within: graceIn(c.queue),
      notBefore: action.dueAt,
      remindBefore,
      above,
      tell: 'tag',
      acts: ['finish-action', 'move-action'],
      askers: [action.by],
    })),
  ];
}
