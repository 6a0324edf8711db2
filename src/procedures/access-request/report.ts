// What is said of a row once its request has left (EA-13 … EA-17).
import { factsOf } from './customer-facts';
import { rememberLeadTime } from './effects';
import { save, requestNow } from './state';
import { type Because, because } from '../../core/because';
import { workingDaysBetween } from '../../core/calendar/business-days';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { calendarOf, localDay } from '../../core/situation';
import { type AccessRequest, type AccessRow, isToClose, rowOf, withRow } from './access-request';
import { type DatesSaid, datesSaid, type RowChange, type RowReport, type RowStep } from './said';
import { sidesOnRow } from './in-place';
import { type AccessSide, mayStep, whyNotStep } from './may';
import { raisedTo } from './row-state';
import { rowAfter, rowSteps } from './row-steps';
import { wrong } from './save';
import { standTogether } from './together';
import { sideOf } from './who';

/** @param dates when it happened, where that is said; now where it is not */
export function reportRow(
  c: Case,
  { cid, step, remarks, dates = {} }: RowReport & { readonly dates?: DatesSaid },
  by: AccountId,
): Because | null {
  const request = requestNow(c);
  const row = rowOf(request, cid);
  const { name } = factsOf(c, cid);
  if (row === null) return wrong('EA-23', `There is no row for ${cid}.`, 'cid');
  const refused =
    whyNotSay(c, request, row, { person: by, step }) ??
    whyNotClosed(request, row, step) ??
    whyNotTold(c, row, step);
  if (refused !== null) return refused;
  const after = rowAfter(row, name, step, remarks, datedAt(step, dates) ?? c.now);
  if ('clause' in after) return after;
  const moved = after.progress === row.progress ? after : standTogether(c, request, after);
  const dated = withDates(c, row, { ...moved, ...dates }, Object.keys(dates));
  if ('clause' in dated) return dated;
  // What was never said about the log-in itself is as of whose account it is for.
  const engineer = step === 'verified' ? request.engineer : null;
  save(
    c,
    withRow(
      { ...request, purgeAt: null },
      { ...dated, ...(engineer === null ? {} : { verifiedFor: engineer }) },
    ),
  );
  const { clause, said } = rowSteps[step];
  c.done(c.now, by, `${name} ${said}`, because(clause, sentences[step], { customer: name }));
  if (step === 'verified' && row.verifiedAt === null) remember(c, cid);
  return null;
}

/** Why somebody may not say that of a row, in their own part or in that of whoever they stand in for. */
const whyNotSay = (
  c: Case,
  request: AccessRequest,
  row: AccessRow,
  { person, step }: { readonly person: AccountId; readonly step: RowStep },
): Because | null =>
  sidesOnRow(c, request, row, { person, act: 'report' }).some((side) => mayStep(side, step))
    ? null
    : whyNotStep(sideOnRow(c, request, row.cid, person), step);

/** In what part somebody speaks of a row: a CSM of another customer in none. */
export function sideOnRow(
  c: Case,
  request: AccessRequest,
  cid: Cid,
  by: AccountId,
): AccessSide | null {
  const side = sideOf(c, request, by);
  return side === 'csm' && factsOf(c, cid).csm !== by ? null : side;
}

/** Accounts are closed at customers once the engineer leaves, each once. */
const whyNotClosed = (request: AccessRequest, row: AccessRow, step: RowStep): Because | null =>
  step !== 'account-closed' || isToClose(row)
    ? null
    : because(
        'EA-19',
        request.leaving === undefined
          ? 'Say first that the engineer leaves; then their accounts are closed at the customers.'
          : 'There is no account to close here.',
      );

/** EA-17, EA-18: what is logged is a case that was escalated, or that is critical whether or not a timer has. */
const whyNotTold = (c: Case, row: AccessRow, step: RowStep): Because | null =>
  step !== 'customer-told' || row.criticalSince !== null || raisedTo(c, row) !== null
    ? null
    : because(
        'EA-17',
        `${factsOf(c, row.cid).name} is neither escalated nor critical, so there is nothing to log.`,
      );

/** The date that a step is about, where one was said. */
const datedAt = (step: RowStep, dates: DatesSaid): Instant | undefined =>
  step === 'acknowledged'
    ? dates.respondedAt
    : step === 'created'
      ? dates.createdAt
      : step === 'verified'
        ? dates.verifiedAt
        : undefined;

