// Who stands on which side of a hybrid account (HY-03): by role, and as the account's own CSM.
import { csmOf, followedAccount } from '../../core/followed';
import { type Because, because } from '../../core/because';
import type { AccountId, Cid } from '../../core/ids';
import { peopleIn, roleNames, type Role } from '../../core/roles';
import type { Situation } from '../../core/situation';
import type { Department, TaskOwner } from './settings/policy';
import type { OnboardingTask } from './onboarding';

export const departmentNames: Readonly<Record<Department, string>> = {
  cs: 'Customer Success',
  fmc: 'Fully-Managed Credentialing',
};

/** The account's own CSM, else the first of the role. */
export function csmOfCustomer(situation: Situation, cid: Cid): AccountId | null {
  const { account } = situation;
  const own = account.kind === 'known' && account.account.cid === cid ? account.account : undefined;
  return csmOf(situation, followedAccount(situation, cid) ?? own);
}

/** Who speaks for a department about an account; null where nobody does. */
export const speakerOf = (
  situation: Situation,
  department: Department,
  cid: Cid,
): AccountId | null =>
  department === 'cs'
    ? csmOfCustomer(situation, cid)
    : (peopleIn(situation.policy, 'fmc-team-lead')[0] ?? null);

/** Who speaks for the department with each of these accounts. */
export const speakers = (
  situation: Situation,
  side: Department,
  cids: readonly Cid[],
): (AccountId | null)[] => cids.map((cid) => speakerOf(situation, side, cid));

/** On which side somebody stands for these accounts; null for neither. */
export function departmentOf(
  situation: Situation,
  person: AccountId,
  cids: readonly Cid[],
): Department | null {
  const { policy } = situation;
  if (peopleIn(policy, 'fmc-team-lead').includes(person)) return 'fmc';
  const cs =
    [...peopleIn(policy, 'csm'), ...peopleIn(policy, 'cs-ops')].includes(person) ||
    cids.some((cid) => csmOfCustomer(situation, cid) === person);
  return cs ? 'cs' : null;
}

/** May somebody tick off this task? A department does its own; both do what is both's. */
export function mayTick(
  situation: Situation,
  person: AccountId,
  cid: Cid,
  { owner }: OnboardingTask,
): Department | null {
  const side = departmentOf(situation, person, [cid]);
  const of: Readonly<Record<TaskOwner, Department | null>> = {
    'cs-ops': 'cs',
    csm: 'cs',
    'fmc-team-lead': 'fmc',
    both: side,
  };
  return side !== null && of[owner] === side ? side : null;
}

/** X6: a department with nobody in it cannot be kept informed. */
export function vacancy(
  { policy }: Pick<Situation, 'policy'>,
  roles: readonly Role[],
): Because | null {
  const vacant = roles.filter((role) => peopleIn(policy, role).length === 0);
  return vacant.length === 0
    ? null
    : because(
        'X6',
        `Nobody has the role ${vacant.map((role) => roleNames[role]).join(' or ')}. An administrator names people for it in the settings.`,
        { vacant: vacant.map((role) => roleNames[role]).join(', ') },
      );
}
