// What people do with a change request, each from where the ledger stands; pages/acts.ts declares them.
import type { Actor } from '../../core/act';
import { mayShowCustomer } from '../../core/meet';
import { changeOf, movedOf, saveChange, saveNotOne } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { workingDayAfter } from '../../core/calendar/business-days';
import type { LocalDate } from '../../core/calendar/local-time';
import { spellDay } from '../../core/calendar/spell-time';
import { calendarOf, localDay, type Situation } from '../../core/situation';
import type { AccountId } from '../../core/ids';
import type { ChangeRequest, Intake } from './change-request';
import { type ChangeRequestPolicy, changeRequestSettingsOf, daysFor } from './settings/policy';
import { agreedUnder, newTerms, underNewTerms, withAgreed } from './agreed';
import { emptyContent } from './content';
import { isOver } from './standing';
import { type Decider, whyNotDo, needsReason } from './may';
import { settle } from './settle';

export const changePolicyOf = (situation: Situation): ChangeRequestPolicy | null =>
  changeRequestSettingsOf(situation.queue) ?? null;

const notStarted = (): Because =>
  because(
    'CR-02',
    'This ticket is no change request. The integration team decides that it is one.',
    {},
  );

/** What somebody does with a change request that runs. */
type Rule<Input> = (
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  input: Input,
  by: Decider,
) => Because | null;

/** What is special about doing it. */
interface Manner<Input> {
  /** C7: the customer decides as well. */
  readonly customer?: true;
  /** It may be done while the change request is on hold. */
  readonly onHold?: true;
  /** It may be done once the change request is withdrawn. */
  readonly withdrawn?: true;
  readonly spoke?: true;
  /** Which piece of work the customer sees by it (K8: gates 4 and 6). */
  readonly shows?: (input: Input) => 'interface-approval' | 'uat' | null;
}

/** Why nothing is done with a change request here at all; its settings where something may be. */
function policyHere(c: Case, { side }: Decider, customer: boolean): ChangeRequestPolicy | Because {
  const policy = changePolicyOf(c);
  if (policy === null)
    return because(
      'CR-02',
      'This queue runs no change requests. An administrator can turn them on in its settings.',
      {},
    );
  const changeMoved = movedOf(c.ledger);
  if (changeMoved !== undefined)
    return because('CR-12', `This change request goes on in ${changeMoved.key}.`, {
      key: changeMoved.key,
    });
  return side === 'customer' && !customer
    ? because('C7', 'Customers approve or decline, and nothing else.', {})
    : policy;
}

/** A rule of a change request that runs, as an act: what keeps everybody from it is asked first. */
export const whileRunning =
  <Input>(rule: Rule<Input>, manner: Manner<Input> = {}) =>
  (c: Case, actor: Actor, input: Input): Because | null => {
    const by = deciderOf(actor);
    const policy = policyHere(c, by, manner.customer === true);
    if ('clause' in policy) return policy;
    const known = changeOf(c.ledger);
    if (known === undefined) return notStarted();
    const change = withAgreed(known, policy);
    if (change !== known) saveChange(c, change);
    const refused =
      whyNotRunning(c, policy, change, manner) ??
      whyNotToCustomer(c, manner.shows?.(input) ?? null) ??
      rule(c, policy, change, input, by);
    if (refused === null) settle(c, policy, manner.spoke);
    return refused;
  };

/** X4: another procedure may have to see a piece of work before the customer does. */
const whyNotToCustomer = (c: Case, work: string | null): Because | null =>
  work === null ? null : mayShowCustomer(c, work);

const deciderOf = ({ accountId, side = 'team' }: Actor): Decider => ({ accountId, side });

function whyNotRunning(
  situation: Situation,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  {
    onHold = false,
    withdrawn = false,
  }: { readonly onHold?: boolean; readonly withdrawn?: boolean },
): Because | null {
  if (change.withdrawn !== null)
    return withdrawn
      ? null
      : because(
          'CR-35',
          `This change request was withdrawn on ${localDay(situation, change.withdrawn.at)}. Take it up again first.`,
          {},
        );
  if (isOver(change, policy))
    return because(
      'CR-29',
      'This change request is live and signed off; nothing about it can be changed any more.',
      {},
    );
  return change.hold === null || onHold
    ? null
    : because('CR-35', 'This change request is on hold. Resume it first.', {
        since: change.hold.at,
      });
}

/** What the integration team says of a ticket that is a change request (CR-02). */
export interface Classification {
  readonly intake: Intake;
  readonly chargeable: boolean;
  readonly implication: string;
  readonly customerRep: AccountId | null;
}

