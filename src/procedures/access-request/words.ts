// The internal comments of an access request. Customers and our people by name; nothing personal of the engineer (EA-24).
import { factsOf } from './customer-facts';
import { mention, type Paragraph, text } from '../../core/command';
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import { nameOf } from '../../core/people';
import { localDay, type Situation } from '../../core/situation';
import type { AccessPolicy, EscalatedTo, EscalationWhy } from './settings/policy';
import { type AccessRequest, type AccessRow, rowOf } from './access-request';
import { toldOn } from './who';

const reasons: Readonly<Record<EscalationWhy, string>> = {
  'no-response': 'has not responded in the expected time',
  late: 'has not set the account up within the expected timeline',
  'not-functional': 'has set up an account that does not work',
};

const asks: Readonly<Record<EscalatedTo, string>> = {
  'team-lead': 'Please look into it.',
  csm: 'Please follow up with the customer.',
  customer: 'Please escalate to the customer contact, and log it in the follow-ups.',
};

/** EA-13, EA-16, EA-17: who is told on the step the row now stands on. */
export function escalationWords(
  situation: Situation,
  policy: AccessPolicy,
  request: AccessRequest,
  cid: Cid,
): Paragraph[] {
  const row = rowOf(request, cid);
  const escalation = row?.escalation ?? null;
  if (row === null || escalation === null) return [];
  const to = policy.ladders[escalation.why][escalation.step]?.to ?? 'team-lead';
  const person = toldOn(situation, request, cid, to);
  return [
    [
      mention(person, nameOf(situation.people, person)),
      text(
        `: ${factsOf(situation, cid).name} ${reasons[escalation.why]}${row.dueAt === null ? '' : ` (requested ${row.requestedAt === null ? '' : localDay(situation, row.requestedAt)}, expected ${localDay(situation, row.dueAt)})`}. ${asks[to]}`,
      ),
    ],
  ];
}

/** EA-18: one comment for all rows that have become critical, to the team lead and the CSMs. */
export function criticalWords(
  situation: Situation,
  request: AccessRequest,
  rows: readonly { readonly cid: Cid; readonly sentence: string }[],
): Paragraph[] {
  const people = [
    ...new Set(
      rows.flatMap(({ cid }) => [
        toldOn(situation, request, cid, 'team-lead'),
        toldOn(situation, request, cid, 'csm'),
      ]),
    ),
  ];
  return [
    [
      ...people.flatMap((person) => [mention(person, nameOf(situation.people, person)), text(' ')]),
      text(`critical: work starts on ${request.workStart ?? ''}.`),
    ],
    ...rows.map(({ sentence }) => [text(sentence)]),
  ];
}

/** EA-16: the team lead's own words to the CSM. */
export function byHandWords(situation: Situation, request: AccessRequest, cid: Cid): Paragraph[] {
  const byHand = rowOf(request, cid)?.byHand;
  if (byHand === undefined) return [];
  const person = toldOn(situation, request, cid, 'csm');
  const { people } = situation;
  return [
    [
      mention(person, nameOf(people, person)),
      text(
        `: ${nameOf(people, byHand.by)} asks you to follow up with ${factsOf(situation, cid).name}: ${byHand.reason}`,
      ),
    ],
  ];
}

/** EA-18, EA-25: the CSMs of customers that were told another work start. */
export function workStartWords(
  situation: Situation,
  request: AccessRequest,
  {
    rows,
    workStart,
    by,
  }: {
    readonly rows: readonly AccessRow[];
    readonly workStart: LocalDate | null;
    readonly by: AccountId;
  },
): Paragraph[] {
  const people = [
    ...new Set(
      rows.flatMap(({ cid }) => [
        toldOn(situation, request, cid, 'team-lead'),
        toldOn(situation, request, cid, 'csm'),
      ]),
    ),
  ].filter((person) => person !== by);
  return [
    [
      ...people.flatMap((person) => [mention(person, nameOf(situation.people, person)), text(' ')]),
      text(
        `work ${workStart === null ? 'has no start day any more' : `starts on ${workStart} now`}. Please tell the customers who were told another day:`,
      ),
    ],
    ...rows.map(({ cid, toldWorkStart }) => [
      text(`${factsOf(situation, cid).name}: ${toldWorkStart ?? 'no day'}.`),
    ]),
  ];
}
