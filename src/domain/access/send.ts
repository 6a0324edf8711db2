// A request leaves for a customer (EA-09): sent by the team lead, or raised in our own service desk.
import { type Because, because } from '../because';
import { dueAfterDays } from '../calendar/business-days';
import { localDateAt } from '../calendar/local-time';
import type { Draft } from '../draft';
import type { AccountId } from '../ids';
import { msOf } from '../instant';
import { calendarOf, type Situation } from '../situation';
import type { AccessPolicy } from './access-policy';
import { type AccessRequest, isClosed, rowOf, withRow } from './access-request';
import type { AccessStep } from './act';
import { gate } from './gate';
import { fieldNames } from './personal';
import { save, wrong } from './save';
import { factsOf } from './who';

export function override(draft: Draft, situation: Situation, policy: AccessPolicy, request: AccessRequest, reason: string, by: AccountId): Because | null {
  if (!policy.overrideGate) return because('E5', 'The settings of this queue do not let anybody send early. Wait until the engineer has started and Internal IT is ready.', { setting: 'off' });
  if (reason.trim().length < 5) return wrong('E5', 'Say why the requests must leave early.', 'reason');
  const { now } = situation;
  save(draft, { ...request, override: { by, at: now, reason } });
  draft.done(now, by, 'Requests may leave early', because('E5', `A team lead lets them leave before both conditions hold: ${reason}`, { reason }));
  return null;
}

export function send(draft: Draft, situation: Situation, policy: AccessPolicy, request: AccessRequest, step: AccessStep & { kind: 'sent' }, by: AccountId): Because | null {
  const { now } = situation;
  const calendar = calendarOf(situation, null);
  const refused = gate(request, localDateAt(calendar.timeZone, msOf(now)));
  if (refused !== null) return refused;
  if (request.certificate !== null) return because('EA-24', `The engineer's personal data was deleted on ${request.certificate.at.slice(0, 10)}. Enter the profile again to send anything.`, {});
  if (step.customers.length === 0) return wrong('EA-09', 'Choose at least one customer.', 'customers');
  let next = request;
  for (const cid of new Set(step.customers)) {
    const row = rowOf(next, cid);
    const { name, access } = factsOf(situation, cid);
    if (row === null || access === null) return wrong('EA-04', `${name} has no row here or is not on the customer access list.`, 'customers');
    if (row.progress === 'acknowledged' || row.progress === 'created') return because('EA-16', `${name} has replied, so no reminder is sent.`, { state: row.progress });
    if (isClosed(row)) return because('EA-23', `${name} is closed already.`, { state: row.progress });
    const missing = access.needs.filter((field) => !request.onFile.includes(field));
    if (missing.length > 0) return wrong('EA-08', `${name} needs the engineer's ${missing.map((field) => fieldNames[field]).join(' and ')}, which is not on file.`, 'profile');
    const timelineDays = access.timelineDays ?? policy.timelineDays;
    next = withRow(next, {
      ...row, method: access.method, progress: 'sent', attempts: row.attempts + 1, requestedAt: now, timelineDays, escalation: null, respondedAt: null,
      firstResponseDueAt: dueAfterDays(calendar, now, access.firstResponseDays ?? policy.firstResponseDays),
      dueAt: dueAfterDays(calendar, now, timelineDays),
    });
  }
  save(draft, { ...next, purgeAt: null });
  const names = [...new Set(step.customers)].map((cid) => factsOf(situation, cid).name);
  draft.done(now, by, `Account requested from ${names.join(', ')}`, because('EA-09', 'The standardized request was sent.', { via: step.via, customers: `${names.length}` }));
  return null;
}
