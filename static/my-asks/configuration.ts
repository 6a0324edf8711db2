import type { MyAsksFilter } from '../../src/procedures/account-manager/contract/gadget';

/** What the gadget's edit view saves with the dashboard. */
export interface GadgetConfiguration {
  /** Keys of the queues to show; none means all. */
  readonly queues: readonly string[];
  /** Rows in each list. */
  readonly rows: number;
  /** Also what waits on the account managers of my region. */
  readonly includeTeam: boolean;
  /** Minutes between two readings. Jira knows this name (see the gadget module's page on auto-refresh). */
  readonly refresh: number;
}

export const rowsAtMost = 50;
export const defaults: GadgetConfiguration = {
  queues: [],
  rows: 10,
  includeTeam: true,
  refresh: 5,
};

const whole = (value: unknown, least: number, most: number, otherwise: number): number => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
    ? number
    : otherwise;
};

/** Reads what a dashboard has saved: of an older version, by hand, or nothing yet. What does not fit is the default. */
export function readConfiguration(saved: unknown): GadgetConfiguration {
  const of = (typeof saved === 'object' && saved !== null ? saved : {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    queues: Array.isArray(of['queues'])
      ? of['queues'].filter((key): key is string => typeof key === 'string')
      : defaults.queues,
    rows: whole(of['rows'], 1, rowsAtMost, defaults.rows),
    includeTeam: typeof of['includeTeam'] === 'boolean' ? of['includeTeam'] : defaults.includeTeam,
    refresh: whole(of['refresh'], 1, 1440, defaults.refresh),
  };
}

/** What the functions are asked for. */
export const filterOf = ({ queues, rows, includeTeam }: GadgetConfiguration): MyAsksFilter => ({
  rows,
  includeTeam,
  ...(queues.length > 0 ? { queues } : {}),
});

/** What was typed for rows and minutes, or what is wrong with it. */
export function checkNumber(typed: string, least: number, most: number): number | null {
  const number = whole(typed, least, most, Number.NaN);
  return Number.isNaN(number) ? null : number;
}
