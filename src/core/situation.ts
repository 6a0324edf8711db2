import type { CustomerAccount, TicketAccount } from './account';
import { aroundTheClock, type BusinessCalendar } from './calendar/business-calendar';
import { type LocalDate, localDateAt } from './calendar/local-time';
import type { AccountId, Cid } from './ids';
import { type Instant, msOf } from './instant';
import { isActive, type People } from './people';
import type { Policy, QueuePolicy, StatusRole } from './policy';
import type { Procedure } from './procedure';
import type { Standings } from './speaker';
import type { Ticket } from './ticket';

/** Everything a rule may look at. */
export interface Situation {
  readonly now: Instant;
  readonly ticket: Ticket;
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  readonly account: TicketAccount;
  readonly people: People;
  /** The procedures that run here, in the order in which they look at the ticket. */
  readonly procedures: readonly Procedure[];
  /** Those that have failed while this was decided: their gates stay closed. */
  readonly stopped?: readonly Procedure[];
  /** Accounts the ticket is about without being theirs, such as one that shall become a key account. */
  readonly named?: readonly CustomerAccount[];
  /** Business days from request to working account, of past requests to these customers, the latest first (M12). */
  readonly pastDays?: Readonly<Record<Cid, readonly number[]>>;
  /** The account of the ticket's organizations, where they have one: the ticket may stay with another while something is open. */
  readonly organizationAccount?: CustomerAccount | undefined;
  /** Whom new internal comments tag that manage some account, not this one. */
  readonly managers?: readonly AccountId[];
  /** How authors stand to this request, of whom only Jira could say it (X12); read through `takenFor`. */
  readonly standings?: Standings;
  /** Those of the directory whom new comments tag, where the account is not known; everybody may be where it is absent. */
  readonly inDirectory?: readonly AccountId[] | undefined;
  /** Tickets that were raised from this one and that a procedure wants heard (`onRaised`). */
  readonly raisedTickets?: readonly Ticket[];
  /** The app's own account. */
  readonly self: AccountId;
}

/** Does the ticket stand in that status? */
export const standsIn = (situation: Situation, role: StatusRole): boolean =>
  situation.ticket.status.id === situation.queue.statuses[role].id;

/**
 * The calendar somebody works by: their own, or the queue's (A8).
 * @throws RangeError when the settings name a calendar that is not there
 */
export function calendarOf(situation: Situation, person: AccountId | null): BusinessCalendar {
  const { policy, queue, people } = situation;
  const own = person === null ? undefined : people[person]?.calendar;
  const calendar =
    (own === undefined ? undefined : policy.calendars[own]) ?? policy.calendars[queue.calendar];
  if (!calendar)
    throw new RangeError(
      `The settings name no calendar "${queue.calendar}" for queue ${queue.key}.`,
    );
  return calendar;
}

/** The calendar response times of somebody run in, by the reading of A8. */
export function responseCalendar(situation: Situation, person: AccountId): BusinessCalendar {
  switch (situation.queue.readings.clock) {
    case 'person':
      return calendarOf(situation, person);
    case 'queue':
      return calendarOf(situation, null);
    case 'around-the-clock':
      return { ...aroundTheClock, timeZone: calendarOf(situation, person).timeZone };
  }
}

/** Is that person there, as far as the directory and the ticket's own fields say? */
export function isThere(situation: Situation, person: AccountId): boolean {
  const { accountManager, regionalManager } = situation.ticket;
  const onTicket = [accountManager, regionalManager].find((one) => one?.accountId === person);
  return (onTicket?.active ?? true) && isActive(situation.people, person);
}

/** The day it is at that moment where the ticket's queue works. */
export const localDay = (situation: Situation, at: Instant): LocalDate =>
  localDateAt(calendarOf(situation, null).timeZone, msOf(at));
