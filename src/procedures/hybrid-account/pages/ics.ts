import ical, { ICalCalendarMethod } from 'ical-generator';
import type { HybridPolicy } from '../settings/policy';
import { filled } from '../onboarding';
import { type Instant, msOf, plusMs, minuteMs } from '../../../core/instant';

/** The sync meeting as an iCalendar file (RFC 5545); the same meeting keeps its uid, so a new time replaces the old one. */
export function icsOf(of: {
  readonly uid: string;
  readonly account: string;
  readonly at: Instant;
  readonly stamp: Instant;
  readonly meeting: HybridPolicy['meeting'];
  readonly ticket: string;
}): string {
  const calendar = ical({
    prodId: { company: 'Account Relay', product: 'Hybrid accounts', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${of.uid}@account-relay`,
    stamp: new Date(msOf(of.stamp)),
    start: new Date(msOf(of.at)),
    end: new Date(msOf(plusMs(of.at, of.meeting.minutes * minuteMs))),
    summary: filled(of.meeting.title, { account: of.account }),
    description: `${of.meeting.agenda}\n${of.ticket}`,
  });
  return calendar.toString();
}
