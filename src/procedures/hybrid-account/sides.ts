// Who stands on which side of a hybrid account (HY-03): by role, and as the account's own CSM.
import { csmOf, followedAccount } from '../../core/followed';
import { type Because, because } from '../../core/because';
import type { AccountId, Cid } from '../../core/ids';
import { delegateOf } from '../../core/people';
import { peopleIn, roleNames, type Role } from '../../core/roles';
import { present } from '../../core/party';
import { isThere, type Situation } from '../../core/situation';
import { type AskedIn, isAsked } from '../../core/asked';
import { id as hybrid } from './state';
import type { Department } from './settings/policy';
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

/** Whoever has to know for the department about an account, in the order in which they are asked. */
export function meantFor(situation: Situation, side: Department, cid: Cid): readonly AccountId[] {
  const role = peopleIn(situation.policy, side === 'cs' ? 'csm' : 'fmc-team-lead');
  const own = side === 'cs' ? csmOfCustomer(situation, cid) : null;
  const all = [...new Set([...(own === null ? [] : [own]), ...role])];
  const first = all.find((person) => isThere(situation, person));
  // One person has to know; where nobody of them is there any more, the engine finds whoever leads.
  return first === undefined ? all : [first];
}

/** Who hears of it now: whoever is meant, or stands in for them (A14). */
export const toldOf = (
  situation: Situation,
  side: Department,
  cids: readonly Cid[],
): readonly AccountId[] => [
  ...new Set(
    (side === 'fmc' ? [''] : cids).flatMap((cid) =>
      present(situation, meantFor(situation, side, cid)).map(({ person }) => person),
    ),
  ),
];

/** Somebody of a department, for the calendar in which its times run. */
export const speakerOf = (situation: Situation, side: Department, cid: Cid): AccountId | null =>
  toldOf(situation, side, [cid])[0] ?? null;

/** X6: why the department cannot be told or asked; null when somebody is meant. */
export const nobodyIn = (
  situation: Situation,
  side: Department,
  cids: readonly Cid[],
): Because | null =>
  (side === 'fmc' ? [''] : cids).some((cid) => meantFor(situation, side, cid).length > 0)
    ? null
    : because(
        'X6',
        `Nobody speaks for ${departmentNames[side]}. An administrator names people for it in the settings.`,
        {},
      );

/** On which side somebody stands for these accounts, or stands in for somebody who is away (A14); null for neither. */
export function departmentOf(
  situation: Situation,
  person: AccountId,
  cids: readonly Cid[],
): Department | null {
  const { policy, people, now } = situation;
  const cs = [
    ...peopleIn(policy, 'csm'),
    ...peopleIn(policy, 'cs-ops'),
    ...cids.map((cid) => csmOfCustomer(situation, cid)).filter((csm) => csm !== null),
  ];
  const fmc = peopleIn(policy, 'fmc-team-lead');
  const standsIn = (side: readonly AccountId[]): boolean =>
    side.some((one) => delegateOf(people, one, now) === person);
  if (fmc.includes(person)) return 'fmc';
  if (cs.includes(person)) return 'cs';
  return standsIn(fmc) ? 'fmc' : standsIn(cs) ? 'cs' : null;
}

/** The wait for a task of one department. */
export const taskKey = ({ id }: Pick<OnboardingTask, 'id'>, side: Department): string =>
  `task:${id}:${side}`;

/** The departments whose task it is. */
export const sidesOf = ({ owner }: Pick<OnboardingTask, 'owner'>): readonly Department[] =>
  (({ 'cs-ops': ['cs'], csm: ['cs'], 'fmc-team-lead': ['fmc'], both: ['cs', 'fmc'] }) as const)[
    owner
  ];

/**
 * For which department somebody may tick off this task: their own does its own, and both do what is both's. Whoever the
 * task was asked of may as well, whatever their role: they may stand in for somebody.
 */
export function mayTick(
  situation: Situation,
  person: AccountId,
  { cid, clocks }: { readonly cid: Cid; readonly clocks: AskedIn },
  task: OnboardingTask,
): Department | null {
  const sides = sidesOf(task);
  const side = departmentOf(situation, person, [cid]);
  if (side !== null && sides.includes(side)) return side;
  return (
    sides.find((one) => isAsked(clocks, { procedure: hybrid, wait: taskKey(task, one) }, person)) ??
    null
  );
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
