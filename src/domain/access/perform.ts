// What people do with an access request, each as one step from where the ledger stands.
import { type Because, because } from '../because';
import { dueAfterDays, workingDaysBetween } from '../calendar/business-days';
import { localDateAt } from '../calendar/local-time';
import type { Draft } from '../draft';
import type { AccountId, Cid } from '../ids';
import { msOf } from '../instant';
import { firstStep } from '../ladder';
import { peopleIn } from '../roles';
import { calendarOf, type Situation } from '../situation';
import type { AccessPolicy } from './access-policy';
import { type AccessRequest, type AccessRow, isClosed, newRow, rowOf, withRow } from './access-request';
import type { AccessStep, RequestFacts, RowStep } from './act';
import { gate } from './gate';
import { leadsOnly, readyOnly, whyNotStep } from './may';
import { fieldNames } from './personal';
import { purge } from './purge';
import { rowAfter, rowSteps } from './row-steps';
import { accessPolicyOf, factsOf, sideOf } from './who';
import { escalationWords } from './words';

/** Customers on one ticket; more would not fit its row in storage. */
const mostCustomers = 200;

/** Does the step, or says why it is refused; a refused step changes nothing. */
export function performAccess(draft: Draft, situation: Situation, step: AccessStep, by: AccountId): Because | null {
  const policy = accessPolicyOf(situation);
  if (policy === null) return because('EA-22', 'This queue runs no access requests. An administrator can turn them on in its settings.', {});
  const request = draft.ledger.access ?? null;
  const side = sideOf(situation, request, by);
  if (step.kind === 'row' || step.kind === 'rows') {
    if (request === null) return notStarted();
    return step.kind === 'row' ? one(draft, situation, policy, step, by) : many(draft, situation, policy, step.changes, by);
  }
  const refused = step.kind === 'it-ready' ? readyOnly(side) : leadsOnly(side);
  if (refused !== null) return refused;
  if (step.kind === 'start') return request === null ? start(draft, situation, policy, step, by) : because('EA-22', 'This ticket is an access request already: one ticket per engineer.', {});
  if (request === null) return notStarted();
  switch (step.kind) {
    case 'change':
      return change(draft, situation, request, step, by);
    case 'add-customers':
      return addCustomers(draft, situation, policy, request, step.customers, by);
    case 'it-ready':
      save(draft, { ...request, itReady: step.ready ? { by, at: situation.now } : null });
      draft.done(situation.now, by, step.ready ? 'Internal IT is ready: account and e-mail are set up' : 'Internal IT is not ready after all', because('EA-21', 'Account and e-mail come first; customers are asked after that.', {}));
      return null;
    case 'override':
      return override(draft, situation, policy, request, step.reason, by);
    case 'sent':
      return send(draft, situation, policy, request, step, by);
    case 'purge':
      return purge(draft, situation, request, by);
  }
}

const notStarted = (): Because => because('EA-22', 'This ticket is no access request yet. A team lead starts it.', {});

const save = (draft: Draft, access: AccessRequest): void => draft.change({ access });

const wrong = (clause: string, text: string, field: string): Because => ({ ...because(clause, text), field });

function datesWrong(facts: RequestFacts): Because | null {
  if (facts.employmentStart === '') return wrong('EA-20', 'The day employment starts is missing. Enter it: nothing may leave before it.', 'employmentStart');
  if (facts.workStart !== null && facts.workStart < facts.employmentStart) return wrong('EA-25', `Work at customers cannot start (${facts.workStart}) before employment does (${facts.employmentStart}).`, 'workStart');
  return null;
}

