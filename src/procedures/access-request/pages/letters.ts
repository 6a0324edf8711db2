// The mail merge: what would leave to whom, shown before anything does (EA-09 … EA-11, M12).
import type { LettersView, LetterView } from '../contract/panel';
import type { Letter } from '../letter';
import { fieldNames, personalFields } from '../personal';
import type { Cid, IssueId } from '../../../core/ids';
import type { Instant } from '../../../core/instant';
import { nameOf, type People } from '../../../core/people';
import type { Ports } from '../../../app/ports';
import { emlOf, mailtoOf } from './eml';
import { sealOfLetter, written } from './written';

/**
 * The letters to these customers, or everything that keeps them from being written.
 * @throws RelayError `refused` to anybody but a team lead, and while nothing may leave (EA-20, EA-21)
 */
export async function composeLetters(
  ports: Ports,
  issueId: IssueId,
  customers: readonly Cid[],
): Promise<LettersView> {
  const { letters, problems, people, now } = await written(ports, issueId, customers);
  if (problems.length > 0) return { letters: [], problems, mergeList: [] };
  return {
    letters: await Promise.all(letters.map((letter) => letterView(letter, people, now))),
    problems: [],
    mergeList: mergeListOf(letters),
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
  withoutWorkStart: letter.withoutWorkStart,
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
      'Employment start',
      'Work start',
      'Team lead',
    ],
    ...mailed.map(({ customer, to, cc, subject, leaving, facts }) => [
      customer,
      to.join('; '),
      cc.join('; '),
      subject,
      ...personalFields.map(
        (field) => leaving.find((one) => one.field === field && one.where !== 'cc')?.value ?? '',
      ),
      facts.employmentStart,
      facts.workStart,
      facts.teamLead,
    ]),
  ];
}
