// What time does to an access request (EA-16 … EA-18): the ladders, the risk for the work start, and the purge.
import { factsOf } from './customer-facts';
import { accessOf, save, requestNow } from './state';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { nextWorkingDay } from '../../core/calendar/business-time';
import { localDateAt } from '../../core/calendar/local-time';
import { earliest, type Instant, msOf, plusMs } from '../../core/instant';
import { firstStep, nextStep } from '../../core/ladder';
import { calendarOf, type Situation } from '../../core/situation';
import type { AccessPolicy, EscalationWhy } from './settings/policy';
import { type AccessRequest, type AccessRow, isClosed, isToClose, withRow } from './access-request';
import { type Forecast, forecast, leadTime } from './lead-time';
import { purge } from './purge';
import { accessPolicyOf } from './who';
import { criticalWords, escalationWords } from './words';

const dayMs = 24 * 60 * 60_000;

export function accessOnTime(c: Case): void {
  const policy = accessPolicyOf(c);
  const request = accessOf(c.ledger) ?? null;
  if (policy === null || request === null) return;
  const calendar = calendarOf(c, null);
  if (!c.ticket.status.done) {
    for (const { cid } of request.rows) climb(c, policy, calendar, cid);
    critical(c, policy, calendar);
    lookAgain(c, calendar);
  }
  leave(c, policy);
}

/** EA-16, EA-17: silence, then lateness, each up its own ladder. Lateness takes over from silence. */
function climb(c: Case, policy: AccessPolicy, calendar: BusinessCalendar, cid: string): void {
  const request = requestNow(c);
  const row = request.rows.find((one) => one.cid === cid) as AccessRow;
  const { now } = c;
  const { escalation } = row;
  if (row.progress !== 'sent' && row.progress !== 'acknowledged' && escalation === null) return;
  const due = dueNow(row, now);
  const began =
    due !== null && due !== escalation?.why && (due === 'late' || escalation === null)
      ? firstStep(policy.ladders[due], calendar, now)
      : null;
  if (due !== null && began !== null)
    return tell(c, policy, {
      ...row,
      escalation: { ...began, why: due, loggedAt: null },
    });
  if (escalation === null || escalation.loggedAt !== null) return;
  const up = nextStep(policy.ladders[escalation.why], calendar, escalation, now);
  if (up !== null) tell(c, policy, { ...row, escalation: { ...escalation, ...up } });
}

/** EA-13a: the timeline runs until the engineer has logged in; an account that nobody has tested is not set up. */
function dueNow(row: AccessRow, now: Instant): EscalationWhy | null {
  if (isClosed(row) || row.progress === 'not-sent') return null;
  if (row.dueAt !== null && now >= row.dueAt) return 'late';
  return row.progress === 'sent' && row.firstResponseDueAt !== null && now >= row.firstResponseDueAt
    ? 'no-response'
    : null;
}

function tell(c: Case, policy: AccessPolicy, row: AccessRow): void {
  const changed = withRow(requestNow(c), row);
  save(c, changed);
  const { name } = factsOf(c, row.cid);
  const { escalation } = row;
  if (escalation === null) return;
  const to = policy.ladders[escalation.why][escalation.step]?.to ?? 'team-lead';
  const clause = to === 'customer' ? 'EA-17' : 'EA-16';
  const [what, since] =
    escalation.why === 'no-response'
      ? ['No response', row.firstResponseDueAt]
      : ['No account', row.dueAt];
  c.done(
    c.now,
    null,
    `${name} escalated to ${to === 'team-lead' ? 'the team lead' : to === 'csm' ? 'the CSM' : 'the customer contact, by the CSM'}`,
    because(clause, `${what} within the expected time.`, {
      requested: row.requestedAt ?? '',
      'due at': since ?? '',
    }),
  );
  c.announce(escalationWords(c, policy, changed, row.cid), null, clause, null);
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
  const rows = request.rows
    .filter((row) => !isClosed(row))
    .map(({ progress, escalation, firstResponseDueAt, dueAt }) => {
      const runs = progress === 'sent' || progress === 'acknowledged';
      return earliest(
        runs && progress === 'sent' && escalation === null ? firstResponseDueAt : null,
        progress !== 'not-sent' && escalation?.why !== 'late' ? dueAt : null,
        escalation !== null && escalation.loggedAt === null ? escalation.nextAt : null,
      );
    });
  return earliest(request.purgeAt, request.lookAgainAt, ...rows);
}
