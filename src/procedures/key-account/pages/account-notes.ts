import type { AccountNote } from '../notes';
import { RelayError } from '../../../app/errors';
import type { Ports } from '../../../app/ports';
import type { PageViewer } from './key-accounts-page';

/** More would be read by nobody, and bury what matters. */
const mostNotes = 10;

async function listed(ports: Ports, cid: string): Promise<void> {
  if (!(await ports.directory.marked('key-account')).some((account) => account.cid === cid))
    throw new RelayError('missing', `${cid} is not on the list of key accounts.`, {
      field: 'cid',
      remedy: 'Look at the list again.',
    });
}

/** Adds a note to a key account; it is shown in every ticket of the account until it expires. */
export async function addNote(
  ports: Ports,
  { viewer, today }: PageViewer,
  cid: string,
  text: string,
  until: string | null,
): Promise<void> {
  await listed(ports, cid);
  if (until !== null && until < today)
    throw new RelayError('input', `${until} is over already.`, {
      field: 'until',
      remedy: 'Choose today or a later day.',
    });
  const notes = ((await ports.notes.of<AccountNote>([cid]))[cid] ?? []).filter(
    (note) => note.until === null || note.until >= today,
  );
  if (notes.length >= mostNotes)
    throw new RelayError('input', `An account has at most ${mostNotes} notes.`, {
      field: 'text',
      remedy: 'Remove one that is no longer needed.',
    });
  const at = ports.now();
  const note: AccountNote = { id: `${at}-${notes.length}`, text, until, by: viewer.accountId, at };
  await ports.notes.keep(cid, [...notes, note]);
}

/** Takes a note away; one that is gone already is as good as removed. */
export async function removeNote(ports: Ports, cid: string, id: string): Promise<void> {
  await listed(ports, cid);
  const notes = (await ports.notes.of<AccountNote>([cid]))[cid] ?? [];
  await ports.notes.keep(
    cid,
    notes.filter((note) => note.id !== id),
  );
}
