// What is said of a row once its request has left (EA-13 … EA-17).
import { factsOf } from './customer-facts';
import { rememberLeadTime } from './effects';
import { save, requestNow } from './state';
import { type Because, because } from '../../core/because';
import { workingDaysBetween } from '../../core/calendar/business-days';
import { localDateAt } from '../../core/calendar/local-time';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import { msOf } from '../../core/instant';
import { firstStep } from '../../core/ladder';
import { calendarOf } from '../../core/situation';
import type { AccessPolicy } from './settings/policy';
import { rowOf, withRow } from './access-request';
import type { RowChange, RowReport, RowStep } from './said';
import { whyNotStep } from './may';
import { rowAfter, rowSteps } from './row-steps';
import { wrong } from './save';
import { sideOf } from './who';
import { escalationWords } from './words';

export function reportRow(
  c: Case,
  policy: AccessPolicy,
  { cid, step, remarks }: RowReport,
  by: AccountId,
): Because | null {
  const request = requestNow(c);
  const row = rowOf(request, cid);
  const { name, csm } = factsOf(c, cid);
  if (row === null) return wrong('EA-23', `There is no row for ${cid}.`, 'cid');
  const side = sideOf(c, request, by);
  const own = side === 'csm' && csm !== by ? null : side;
  const refused = whyNotStep(own, step);
  if (refused !== null) return refused;
  const after = rowAfter(row, name, step, remarks, c.now);
  if ('clause' in after) return after;
  save(c, withRow({ ...request, purgeAt: null }, after));
  const { clause, said } = rowSteps[step];
  c.done(
    c.now,
    by,
    `${name} ${said}`,
    because(clause, sentence(step), { customer: name, ...(remarks === null ? {} : { remarks }) }),
  );
  if (step === 'verified' && row.requestedAt !== null && row.verifiedAt === null) {
    const { timeZone } = calendarOf(c, null);
    const days = workingDaysBetween(
      calendarOf(c, null),
      localDateAt(timeZone, msOf(row.requestedAt)),
      localDateAt(timeZone, msOf(c.now)),
    );
    c.want({
      command: rememberLeadTime.command({ cid, days }),
      actor: null,
      clause: 'EA-18',
    });
  }
  if (step === 'not-functional') escalateBroken(c, policy, cid);
  return null;
}

/** EA-13: an account that does not work goes to the team lead at once. */
function escalateBroken(c: Case, policy: AccessPolicy, cid: Cid): void {
  const request = requestNow(c);
  const row = rowOf(request, cid);
  const climb = firstStep(policy.ladders['not-functional'], calendarOf(c, null), c.now);
  if (row === null || climb === null) return;
  const changed = withRow(request, {
    ...row,
    escalation: { ...climb, why: 'not-functional', loggedAt: null },
  });
  save(c, changed);
  c.announce(escalationWords(c, policy, changed, cid), null, 'EA-13', null);
}

/** Several rows at once, all or none: what an edited sheet brings back (E7). */
export function reportRows(
  c: Case,
  policy: AccessPolicy,
  { changes }: { readonly changes: readonly RowChange[] },
  by: AccountId,
): Because | null {
  if (changes.length === 0) return wrong('E7', 'The sheet changes nothing.', 'changes');
  for (const { cid, step, remarks } of changes) {
    if (step !== null) {
      const refused = reportRow(c, policy, { cid, step, remarks }, by);
      if (refused !== null) return { ...refused, text: `${factsOf(c, cid).name}: ${refused.text}` };
      continue;
    }
    const request = requestNow(c);
    const row = rowOf(request, cid);
    const side = sideOf(c, request, by);
    if (row === null || side === null || (side === 'csm' && factsOf(c, cid).csm !== by))
      return wrong('EA-19', `You may not change the row of ${cid}, or there is none.`, 'changes');
    save(c, withRow(request, { ...row, remarks }));
    c.done(
      c.now,
      by,
      `Remarks on ${factsOf(c, cid).name} changed`,
      because('EA-14', 'The follow-up document is kept up to date.', { remarks: remarks ?? '' }),
    );
  }
  return null;
}

const sentence = (step: RowStep): string =>
  (
    ({
      acknowledged: 'A reply ends the wait for one; nobody is reminded after it.',
      created: 'The engineer tests the access now.',
      verified: 'The engineer logged in.',
      'not-functional': 'What does not work goes to the team lead.',
      done: 'The team lead reviewed it.',
      'not-needed': 'No account is needed there.',
      reopened: 'The request is to be sent again.',
      'customer-told': 'The CSM escalated to the customer contact.',
    }) as const
  )[step];
