// What is looked up or put away before the rules of an access request are asked.
import { ChangedMeanwhile, Refused, RelayError } from '../../../app/errors';
import type { ActingOn } from '../../../app/acts';
import type { Ports } from '../../../app/ports';
import { seeTicket } from '../../../app/see-ticket';
import type { Cid } from '../../../core/ids';
import { fieldsLeaving } from '../effects/raise-access-request';
import { leadsOnly } from '../may';
import { fieldsOf, type Personal, type PersonalField } from '../personal';
import type { RowChange } from '../said';
import type { Raised } from '../send';
import { readSheet } from '../sheet';
import { accessOf } from '../state';
import { sideOf } from '../who';
import { rowsSeen } from './rows-seen';
import { sealOfLetter, written } from './written';

/**
 * Keeps the engineer's profile in the encrypted store, so that the ledger only hears which fields are on file: the values
 * never come near the ledger, its outbox or its journal (EA-24).
 * @returns the fields that are on file now
 */
export async function keepProfile(
  ports: Ports,
  { issueId, expectedRevision }: ActingOn,
  profile: Personal,
): Promise<readonly PersonalField[]> {
  const { viewer, situation, record } = await seeTicket(ports, issueId);
  const refused = leadsOnly(sideOf(situation, accessOf(record?.ledger) ?? null, viewer.accountId));
  if (refused !== null) throw new Refused(refused);
  if ((record?.edition ?? 0) !== expectedRevision)
    throw new ChangedMeanwhile('This access request');
  await ports.personal.write(issueId, profile);
  return fieldsOf(profile);
}

/**
 * The request to one customer as it was shown to the team lead, and not otherwise (E3).
 * @throws RelayError `changed-meanwhile` when it would say something else by now
 */
export async function asShown(
  ports: Ports,
  { issueId }: ActingOn,
  { cid, seal }: { readonly cid: Cid; readonly seal: string },
): Promise<Raised> {
  const {
    letters: [letter],
    problems: [problem],
  } = await written(ports, issueId, [cid]);
  if (problem !== undefined)
    throw new RelayError('input', problem.text, { field: 'cid', remedy: problem.remedy });
  if (letter === undefined || sealOfLetter(letter) !== seal)
    throw new ChangedMeanwhile('This request');
  return { cid, fields: fieldsLeaving(letter) };
}

/** What the sheet changes, all of it or nothing. @throws RelayError `input` with the first thing that is wrong with it */
export async function changesOf(
  ports: Ports,
  { issueId }: ActingOn,
  { cells }: { readonly cells: readonly (readonly string[])[] },
): Promise<{ readonly changes: readonly RowChange[] }> {
  const seen = await seeTicket(ports, issueId);
  const { policy, rows } = rowsSeen(seen);
  const {
    changes,
    problems: [first],
  } = readSheet(seen.situation, policy, rows, cells);
  if (first !== undefined)
    throw new RelayError('input', `Line ${first.line}: ${first.text}`, {
      field: 'cells',
      remedy: first.remedy,
    });
  return { changes: changes.map(({ cid, step, remarks }) => ({ cid, step, remarks })) };
}
