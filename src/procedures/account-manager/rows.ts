// The lists in which an open ask is found: of whoever is asked, and of the regional manager whose team it counts to.
import type { Ledger } from '../../core/ledger';
import { type HeldTicket, holderList, type ListRow, teamList } from '../../core/procedure';
import type { Ask } from './ask';
import { asksOf } from './asks';

/** An open ask as its rows have it. */
export interface OpenAsk extends HeldTicket {
  readonly ask: Ask;
}

export function openAskRows(ledger: Ledger): readonly ListRow[] {
  const { ask } = asksOf(ledger);
  if (ask === null) return [];
  const doc: OpenAsk = { issueId: ledger.issueId, cid: ask.cid, dueAt: ask.dueAt, ask };
  return [
    { list: holderList, who: ask.holder, order: ask.dueAt, doc },
    { list: teamList, who: ask.regionalManager, order: ask.dueAt, doc },
  ];
}
