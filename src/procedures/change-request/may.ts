// Who may do what with a change request (CR-30): one table, asked before anything is done and when buttons are shown.
import { type Because, because } from '../../core/because';
import { type AskedIn, askedOf } from '../../core/asked';
import type { Case } from '../../core/case';
import { tagged } from '../../core/clock';
import type { AccountId } from '../../core/ids';
import { peopleIn, type Role, roleNames } from '../../core/roles';
import { meant, present } from '../../core/party';
import { isQuestion } from '../../core/question';
import type { Situation } from '../../core/situation';
import { namedIn } from '../../core/wait';
import type { Party } from '../../core/wait';
import { changeRequestOf } from './account';
import { type ChangeRequest, gateOf } from './change-request';
import type { GateKey, Step, StepKey, StepOwner } from './lifecycle';
import { gateStep } from './lifecycle';
import { id } from './state';

/** Roles that have a part in a change request. */
export const changeRoles = [
  'csm',
  'sales-rep',
  'integration-team',
  'integration-engineer',
  'dev-ops',
  'qa',
  'cr-approver',
  'cr-approval-cc',
  'cr-watchers',
] as const satisfies readonly Role[];

/** Roles without which a change request would stop somewhere (X6); a sales representative only stands beside the CSM. */
export const neededRoles: readonly Role[] = changeRoles.filter((role) => role !== 'sales-rep');

/** Who holds the role for the ticket's customer: the account's own CSM before the role's people. */
export function holdersOf(situation: Situation, role: Role): readonly AccountId[] {
  const { account, policy } = situation;
  const own =
    role === 'csm' && account.kind === 'known' ? account.account.customerSuccessManager : undefined;
  return own === undefined ? peopleIn(policy, role) : [own];
}

export const rolesOf = (situation: Situation, person: AccountId): readonly Role[] =>
  changeRoles.filter((role) => holdersOf(situation, role).includes(person));

/** The roles of a person, and those in whose place they are asked for something that is open here (A14). */
export const rolesHere = (
  situation: Situation,
  ledger: AskedIn,
  person: AccountId,
): readonly Role[] => {
  const inPlaceOf = askedOf(ledger, id, person).flatMap((wait) => {
    if (isQuestion(wait)) return [];
    const { of } = wait;
    return typeof of === 'string'
      ? changeRoles.filter((role) => role === of)
      : namedIn(of).flatMap((one) => rolesOf(situation, one));
  });
  return [...new Set([...rolesOf(situation, person), ...inPlaceOf])];
};

/** Everything that is not one of the gates' decisions. */
type Doing =
  | 'classify'
  | 'classification'
  | 'requirement'
  | 'impact'
  | 'cost'
  | 'due-date'
  | 'interface'
  | 'share'
  | 'issue'
  | 'ask'
  | 'record'
  | 'skip'
  | 'untested'
  | 'progress'
  | 'hold'
  | 'withdraw'
  | 'terms'
  | 'rates';

const doers: Readonly<Record<Doing, readonly Role[]>> = {
  classify: ['integration-team', 'integration-engineer'],
  classification: ['integration-team', 'integration-engineer'],
  requirement: ['csm', 'sales-rep'],
  impact: ['integration-team', 'integration-engineer'],
  cost: ['csm'],
  'due-date': ['integration-engineer', 'integration-team'],
  interface: ['integration-engineer', 'integration-team'],
  share: ['integration-engineer', 'integration-team'],
  issue: ['csm'],
  ask: ['csm', 'sales-rep'],
  record: ['csm', 'sales-rep'],
  skip: ['cr-approver'],
  untested: ['cr-approver'],
  progress: ['integration-engineer', 'integration-team', 'dev-ops', 'qa'],
  hold: ['csm', 'sales-rep', 'cr-approver'],
  withdraw: ['csm', 'sales-rep', 'cr-approver'],
  terms: ['csm', 'cr-approver'],
  rates: ['csm', 'cr-approver'],
};

const clauses: Readonly<Record<Doing, string>> = {
  classify: 'CR-02',
  classification: 'CR-02',
  requirement: 'CR-06',
  impact: 'CR-07',
  cost: 'CR-09',
  'due-date': 'CR-16',
  interface: 'CR-17',
  share: 'CR-19',
  issue: 'CR-12',
  ask: 'CR-15',
  record: 'C6',
  skip: 'C12',
  untested: 'CR-37',
  progress: 'CR-21',
  hold: 'CR-35',
  withdraw: 'CR-35',
  terms: 'CR-38',
  rates: 'CR-09',
};

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const ownerName = (owner: StepOwner): string =>
  owner === 'customer' ? 'Customer' : sentence(roleNames[owner]);

