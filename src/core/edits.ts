// Comments that were edited after they were looked at: what they now add is looked at too, and only once.
import type { Instant } from './instant';
import { plusMs } from './instant';
import type { Ledger } from './ledger';
import type { Comment, Ticket } from './ticket';

/** Comments of a ticket whose edits are remembered: the latest. */
const remembered = 50;
/** A ticket that was looked at before edits were remembered: an edit older than this has been there then. */
const firstLookMs = 2 * 60 * 60_000;

/** When each of the latest comments was edited last, by its id; of those that were. */
export type Edits = Readonly<Record<string, Instant>>;

const editedOf = ({ comments }: Pick<Ticket, 'comments'>): readonly Comment[] =>
  comments.slice(-remembered).filter(({ updated }) => updated !== undefined);

/** How they stand now, to be kept with the ticket. */
export const editsOf = (ticket: Pick<Ticket, 'comments'>): Edits =>
  Object.fromEntries(editedOf(ticket).map(({ id, updated = '' }) => [`${id}`, updated]));

/** Those that were looked at before, and were edited since. */
export const editedSince = (
  { cursor, edits }: Pick<Ledger, 'cursor' | 'edits'>,
  ticket: Pick<Ticket, 'comments'>,
  now: Instant,
): readonly Comment[] =>
  editedOf(ticket).filter(({ id, updated = '' }) =>
    id > cursor.comment
      ? false
      : edits === undefined
        ? updated > plusMs(now, -firstLookMs)
        : updated !== edits[`${id}`],
  );
