// What time does to an access request that is nobody's to do (EA-17 … EA-24): days that come, the risk for the work start,
// and the purge. What people owe stands in waits.ts.
import { factsOf } from './customer-facts';
import { accessOf, save, requestNow } from './state';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { nextWorkingDay } from '../../core/calendar/business-time';
import { localDateAt, utcOfLocal } from '../../core/calendar/local-time';
import { dayMs, earliest, type Instant, instantOf, msOf, plusMs } from '../../core/instant';
import { calendarOf, localDay, type Situation } from '../../core/situation';
import type { AccessPolicy } from './settings/policy';
import {
  type AccessRequest,
  type AccessRow,
  isClosed,
  isOpen,
  isToClose,
  withRow,
} from './access-request';
import { type Forecast, forecast, leadTime } from './lead-time';
import { gate, gateOpens } from './gate';
import { purge } from './purge';
import { accessPolicyOf } from './who';
import { isChased } from './row-state';
import { criticalWords } from './words';

export function accessOnTime(c: Case): void {
  const policy = accessPolicyOf(c);
  const request = accessOf(c.ledger) ?? null;
  if (policy === null || request === null) return;
  const calendar = calendarOf(c, null);
  noteClosed(c);
  if (!c.ticket.status.done) {
    turnToCustomers(c);
    openGate(c, calendar);
    critical(c, policy, calendar);
    lookAgain(c, calendar);
  }
  leave(c, policy);
}

/** What has a day in a closed ticket waits until it is opened again; that it was closed is somebody's to see to. */
function noteClosed(c: Case): void {
  const { closedOpen, ...request } = requestNow(c);
  const isSo = c.ticket.status.done && request.rows.some(isOpen);
  if (isSo !== (closedOpen === true)) save(c, isSo ? { ...request, closedOpen: true } : request);
}

/** EA-17: the day on which the CSM turns to the customer contact, unless the account came or that was done before. */
function turnToCustomers(c: Case): void {
  for (const row of requestNow(c).rows) {
    const { customerAt, customerSince: _before, ...others } = row;
    if (customerAt === undefined || (c.now < customerAt && !isClosed(row))) continue;
    const isAsked = !isClosed(row) && row.progress !== 'created' && !isChased(row);
    save(c, withRow(requestNow(c), isAsked ? { ...others, customerSince: customerAt } : others));
    if (isAsked)
      c.done(
        c.now,
        null,
        `${factsOf(c, row.cid).name} escalated to the customer contact, by the CSM`,
        because('EA-17', 'No account within the required timeline.', {
          requested: row.requestedAt ?? '',
          'due at': row.dueAt ?? '',
        }),
      );
  }
}

/** Since when requests may leave is kept: another calendar does not make them owed anew. */
function noteOpened(c: Case): void {
  const { gateOpenedAt, ...request } = requestNow(c);
  const isOpen = gate(request, localDay(c, c.now)) === null;
  if (isOpen === (gateOpenedAt !== undefined)) return;
  save(c, isOpen ? { ...request, gateOpenedAt: gateOpens(c, request) } : request);
}

/** EA-20: nothing else happens on the day on which requests may leave. */
function openGate(c: Case, calendar: BusinessCalendar): void {
  noteOpened(c);
  const { opensAt, ...request } = requestNow(c);
  const { itReady, override, employmentStart, rows } = request;
  const day = instantOf(utcOfLocal(calendar.timeZone, employmentStart, 0));
  const waits =
    itReady !== null &&
    override === null &&
    c.now < day &&
    rows.some(({ progress }) => progress === 'not-sent');
  if (opensAt !== (waits ? day : undefined))
    save(c, waits ? { ...request, opensAt: day } : request);
}

/** The forecast of one row, from what is known now. */
export function forecastOf(
  situation: Situation,
  policy: AccessPolicy,
  request: AccessRequest,
  row: AccessRow,
): Forecast {
  const calendar = calendarOf(situation, null);
  const { access, pastDays } = factsOf(situation, row.cid);
  const stated =
    row.requestedAt === null ? (access?.timelineDays ?? policy.timelineDays) : row.timelineDays;
  return forecast(
    calendar,
    request,
    row,
    leadTime(pastDays, stated, policy.samplesNeeded),
    localDateAt(calendar.timeZone, msOf(situation.now)),
  );
}

/** EA-18, EA-25: said once per row, on the day it becomes known; that may be day 0. */
function critical(c: Case, policy: AccessPolicy, calendar: BusinessCalendar): void {
  const request = requestNow(c);
  const fresh = request.rows.flatMap((row) => {
    if (isClosed(row) || row.criticalSince !== null) return [];
    const seen = forecastOf(c, policy, request, row);
    return seen.verdict === 'cannot-be-ready' ? [{ row, seen }] : [];
  });
  if (fresh.length === 0) return;
  const rows = fresh.map(({ row, seen }) => {
    const { name } = factsOf(c, row.cid);
    const basis =
      seen.basis === 'past'
        ? `${seen.typicalDays} business days in the past`
        : `${seen.typicalDays} business days as stated`;
    return {
      cid: row.cid,
      sentence: `${name} cannot be ready: expected on ${seen.typical} (${basis}), ${seen.lateDays === 1 ? '1 working day' : `${seen.lateDays} working days`} after the work start.`,
    };
  });
  const marked = fresh.reduce(
    (now, { row }) => withRow(now, { ...row, criticalSince: c.now }),
    request,
  );
  save(c, marked);
  c.done(
    c.now,
    null,
    `${rows.length === 1 ? factsOf(c, rows[0]?.cid ?? '').name : `${rows.length} customers`} may not be ready when work starts`,
    because(
      'EA-18',
      'A request cannot leave before employment starts, so the risk is known from then on (EA-25).',
      { 'work start': request.workStart ?? '', calendar: calendar.name },
    ),
  );
  c.announce(criticalWords(c, marked, rows), null, 'EA-18', null);
}

/** A row that is in time today may not be tomorrow: nothing else happens on that day. */
function lookAgain(c: Case, calendar: BusinessCalendar): void {
  const request = requestNow(c);
  const open =
    request.workStart !== null &&
    request.rows.some((row) => !isClosed(row) && row.criticalSince === null);
  const due = request.lookAgainAt === null ? open : !open || c.now >= request.lookAgainAt;
  if (due) save(c, { ...request, lookAgainAt: open ? nextWorkingDay(calendar, c.now) : null });
}

/** EA-24: counts the days once the last row is closed, and deletes on the day. */
function leave(c: Case, policy: AccessPolicy): void {
  const request = requestNow(c);
  if (request.onFile.length === 0) return;
  const over =
    c.ticket.status.done ||
    (request.rows.length > 0 && request.rows.every((row) => isClosed(row) && !isToClose(row)));
  if (!over) {
    if (request.purgeAt !== null) save(c, { ...request, purgeAt: null });
    return;
  }
  if (request.purgeAt === null)
    return save(c, {
      ...request,
      purgeAt: plusMs(c.now, policy.purgeAfterDays * dayMs),
    });
  if (c.now >= request.purgeAt) purge(c, request, null);
}

/** When an access request has to be looked at next. */
export function accessWakeAt(request: AccessRequest | null): Instant | null {
  if (request === null) return null;
  if (request.closedOpen === true) return request.purgeAt;
  return earliest(
    request.purgeAt,
    request.lookAgainAt,
    request.opensAt,
    ...request.rows.map(({ customerAt }) => customerAt),
  );
}
