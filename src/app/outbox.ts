import { wakeAt } from '../core/decide';
import type { Effect } from '../core/command';
import { earliest, type Instant } from '../core/instant';
import type { Ledger } from '../core/ledger';
import type { ListRow, Procedure } from '../core/procedure';
import { listRows } from '../core/wait-rows';
import type { RadarItem } from '../core/radar-rule';
import type { Told } from '../core/wait-event';

/** An effect that is decided and not carried out yet. Its id makes doing it twice the same as doing it once. */
export interface OutboxItem extends Effect {
  readonly id: string;
}

/** Who is carrying out the outbox of a ticket, and until when nobody else may. */
export interface Turn {
  readonly id: string;
  readonly until: Instant;
}

/** Why a ticket is not looked at as usual. */
export interface Resting {
  readonly why: 'gone' | 'moved' | 'queue-off' | 'too-large';
  readonly since: Instant;
  /** How often it was looked for in vain. */
  readonly looks: number;
  /** Null where only something that happens brings it back. */
  readonly tryAgainAt: Instant | null;
}

/** One ticket as storage has it: the ledger and its outbox, under one revision. */
export interface TicketRecord {
  /** Of the row in storage; every save raises it. */
  readonly revision: number;
  /** Of what people act on; raised with {@link matters}, whether it was decided or came of carrying out. */
  readonly edition: number;
  readonly ledger: Ledger;
  readonly outbox: readonly OutboxItem[];
  readonly turn: Turn | null;
  /** Since when something waits in the outbox, and why; null when nothing does. */
  readonly pending: {
    readonly since: Instant;
    readonly reason: string;
    readonly notBefore: Instant;
  } | null;
  /** When the ticket has to be looked at next even if nothing happens; null when only events matter. */
  readonly wakeAt: Instant | null;
  /** What is not as it should be (AM-32), as the last turn saw it. */
  readonly radar: readonly RadarItem[];
  /** True while storage lists the ticket among those that are not as they should be. */
  readonly listed: boolean;
  /** The list rows that storage has of the ticket, by their keys, with a mark of what each says. */
  readonly rowMarks?: Readonly<Record<string, string>>;
  /** Ids of the first entries of the journal pages that storage has of it, the oldest first. */
  readonly journalPages?: readonly number[];
  /** Nobody can guess it: what is made from the record and handed to pages tells them nothing. Given by storage. */
  readonly salt?: string;
  /** Gone with the next turn that sees the ticket. */
  readonly resting?: Resting;
}

/** A ticket the app has not stored yet. */
export const newRecord = (ledger: Ledger): Omit<TicketRecord, 'rowMarks'> => ({
  revision: 0,
  edition: 0,
  ledger,
  outbox: [],
  turn: null,
  pending: null,
  wakeAt: null,
  radar: [],
  listed: false,
});

/** A record to be stored, with the lists that it has to be found in. */
export interface TicketToSave extends TicketRecord {
  readonly rows: readonly ListRow[];
}

/**
 * The record with when it has to be looked at next (something falls due, or is left to do), and its lines in lists.
 * @param rules of those at work on it
 */
export const awake = (
  record: Omit<TicketRecord, 'wakeAt'>,
  rules: readonly Procedure[],
): TicketToSave => {
  const { ledger, outbox, turn, pending } = record;
  return {
    ...record,
    rows: listRows(rules, ledger),
    wakeAt:
      record.resting === undefined
        ? earliest(
            wakeAt(rules, ledger),
            outbox.length > 0 ? (turn?.until ?? pending?.notBefore) : null,
          )
        : record.resting.tryAgainAt,
  };
};

const remembered: ReadonlySet<string> = new Set<keyof Ledger>([
  'cursor',
  'edits',
  'heard',
  'clocks',
  'clocksUnder',
  'inVain',
  'told',
  'ourComments',
  'projected',
  'ended',
  'journal',
  'entries',
  'standings',
]);

/**
 * Whether somebody who read the ledger before has read something that no longer holds. What the app remembers for itself,
 * and what the journal tells of the past, takes nothing from a form that is being filled in.
 */
export function matters(before: Ledger, after: Ledger): boolean {
  const acted = (ledger: Ledger): string =>
    JSON.stringify(Object.entries(ledger).filter(([name]) => !remembered.has(name)));
  return acted(before) !== acted(after);
}

/**
 * Gives every effect its id: the ticket, the revision that decided it, and its place. Of what people are told of their waits
 * only whom and of what is kept: the words are made when they are posted.
 */
export const outboxOf = (
  issueId: string,
  revision: number,
  effects: readonly Effect[],
): OutboxItem[] =>
  effects.map(({ command, ...whose }, place) => ({
    id: `${issueId}-${revision}-${place}`,
    ...whose,
    command:
      command.kind === 'comment' && command.tells !== undefined
        ? { ...command, body: [] }
        : command,
  }));

/** What people are told of in a comment that waits to be posted; nothing where it is another effect. */
export const tellsOf = ({ command }: Effect): readonly Told[] =>
  command.kind === 'comment' ? (command.tells ?? []) : [];
