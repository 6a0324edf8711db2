// Dates, profile and person of a request change (EA-08, EA-25): what was said on the strength of the old ones is said again.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId } from '../../core/ids';
import {
  type AccessRequest,
  type AccessRow,
  isClosed,
  isReady,
  type Together,
} from './access-request';
import { factsOf } from './customer-facts';
import { keepPersonal } from './effects';
import { fieldNames } from './personal';
import type { RequestFacts } from './said';
import { datesWrong, followedTwice } from './set-up';
import type { AccessPolicy } from './settings/policy';
import { save } from './state';
import { workStartWords } from './words';

export function change(
  c: Case,
  _policy: AccessPolicy,
  request: AccessRequest,
  facts: RequestFacts,
  by: AccountId,
): Because | null {
  const { engineer, employmentStart, workStart, onFile, elsewhere } = facts;
  const refused = datesWrong(facts) ?? followedTwice(c, request.rows, elsewhere);
  if (refused !== null) return refused;
  const again = request.rows.filter((row) => isAnothers(request, row, engineer));
  const moved = workStart !== request.workStart;
  save(c, {
    ...request,
    engineer,
    employmentStart,
    workStart,
    onFile,
    // Nobody is warned of a risk that has gone, and everybody again of one that comes back.
    rows: request.rows.map((row) => ({
      ...(again.includes(row) ? untested(row, { at: c.now, with: again[0]?.cid ?? row.cid }) : row),
      ...(moved ? { criticalSince: null } : {}),
    })),
    ...(again.length === 0 ? {} : { purgeAt: null }),
  });
  c.want({ command: keepPersonal.command({ by }), actor: null, clause: 'EA-24' });
  c.done(
    c.now,
    by,
    'Dates or profile of the engineer changed',
    because('EA-08', 'The next letter uses what is on file then; what was sent stays as it was.', {
      'employment start': employmentStart,
      'work start': workStart ?? 'not known',
      'on file': onFile.map((field) => fieldNames[field]).join(', ') || 'nothing',
    }),
  );
  if (again.length > 0)
    c.done(
      c.now,
      by,
      `To be tested by another engineer: ${again.map(({ cid }) => factsOf(c, cid).name).join(', ')}`,
      because('EA-13', 'They were tested by the engineer this ticket was for before.'),
    );
  if (moved) tellOfMove(c, request, workStart, by);
  return null;
}

/** The log-in that counts was somebody else's. An engineer who only now has an account in Jira is no other. */
function isAnothers(request: AccessRequest, row: AccessRow, engineer: AccountId | null): boolean {
  const tested = row.verifiedFor ?? request.engineer;
  return isReady(row) && tested !== null && engineer !== null && tested !== engineer;
}

/** The customer has kept its date; what is open is the log-in of somebody else. */
function untested(row: AccessRow, stands: Together): AccessRow {
  const { verifiedFor: _before, ...others } = row;
  return {
    ...others,
    progress: 'created',
    verifiedAt: null,
    closedAt: null,
    dueAt: null,
    stands,
    testAgainSince: stands.at,
  };
}

/** EA-18: customers that were told another day, and who follows up with them. */
function tellOfMove(
  c: Case,
  before: AccessRequest,
  workStart: LocalDate | null,
  by: AccountId,
): void {
  const told = before.rows.filter((row) => !isClosed(row) && toldOtherwise(row, workStart));
  if (told.length === 0) return;
  c.done(
    c.now,
    by,
    `Told another work start: ${told.map(({ cid }) => factsOf(c, cid).name).join(', ')}`,
    because('EA-25', 'Their letters name the day that held when they were sent. Tell them.', {
      'work start': workStart ?? 'not known',
    }),
  );
  c.announce(workStartWords(c, before, { rows: told, workStart, by }), null, 'EA-18', null);
}

/** The customer was told another day than the one that holds. */
export const toldOtherwise = (row: AccessRow, workStart: LocalDate | null): boolean =>
  row.toldWorkStart !== undefined && row.toldWorkStart !== workStart;
