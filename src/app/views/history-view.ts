import type { HistoryEntry } from '../../contract/ticket';
import type { Ledger } from '../../core/ledger';
import type { People } from '../../core/people';
import { personViewOrNull, whyView } from './why';

/** The ticket's journal as pages show it, newest first. @param about only entries with such a clause; all of them without */
export const historyView = (
  people: People,
  { journal }: Pick<Ledger, 'journal'>,
  about?: RegExp,
): HistoryEntry[] =>
  journal
    .filter(
      ({ because }) => about === undefined || (because !== null && about.test(because.clause)),
    )
    .reverse()
    .map((entry) => ({
      id: String(entry.id),
      at: entry.at,
      kind: entry.kind,
      by: personViewOrNull(people, entry.by),
      text: entry.text,
      why: entry.because === null ? null : whyView(entry.because, entry.policyVersion),
    }));
