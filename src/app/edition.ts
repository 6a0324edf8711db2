// How new a page is. It looks at storage alone and reads the ticket again only where something that it shows has changed:
// a page that lies open asks Jira for nothing (design: a look reads storage only).
import type { Edition } from '../contract/ticket';
import * as v from 'valibot';
import { canonical, sha256 } from '../core/canonical';
import type { IssueId } from '../core/ids';
import type { Ledger } from '../core/ledger';
import type { ProcedureId } from '../core/part';
import { ChangedMeanwhile } from './errors';
import { parse } from './input';
import type { TicketRecord } from './outbox';
import type { Ports } from './ports';

/** What no page shows: which ticket it is, how far the app has looked, what it keeps in mind, and what it has written to Jira. */
const unseen: ReadonlySet<string> = new Set<keyof Ledger>([
  'issueId',
  'key',
  'projectId',
  'cursor',
  'edits',
  'heard',
  'clocksUnder',
  'inVain',
  'told',
  'ourComments',
  'projected',
  'standings',
  // The journal itself tells.
  'entries',
]);

/** Hexadecimal digits: enough that two that differ are never taken for one. */
const markLength = 16;

/**
 * @param version of the settings in force
 * @param of the procedure whose page it is; a page without one shows those of all
 */
export function editionOf(version: number, record: TicketRecord | null, of?: ProcedureId): Edition {
  return {
    revision: record?.edition ?? 0,
    mark: sha256(canonical([version, shownIn(record, of)])).slice(0, markLength),
  };
}

/**
 * What such a page shows of the record; null where there is nothing. The salt keeps whoever has the mark from trying out what is
 * hidden from them, such as a rate; records from before there was one count as new with every save.
 */
function shownIn(record: TicketRecord | null, of: ProcedureId | undefined): unknown {
  if (record === null) return null;
  const { salt, revision, ledger, pending } = record;
  const shown = Object.entries({ ...shownOf(ledger, of), pending }).filter(([, value]) =>
    isThere(value),
  );
  return shown.length === 0 ? null : [salt ?? revision, Object.fromEntries(shown)];
}

const isThere = (value: unknown): boolean =>
  value != null && (typeof value !== 'object' || Object.keys(value).length > 0);

const looked = v.object({
  mark: v.pipe(v.string('The mark is missing.'), v.maxLength(markLength)),
});

/**
 * Whether a page is still true that was read with that mark.
 * @returns what its acts have to expect now: another procedure may have acted
 * @throws ChangedMeanwhile where the page has to be read again
 */
export async function stillHolds(
  ports: Ports,
  issueId: IssueId,
  payload: unknown,
  of?: ProcedureId,
): Promise<Pick<Edition, 'revision'>> {
  const { mark } = parse(looked, payload);
  const [policy, record] = await Promise.all([ports.policy.current(), ports.tickets.load(issueId)]);
  const now = editionOf(policy?.version ?? 0, record, of);
  if (now.mark !== mark) throw new ChangedMeanwhile();
  return { revision: now.revision };
}

/** The parts of the ledger that such a page shows. */
function shownOf(ledger: Ledger, of: ProcedureId | undefined): Readonly<Record<string, unknown>> {
  const seen = Object.fromEntries(Object.entries(ledger).filter(([name]) => !unseen.has(name)));
  if (of === undefined) return seen;
  return {
    ...seen,
    parts: ledger.parts[of],
    clocks: (ledger.clocks ?? []).filter(({ procedure }) => procedure === of),
    journal: ledger.journal.filter(({ procedure }) => procedure === of),
  };
}
