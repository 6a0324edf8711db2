// The internal comments of an access request. Customers and our people by name; nothing personal of the engineer (EA-24).
import { factsOf } from './customer-facts';
import { mention, type Paragraph, text } from '../../core/command';
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import { type AccessRequest, type AccessRow, rowOf } from './access-request';
import { toldOn } from './who';

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

/** EA-13: the team lead and the CSM of a customer whose request has ended without an account. */
export function canceledWords(
  situation: Situation,
  request: AccessRequest,
  { cid, key, ended }: { readonly cid: Cid; readonly key: string; readonly ended: string },
): Paragraph[] {
  const people = [
    ...new Set([
      toldOn(situation, request, cid, 'team-lead'),
      toldOn(situation, request, cid, 'csm'),
    ]),
  ];
  return [
    [
      ...people.flatMap((person) => [mention(person, nameOf(situation.people, person)), text(' ')]),
      text(
        `${key} ended as "${ended}", so nobody at ${factsOf(situation, cid).name} sets the account up. It is to be requested again.`,
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
