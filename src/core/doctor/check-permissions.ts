// AM-03's other half: what Account Relay itself must be allowed in the project.
import type { QueuePolicy } from '../policy';
import { bad, type Finding, fine } from './finding';
import { type NeededPermission, neededPermissions, type QueueFacts } from './queue-facts';

const needs: Readonly<
  Record<
    NeededPermission,
    {
      readonly name: string;
      readonly clause: string;
      readonly without: string;
      readonly severity: 'blocking' | 'warning';
    }
  >
> = {
  BROWSE_PROJECTS: {
    name: 'Browse projects',
    clause: 'AM-04',
    without: 'it sees no ticket of this queue',
    severity: 'blocking',
  },
  EDIT_ISSUES: {
    name: 'Edit work items',
    clause: 'AM-07',
    without: 'it cannot fill the manager fields or the priority',
    severity: 'blocking',
  },
  TRANSITION_ISSUES: {
    name: 'Transition work items',
    clause: 'AM-13',
    without: 'it cannot move tickets into the waiting statuses',
    severity: 'blocking',
  },
  ADD_COMMENTS: {
    name: 'Add comments',
    clause: 'AM-23',
    without: 'it cannot tag anybody',
    severity: 'blocking',
  },
  DELETE_OWN_COMMENTS: {
    name: 'Delete own comments',
    clause: 'X7',
    without: 'it cannot take back an internal note that Jira made public',
    severity: 'warning',
  },
  MANAGE_WATCHERS: {
    name: 'Manage watchers',
    clause: 'AM-12',
    without: 'it cannot add account managers as watchers',
    severity: 'warning',
  },
};

/** That one permission is missing, what does not work without it, and where it is granted. */
export function lacking(queue: QueuePolicy, permission: NeededPermission): Finding {
  const { name, clause, without, severity } = needs[permission];
  return bad(severity, {
    code: 'permissions',
    what: `Account Relay lacks the permission "${name}" in project ${queue.key}: ${without}.`,
    clause,
    fix: `In the permission scheme of project ${queue.key}, grant "${name}" to the role atlassian-addons-project-access.`,
  });
}

/** One finding for each permission that is missing, or one that says that none is. */
export function checkPermissions(queue: QueuePolicy, { permissions }: QueueFacts): Finding[] {
  const missing = neededPermissions.filter((permission) => !permissions.has(permission));
  return missing.length === 0
    ? [
        fine({
          code: 'permissions',
          what: 'Account Relay may do everything it has to in this project.',
          clause: 'X8',
        }),
      ]
    : missing.map((permission) => lacking(queue, permission));
}
