import type { Resolution } from '../../../app/configuration/resolution';
import type { ProcedureSettings } from '../../../app/settings/procedure-settings';
import { type Role, roleNames, type Roles } from '../../../core/roles';
import { keyAccountSettings as described } from '../contract/settings';
import { engineerRanks, isSenior } from '../rank';
import type { ChecklistItem, KeyAccountPolicy } from './policy';
import { keyAccountProse } from './prose';

/** With who, when and what proves each item, this many characters fit into the ticket's row (Forge: 240 KiB a value). */
const mostCharacters = 40_000;

export const settings: ProcedureSettings = {
  described,
  checks: {
    'release.checklist': [
      [
        (items: readonly ChecklistItem[]) =>
          items.reduce((sum, { text }) => sum + text.length, 0) <= mostCharacters,
        `A checklist has at most ${mostCharacters} characters in all.`,
      ],
    ],
  },
  needs: (resolution, path, part, { roles }) =>
    needs(resolution, path, part as KeyAccountPolicy, roles),
  prose: keyAccountProse,
};

/** X6: a role that this needs and nobody holds is an error before anything is published. */
function needs(
  resolution: Resolution,
  path: string,
  policy: KeyAccountPolicy,
  roles: Roles = {},
): void {
  const held = (role: Role): boolean => (roles[role] ?? []).length > 0;
  const vacant = (role: Role, why: string): void =>
    resolution.problem(
      `roles.${role}`,
      `Nobody has the role ${roleNames[role]}, and ${path} needs it ${why}.`,
      'Name at least one person.',
    );
  if (
    policy.listing.requestTypes.length > 0 &&
    policy.listing.decision === 'accept' &&
    !held('key-account-keeper')
  )
    vacant('key-account-keeper', 'to accept changes of the list');
  if (policy.monthEnd !== null && !held('operations'))
    vacant('operations', 'to confirm the end of the month');
  if (
    policy.release.requestTypes.length > 0 &&
    !engineerRanks.some((rank) => isSenior(rank) && held(rank))
  )
    vacant('senior-engineer', 'to witness releases');
  const first = policy.escalation.ladder[0];
  if (first !== undefined && !policy.escalation.ladder.some(({ to }) => held(to)))
    vacant(first.to, 'to answer escalations');
}