function start(draft: Draft, situation: Situation, policy: AccessPolicy, step: AccessStep & { kind: 'start' }, by: AccountId): Because | null {
  const refused = datesWrong(step);
  if (refused !== null) return refused;
  const { engineer, employmentStart, workStart, onFile } = step;
  const empty: AccessRequest = { engineer, teamLead: by, employmentStart, workStart, itReady: null, override: null, onFile, rows: [], purgeAt: null, lookAgainAt: null, certificate: null };
  const rows = rowsFor(situation, policy, empty, step.customers);
  if ('clause' in rows) return rows;
  save(draft, { ...empty, rows });
  draft.done(situation.now, by, `Access request started for ${count(rows.length, 'customer')}`, because('EA-22', 'One ticket per engineer, with a row per customer.', { 'employment start': employmentStart, 'work start': workStart ?? 'not known' }));
  return null;
}

/** New rows for customers that have none; somebody without a way to be asked is refused by name. */
function rowsFor(situation: Situation, policy: AccessPolicy, request: AccessRequest, cids: readonly Cid[]): AccessRow[] | Because {
  if (peopleIn(situation.policy, 'team-lead').length === 0) return because('X6', 'Nobody has the role team lead. An administrator names people for it in the settings.', { role: 'team lead' });
  const fresh = [...new Set(cids)].filter((cid) => rowOf(request, cid) === null);
  if (fresh.length === 0) return wrong('EA-01', 'Choose at least one customer that is not on the list yet.', 'customers');
  if (request.rows.length + fresh.length > mostCustomers) return wrong('EA-22', `One ticket follows at most ${mostCustomers} customers.`, 'customers');
  const unlisted = fresh.filter((cid) => factsOf(situation, cid).access === null);
  if (unlisted.length > 0) return wrong('EA-04', `Not on the customer access list: ${unlisted.map((cid) => factsOf(situation, cid).name).join(', ')}. Add their contacts to the account first.`, 'customers');
  return fresh.map((cid) => {
    const { access } = factsOf(situation, cid);
    return newRow(cid, access?.method ?? 'e-mail', access?.timelineDays ?? policy.timelineDays);
  });
}

function addCustomers(draft: Draft, situation: Situation, policy: AccessPolicy, request: AccessRequest, cids: readonly Cid[], by: AccountId): Because | null {
  const rows = rowsFor(situation, policy, request, cids);
  if ('clause' in rows) return rows;
  save(draft, { ...request, rows: [...request.rows, ...rows], purgeAt: null });
  draft.done(situation.now, by, `${count(rows.length, 'customer')} added`, because('EA-01', 'Their requests are still to be sent.', { customers: rows.map(({ cid }) => cid).join(', ') }));
  return null;
}

function change(draft: Draft, situation: Situation, request: AccessRequest, facts: RequestFacts, by: AccountId): Because | null {
  const refused = datesWrong(facts);
  if (refused !== null) return refused;
  const { engineer, employmentStart, workStart, onFile } = facts;
  const later = workStart !== request.workStart;
  save(draft, { ...request, engineer, employmentStart, workStart, onFile, rows: later ? request.rows.map((row) => ({ ...row, criticalSince: null })) : request.rows });
  draft.done(situation.now, by, 'Dates or profile of the engineer changed', because('EA-08', 'The next letter uses what is on file then; what was sent stays as it was.', { 'employment start': employmentStart, 'work start': workStart ?? 'not known', 'on file': onFile.map((field) => fieldNames[field]).join(', ') || 'nothing' }));
  return null;
}

function override(draft: Draft, situation: Situation, policy: AccessPolicy, request: AccessRequest, reason: string, by: AccountId): Because | null {
  if (!policy.overrideGate) return because('E5', 'The settings of this queue do not let anybody send early. Wait until the engineer has started and Internal IT is ready.', { setting: 'off' });
  if (reason.trim().length < 5) return wrong('E5', 'Say why the requests must leave early.', 'reason');
  const { now } = situation;
  save(draft, { ...request, override: { by, at: now, reason } });
  draft.done(now, by, 'Requests may leave early', because('E5', `A team lead lets them leave before both conditions hold: ${reason}`, { reason }));
  return null;
}

