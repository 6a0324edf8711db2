// A ticket's row as this version of the app reads it. What an older one wrote goes through the upgrades in their order; what a
// newer one wrote is not touched.
import { NewerRow } from '../app/errors';
import type { TicketRecord } from '../app/outbox';
import { type Packed, unpacked } from './packed';

/** A ticket's row; the attributes beside `doc` are what its index and its condition need. */
export interface TicketRow {
  /** The version of the shape of `doc`; rows from before there was one are of the first. */
  readonly v?: number;
  readonly revision: number;
  /** `awake` rows have to be looked at by {@link TicketRow.wakeAt}. */
  readonly state: 'awake' | 'asleep';
  readonly wakeAt: string;
  readonly doc: TicketRecord | Packed;
}

/** From the shape of one version to that of the next. */
export type Upgrade = (doc: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The first leads from version 1 to 2, and so on. Add one whenever the shape of a record changes in what is required. */
const upgrades: readonly Upgrade[] = [withMarks];

/** The first version knew which rows there are and not what they say: each is written with the next change. */
function withMarks({ rowKeys = [], ...doc }: Readonly<Record<string, unknown>>) {
  return { ...doc, rowMarks: Object.fromEntries((rowKeys as string[]).map((key) => [key, ''])) };
}

export const ticketVersion = upgrades.length + 1;

/** Written by a newer version of the app than this one. */
export const isNewer = ({ v = 1 }: Pick<TicketRow, 'v'>): boolean => v > ticketVersion;

/** @throws NewerRow where a newer version of the app wrote it */
export function recordOf(
  { v = 1, doc }: Pick<TicketRow, 'v' | 'doc'>,
  through: readonly Upgrade[] = upgrades,
): TicketRecord {
  const version = through.length + 1;
  if (v > version) throw new NewerRow(v, version);
  return through
    .slice(v - 1)
    .reduce<Readonly<Record<string, unknown>>>(
      (older, upgrade) => upgrade(older),
      unpacked(doc) as unknown as Readonly<Record<string, unknown>>,
    ) as unknown as TicketRecord;
}
