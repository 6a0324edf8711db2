// What the agent owes while an account manager is asked, and how long they have for it.
import { waitSettings, type WaitTime } from '../../../contract/wait-settings';

export const agentTimes: readonly WaitTime[] = [
  { key: 'chooseAccount', label: 'Choose the account', clause: 'A12', usual: { minutes: 120 } },
  { key: 'reply', label: 'Reply to the customer', clause: 'AM-26', usual: { minutes: 120 } },
  {
    key: 'sayWhat',
    label: 'Say what is needed, or whether a tag is a request',
    clause: 'AM-23',
    usual: { minutes: 240 },
  },
];

export const agentWaitValues = waitSettings(agentTimes, {
  clause: 'X10',
  usual: [{ to: 'team-lead', afterDays: 1 }],
});
