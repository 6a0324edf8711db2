// Roles of the SOPs that are held by people, not by fields of a ticket: who holds one is a setting (X6).
import type { AccountId } from './ids';

/** Every role, with its name in a sentence. */
export const roleNames = {
  'team-lead': 'team lead',
  csm: 'customer success manager',
  'cs-ops': 'CS Operations',
  'fmc-team-lead': 'team lead of Fully-Managed Credentialing',
  'internal-it': 'Internal IT',
  'key-account-keeper': 'keeper of the key-account list',
  operations: 'Operations Management',
  engineer: 'engineer',
  'senior-engineer': 'senior engineer',
  'lead-engineer': 'lead engineer',
  'engineering-manager': 'engineering manager',
  'sales-rep': 'sales representative',
  'integration-team': 'integration team',
  'integration-engineer': 'integration engineer',
  'dev-ops': 'DevOps',
  qa: 'QA',
  'cr-approver': 'approver of change requests',
  'cr-approval-cc': 'copied on cost approvals',
  'cr-watchers': 'watchers of change requests',
} as const;

export type Role = keyof typeof roleNames;

export const allRoles = Object.keys(roleNames) as Role[];

/** Who holds which role, each in order of who is asked first. A role nobody holds may be absent. */
export type Roles = Readonly<Partial<Record<Role, readonly AccountId[]>>>;

/** Everybody who holds a role; nobody where it is vacant. */
export const peopleIn = ({ roles }: { readonly roles?: Roles }, role: Role): readonly AccountId[] =>
  roles?.[role] ?? [];
