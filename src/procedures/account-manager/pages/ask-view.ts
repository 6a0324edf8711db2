import type { AskView } from '../contract/panel';
import { type OpenAsk, statusOf } from '../ask';
import { businessMinutesBetween } from '../../../core/calendar/business-time';
import { nameOf } from '../../../core/people';
import { elsewhere } from '../elsewhere';
import { entryById } from '../../../core/policy';
import { responseCalendar, type Situation } from '../../../core/situation';
import { personView, personViewOrNull } from '../../../app/views/why';

const roles = {
  'account-manager': 'Account manager',
  'regional-manager': 'Regional manager',
  fallback: 'Management',
} as const;

/** The role of the person asked, spelled out. */
export function holderRole(situation: Situation, ask: OpenAsk): string {
  const to = ask.ladder[ask.rung]?.to ?? (ask.rung === 0 ? 'account-manager' : 'regional-manager');
  const role = roles[to];
  return ask.standsInFor === null
    ? role
    : `Stands in for ${nameOf(situation.people, ask.standsInFor)}, ${role.toLowerCase()}`;
}

/** Who holds the ball, and until when. */
export function askView(situation: Situation, ask: OpenAsk): AskView {
  const { people, now, queue } = situation;
  const calendar = responseCalendar(situation, ask.holder);
  const { account, field } = elsewhere(situation, ask);
  return {
    id: ask.id,
    entry: {
      id: ask.entryId,
      name: entryById(queue, ask.entryId)?.name ?? 'An SOP entry that no longer exists',
    },
    stage: statusOf(ask) === 'waiting-for-management' ? 'management' : 'account-manager',
    holder: personView(people, ask.holder),
    holderRole: holderRole(situation, ask),
    askedBy: personViewOrNull(people, ask.askedBy),
    askedAt: ask.askedAt,
    dueAt: ask.dueAt,
    overdue: now >= ask.dueAt,
    businessMinutesLeft: Math.round(businessMinutesBetween(calendar, now, ask.dueAt)),
    calendar: { name: calendar.name, timeZone: calendar.timeZone },
    note: ask.note,
    also: (ask.also ?? []).map(({ by, note }) => ({ by: personView(people, by), note })),
    elsewhere: {
      account:
        account === null
          ? null
          : {
              name: account.name,
              accountManager: personView(people, account.accountManager),
            },
      field: field === null ? null : personView(people, field.accountId),
    },
    promisedBy: ask.promisedBy,
    promiseSaid:
      ask.promiseSaid == null || ask.promisedBy !== null
        ? null
        : { ...ask.promiseSaid, by: personView(people, ask.promiseSaid.by) },
    noteMissing: ask.note === null,
    customerReply:
      ask.customerReply === null
        ? null
        : {
            at: ask.customerReply.at,
            waitingSince: ask.customerReply.at,
            putBackAt: ask.customerReply.putBackAt,
          },
  };
}
