import type { KeyAccountForm } from '../../../contract/settings-form';
import type { PriorityId } from '../../../core/ids';
import type { KeyAccountPolicy } from './policy';
import { engineerRanks, isSenior } from '../rank';
import type { Named } from '../../../core/policy';
import { type Role, roleNames, type Roles } from '../../../core/roles';
import type { Resolution } from '../../../app/configuration/resolution';
import { linkedRequest, type ServiceProject } from '../../../app/configuration/service-project';

/** How key accounts are run in a queue, with every name resolved. */
export async function resolveKeyAccounts(
  resolution: Resolution,
  path: string,
  form: KeyAccountForm,
  priorities: readonly Named<PriorityId>[],
  queue: ServiceProject,
): Promise<KeyAccountPolicy> {
  const priority = (at: string, wanted: string): PriorityId =>
    resolution.named(`${path}.${at}`, 'priority', wanted, priorities, 'in Jira').id;
  const { record } = form.escalation;
  return {
    ...form,
    listing: {
      ...form.listing,
      requestTypes: queue.requestTypes(`${path}.listing.requestTypes`, form.listing.requestTypes),
    },
    release: {
      ...form.release,
      requestTypes: queue.requestTypes(`${path}.release.requestTypes`, form.release.requestTypes),
    },
    floor: form.floor === null ? null : priority('floor', form.floor),
    escalation: {
      ...form.escalation,
      requestTypes: queue.requestTypes(
        `${path}.escalation.requestTypes`,
        form.escalation.requestTypes,
      ),
      priority: priority('escalation.priority', form.escalation.priority),
      record:
        record === null
          ? null
          : await linkedRequest(resolution, `${path}.escalation.record`, record),
    },
    monthEnd:
      form.monthEnd === null
        ? null
        : {
            ...form.monthEnd,
            requestType: queue.requestType(
              `${path}.monthEnd.requestType`,
              form.monthEnd.requestType,
            ),
          },
  };
}

/** X6: a role that this needs and nobody holds is an error before anything is published. */
export function needKeyRoles(
  resolution: Resolution,
  path: string,
  policy: KeyAccountPolicy,
  roles: Roles,
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
