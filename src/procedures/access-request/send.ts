// A request leaves for a customer (EA-09): sent by the team lead, or raised in our own service desk.
import { factsOf } from './customer-facts';
import { raiseToCustomer } from './effects';
import { save } from './state';
import { type Because, because } from '../../core/because';
import { dueAfterDays } from '../../core/calendar/business-days';
import type { Case } from '../../core/case';
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { calendarOf, localDay, type Situation } from '../../core/situation';
import type { AccessPolicy } from './settings/policy';
import {
  type AccessRequest,
  type AccessRow,
  isClosed,
  rowOf,
  unsent,
  withRow,
} from './access-request';
import { noCustomer, nowhereToRaise, participantsOf } from './customer-access';
import { gate } from './gate';
import { noonOf } from './days';
import { customerAt } from './ladders';
import { fieldNames, type PersonalField } from './personal';
import { wrong } from './save';
import { askedTogether } from './together';

/** How letters left. */
export const waysSent = ['eml', 'mailto', 'merge-list', 'ticketing-tool'] as const;

export interface SentLetters {
  readonly customers: readonly Cid[];
  readonly via: (typeof waysSent)[number];
  /** The day on which they left, where that was not today. */
  readonly on?: LocalDate | null;
}

/** A request in our service desk; no field leaves that the team lead has not seen. */
export interface Raised {
  readonly cid: Cid;
  readonly fields: readonly PersonalField[];
}

export function override(
  c: Case,
  policy: AccessPolicy,
  request: AccessRequest,
  { reason }: { readonly reason: string },
  by: AccountId,
): Because | null {
  if (!policy.overrideGate)
    return because(
      'E5',
      'The settings of this queue do not let anybody send early. Wait until the engineer has started and Internal IT is ready.',
      { setting: 'off' },
    );
  if (reason.trim().length < 5)
    return wrong('E5', 'Say why the requests must leave early.', 'reason');
  const { now } = c;
  save(c, { ...request, override: { by, at: now, reason } });
  c.done(
    now,
    by,
    'Requests may leave early',
    because('E5', 'A team lead lets them leave before both conditions hold.', { reason }),
  );
  return null;
}

export function send(
  c: Case,
  policy: AccessPolicy,
  request: AccessRequest,
  step: SentLetters,
  by: AccountId,
): Because | null {
  const left = leftAt(c, step.on ?? null);
  if (typeof left !== 'string') return left;
  const refused = mayLeave(c, request, left);
  if (refused !== null) return refused;
  const cids = [...new Set(step.customers)];
  if (cids.length === 0) return wrong('EA-09', 'Choose at least one customer.', 'customers');
  let next = request;
  for (const cid of cids) {
    const { name, access } = factsOf(c, cid);
    if (access?.method === 'jsm-request')
      return wrong(
        'E3',
        `${name} gets a request in our service desk. Raise it here; it counts as sent from then.`,
        'customers',
      );
    const row = rowSent(c, policy, next, { cid, at: left });
    if ('clause' in row) return row;
    next = withRow(next, row);
  }
  save(c, { ...next, purgeAt: null });
  const customers = cids.map((cid) => factsOf(c, cid));
  // A customer with a ticketing tool gets it there, whatever was taken for the others.
  const via = [
    ...new Set(
      customers.map(({ access }) =>
        access?.method === 'ticketing-tool' ? access.method : step.via,
      ),
    ),
  ];
  const again = cids.every((cid) => (rowOf(request, cid)?.attempts ?? 0) > 0);
  c.done(
    c.now,
    by,
    `Account requested ${again ? 'again ' : ''}from ${customers.map(({ name }) => name).join(', ')}`,
    because('EA-09', 'The standardized request was sent.', {
      via: via.join(', '),
      customers: `${customers.length}`,
      ...(step.on == null ? {} : { 'sent on': step.on }),
    }),
  );
  return null;
}

/** E3: one request in our service desk. Its words are put together when it is raised: nothing personal stands in the ledger. */
export function raise(
  c: Case,
  policy: AccessPolicy,
  request: AccessRequest,
  { cid, fields }: Raised,
  by: AccountId,
): Because | null {
  const refused = mayLeave(c, request, c.now);
  if (refused !== null) return refused;
  const { name, access } = factsOf(c, cid);
  const row = rowSent(c, policy, request, { cid, at: c.now });
  if ('clause' in row) return row;
  if (access?.method !== 'jsm-request')
    return wrong(
      'EA-05',
      `${name} is not asked by a request in our service desk. Compose the request and send it the way they want it.`,
      'cid',
    );
  const { raise: where } = policy;
  const contact = access.contact ?? null;
  if (where == null) return wrong('E3', nowhereToRaise.text, 'cid');
  if (contact === null) return wrong('EA-04', noCustomer(name).text, 'cid');
  if (rowOf(request, cid)?.progress === 'sent')
    return because(
      'E3',
      `${name} has its request already. Write to them there; a second one would ask for a second account.`,
      { state: 'sent' },
    );
  save(c, { ...withRow(request, { ...row, raised: null }), purgeAt: null });
  c.want({
    command: raiseToCustomer.command({
      cid,
      projectId: where.project.id,
      requestType: where.requestType,
      onBehalfOf: contact,
      participants: participantsOf(access),
      organizations: c.queue.fields.organizations.id,
      by,
      fields,
    }),
    actor: null,
    clause: 'E3',
  });
  c.done(
    c.now,
    by,
    `Account requested from ${name}`,
    because('E3', 'This customer is asked by a request in our service desk.', {
      'request type': where.requestType,
      'personal fields': fields.map((field) => fieldNames[field]).join(', ') || 'none',
    }),
  );
  return null;
}

