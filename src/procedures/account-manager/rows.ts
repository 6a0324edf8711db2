// The lists in which an open ask is found: of everybody who may answer it, of whoever asked, and of the regional manager
// whose team it counts to.
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import {
  type HeldTicket,
  holderList,
  type InQueue,
  type ListRow,
  queueList,
  teamList,
} from '../../core/procedure';
import { askedForList, type WaitRow, waitingList } from '../../core/wait-rows';
import type { Ask } from './ask';
import { asksOf, id } from './asks';

/** What the response itself is called among the things that are owed. */
export const askWait = 'ask';

/** An open ask as its rows have it. */
export interface OpenAsk extends HeldTicket {
  readonly ask: Ask;
}

/** What an ask is to one person: until when they have it, or had it, and on which rung. */
export interface Theirs {
  readonly dueAt: Instant;
  readonly rung: number;
}

/** Everybody in whose list it stands: who has it, whose place they take, and who has missed it and may still answer. */
export function peopleOf(ask: Ask): ReadonlyMap<AccountId, Theirs> {
  const { dueAt, rung, holder, standsInFor, missed = [] } = ask;
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
  const doc: OpenAsk = { issueId, cid: ask.cid, dueAt: ask.dueAt, ask };
  const wait: WaitRow = {
    issueId,
    key: ledger.key,
    procedure: id,
    wait: askWait,
    clause: 'AM-19',
    title: 'Answer the request',
    since: ask.askedAt,
    dueAt: ask.dueAt,
    holders: [ask.holder],
    acts: [`${id}.answer`, `${id}.promise`],
  };
  return [
    ...[...peopleOf(ask)].flatMap(([who, { dueAt }]): ListRow[] => [
      { list: holderList, who, order: dueAt, doc },
      { list: waitingList, who, item: `${id}:${askWait}`, order: dueAt, doc: { ...wait, dueAt } },
    ]),
    ...askersOf(ask).map((who): ListRow => ({
      list: askedForList,
      who,
      item: `${id}:${askWait}`,
      order: ask.dueAt,
      doc: wait,
    })),
    {
      list: queueList,
      who: ledger.projectId,
      order: ask.dueAt,
      doc: { issueId, key: ledger.key } satisfies InQueue,
    },
    { list: teamList, who: ask.regionalManager, order: ask.dueAt, doc },
  ];
}
