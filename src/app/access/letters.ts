// The mail merge: what would leave to whom, shown before anything does (EA-09 … EA-11, M12).
import type { LettersView, LetterView } from '../../contract/follow-ups';
import { gate } from '../../domain/access/gate';
import { type Letter, letterFor } from '../../domain/access/letter';
import { leadsOnly } from '../../domain/access/may';
import { fieldNames, personalFields } from '../../domain/access/personal';
import { accessPolicyOf, factsOf, sideOf } from '../../domain/access/who';
import { localDateAt } from '../../domain/calendar/local-time';
import type { Cid, IssueId } from '../../domain/ids';
import { type Instant, msOf } from '../../domain/instant';
import { nameOf } from '../../domain/people';
import { calendarOf } from '../../domain/situation';
import { Refused, RelayError } from '../errors';
import { withNames } from '../names';
import type { Ports } from '../ports';
import { emlOf, mailtoOf } from './eml';
import { seeTicket } from '../see-ticket';

/**
 * The letters to these customers, or everything that keeps them from being written.
 * @throws RelayError `refused` to anybody but a team lead, and while nothing may leave (EA-20, EA-21)
 */
export async function composeLetters(ports: Ports, issueId: IssueId, customers: readonly Cid[]): Promise<LettersView> {
  const { viewer, situation, record } = await seeTicket(ports, issueId);
  const request = record?.ledger.access ?? null;
  const policy = accessPolicyOf(situation);
  const refused = leadsOnly(sideOf(situation, request, viewer.accountId));
  if (refused !== null) throw new Refused(refused);
  if (request === null || policy === null) throw new RelayError('missing', 'This ticket is no access request.', { remedy: 'Start the access request first.' });
  const closed = gate(request, localDateAt(calendarOf(situation, null).timeZone, msOf(situation.now)));
  if (closed !== null) throw new Refused(closed);
  const personal = (await ports.personal.read(issueId)) ?? {};
  const people = await withNames(ports, situation.people, [viewer.accountId], true);
  const written = [...new Set(customers)].map((cid) => letterFor({
    customer: factsOf(situation, cid), personal, employmentStart: request.employmentStart, workStart: request.workStart, teamLead: nameOf(people, viewer.accountId), policy,
  }));
  const problems = written.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return { letters: [], problems, mergeList: [] };
  const letters = written.filter((one): one is Letter => !('problems' in one));
  return { letters: await Promise.all(letters.map((letter) => letterView(letter, situation.now))), problems: [], mergeList: mergeListOf(letters) };
}

const letterView = async (letter: Letter, at: Instant): Promise<LetterView> => ({
  ...letter,
  leaving: letter.leaving.map((one) => ({ ...one, name: fieldNames[one.field] })),
  cut: letter.cut.map((field) => fieldNames[field]),
  eml: letter.method === 'ticketing-tool' ? null : { name: `account-request-${letter.cid}.eml`, content: await emlOf(letter, at) },
  mailto: letter.method === 'ticketing-tool' ? null : mailtoOf(letter),
});

/** For Word or Outlook: a line per letter. A field a customer does not need stays empty. */
function mergeListOf(letters: readonly Letter[]): string[][] {
  const mailed = letters.filter(({ method }) => method !== 'ticketing-tool');
  if (mailed.length === 0) return [];
  return [
    ['Customer', 'To', 'CC', 'Subject', ...personalFields.map((field) => `Engineer ${fieldNames[field]}`)],
    ...mailed.map(({ customer, to, cc, subject, leaving }) => [
      customer, to.join('; '), cc.join('; '), subject,
      ...personalFields.map((field) => leaving.find((one) => one.field === field && one.where !== 'cc')?.value ?? ''),
    ]),
  ];
}
