// A request to a customer in our own service desk (E3): its words leave the encrypted store only on their way to Jira.
import { factsOf } from '../customer-facts';
import { accessOf, withAccess } from '../state';
import { rowOf } from '../access-request';
import { type Letter, letterFor } from '../letter';
import { fieldNames, type PersonalField, type Personal } from '../personal';
import { accessPolicyOf } from '../who';
import { because } from '../../../core/because';
import { rowRaised } from '../send';
import { raiseToCustomer, type RequestToCustomer } from '../effects';
import type { OwnCommand } from '../../../core/command';
import type { Cid, FieldId } from '../../../core/ids';
import type { Ledger } from '../../../core/ledger';
import { nameOf } from '../../../core/people';
import type { Situation } from '../../../core/situation';
import { JiraRefused, RelayError } from '../../../app/errors';
import { gather } from '../../../app/gather';
import { withNames } from '../../../app/names';
import type { OutboxItem } from '../../../app/outbox';
import { type Done, done, type Note, type Performing } from '../../../app/performing';
import { type Raised, raiseOnce } from '../../../app/raise-request';

/** Raises it, or finds what an earlier try raised; what can never be raised puts the row back and says why. */
export async function raiseAccessRequest(
  performing: Performing,
  item: OutboxItem,
  own: OwnCommand,
): Promise<Done> {
  const command = raiseToCustomer.inputOf(own);
  const { cid, projectId, requestType, onBehalfOf, participants } = command;
  try {
    const ticket = await raiseOnce(performing, item, projectId, async () => {
      const { subject, body } = await letterOf(performing, command);
      return { requestType, summary: subject, description: body, onBehalfOf, participants };
    });
    const alone = await keepBetween(performing, item, ticket, command.organizations);
    return done({
      learned: (ledger) => withRaised(ledger, cid, ticket),
      // Its own summary may name the engineer (EA-24).
      raised: { ...ticket, summary: `Account request to ${cid}`, at: performing.ports.now() },
      notes: [
        ...alone,
        {
          kind: 'done',
          text: `${ticket.key} raised for ${cid}`,
          because: because(
            item.clause,
            'It was raised on behalf of the contact of the customer, who sees it in the customer portal.',
            {
              key: ticket.key,
              'personal fields':
                command.fields.map((field) => fieldNames[field]).join(', ') || 'none',
            },
          ),
        },
      ],
    });
  } catch (error) {
    if (
      !(error instanceof JiraRefused) &&
      !(error instanceof RelayError && (error.code === 'misconfigured' || error.code === 'input'))
    )
      throw error;
    const remedy =
      error.detail.remedy ??
      'Correct the contact or the participants of the customer, or the request type in the settings, then raise it again.';
    return done({
      learned: (ledger) => withRaised(ledger, cid, null),
      notes: [
        {
          kind: 'failed',
          text: `Nothing was raised for ${cid}: ${error.message}`,
          because: because(item.clause, error.message, { remedy }),
        },
      ],
    });
  }
}

/** Where the customer's request stands, or that there is none. */
function withRaised(ledger: Ledger, cid: Cid, ticket: Raised | null): Ledger {
  const request = accessOf(ledger);
  return request === undefined ? ledger : withAccess(ledger, rowRaised(request, cid, ticket));
}

/**
 * EA-24: Jira Service Management shares a new request with the one organization of its customer, where a project is set
 * so. What it says of an engineer is for the people on the customer's access list, so that is taken back.
 * @returns what is left to do by hand, where Jira does not take it
 */
async function keepBetween(
  { ports }: Performing,
  { id, clause }: OutboxItem,
  { issueId, key }: Raised,
  organizations: FieldId,
): Promise<Note[]> {
  if (organizations === '') return [];
  try {
    await ports.jira.app.edit(
      issueId,
      { people: [], priority: null, emptied: [organizations], projection: null },
      { effectId: `${id}-alone`, clause },
    );
    return [];
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    return [
      {
        kind: 'failed',
        text: `${key} may be shared with the customer's organization`,
        because: because('EA-24', error.message, { remedy: `Empty Organizations in ${key}.` }),
      },
    ];
  }
}

/**
 * The letter as the team lead saw it.
 * @throws RelayError `input` where it cannot be written any more, or would carry a field that was not shown (EA-24)
 */
async function letterOf(
  performing: Performing,
  { cid, by, fields }: RequestToCustomer,
): Promise<Letter> {
  const { ports, issueId } = performing;
  const ledger = (await ports.tickets.load(issueId))?.ledger ?? null;
  const situation = performing.situation ?? (await situationNow(performing, ledger));
  const request = accessOf(ledger);
  const policy = situation === null ? null : accessPolicyOf(situation);
  if (
    situation === null ||
    policy === null ||
    request === undefined ||
    rowOf(request, cid) === null
  )
    throw changed('The access request is not there any more.');
  const [personal, people] = await Promise.all([
    ports.personal.read<Personal>(issueId),
    withNames(ports, situation.people, [by], true),
  ]);
  const written = letterFor({
    customer: factsOf(situation, cid),
    personal: personal ?? {},
    employmentStart: request.employmentStart,
    workStart: request.workStart,
    teamLead: nameOf(people, by),
    policy,
  });
  if ('problems' in written) throw changed(written.problems.map(({ text }) => text).join(' '));
  const unseen = fieldsLeaving(written).filter((field) => !fields.includes(field));
  if (unseen.length > 0)
    throw changed(
      `It would carry the engineer's ${unseen.map((field) => fieldNames[field]).join(' and ')}, which was not shown.`,
    );
  return written;
}

const changed = (message: string): RelayError =>
  new RelayError('input', message, {
    remedy: 'Compose the request again and look at what leaves.',
  });

/** The personal fields that a letter carries. */
export const fieldsLeaving = ({ leaving }: Pick<Letter, 'leaving'>): PersonalField[] => [
  ...new Set(leaving.map(({ field }) => field)),
];

async function situationNow(
  { ports, found }: Performing,
  ledger: Ledger | null,
): Promise<Situation | null> {
  const [policy, ticket] = await Promise.all([ports.policy.current(), found()]);
  return policy === null || ticket === null ? null : gather(ports, policy, { ticket, ledger });
}