const dateNames: Readonly<Record<keyof DatesSaid, string>> = {
  respondedAt: 'first response',
  createdAt: 'account',
  verifiedAt: 'test',
};

/** The row, where what was said of its dates can have been so. */
function withDates(
  c: Case,
  before: AccessRow,
  row: AccessRow,
  said: readonly string[],
): AccessRow | Because {
  const { name } = factsOf(c, row.cid);
  const day = (at: Instant): string => localDay(c, at);
  for (const date of datesSaid) {
    const at = row[date];
    if (!said.includes(date) || at === null) continue;
    if (day(at) > day(c.now))
      return wrong('EA-14', `The ${dateNames[date]} of ${name} is in the future.`, 'cells');
    if (before[date] === null && row.progress === before.progress)
      return wrong(
        'EA-14',
        `The ${dateNames[date]} of ${name} has a date, and its status does not say so. Change the status as well.`,
        'cells',
      );
    if (row.requestedAt !== null && day(at) < day(row.requestedAt))
      return wrong(
        'EA-14',
        `The ${dateNames[date]} of ${name} cannot be before the request, which was sent on ${day(row.requestedAt)}.`,
        'cells',
      );
  }
  if (row.createdAt !== null && row.verifiedAt !== null && day(row.verifiedAt) < day(row.createdAt))
    return wrong('EA-14', `${name} cannot be tested before the account was there.`, 'cells');
  return row;
}

/** M12: how long this customer took, to the engineer's log-in (EA-13a). */
function remember(c: Case, cid: Cid): void {
  const row = rowOf(requestNow(c), cid);
  if (row?.requestedAt == null || row.verifiedAt === null) return;
  const days = workingDaysBetween(
    calendarOf(c, null),
    localDay(c, row.requestedAt),
    localDay(c, row.verifiedAt),
  );
  c.want({
    command: rememberLeadTime.command({ cid, days: Math.max(0, days) }),
    actor: null,
    clause: 'EA-18',
  });
}

/** Several rows at once, all or none: what an edited sheet brings back (E7). */
export function reportRows(
  c: Case,
  { changes }: { readonly changes: readonly RowChange[] },
  by: AccountId,
): Because | null {
  if (changes.length === 0) return wrong('E7', 'The sheet changes nothing.', 'changes');
  for (const { step, ...change } of changes) {
    const refused =
      step === null ? correctRow(c, change, by) : reportRow(c, { ...change, step }, by);
    if (refused !== null)
      return { ...refused, text: `${factsOf(c, change.cid).name}: ${refused.text}` };
  }
  return null;
}

/** Remarks and dates of a row whose status stays (EA-14). */
function correctRow(
  c: Case,
  { cid, remarks, dates = {} }: Omit<RowChange, 'step'>,
  by: AccountId,
): Because | null {
  const request = requestNow(c);
  const row = rowOf(request, cid);
  const side = sideOnRow(c, request, cid, by);
  if (row === null || side === null || side === 'internal-it')
    return wrong('EA-19', `You may not change the row of ${cid}, or there is none.`, 'changes');
  const said = Object.keys(dates);
  const dated = withDates(c, row, { ...row, ...dates, remarks: remarks ?? row.remarks }, said);
  if ('clause' in dated) return dated;
  save(c, withRow(request, dated));
  const { name } = factsOf(c, cid);
  c.done(
    c.now,
    by,
    `${said.length === 0 ? 'Remarks' : 'Dates'} of ${name} changed`,
    because(
      'EA-14',
      'The follow-up document is kept up to date.',
      Object.fromEntries(
        datesSaid
          .filter((date) => dates[date] !== undefined)
          .map((date) => [dateNames[date], localDay(c, dates[date] ?? c.now)]),
      ),
    ),
  );
  if (dates.verifiedAt !== undefined) remember(c, cid);
  return null;
}

const sentences: Readonly<Record<RowStep, string>> = {
  acknowledged: 'A reply ends the wait for one; nobody is reminded after it.',
  created: 'The engineer tests the access now.',
  verified: 'The engineer logged in.',
  'not-functional': 'What does not work goes to the team lead.',
  done: 'The team lead reviewed it.',
  'not-needed': 'No account is needed there.',
  reopened: 'The request is to be sent again.',
  'customer-told': 'The CSM escalated to the customer contact.',
  'account-closed': 'The engineer leaves, and has no account there any more.',
};
