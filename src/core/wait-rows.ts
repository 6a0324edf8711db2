// The lists in which a wait is found: of everybody who has it or was asked before, and of those who wait for it.
import { type Clock, holdersOf } from './clock';
import type { AccountId, IssueId } from './ids';
import type { Instant } from './instant';
import type { Ledger } from './ledger';
import type { ProcedureId } from './part';
import type { ListRow, Procedure } from './procedure';

/** "Waiting for me": what somebody has to do, or was asked for and may still do. */
export const waitingList = 'waiting';
/** "I am waiting for": what somebody has asked others for. */
export const askedForList = 'asked-for';

/** A line of one of those lists. */
export interface WaitRow {
  readonly issueId: IssueId;
  readonly key: string;
  readonly procedure: ProcedureId;
  readonly wait: string;
  readonly clause: string;
  readonly title: string;
  readonly since: Instant;
  readonly dueAt: Instant;
  /** Who has it now. */
  readonly holders: readonly AccountId[];
  /** As calls: `change-request.approve`. */
  readonly acts: readonly string[];
}

/** The lines of a ticket's clocks. */
export const waitRows = (ledger: Pick<Ledger, 'issueId' | 'key' | 'clocks'>): readonly ListRow[] =>
  (ledger.clocks ?? []).flatMap((clock) => rowsOf(ledger, clock));

function rowsOf({ issueId, key }: Pick<Ledger, 'issueId' | 'key'>, clock: Clock): ListRow[] {
  const { procedure, clause, title, since, dueAt, acts, askers = [], rung, above } = clock;
  const doc: WaitRow = {
    issueId,
    key,
    procedure,
    wait: clock.key,
    clause,
    title,
    since,
    dueAt,
    holders: holdersOf(clock),
    acts: acts.map((act) => (act.includes('.') ? act : `${procedure}.${act}`)),
  };
  const line = { item: `${procedure}:${clock.key}`, order: dueAt };
  const here = above[rung - 1]?.title ?? title;
  // Whoever was asked for it reads what was asked of them, those above what is asked of them.
  const lines = new Map<AccountId, { readonly title: string; readonly dueAt: Instant }>();
  for (const { person, standsInFor, rung: theirs, until, over } of clock.asked)
    for (const who of [person, ...(standsInFor === undefined ? [] : [standsInFor])])
      if (!lines.has(who) && over !== true)
        // What somebody has missed stays due when it was.
        lines.set(who, { title: theirs === 0 ? title : here, dueAt: until ?? dueAt });
  return [
    ...[...lines].map(([who, theirs]) => ({
      list: waitingList,
      who,
      ...line,
      order: theirs.dueAt,
      doc: { ...doc, ...theirs },
    })),
    ...askers.map((who) => ({ list: askedForList, who, ...line, doc })),
  ];
}

/** Every line that a ticket has in lists: those of its clocks, and what its procedures list themselves. */
export const listRows = (procedures: readonly Procedure[], ledger: Ledger): readonly ListRow[] => [
  ...procedures.flatMap(({ rows }) => rows?.(ledger) ?? []),
  ...waitRows(ledger),
];
