// What is looked up or put away before the rules of an access request are asked.
import { ChangedMeanwhile, RelayError } from '../../../app/errors';
import type { ActingOn } from '../../../app/acts';
import type { Ports } from '../../../app/ports';
import { seeTicket } from '../../../app/see-ticket';
import { viewerOf } from '../../../app/viewer';
import type { AccountId, Cid, IssueId } from '../../../core/ids';
import { fieldsLeaving } from '../effects/raise-access-request';
import { fieldsOf, type Personal } from '../personal';
import type { Elsewhere, RequestFacts, RowChange } from '../said';
import type { Raised, SentLetters } from '../send';
import { readSheet } from '../sheet';
import { accessOf } from '../state';
import { type EngineersTicket, ticketsOfEngineer } from '../tickets-of-engineer';
import { rowsSeen } from './rows-seen';
import { sealOfLetter, written } from './written';

/**
 * What the rules hear of the form: which personal fields it gives, and where else this engineer's accounts are followed.
 * The values are put aside, encrypted, until the rules have agreed; they never come near the ledger, its outbox or its
 * journal (EA-24).
 */
export async function factsOfForm(
  ports: Ports,
  { issueId }: ActingOn,
  { profile, engineer }: { readonly profile: Personal; readonly engineer: AccountId | null },
): Promise<Pick<RequestFacts, 'onFile' | 'elsewhere'>> {
  const elsewhere = await ticketsOf(ports, issueId, engineer);
  await ports.personal.stage(issueId, viewerOf(ports).accountId, profile);
  return { onFile: fieldsOf(profile), elsewhere };
}

/** Nothing of the engineer is kept that the rules did not agree to. */
export const dropProfile = (ports: Ports, { issueId }: ActingOn): Promise<void> =>
  ports.personal.dropStaged(issueId, viewerOf(ports).accountId);

/** More than one engineer's tickets; who has more has a problem of another kind. */
const ticketsLooked = 50;

async function ticketsOf(
  ports: Ports,
  issueId: IssueId,
  engineer: AccountId | null,
): Promise<readonly Elsewhere[]> {
  if (engineer === null) return [];
  const all = await ports.tickets.listed<EngineersTicket>(
    ticketsOfEngineer.list,
    engineer,
    ticketsLooked,
  );
  return all.filter((one) => one.issueId !== issueId);
}

/** Where else accounts of the engineer of this ticket are followed. */
export async function followedElsewhere(
  ports: Ports,
  { issueId }: ActingOn,
): Promise<Pick<RequestFacts, 'elsewhere'>> {
  const request = accessOf((await ports.tickets.load(issueId))?.ledger);
  return { elsewhere: await ticketsOf(ports, issueId, request?.engineer ?? null) };
}

/** What is said to be sent, where it could have been composed. @throws RelayError `input` with what keeps a letter from being written */
export async function asComposed(
  ports: Ports,
  { issueId }: ActingOn,
  { on, ...sent }: SentLetters,
): Promise<SentLetters> {
  const {
    problems: [problem],
  } = await written(ports, issueId, sent.customers, on ?? null);
  if (problem !== undefined)
    throw new RelayError('input', problem.text, { field: 'customers', remedy: problem.remedy });
  return { ...sent, on: on ?? null };
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
  const { policy, rows, looking } = rowsSeen(seen);
  const {
    changes,
    problems: [first],
  } = readSheet(looking, policy, rows, cells);
  if (first !== undefined)
    throw new RelayError('input', `Line ${first.line}: ${first.text}`, {
      field: 'cells',
      remedy: first.remedy,
    });
  return {
    changes: changes.map(({ cid, step, remarks, dates }) => ({ cid, step, remarks, dates })),
  };
}
