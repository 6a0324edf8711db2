// What somebody owes in an access request, and how long it usually has. The customers' own times are beside them in
// settings.ts; purge and forecast are the app's to remember.
import type { WaitTime } from '../../../contract/wait-settings';
import type { LadderStep } from '../../../core/ladder';
import type { Role } from '../../../core/roles';

export const accessTimes: readonly WaitTime[] = [
  {
    key: 'it',
    label: 'Internal IT sets up account and e-mail',
    clause: 'EA-21',
    usual: { days: 3 },
  },
  { key: 'send', label: 'Send the requests that are ready', clause: 'EA-15a', usual: { days: 1 } },
  { key: 'test', label: 'Test an account that is there', clause: 'EA-13a', usual: { days: 2 } },
  {
    key: 'repair',
    label: 'See to an account that does not work',
    clause: 'EA-13',
    usual: { days: 2 },
  },
  {
    key: 'followUp',
    label: 'Follow up with a customer',
    clause: 'EA-17',
    usual: { days: 2 },
  },
  {
    key: 'closing',
    label: 'Have the accounts of an engineer who leaves closed',
    clause: 'EA-19',
    usual: { days: 5 },
  },
  {
    key: 'closed',
    label: 'Say what becomes of customers that were open when the ticket was closed',
    clause: 'EA-15',
    usual: { days: 1 },
  },
];

/** Who hears of it where the SOP's own ladders do not say it. */
export const accessAbove: readonly LadderStep<Role>[] = [{ to: 'team-lead', afterDays: 1 }];
