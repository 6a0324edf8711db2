// The mail merge: what would leave to whom, shown before anything does (EA-09 … EA-11, M12).
import { factsOf } from '../customer-facts';
import { accessOf } from '../state';
import { createHash } from 'node:crypto';
import type { FollowUpsView, LettersView, LetterView } from '../contract/panel';
import { gate } from '../gate';
import { type Letter, letterFor } from '../letter';
import { leadsOnly } from '../may';
import { fieldNames, personalFields } from '../personal';
import { accessPolicyOf, sideOf } from '../who';
import type { Cid, IssueId } from '../../../core/ids';
import type { Instant } from '../../../core/instant';
import { nameOf, type People } from '../../../core/people';
import { localDay } from '../../../core/situation';
import { ChangedMeanwhile, Refused, RelayError } from '../../../app/errors';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { seeTicket } from '../../../app/see-ticket';
import { emlOf, mailtoOf } from './eml';
import { stepFollowUps } from './follow-ups';
import { fieldsLeaving } from '../effects/raise-access-request';

/**
 * The letters to these customers, or everything that keeps them from being written.
 * @throws RelayError `refused` to anybody but a team lead, and while nothing may leave (EA-20, EA-21)
 */
export async function composeLetters(
  ports: Ports,
  issueId: IssueId,
  customers: readonly Cid[],
): Promise<LettersView> {
  const { letters, problems, people, now } = await write(ports, issueId, customers);
  if (problems.length > 0) return { letters: [], problems, mergeList: [] };
  return {
    letters: await Promise.all(letters.map((letter) => letterView(letter, people, now))),
    problems: [],
    mergeList: mergeListOf(letters),
  };
}

/**
 * Raises the request to one customer in our service desk (E3), as it was shown and not otherwise.
 * @param seal of the letter that the team lead looked at
 * @throws RelayError `changed-meanwhile` when it would say something else by now
 */
export async function raiseForCustomer(
  ports: Ports,
  issueId: IssueId,
  cid: Cid,
  seal: string,
  expectedRevision: number,
): Promise<FollowUpsView> {
  const {
    letters: [letter],
    problems: [problem],
  } = await write(ports, issueId, [cid]);
  if (problem !== undefined)
    throw new RelayError('input', problem.text, { field: 'cid', remedy: problem.remedy });
  if (letter === undefined || sealOfLetter(letter) !== seal)
    throw new ChangedMeanwhile('This request');
  return stepFollowUps(
    ports,
    issueId,
    { kind: 'raise', cid, fields: fieldsLeaving(letter) },
    expectedRevision,
  );
}

async function write(ports: Ports, issueId: IssueId, customers: readonly Cid[]) {
  const { viewer, situation, record } = await seeTicket(ports, issueId);
  const request = accessOf(record?.ledger) ?? null;
  const policy = accessPolicyOf(situation);
  const refused = leadsOnly(sideOf(situation, request, viewer.accountId));
  if (refused !== null) throw new Refused(refused);
  if (request === null || policy === null)
    throw new RelayError('missing', 'This ticket is no access request.', {
      remedy: 'Start the access request first.',
    });
  const closed = gate(request, localDay(situation, situation.now));
  if (closed !== null) throw new Refused(closed);
  const personal = (await ports.personal.read(issueId)) ?? {};
  const wanted = [...new Set(customers)].map((cid) => factsOf(situation, cid));
  const people = await withNames(
    ports,
    situation.people,
    [
      viewer.accountId,
      ...wanted.flatMap(({ access }) => [access?.contact, ...(access?.participants ?? [])]),
    ],
    true,
  );
  const written = wanted.map((customer) =>
    letterFor({
      customer,
      personal,
      employmentStart: request.employmentStart,
      workStart: request.workStart,
      teamLead: nameOf(people, viewer.accountId),
      policy,
    }),
  );
  return {
    letters: written.filter((one): one is Letter => !('problems' in one)),
    problems: written.flatMap((one) => ('problems' in one ? one.problems : [])),
    people,
    now: situation.now,
  };
}

const letterView = async (letter: Letter, people: People, at: Instant): Promise<LetterView> => ({
  cid: letter.cid,
  customer: letter.customer,
  method: letter.method,
  to: letter.to,
  cc: letter.cc,
  subject: letter.subject,
  body: letter.body,
  toolUrl: letter.toolUrl,
  requirements: letter.requirements,
  leaving: letter.leaving.map((one) => ({ ...one, name: fieldNames[one.field] })),
  cut: letter.cut.map((field) => fieldNames[field]),
  raise:
    letter.contact === null || letter.requestType === null
      ? null
      : {
          requestType: letter.requestType,
          onBehalfOf: nameOf(people, letter.contact),
          participants: letter.participants.map((one) => nameOf(people, one)),
          seal: sealOfLetter(letter),
        },
  eml:
    letter.method === 'e-mail'
      ? { name: `account-request-${letter.cid}.eml`, content: await emlOf(letter, at) }
      : null,
  mailto: letter.method === 'e-mail' ? mailtoOf(letter) : null,
});

/** Shows whether a letter is the one that was looked at; it goes to the page and back and is stored nowhere. */
const sealOfLetter = ({
  cid,
  contact,
  participants,
  requestType,
  subject,
  body,
}: Pick<Letter, 'cid' | 'contact' | 'participants' | 'requestType' | 'subject' | 'body'>): string =>
  createHash('sha256')
    .update(JSON.stringify([cid, contact, participants, requestType, subject, body]))
    .digest('hex');

/** For Word or Outlook: a line per letter. A field a customer does not need stays empty. */
function mergeListOf(letters: readonly Letter[]): string[][] {
  const mailed = letters.filter(({ method }) => method === 'e-mail');
  if (mailed.length === 0) return [];
  return [
    [
      'Customer',
      'To',
      'CC',
      'Subject',
      ...personalFields.map((field) => `Engineer ${fieldNames[field]}`),
    ],
    ...mailed.map(({ customer, to, cc, subject, leaving }) => [
      customer,
      to.join('; '),
      cc.join('; '),
      subject,
      ...personalFields.map(
        (field) => leaving.find((one) => one.field === field && one.where !== 'cc')?.value ?? '',
      ),
    ]),
  ];
}
