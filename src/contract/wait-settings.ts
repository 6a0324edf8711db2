// How long each thing may take that somebody owes, and who hears of it when it is late: said once for every procedure.
import type { Described } from './settings-description';

/** One thing that is owed, and how long it usually has: business minutes or whole business days. */
export interface WaitTime {
  /** Stands in the settings as `waits.<key>`. */
  readonly key: string;
  /** As a line of the form: "Decide on the cost". */
  readonly label: string;
  readonly clause: string;
  readonly usual: { readonly minutes: number } | { readonly days: number };
}

/** Who is told, and how many working days after the due time, or after the one before. */
export interface AboveStep {
  readonly to: string;
  readonly afterDays: number;
}

/** Two weeks of working time, and a quarter of a year of working days. */
const mostMinutes = 4800;
const mostDays = 60;

/** What a ladder in working days is called, and where it differs from others. */
export interface LadderSetting {
  readonly path: string;
  readonly label: string;
  readonly subject: string;
  readonly clause: string;
  readonly help: string;
  readonly usual: readonly AboveStep[];
  /** What a step begins with that is added by hand. */
  readonly blank: AboveStep;
  /** Steps at least; it may be empty where this is absent. */
  readonly least?: number;
  /** Who can be told; whoever holds a role where it is absent. */
  readonly who?: Described;
  readonly days?: { readonly min?: number; readonly usual?: number };
}

/** Who is told, one step after the other, each so many working days after the one before. */
export const ladderSetting = ({
  usual,
  who = { path: 'to', label: 'Who is told', subject: 'who is told', kind: 'role' },
  days,
  ...ladder
}: LadderSetting): Described => ({
  ...ladder,
  kind: 'list',
  one: 'Step',
  most: 6,
  usual: usual.map(({ to, afterDays }) => ({ to, afterDays })),
  blank: { ...ladder.blank },
  said: '{to} after {afterDays}',
  inTurn: true,
  items: [
    who,
    {
      path: 'afterDays',
      label: 'After',
      subject: 'the days of a step',
      kind: 'number',
      unit: 'working days',
      min: 0,
      max: mostDays,
      ...days,
    },
  ],
});

/** A field for each, and one for the ladder above; to be put into a procedure's description. */
export const waitSettings = (
  times: readonly WaitTime[],
  above: { readonly clause: string; readonly usual: readonly AboveStep[] },
): readonly Described[] => [
  ...times.map(timeSetting),
  ladderSetting({
    path: 'waits.above',
    label: 'Who is told when something is late',
    subject: 'who is told when something is late',
    clause: above.clause,
    help: 'The first step counts from the due time, each other from the one before. Then whoever was told last is reminded.',
    usual: above.usual,
    blank: { to: 'team-lead', afterDays: 1 },
    days: { usual: 0 },
  }),
];

const timeSetting = ({ key, label, clause, usual }: WaitTime): Described => {
  const said = {
    path: `waits.${key}`,
    label,
    subject: `the time to ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    clause,
  };
  return 'minutes' in usual
    ? { ...said, kind: 'minutes', min: 1, max: mostMinutes, usual: usual.minutes }
    : { ...said, kind: 'number', unit: 'working days', min: 0, max: mostDays, usual: usual.days };
};

/** The paths of all of them, for the section of the form. */
export const waitPaths = (times: readonly WaitTime[]): readonly string[] => [
  ...times.map(({ key }) => `waits.${key}`),
  'waits.above',
];

/**
 * How long a thing has by the settings in force; the usual time where they were published before it was asked for.
 * @throws RangeError for a thing that the procedure does not know
 */
export function allowance(
  times: readonly WaitTime[],
  set: Readonly<Record<string, unknown>> | undefined,
  key: string,
): WaitTime['usual'] {
  const time = times.find((one) => one.key === key);
  if (time === undefined) throw new RangeError(`Nothing is owed that is called "${key}".`);
  const value = set?.[key];
  if (typeof value !== 'number') return time.usual;
  return 'minutes' in time.usual ? { minutes: value } : { days: value };
}
