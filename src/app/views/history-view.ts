import type { HistoryEntry } from '../../contract/ticket-panel';
import type { Ledger } from '../../domain/ledger';
import type { People } from '../../domain/people';
import { personViewOrNull, whyView } from './why';

/** The ticket's journal as pages show it, newest first. */
export const historyView = (people: People, { journal }: Pick<Ledger, 'journal'>): HistoryEntry[] =>
  [...journal].reverse().map((entry) => ({
    id: String(entry.id),
    at: entry.at,
    kind: entry.kind,
    by: personViewOrNull(people, entry.by),
    text: entry.text,
    why: entry.because === null ? null : whyView(entry.because, entry.policyVersion),
  }));
