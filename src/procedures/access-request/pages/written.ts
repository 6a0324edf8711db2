// The letters to some customers as they would leave now, or everything that keeps them from being written.
import { type Personal } from '../personal';
import { createHash } from 'node:crypto';
import { gate } from '../gate';
import { type Letter, letterFor } from '../letter';
import { wasAskedAbout } from '../in-place';
import { leadsOnly } from '../may';
import { factsOf } from '../customer-facts';
import { accessOf } from '../state';
import { accessPolicyOf, sideOf } from '../who';
import type { LocalDate } from '../../../core/calendar/local-time';
import type { Cid, IssueId } from '../../../core/ids';
import { nameOf } from '../../../core/people';
import { localDay } from '../../../core/situation';
import { Refused, RelayError } from '../../../app/errors';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { seeTicket } from '../../../app/see-ticket';

/** @param on the day on which they leave, where that is not today
 * @throws RelayError `refused` to anybody but a team lead, and while nothing may leave (EA-20, EA-21) */
export async function written(
  ports: Ports,
  issueId: IssueId,
  customers: readonly Cid[],
  on: LocalDate | null = null,
) {
  const { viewer, situation, record } = await seeTicket(ports, issueId);
  const request = accessOf(record?.ledger) ?? null;
  const policy = accessPolicyOf(situation);
  const refused = leadsOnly(sideOf(situation, request, viewer.accountId));
  const known = { ...situation, ledger: record?.ledger ?? {} };
  const { accountId: person } = viewer;
  const asked = (['send', 'raise'] as const).some(
    (act) => request !== null && wasAskedAbout(known, request, customers, { person, act }),
  );
  if (refused !== null && !asked) throw new Refused(refused);
  if (request === null || policy === null)
    throw new RelayError('missing', 'This ticket is no access request.', {
      remedy: 'Start the access request first.',
    });
  const closed = gate(request, on ?? localDay(situation, situation.now));
  if (closed !== null) throw new Refused(closed);
  const personal = (await ports.personal.read<Personal>(issueId)) ?? {};
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
  const all = wanted.map((customer) =>
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
    letters: all.filter((one): one is Letter => !('problems' in one)),
    problems: all.flatMap((one) => ('problems' in one ? one.problems : [])),
    people,
    now: situation.now,
  };
}

/** Shows whether a letter is the one that was looked at; it goes to the page and back and is stored nowhere. */
export const sealOfLetter = ({
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