const forRoles = (clause: string, roles: readonly Role[], yours: readonly Role[]): Because =>
  because(clause, `This is for the ${roles.map((role) => roleNames[role]).join(' or the ')}.`, {
    you:
      yours.length === 0
        ? 'no part in this change request'
        : yours.map((role) => roleNames[role]).join(', '),
  });

/** Has that person a part of their own in it, whoever they stand in for? */
export const hasPart = (situation: Situation, person: AccountId, doing: Doing): boolean =>
  rolesOf(situation, person).some((role) => doers[doing].includes(role));

/** Why somebody may not; null when they may. */
export function whyNotDo(c: Case, person: AccountId, doing: Doing): Because | null {
  const yours = rolesHere(c, c.ledger, person);
  return doers[doing].some((role) => yours.includes(role))
    ? null
    : forRoles(clauses[doing], doers[doing], yours);
}

/** Finishing a step that has no form of its own. */
export function whyNotFinish(c: Case, person: AccountId, step: Step): Because | null {
  const yours = rolesHere(c, c.ledger, person);
  const { owner } = step;
  if (owner === 'customer') return because(step.clause, 'This is for the customer.', {});
  return yours.includes(owner) ? null : forRoles(step.clause, [owner], yours);
}

/** Who acts: one of ours, or the customer as Jira Service Management shows them the request. */
export interface Decider {
  readonly accountId: AccountId;
  readonly side: 'team' | 'customer';
}

/** CR-10, C7: whose decision a gate is. Nobody of ours signs for the customer. */
export function whyNotDecide(
  situation: Situation,
  { accountId, side }: Decider,
  key: GateKey,
  ledger: AskedIn = {},
): Because | null {
  const step = gateStep(key);
  const { owner } = step;
  if (owner === 'customer') {
    if (side === 'team')
      return because(
        'C7',
        'This decision is the customer’s. The customer decides in the portal; what they decided elsewhere can be recorded with evidence.',
        { gate: step.title },
      );
    const { account } = situation;
    const named =
      account.kind === 'known' ? (changeRequestOf(account.account).approvers ?? []) : [];
    if (named.length > 0 && !named.includes(accountId))
      return because(
        'C8',
        'Your organization has named the people who decide on change requests, and you are not one of them.',
        {},
      );
    return null;
  }
  if (side === 'customer') return because(step.clause, 'This decision is not yours.', {});
  const yours = rolesHere(situation, ledger, accountId);
  return yours.includes(owner) ? null : forRoles(step.clause, [owner], yours);
}

/** CR-09, X7: roles that may see money. */
const moneyRoles: readonly Role[] = [
  'csm',
  'sales-rep',
  'cr-approver',
  'cr-approval-cc',
  'cr-watchers',
];

export const seesMoney = (situation: Situation, person: AccountId, ledger: AskedIn): boolean =>
  rolesHere(situation, ledger, person).some((role) => moneyRoles.includes(role));

/** The people who hold a step; none for the customer's. */
export const holdersOfStep = (
  situation: Situation,
  { owner }: Pick<Step, 'owner'>,
): readonly AccountId[] => (owner === 'customer' ? [] : holdersOf(situation, owner));

/** CR-15: who talks to the customer about a gate: whoever asked for it, else the CSM. */
export const counterpartsOf = (
  situation: Situation,
  change: ChangeRequest,
  gate: GateKey,
): readonly AccountId[] => {
  const asker = gateOf(change, gate).asked?.by ?? null;
  return taggedFor(situation, asker === null ? 'csm' : { people: [asker] });
};

/** Whom a comment tags: those who are there, or whoever stands in for them (A14). */
export const taggedFor = (situation: Situation, of: Party): readonly AccountId[] =>
  tagged(present(situation, meant(situation, { of })).map(({ person }) => person));

/** The same for a step; nobody where it is the customer's. */
export const taggedForStep = (
  situation: Situation,
  { owner }: Pick<Step, 'owner'>,
): readonly AccountId[] => (owner === 'customer' ? [] : taggedFor(situation, owner));

/** Steps finished by saving a form, with what that form is called in the table of doers. */
export const formOfStep: Readonly<Partial<Record<StepKey, Doing>>> = {
  requirement: 'requirement',
  impact: 'impact',
  cost: 'cost',
  'due-date': 'due-date',
  interface: 'interface',
  'interface-shared': 'share',
  issue: 'issue',
};

/** CR-35: what is turned down, put on hold, withdrawn or skipped needs a reason of a few words. */
export const needsReason = (reason: string): Because | null =>
  reason.trim().length >= 5
    ? null
    : { ...because('CR-35', 'Say why, in a few words.', {}), field: 'reason' };
