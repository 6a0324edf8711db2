// The lists in which an open ask is found beside those of its wait: of everybody who may answer it, of its queue, and of the
// regional manager whose team it counts to.
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import {
  type HeldTicket,
  type InQueue,
  type ListRow,
  queueList,
  teamList,
} from '../../core/procedure';
import type { Ask, OpenAsk } from './ask';
import { asksOf } from './asks';

/** What an ask is to one person: until when they have it, or had it, and on which rung. */
export interface Theirs {
  readonly dueAt: Instant;
  readonly rung: number;
}

/** Everybody in whose list it stands: who has it, whose place they take, and who has missed it and may still answer. */
export function peopleOf(ask: OpenAsk): ReadonlyMap<AccountId, Theirs> {
  const { dueAt, rung, holder, standsInFor, missed } = ask;
  return new Map<AccountId, Theirs>([
    ...missed.map(({ person, ...theirs }): [AccountId, Theirs] => [person, theirs]),
    ...(standsInFor === null ? [] : [[standsInFor, { dueAt, rung }] as [AccountId, Theirs]]),
    [holder, { dueAt, rung }],
  ]);
}

/** Who waits for the answer: whoever asked, and those whose questions have joined. */
export const askersOf = ({ askedBy, also = [] }: Ask): readonly AccountId[] => [
  ...new Set([...(askedBy === null ? [] : [askedBy]), ...also.map(({ by }) => by)]),
];

export function openAskRows(ledger: Ledger): readonly ListRow[] {
  const { ask } = asksOf(ledger);
  if (ask === null) return [];
  const { issueId } = ledger;
  return [
    {
      list: queueList,
      who: ledger.projectId,
      // Counted, and shown in no order: so it need not be written anew at every step.
      order: ask.askedAt,
      doc: { issueId, key: ledger.key } satisfies InQueue,
    },
    {
      list: teamList,
      who: ask.regionalManager,
      order: ask.dueAt,
      doc: { issueId, cid: ask.cid, dueAt: ask.dueAt } satisfies HeldTicket,
    },
  ];
}