/** The row once its request was raised; null puts it back to where nothing was sent, as nothing was. */
export function rowRaised(
  request: AccessRequest,
  cid: Cid,
  ticket: AccessRow['raised'],
): AccessRequest {
  const row = rowOf(request, cid);
  if (row === null) return request;
  if (ticket !== null) return withRow(request, { ...row, raised: ticket });
  const { stands: _stands, ...back } = { ...row, attempts: row.attempts - 1 };
  // First times stay: one that was sent before and did not work is where it was. The other is owed since it was tried.
  return withRow(
    request,
    row.lastSentAt === undefined
      ? unsent(back, row.requestedAt)
      : { ...back, progress: 'not-functional' },
  );
}

/** The row once the request that was raised for it has ended without an account: it is to be requested again. */
export function rowCanceled(row: AccessRow, at: Instant): AccessRow {
  // One that was there and does not work is still to be repaired.
  if (row.progress === 'not-functional' || row.lastSentAt !== undefined)
    return { ...row, raised: null, progress: 'not-functional', brokenAt: row.brokenAt ?? at };
  const { customerSince: _since, byHand: _hand, ...kept } = row;
  return unsent({ ...kept, raised: null, escalation: null }, at);
}

/** When letters left that are marked as sent: now, or at noon of a day that was said. */
function leftAt(situation: Situation, on: LocalDate | null): Instant | Because {
  const today = localDay(situation, situation.now);
  if (on === null || on === today) return situation.now;
  if (on > today)
    return wrong('EA-12', `${on} has not come yet. Enter the day on which they were sent.`, 'on');
  return noonOf(situation, on);
}

/** EA-20, EA-21, EA-24: why nothing may leave, or may have left at that moment; null when it may. */
function mayLeave(situation: Situation, request: AccessRequest, at: Instant): Because | null {
  const day = localDay(situation, at);
  const { itReady, override: early } = request;
  const refused =
    gate(request, day) ??
    (early === null && itReady !== null && day < localDay(situation, itReady.at)
      ? wrong(
          'EA-21',
          `Nothing could be sent on ${day}: Internal IT was not ready before ${localDay(situation, itReady.at)}.`,
          'on',
        )
      : null);
  // A profile that was entered since is a new file.
  if (refused !== null || request.certificate === null || request.onFile.length > 0) return refused;
  return because(
    'EA-24',
    `The engineer's personal data was deleted on ${localDay(situation, request.certificate.at)}. Enter the profile again to send anything.`,
    {},
  );
}

/** The customer's row once its request has left, with the clocks that run from then; or why it cannot leave. */
function rowSent(
  situation: Situation,
  policy: AccessPolicy,
  request: AccessRequest,
  { cid, at }: { readonly cid: Cid; readonly at: Instant },
): AccessRow | Because {
  const calendar = calendarOf(situation, null);
  const row = rowOf(request, cid);
  const { name, access } = factsOf(situation, cid);
  if (row === null || access === null)
    return wrong(
      'EA-04',
      `${name} has no row here or is not on the customer access list.`,
      'customers',
    );
  if (row.progress === 'acknowledged' || row.progress === 'created')
    return because('EA-16', `${name} has replied, so no reminder is sent.`, {
      state: row.progress,
    });
  if (isClosed(row)) return because('EA-23', `${name} is closed already.`, { state: row.progress });
  const missing = access.needs.filter((field) => !request.onFile.includes(field));
  if (missing.length > 0)
    return wrong(
      'EA-08',
      `${name} needs the engineer's ${missing.map((field) => fieldNames[field]).join(' and ')}, which is not on file.`,
      'profile',
    );
  const last = row.lastSentAt ?? row.requestedAt;
  if (last !== null && at < last)
    return wrong(
      'EA-12',
      `${name} was asked on ${localDay(situation, last)} already. Enter a later day.`,
      'on',
    );
  const responseDays =
    row.firstResponseDays ?? access.firstResponseDays ?? policy.firstResponseDays;
  const timelineDays =
    row.requestedAt === null ? (access.timelineDays ?? policy.timelineDays) : row.timelineDays;
  const dueAt = row.dueAt ?? dueAfterDays(calendar, at, timelineDays);
  const turn = row.requestedAt === null ? customerAt(policy, calendar, dueAt) : row.customerAt;
  return askedTogether(situation, request, {
    ...row,
    method: access.method,
    progress: 'sent',
    attempts: row.attempts + 1,
    // The first request counts: sending again restarts the time for a first response, and nothing else (EA-16).
    requestedAt: row.requestedAt ?? at,
    ...(row.requestedAt === null ? {} : { lastSentAt: at }),
    timelineDays,
    firstResponseDays: responseDays,
    firstResponseDueAt: dueAfterDays(calendar, at, responseDays),
    dueAt,
    ...(turn === undefined ? {} : { customerAt: turn }),
    toldWorkStart: request.workStart,
    // What does not work is in the customer's hands again; that it is late stays said.
    escalation: row.escalation?.why === 'not-functional' ? null : row.escalation,
  });
}
