// The older entries of a long ticket's journal: moved out of its row, in pages, oldest first.
import { kvs, WhereConditions } from '@forge/kvs';
import type { TicketRecord } from '../app/outbox';
import { bytesOf } from './packed';
import type { JournalEntry } from '../core/ledger';
import { storing } from './failures';
import { keys } from './keys';
import { page } from './read-query';

/** Entries kept in the row when it is trimmed, and how many make it so. */
const journalKept = 80;
const journalFull = 120;
/** Bytes of entries in the row; at least the last few stay, whatever they weigh. */
const journalBytes = 24_000;
const leastKept = 10;

/** Moves the oldest entries out when the row has too many. */
export function trimmed(record: TicketRecord): {
  readonly kept: TicketRecord;
  readonly archived: readonly JournalEntry[];
} {
  const { journal } = record.ledger;
  const cut = cutOf(journal);
  const [oldest] = journal;
  if (cut === 0 || oldest === undefined) return { kept: record, archived: [] };
  return {
    kept: {
      ...record,
      ledger: { ...record.ledger, journal: journal.slice(cut) },
      journalPages: [...(record.journalPages ?? []), oldest.id],
    },
    archived: journal.slice(0, cut),
  };
}

function cutOf(journal: readonly JournalEntry[]): number {
  const byCount = journal.length > journalFull ? journal.length - journalKept : 0;
  if (bytesOf(journal) <= journalBytes) return byCount;
  let kept = 0;
  let bytes = 0;
  for (const entry of [...journal].reverse()) {
    bytes += bytesOf(entry);
    // Down to half, so that not every turn moves a page.
    if (bytes > journalBytes / 2 && kept >= leastKept) break;
    kept += 1;
  }
  return Math.max(byCount, journal.length - kept);
}

/** Keys of the pages, the oldest first. Rows from before they were noted have them found by their names. */
export async function pagesOf(record: TicketRecord): Promise<readonly number[]> {
  const { ledger, journalPages = [] } = record;
  const first = ledger.journal[0]?.id ?? ledger.entries + 1;
  if (first === 1 || journalPages[0] === 1) return journalPages;
  const prefix = keys.journal(ledger.issueId, '');
  const found: number[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(page);
    const { results, nextCursor } = await storing(() =>
      (cursor === undefined ? query : query.cursor(cursor)).getMany(),
    );
    found.push(...results.map(({ key }) => Number(key.slice(prefix.length))));
    cursor = nextCursor;
  } while (cursor !== undefined);
  return [...new Set([...found, ...journalPages])].sort((one, other) => one - other);
}

/** The page with the entry before that one; none where there is no older. */
export async function entriesBefore(
  record: TicketRecord,
  before: number,
): Promise<readonly JournalEntry[]> {
  const first = (await pagesOf(record)).filter((id) => id < before).at(-1);
  if (first === undefined) return [];
  const entries = await storing(() =>
    kvs.get<readonly JournalEntry[]>(keys.journal(record.ledger.issueId, first)),
  );
  return (entries ?? []).filter(({ id }) => id < before);
}
