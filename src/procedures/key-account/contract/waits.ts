import type { WaitTime } from '../../../contract/wait-settings';

/** How long each thing has that somebody owes about key accounts; no more than the SOP says where it says something. */
export const keyTimes = [
  {
    key: 'decide',
    label: 'Decide on a change of the list',
    clause: 'KA-04',
    usual: { days: 2 },
  },
  {
    key: 'document',
    label: "Bring the month's document up to date after a change of the list",
    clause: 'KA-05',
    usual: { days: 3 },
  },
  {
    key: 'rhythm',
    label: 'Say when an account runs production',
    clause: 'K10',
    usual: { days: 2 },
  },
  {
    key: 'start',
    label: 'Start the documentation of a release',
    clause: 'KA-08',
    usual: { days: 1 },
  },
  {
    key: 'facts',
    label: 'Put down what is released',
    clause: 'KA-08',
    usual: { days: 3 },
  },
  { key: 'review', label: 'Review a commit', clause: 'KA-10', usual: { minutes: 480 } },
  {
    key: 'witness',
    label: 'Witness a step of a release',
    clause: 'KA-09',
    usual: { minutes: 240 },
  },
  {
    key: 'cycle',
    label: 'Record a production cycle, from the morning after',
    clause: 'KA-11',
    usual: { minutes: 240 },
  },
  {
    key: 'monitoring',
    label: 'Decide whether monitoring ends',
    clause: 'KA-11',
    usual: { days: 1 },
  },
  { key: 'finish', label: 'Finish a release', clause: 'KA-16', usual: { days: 1 } },
  {
    key: 'resolve',
    label: 'Resolve an escalation',
    clause: 'K11',
    usual: { days: 1 },
  },
] as const satisfies readonly WaitTime[];

export type KeyTime = (typeof keyTimes)[number]['key'];

/** Who hears of it when any of that is late. */
export const usualAbove = [{ to: 'engineering-manager', afterDays: 1 }] as const;
/** Who hears of an escalation that is answered and not resolved in time. */
export const usualResolution = [
  { to: 'lead-engineer', afterDays: 0 },
  { to: 'engineering-manager', afterDays: 1 },
] as const;
