// X14: what a ticket is for that has an end of its own: a listing, a release, the end of a month, a weekly
// meeting. An escalation has one
// too, but the ticket in which it was made goes on.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { openEscalation } from './escalation';
import { keyPartOf } from './key-part';
import { isMeetingOver } from './meeting';

/** Why nothing is left to do for it here; `not-yet` while something is, null where there never was anything. */
export function workDone({ ledger }: Pick<Case, 'ledger'>): Because | 'not-yet' | null {
  const part = keyPartOf(ledger);
  if (part === undefined) return null;
  const { designation, release, monthEnd, meeting, escalations } = part;
  const works = [
    designation === null
      ? null
      : { clause: 'KA-04', what: 'The listing was decided.', over: designation.decided !== null },
    release === null
      ? null
      : { clause: 'KA-16', what: 'The release is finished.', over: release.finished !== null },
    monthEnd === null
      ? null
      : {
          clause: 'KA-05',
          what: 'The month-end document was confirmed.',
          over: monthEnd.confirmed !== null,
        },
    meeting == null
      ? null
      : {
          clause: 'KA-06',
          what: 'The meeting is recorded, and its actions are finished.',
          over: isMeetingOver(meeting),
        },
  ].filter((work) => work !== null);
  if (works.some(({ over }) => !over) || openEscalation(escalations) !== null) return 'not-yet';
  const [last] = works.slice(-1);
  return last === undefined ? null : because(last.clause, last.what);
}
