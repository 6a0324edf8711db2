import { type Faults, type PartialFaults } from '../../faults';

/** A fault as one switch: what it is called, what it does, and what it sets. */
export interface FaultSwitch {
  readonly name: string;
  readonly effect: string;
  readonly isOn: (faults: Faults) => boolean;
  readonly on: PartialFaults;
  readonly off: PartialFaults;
}

export const faultSwitches: readonly {
  readonly title: string;
  readonly switches: readonly FaultSwitch[];
}[] = [
  {
    title: 'Events on their way to the app',
    switches: [
      {
        name: 'Come late',
        effect: 'Half of them, up to three minutes.',
        isOn: ({ events }) => events.delay > 0,
        on: { events: { delay: 0.5 } },
        off: { events: { delay: 0 } },
      },
      {
        name: 'Come twice',
        effect: 'Half of them.',
        isOn: ({ events }) => events.duplicate > 0,
        on: { events: { duplicate: 0.5 } },
        off: { events: { duplicate: 0 } },
      },
      {
        name: 'Overtake each other',
        effect: 'Half of them.',
        isOn: ({ events }) => events.reorder > 0,
        on: { events: { reorder: 0.5 } },
        off: { events: { reorder: 0 } },
      },
      {
        name: 'Get lost',
        effect: 'One in three.',
        isOn: ({ events }) => events.drop > 0,
        on: { events: { drop: 0.33 } },
        off: { events: { drop: 0 } },
      },
    ],
  },
  {
    title: 'The app while it works',
    switches: [
      {
        name: 'Dies in the middle',
        effect: 'Before or after one request in ten.',
        isOn: ({ crash }) => crash.before + crash.after > 0,
        on: { crash: { before: 0.05, after: 0.05 } },
        off: { crash: { before: 0, after: 0 } },
      },
      {
        name: 'Runs out of time',
        effect: 'One request in twenty is its last.',
        isOn: ({ timeout }) => timeout.chance > 0,
        on: { timeout: { chance: 0.05 } },
        off: { timeout: { chance: 0 } },
      },
      {
        name: 'Gets its work twice',
        effect: 'Half of the queued work.',
        isOn: ({ queue }) => queue.redeliver > 0,
        on: { queue: { redeliver: 0.5 } },
        off: { queue: { redeliver: 0 } },
      },
      {
        name: 'Reads storage a minute old',
        effect: 'Queries only; single values are fresh.',
        isOn: ({ kvsQueryLagSeconds }) => kvsQueryLagSeconds > 0,
        on: { kvsQueryLagSeconds: 60 },
        off: { kvsQueryLagSeconds: 0 },
      },
    ],
  },
  {
    title: 'Jira towards the app',
    switches: [
      {
        name: 'Is busy',
        effect: 'One request in three is told to try again in 30 seconds.',
        isOn: ({ rateLimit }) => rateLimit.chance > 0,
        on: { rateLimit: { chance: 0.33 } },
        off: { rateLimit: { chance: 0 } },
      },
      {
        name: 'Fails',
        effect: 'One request in five; half of those were done all the same.',
        isOn: ({ serverError }) => serverError.chance > 0,
        on: { serverError: { chance: 0.2 } },
        off: { serverError: { chance: 0 } },
      },
      {
        name: 'Conflicts on transitions',
        effect: 'Half of them.',
        isOn: ({ conflict }) => conflict.chance > 0,
        on: { conflict: { chance: 0.5 } },
        off: { conflict: { chance: 0 } },
      },
      {
        name: 'Shows internal notes to customers',
        effect: 'Half of the notes the app posts come out public.',
        isOn: ({ publicComment }) => publicComment.chance > 0,
        on: { publicComment: { chance: 0.5 } },
        off: { publicComment: { chance: 0 } },
      },
      {
        name: 'Searches five minutes behind',
        effect: 'Lists show tickets as they were.',
        isOn: ({ searchLagSeconds }) => searchLagSeconds > 0,
        on: { searchLagSeconds: 300 },
        off: { searchLagSeconds: 0 },
      },
    ],
  },
  {
    title: 'The site is not as it should be',
    switches: [
      {
        name: 'Nobody can move a ticket to Waiting for Management',
        effect: 'The workflow lacks the transition.',
        isOn: ({ missingTransitions }) => missingTransitions.length > 0,
        on: { missingTransitions: [{ to: 'Waiting for Management' }] },
        off: { missingTransitions: [] },
      },
      {
        name: 'The field Regional Manager is on no screen',
        effect: 'Nobody can set it.',
        isOn: ({ missingFields }) => missingFields.length > 0,
        on: { missingFields: [{ field: 'Regional Manager' }] },
        off: { missingFields: [] },
      },
      {
        name: 'The app may not see EBH',
        effect: 'As when it was taken out of the project.',
        isOn: ({ appCannotBrowse }) => appCannotBrowse.length > 0,
        on: { appCannotBrowse: ['EBH'] },
        off: { appCannotBrowse: [] },
      },
    ],
  },
];

/** How many are on. */
export const countFaults = (faults: Faults): number =>
  faultSwitches.flatMap(({ switches }) => switches).filter(({ isOn }) => isOn(faults)).length;