function send(draft: Draft, situation: Situation, policy: AccessPolicy, request: AccessRequest, step: AccessStep & { kind: 'sent' }, by: AccountId): Because | null {
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

function one(draft: Draft, situation: Situation, policy: AccessPolicy, { cid, step, remarks }: AccessStep & { kind: 'row' }, by: AccountId): Because | null {
  const request = draft.ledger.access as AccessRequest;
  const row = rowOf(request, cid);
  const { name, csm } = factsOf(situation, cid);
  if (row === null) return wrong('EA-23', `There is no row for ${cid}.`, 'cid');
  const side = sideOf(situation, request, by);
  const own = side === 'csm' && csm !== by ? null : side;
  const refused = whyNotStep(own, step);
  if (refused !== null) return refused;
  const after = rowAfter(row, name, step, remarks, situation.now);
  if ('clause' in after) return after;
  save(draft, withRow({ ...request, purgeAt: null }, after));
  const { clause, said } = rowSteps[step];
  draft.done(situation.now, by, `${name} ${said}`, because(clause, sentence(step), { customer: name, ...(remarks === null ? {} : { remarks }) }));
  if (step === 'verified' && row.requestedAt !== null && row.verifiedAt === null) {
    const { timeZone } = calendarOf(situation, null);
    const days = workingDaysBetween(calendarOf(situation, null), localDateAt(timeZone, msOf(row.requestedAt)), localDateAt(timeZone, msOf(situation.now)));
    draft.others.push({ command: { kind: 'remember-lead-time', cid, days }, actor: null, clause: 'EA-18' });
  }
  if (step === 'not-functional') escalateBroken(draft, situation, policy, cid);
  return null;
}

/** EA-13: an account that does not work goes to the team lead at once. */
function escalateBroken(draft: Draft, situation: Situation, policy: AccessPolicy, cid: Cid): void {
  const request = draft.ledger.access as AccessRequest;
  const row = rowOf(request, cid);
  const climb = firstStep(policy.ladders['not-functional'], calendarOf(situation, null), situation.now);
  if (row === null || climb === null) return;
  const changed = withRow(request, { ...row, escalation: { ...climb, why: 'not-functional', loggedAt: null } });
  save(draft, changed);
  draft.announce(escalationWords(situation, policy, changed, cid), null, 'EA-13', null);
}

/** Several rows at once, all or none: what an edited sheet brings back (E7). */
function many(draft: Draft, situation: Situation, policy: AccessPolicy, changes: (AccessStep & { kind: 'rows' })['changes'], by: AccountId): Because | null {
  if (changes.length === 0) return wrong('E7', 'The sheet changes nothing.', 'changes');
  for (const { cid, step, remarks } of changes) {
    if (step !== null) {
      const refused = one(draft, situation, policy, { kind: 'row', cid, step, remarks }, by);
      if (refused !== null) return { ...refused, text: `${factsOf(situation, cid).name}: ${refused.text}` };
      continue;
    }
    const request = draft.ledger.access as AccessRequest;
    const row = rowOf(request, cid);
    const side = sideOf(situation, request, by);
    if (row === null || side === null || (side === 'csm' && factsOf(situation, cid).csm !== by)) return wrong('EA-19', `You may not change the row of ${cid}, or there is none.`, 'changes');
    save(draft, withRow(request, { ...row, remarks }));
    draft.done(situation.now, by, `Remarks on ${factsOf(situation, cid).name} changed`, because('EA-14', 'The follow-up document is kept up to date.', { remarks: remarks ?? '' }));
  }
  return null;
}

const sentence = (step: RowStep): string => ({
  acknowledged: 'A reply ends the wait for one; nobody is reminded after it.',
  created: 'The engineer tests the access now.',
  verified: 'The engineer logged in.',
  'not-functional': 'What does not work goes to the team lead.',
  done: 'The team lead reviewed it.',
  'not-needed': 'No account is needed there.',
  reopened: 'The request is to be sent again.',
  'customer-told': 'The CSM escalated to the customer contact.',
} as const)[step];

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
