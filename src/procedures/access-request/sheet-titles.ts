// How a follow-up document names what the rows say.
import type { RowState } from './access-request';
import type { AccessMethod } from './customer-access';
import type { RowHolder } from './row-state';

/** EA-23 as people read it. */
export const stateTitles: Readonly<Record<RowState, string>> = {
  'not-sent': 'Not sent',
  sent: 'Sent',
  acknowledged: 'Acknowledged',
  created: 'Created',
  verified: 'Verified',
  'not-functional': 'Not functional',
  'escalated-to-team-lead': 'Escalated to team lead',
  'escalated-to-csm': 'Escalated to CSM',
  'escalated-to-customer': 'Escalated to customer',
  done: 'Done',
  'not-needed': 'Not needed',
};

export const holderTitles: Readonly<Record<RowHolder, string>> = {
  'team-lead': 'Team lead',
  engineer: 'Engineer',
  customer: 'Customer',
  csm: 'CSM',
  nobody: '',
};
export const methodTitles: Readonly<Record<AccessMethod, string>> = {
  'e-mail': 'E-mail',
  'ticketing-tool': 'Ticketing tool',
  'jsm-request': 'Our service desk',
};
