// KA-06, KA-07: what somebody owes about a weekly meeting: its record, and each action until it is done.
import { spellDay } from '../../core/calendar/spell-time';
import type { Case } from '../../core/case';
import { graceIn } from '../../core/due';
import type { Wait } from '../../core/wait';
import { aboveAll, heldOnly } from './allowed-time';
import { isOpenAction } from './meeting';
import { partOf } from './say';
import type { KeyAccountPolicy } from './settings/policy';
import { meetingKeys } from './wait-keys';

/** Whoever has an action is reminded a working day before its date. */
const remindBefore = [480];

export function meetingWaits(c: Case, settings: KeyAccountPolicy): Wait[] {
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
      title: `Action of the weekly meeting: ${action.text}`,
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
