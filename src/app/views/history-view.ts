import type { HistoryEntry } from '../../contract/ticket';
import type { ProcedureId } from '../../core/part';
import type { Ledger } from '../../core/ledger';
import type { People } from '../../core/people';
import { personViewOrNull, whyView } from './why';

/** The ticket's journal as pages show it, newest first. @param of only what this procedure noted; all of it without */
export const historyView = (
  people: People,
  { journal }: Pick<Ledger, 'journal'>,
  of?: ProcedureId,
): HistoryEntry[] =>
  journal
    .filter(({ procedure }) => of === undefined || procedure === of)
    .reverse()
    .map((entry) => ({
      id: String(entry.id),
      at: entry.at,
      kind: entry.kind,
      by: personViewOrNull(people, entry.by),
      text: entry.text,
      why: entry.because === null ? null : whyView(entry.because, entry.policyVersion),
    }));
