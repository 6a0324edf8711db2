// EA-24: what people wrote in their own words may name the engineer, so it goes with the personal data.
import type { JournalEntry } from '../../core/ledger';
import type { AccessRequest } from './access-request';
import { id } from './state';

/** Values of a journal line that are somebody's own words. */
const ownWords = ['remarks', 'reason'];

/** The request without remarks and reasons; that there was one stays. */
export const withoutFreeText = (request: AccessRequest): AccessRequest => ({
  ...request,
  override: request.override === null ? null : { ...request.override, reason: '' },
  rows: request.rows.map((row) => ({
    ...row,
    remarks: null,
    ...(row.byHand === undefined ? {} : { byHand: { ...row.byHand, reason: '' } }),
  })),
});

/** A line of this procedure without them; lines of others are theirs. */
export function withoutFreeWords(entry: JournalEntry): JournalEntry {
  const { because, procedure } = entry;
  if (because === null || (procedure !== undefined && procedure !== id)) return entry;
  const values = Object.fromEntries(
    Object.entries(because.values).filter(([name]) => !ownWords.includes(name)),
  );
  // An older edition repeated the reason in the sentence itself.
  const text =
    because.clause === 'E5'
      ? because.text.replace(/(before both conditions hold):.*$/su, '$1.')
      : because.text;
  return { ...entry, because: { ...because, text, values } };
}
