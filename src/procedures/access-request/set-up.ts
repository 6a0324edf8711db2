// Whom the accounts are for, from when, and at which customers (EA-01, EA-08, EA-25).
import { factsOf } from './customer-facts';
import { keepPersonal } from './effects';
import { save } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import { peopleIn } from '../../core/roles';
import type { Situation } from '../../core/situation';
import type { AccessPolicy } from './settings/policy';
import { type AccessRequest, type AccessRow, newRow, rowOf } from './access-request';
import type { Elsewhere, RequestFacts } from './said';
import { wrong } from './save';

/** Customers on one ticket; more would not fit its row in storage. */
const mostCustomers = 200;

export function datesWrong(facts: RequestFacts): Because | null {
  if (facts.employmentStart === '')
    return wrong(
      'EA-20',
      'The day employment starts is missing. Enter it: nothing may leave before it.',
      'employmentStart',
    );
  if (facts.workStart !== null && facts.workStart < facts.employmentStart)
    return wrong(
      'EA-25',
      `Work at customers cannot start (${facts.workStart}) before employment does (${facts.employmentStart}).`,
      'workStart',
    );
  return null;
}

export function start(
  c: Case,
  policy: AccessPolicy,
  step: RequestFacts & { readonly customers: readonly Cid[] },
  by: AccountId,
): Because | null {
  const refused = datesWrong(step);
  if (refused !== null) return refused;
  const { engineer, employmentStart, workStart, onFile } = step;
  const empty: AccessRequest = {
    startedAt: c.now,
    engineer,
    teamLead: by,
    employmentStart,
    workStart,
    itReady: null,
    override: null,
    onFile,
    rows: [],
    purgeAt: null,
    lookAgainAt: null,
    certificate: null,
  };
  const rows = rowsFor(c, policy, empty, step.customers);
  if ('clause' in rows) return rows;
  const twice = followedTwice(c, rows, step.elsewhere);
  if (twice !== null) return twice;
  save(c, { ...empty, rows });
  c.want({ command: keepPersonal.command({ by }), actor: null, clause: 'EA-24' });
  c.done(
    c.now,
    by,
    `Access request started for ${count(rows.length, 'customer')}`,
    because('EA-22', 'One ticket per engineer, with a row per customer.', {
      'employment start': employmentStart,
      'work start': workStart ?? 'not known',
    }),
  );
  return null;
}

/** New rows for customers that have none; somebody without a way to be asked is refused by name. */
function rowsFor(
  situation: Situation,
  policy: AccessPolicy,
  request: AccessRequest,
  cids: readonly Cid[],
): AccessRow[] | Because {
  if (peopleIn(situation.policy, 'team-lead').length === 0)
    return because(
      'X6',
      'Nobody has the role team lead. An administrator names people for it in the settings.',
      { role: 'team lead' },
    );
  const fresh = [...new Set(cids)].filter((cid) => rowOf(request, cid) === null);
  if (fresh.length === 0)
    return wrong('EA-01', 'Choose at least one customer that is not on the list yet.', 'customers');
  if (request.rows.length + fresh.length > mostCustomers)
    return wrong('EA-22', `One ticket follows at most ${mostCustomers} customers.`, 'customers');
  const unlisted = fresh.filter((cid) => factsOf(situation, cid).access === null);
  if (unlisted.length > 0)
    return wrong(
      'EA-04',
      `Not on the customer access list: ${unlisted.map((cid) => factsOf(situation, cid).name).join(', ')}. Add their contacts to the account first.`,
      'customers',
    );
  return fresh.map((cid) => {
    const { access } = factsOf(situation, cid);
    return newRow(cid, access?.method ?? 'e-mail', access?.timelineDays ?? policy.timelineDays);
  });
}

/** EA-22: one ticket per engineer, so nobody asks a customer for a second account of the same person. */
export function followedTwice(
  situation: Situation,
  rows: readonly AccessRow[],
  elsewhere: readonly Elsewhere[] = [],
): Because | null {
  const twice = rows.flatMap(({ cid, progress }) => {
    const other = elsewhere.find(({ cids }) => progress !== 'not-needed' && cids.includes(cid));
    return other === undefined ? [] : [`${factsOf(situation, cid).name} in ${other.key}`];
  });
  return twice.length === 0
    ? null
    : wrong(
        'EA-22',
        `Another ticket follows this engineer's account already: ${twice.join(', ')}. Go on there, or mark it as not needed there first.`,
        'customers',
      );
}

export function addCustomers(
  c: Case,
  policy: AccessPolicy,
  request: AccessRequest,
  {
    customers: cids,
    elsewhere,
  }: { readonly customers: readonly Cid[]; readonly elsewhere?: readonly Elsewhere[] },
  by: AccountId,
): Because | null {
  const rows = rowsFor(c, policy, request, cids);
  if ('clause' in rows) return rows;
  const twice = followedTwice(c, rows, elsewhere);
  if (twice !== null) return twice;
  const added = rows.map((row) => ({ ...row, addedAt: c.now }));
  save(c, { ...request, rows: [...request.rows, ...added], purgeAt: null });
  c.done(
    c.now,
    by,
    `${count(rows.length, 'customer')} added`,
    because('EA-01', 'Their requests are still to be sent.', {
      customers: rows.map(({ cid }) => cid).join(', '),
    }),
  );
  return null;
}

/** EA-21: Internal IT says that account and e-mail are there, or that they are not after all. */
export function setReady(
  c: Case,
  _policy: AccessPolicy,
  request: AccessRequest,
  { ready }: { readonly ready: boolean },
  by: AccountId,
): null {
  save(c, { ...request, itReady: ready ? { by, at: c.now } : null });
  c.done(
    c.now,
    by,
    ready
      ? 'Internal IT is ready: account and e-mail are set up'
      : 'Internal IT is not ready after all',
    because('EA-21', 'Account and e-mail come first; customers are asked after that.', {}),
  );
  return null;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
