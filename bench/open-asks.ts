// A site in the middle of its life: as many open asks as wanted, each stored as the app itself stored one.
import type { StoredRow } from '../host/host';
import { packed } from '../src/kvs/packed';
import { markOf } from '../src/kvs/save-tickets';
import { MeasuredDesk } from './desk';
import { readable } from './stored';

interface Sample {
  readonly issueId: string;
  readonly key: string;
  readonly dueAt: string;
  /** What belongs to the ticket. */
  readonly own: readonly StoredRow[];
  /** Settings, accounts, people: what belongs to the site. */
  readonly site: readonly StoredRow[];
  /** Account ids by e-mail; they are the same on every site of the demo's people. */
  readonly people: ReadonlyMap<string, string>;
}

/** Before anything that is measured: what comes before the settings does not count. */
const friday = '2026-02-27T15:00:00.000Z';

/** Requests one response through the panel and takes what was stored. */
async function sample(): Promise<Sample> {
  const desk = await MeasuredDesk.open({ start: friday });
  const { id, key } = await desk.ticket();
  await desk.click(key, 'ben.ito', 'account-manager.request', {
    entryId: 'other',
    note: 'Is the contract signed?',
  });
  const { ask } = await desk.panel(key, 'ben.ito');
  // The first reconcile has been: the next looks at what changed since.
  await desk.host.advance('PT10M');
  const rows = desk.host.storage();
  const isOwn = (row: StoredRow): boolean => row.key.split(':')[1] === id;
  const people = new Map(desk.host.jira.people().map(({ email, accountId }) => [email, accountId]));
  await desk.host.stop();
  return {
    people,
    issueId: id,
    key,
    dueAt: ask?.dueAt ?? '',
    own: rows.filter(isOwn),
    site: rows.filter((row) => !isOwn(row)),
  };
}

export interface OpenAsk {
  readonly issueId: string;
  readonly key: string;
  /** ISO instant. */
  readonly dueAt: string;
}

export interface Asks {
  readonly site: readonly StoredRow[];
  readonly people: ReadonlyMap<string, string>;
  /** The rows of such an ask. */
  rowsOf(ask: OpenAsk): StoredRow[];
}

export async function openAsks(): Promise<Asks> {
  const { issueId, key, dueAt, own, site, people } = await sample();
  const text = JSON.stringify(own.map(readable));
  const rowsOf = (ask: OpenAsk): StoredRow[] => {
    const rows = JSON.parse(
      text
        .replaceAll(key, ask.key)
        .replaceAll(`:${issueId}`, `:${ask.issueId}`)
        .replaceAll(`"${issueId}"`, `"${ask.issueId}"`)
        .replaceAll(dueAt, ask.dueAt),
    ) as StoredRow[];
    return rows.map((row) => asStored(row, rows));
  };
  return { site, people, rowsOf };
}

/** As the app stores a ticket, with what it knows of its rows in lists. */
function asStored(row: StoredRow, all: readonly StoredRow[]): StoredRow {
  if (row.entity !== 'ticket') return row;
  const { doc, ...value } = row.value as { readonly doc: object };
  const lists = all.filter(({ entity }) => entity === 'row');
  const rowMarks = Object.fromEntries(
    lists.map((one) => [one.key, markOf(one.value as Parameters<typeof markOf>[0])]),
  );
  return { ...row, value: { ...value, doc: packed({ ...doc, rowMarks }) } };
}
