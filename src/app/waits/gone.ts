// What has ended because its ticket is gone: the ticket can tell nobody any more, so their list does.
import type { GoneTicket } from '../../contract/waiting';
import { goneList, type GoneRow } from '../let-go';
import type { Ports } from '../ports';
import { viewerOf } from '../viewer';

const mostShown = 20;

/** As lines were left before what somebody owed was told apart from what they had asked for. */
interface EarlierRow extends Omit<GoneRow, 'owed' | 'askedFor'> {
  readonly titles: readonly string[];
  readonly asked: boolean;
}

const told = (row: GoneRow | EarlierRow): GoneRow => {
  if ('owed' in row) return row;
  const { titles, asked, ...rest } = row;
  return { ...rest, owed: asked ? [] : titles, askedFor: asked ? titles : [] };
};

/** The viewer's, the latest first. Storage may still have what has run out (Forge: up to 48 hours). */
export async function readGone(ports: Ports): Promise<readonly GoneTicket[]> {
  const rows = await ports.tickets.listed<GoneRow | EarlierRow>(
    goneList,
    viewerOf(ports).accountId,
    mostShown,
    'latest-first',
  );
  const now = ports.now();
  return rows
    .map(told)
    .filter(({ until }) => until > now)
    .map(({ until: _until, key, ...row }) => ({ ...row, issueKey: key }));
}
