// What a follow-up document was downloaded with, and what of one that comes back was edited in it (E7). It may come back
// weeks later: what nobody edited says nothing, and what has changed here meanwhile is not taken back.
import { sha256 } from '../../core/canonical';
import { localDay } from '../../core/situation';
import type { AccessRow } from './access-request';
import { type Looking, stateOf } from './row-state';
import { type DatesSaid, datesSaid } from './said';
import { stateTitles } from './sheet-titles';

/** The heading of the column that says it, after those of the template. */
export const baseTitle = 'As downloaded (do not edit)';

/** Fingerprints of what can be edited in a row, and of how far it was. */
const parts = ['state', 'progress', ...datesSaid, 'remarks'] as const;
export type SheetBase = Readonly<Record<(typeof parts)[number], string>>;

export const plain = (value: string): string => value.trim().toLowerCase().replace(/\s+/gu, ' ');

/** Long enough to tell the few values apart that one cell has. */
const digits = 8;

const markOf = (value: string): string =>
  sha256(value.trim().replace(/\r\n/gu, '\n')).slice(0, digits);

export function baseOf(looking: Looking, row: AccessRow): SheetBase {
  const day = (date: keyof DatesSaid): string => {
    const at = row[date];
    return markOf(at === null ? '' : localDay(looking, at));
  };
  return {
    state: markOf(plain(stateTitles[stateOf(looking, row)])),
    progress: markOf(row.progress),
    respondedAt: day('respondedAt'),
    createdAt: day('createdAt'),
    verifiedAt: day('verifiedAt'),
    remarks: markOf(row.remarks ?? ''),
  };
}

const begin = 'row';

export const baseCell = (base: SheetBase): string =>
  [begin, ...parts.map((part) => base[part])].join(' ');

/** Null where the cell does not say it, or somebody has edited it. */
export function readBase(cell: string): SheetBase | null {
  const [first, ...marks] = cell.trim().split(/\s+/u);
  const [state, progress, respondedAt, createdAt, verifiedAt, remarks, ...more] = marks;
  if (first !== begin || remarks === undefined || more.length > 0) return null;
  if (
    state === undefined ||
    progress === undefined ||
    respondedAt === undefined ||
    createdAt === undefined ||
    verifiedAt === undefined
  )
    return null;
  return { state, progress, respondedAt, createdAt, verifiedAt, remarks };
}

/** How an account comes along, one after the other. */
const line = ['not-sent', 'sent', 'acknowledged', 'created', 'verified', 'done'] as const;
const placeOf = (state: string): number => line.findIndex((one) => one === state);

/** One row of a document that comes back, against what it was downloaded with and what the row is now. */
export class Merge {
  readonly #now: SheetBase;

  constructor(
    readonly looking: Looking,
    readonly row: AccessRow,
    /** Null where the document does not say it: then whatever differs counts as edited. */
    readonly base: SheetBase | null,
  ) {
    this.#now = baseOf(looking, row);
  }

  /** Does a cell say something else than when it was downloaded? */
  isEdited(part: keyof SheetBase, cell: string): boolean {
    return this.base === null || this.base[part] !== markOf(cell);
  }

  /** Has it changed here since then? */
  hasChanged(part: keyof SheetBase): boolean {
    return this.base !== null && this.base[part] !== this.#now[part];
  }
}

/**
 * Would an edited status take back what was said here meanwhile?
 * @param wanted the status as the document says it, {@link plain}
 * @param dayOf what the document says of a date; null where it has no such column
 */
export function isStale(
  merge: Merge,
  wanted: string,
  dayOf: (column: 'created' | 'verified') => string | null,
): boolean {
  const { row, base } = merge;
  const states = Object.entries(stateTitles);
  const said = states.find(([, title]) => plain(title) === wanted)?.[0];
  if (said === undefined) return false;
  // How high somebody has taken it is no status of the account.
  if (said.startsWith('escalated-to-')) return base === null;
  if (base === null) return isOlder(merge, said, dayOf);
  const isFurther = placeOf(row.progress) >= 0 && placeOf(said) > placeOf(row.progress);
  return merge.hasChanged('progress') && !isFurther;
}

/** Is a status older than the last change of the row? The document does not say what it was downloaded with. */
function isOlder(
  { looking, row }: Merge,
  said: string,
  dayOf: (column: 'created' | 'verified') => string | null,
): boolean {
  const { progress, brokenAt, repairedAt, addedAt } = row;
  if (placeOf(said) >= 0 && placeOf(progress) >= 0) return placeOf(said) < placeOf(progress);
  // It was said before; nothing tells which time is meant.
  if (said === 'not-functional') return (repairedAt ?? brokenAt) !== undefined;
  if (said === 'not-needed') return progress === 'not-sent' && addedAt !== undefined;
  if (progress === 'not-needed') return true;
  if (said !== 'created' && said !== 'verified') return true;
  // It does not work: only what came after that is new.
  const day = dayOf(said) ?? '';
  return day === '' || (brokenAt !== undefined && day <= localDay(looking, brokenAt));
}