export function classify(c: Case, actor: Actor, step: Classification): Because | null {
  const policy = policyHere(c, deciderOf(actor), false);
  if ('clause' in policy) return policy;
  if (changeOf(c.ledger) !== undefined)
    return because('CR-02', 'This ticket is a change request already.', {});
  const { accountId } = actor;
  const refused = whyNotDo(c, accountId, 'classify');
  if (refused !== null) return refused;
  if (c.account.kind !== 'known')
    return because(
      'CR-09',
      'Nobody knows which account this ticket belongs to, so nobody knows its rates. Choose the account first.',
      {},
    );
  if (step.implication.trim() === '')
    return {
      ...because('CR-02', 'Say what it means in cost: the customer is told so.', {}),
      field: 'implication',
    };
  const { now, ticket } = c;
  const customerRep = step.customerRep ?? ticket.reporter?.accountId ?? null;
  const change: ChangeRequest = {
    agreed: agreedUnder(policy),
    intake: step.intake,
    content: {
      ...emptyContent,
      version: 1,
      chargeable: step.chargeable,
      implication: step.implication.trim(),
      customerRep,
    },
    gates: {},
    done: { classified: { by: accountId, at: now } },
    receipts: 0,
    hold: null,
    withdrawn: null,
    progress: [],
    stepSince: now,
    shown: null,
    at: 'classified',
    from: null,
    linked: true,
    separate: policy.target !== null,
  };
  saveChange(c, change);
  c.done(
    now,
    accountId,
    'Classified as a change request',
    because('CR-02', 'The integration team determined that this is a change request.', {
      chargeable: step.chargeable ? 'yes' : 'no',
      'came in by': step.intake,
    }),
  );
  settle(c, policy);
  return null;
}

/** CR-02: the integration team says that a ticket is no change request; it may still say later that it is. */
export function notAChange(
  c: Case,
  actor: Actor,
  { reason }: { readonly reason: string },
): Because | null {
  const policy = policyHere(c, deciderOf(actor), false);
  if ('clause' in policy) return policy;
  if (changeOf(c.ledger) !== undefined)
    return because(
      'CR-02',
      'This ticket is a change request. Withdraw it if it is not wanted.',
      {},
    );
  const refused = whyNotDo(c, actor.accountId, 'classify') ?? needsReason(reason);
  if (refused !== null) return refused;
  saveNotOne(c, { by: actor.accountId, at: c.now, reason });
  c.done(c.now, actor.accountId, 'Not a change request', because('CR-02', reason, {}));
  return null;
}

export function hold(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { reason, until: wanted }: { readonly reason: string; readonly until: LocalDate | null },
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(c, accountId, 'hold') ?? needsReason(reason);
  if (refused !== null) return refused;
  const today = localDay(c, c.now);
  const until = wanted ?? workingDayAfter(calendarOf(c, null), today, daysFor(policy, 'hold'));
  if (until <= today)
    return {
      ...because('CR-35', `A hold lasts until a day to come; today is ${today}.`),
      field: 'until',
    };
  saveChange(c, { ...change, hold: { by: accountId, at: c.now, reason, until } });
  c.done(
    c.now,
    accountId,
    `${change.hold === null ? 'Put on hold' : 'Hold extended'} until ${spellDay(until)}`,
    because('CR-35', reason, { until }),
  );
  return null;
}

export function resume(
  c: Case,
  _policy: ChangeRequestPolicy,
  change: ChangeRequest,
  _input: object,
  { accountId }: Decider,
): Because | null {
  if (change.hold === null) return because('CR-35', 'This change request is not on hold.', {});
  const refused = whyNotDo(c, accountId, 'hold');
  if (refused !== null) return refused;
  saveChange(c, { ...change, hold: null, shown: null, resumedAt: c.now });
  c.done(
    c.now,
    accountId,
    'Resumed',
    because('CR-35', 'It goes on where it stood.', { 'on hold since': change.hold.at }),
  );
  return null;
}

export function withdraw(
  c: Case,
  _policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { reason }: { readonly reason: string },
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(c, accountId, 'withdraw') ?? needsReason(reason);
  if (refused !== null) return refused;
  saveChange(c, {
    ...change,
    withdrawn: { by: accountId, at: c.now, reason },
  });
  c.done(c.now, accountId, 'Change request withdrawn', because('CR-35', reason, {}));
  return null;
}

/** CR-35: it goes on where it stood when it was withdrawn. */
export function takeUp(
  c: Case,
  _policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { reason }: { readonly reason: string },
  { accountId }: Decider,
): Because | null {
  const { withdrawn } = change;
  if (withdrawn === null) return because('CR-35', 'This change request is not withdrawn.', {});
  const refused = whyNotDo(c, accountId, 'withdraw') ?? needsReason(reason);
  if (refused !== null) return refused;
  saveChange(c, { ...change, withdrawn: null, hold: null, shown: null, resumedAt: c.now });
  c.done(
    c.now,
    accountId,
    'Taken up again',
    because('CR-35', reason, {
      'withdrawn on': localDay(c, withdrawn.at),
      'withdrawn because': withdrawn.reason,
    }),
  );
  return null;
}

/** CR-38: steps and number of approvals as the settings have them now, for this change request. `version`: of the settings that were shown. */
export function takeTerms(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { version }: { readonly version: number | null },
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(c, accountId, 'terms');
  if (refused !== null) return refused;
  const terms = newTerms(change, policy);
  if (terms.length === 0)
    return because('CR-38', 'The settings are those that this change request runs under.', {});
  if (version !== null && version !== c.policy.version)
    return because(
      'CR-38',
      'The settings were changed after this page was shown. Look at the difference again.',
      { shown: `${version}`, now: `${c.policy.version}` },
    );
  saveChange(c, underNewTerms(change, policy));
  c.done(
    c.now,
    accountId,
    'New settings taken over',
    because('CR-38', `${terms.join('. ')}.`, { settings: `${c.policy.version}` }),
  );
  return null;
}
