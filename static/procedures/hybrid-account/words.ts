import type {
  Department,
  TaskOwner,
  UpdateClass,
} from '../../../src/procedures/hybrid-account/contract/panel';

export const departments: Readonly<Record<Department, string>> = {
  cs: 'Customer Success',
  fmc: 'Fully-Managed Credentialing',
};
export const owners: Readonly<Record<TaskOwner, string>> = {
  'cs-ops': 'CS Operations',
  csm: 'CSM',
  'fmc-team-lead': 'Team lead of Fully-Managed Credentialing',
  both: 'Both departments',
};
export const classes: Readonly<Record<Exclude<UpdateClass, 'question'>, string>> = {
  bug: 'A bug or system error',
  integration: 'The integration',
  maintenance: 'System updates or maintenance',
};
