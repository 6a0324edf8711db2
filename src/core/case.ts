import type { CustomerAccount, TicketAccount } from './account';
import type { Because } from './because';
import type { Effect, Paragraph } from './command';
import type { AccountId, FieldId, StatusId } from './ids';
import type { Instant } from './instant';
import { type JournalEntry, type Ledger, type StatusWish, withEntry } from './ledger';
import type { Named } from './named';
import type { People } from './people';
import type { Policy, QueuePolicy } from './policy';
import type { Procedure } from './procedure';
import type { Situation } from './situation';
import type { Standings } from './speaker';
import type { Ticket } from './ticket';
import type { ProcedureId } from './part';
import type { Told } from './wait-event';

/**
 * What a comment says. Words that tell what becomes of the ticket are a function: they are made once everything of the turn
 * is decided, as what one rule wishes for another may overrule.
 */
export type Words = readonly Paragraph[] | (() => readonly Paragraph[]);

export const spoken = (words: Words): readonly Paragraph[] =>
  typeof words === 'function' ? words() : words;

/** A comment to be posted, unless what it speaks of has passed before the decision is made. */
interface Announcement {
  readonly words: Words;
  readonly actor: AccountId | null;
  readonly clause: string;
  readonly procedure?: ProcedureId;
  /** What it tells of, where the engine tells people of what they owe. */
  readonly tells?: readonly Told[];
  /** Does what it speaks of still stand? Null when it holds in any case. */
  readonly holds: ((ledger: Ledger) => boolean) | null;
}

/**
 * A procedure's handle on a ticket while a decision is made: what there is to look at, what is known of it (`ledger`), and
 * what shall be done about it. Rules read and write it in the order in which things happened; what they want of Jira is
 * planned once, at the end, from where the ledger then stands.
 */
export class Case implements Situation {
  readonly now: Instant;
  readonly ticket: Ticket;
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  account: TicketAccount;
  readonly people: People;
  readonly procedures: readonly Procedure[];
  readonly stopped: readonly Procedure[];
  readonly named: readonly CustomerAccount[];
  readonly pastDays: NonNullable<Situation['pastDays']>;
  readonly standings: Standings;
  readonly managers: readonly AccountId[];
  readonly inDirectory: Situation['inDirectory'];
  readonly organizationAccount: Situation['organizationAccount'];
  readonly self: AccountId;

  ledger: Ledger;
  /** Something worth keeping happened. */
  touched = false;
  readonly declined: Because[] = [];
  readonly announcements: Announcement[] = [];
  readonly others: Effect[] = [];
  /** The status the ticket should get, and why. */
  status: StatusWish | null = null;
  /** True when the ticket moves first and people are told afterwards (AM-20, AM-21). */
  movesFirst = false;
  /** Fields of people as they shall be, with whose act that is. */
  personFields: {
    readonly fields: readonly {
      readonly field: Named<FieldId>;
      readonly person: AccountId | null;
    }[];
    readonly actor: AccountId | null;
    readonly clause: string;
  } | null = null;
  /** The priority an agent or the SOP sets. */
  priority: string | null = null;
  /** True once a rule has raised the priority, whether or not anybody is asked; with its clause. */
  raised: { readonly clause: string } | null = null;
  /** Labels the ticket shall have. */
  readonly labels: string[] = [];
  /** Whose rules are at work: what they note is theirs. */
  procedure: ProcedureId | null = null;

  constructor(ledger: Ledger, situation: Situation) {
    this.ledger = ledger;
    this.now = situation.now;
    this.ticket = situation.ticket;
    this.policy = situation.policy;
    this.queue = situation.queue;
    this.account = situation.account;
    this.people = situation.people;
    this.procedures = situation.procedures;
    this.stopped = situation.stopped ?? [];
    this.named = situation.named ?? [];
    this.pastDays = situation.pastDays ?? {};
    this.managers = situation.managers ?? [];
    this.standings = situation.standings ?? {};
    this.inDirectory = situation.inDirectory;
    this.organizationAccount = situation.organizationAccount;
    this.self = situation.self;
  }

  /** Does something in the name of a procedure: what is noted, said or wanted meanwhile is its own. */
  as<T>(procedure: ProcedureId, work: () => T): T {
    const before = this.procedure;
    this.procedure = procedure;
    try {
      return work();
    } finally {
      this.procedure = before;
    }
  }

  /** Something was done: it goes into the journal. */
  done(at: Instant, by: AccountId | null, text: string, why: Because): void {
    this.#note({ kind: 'done', at, by, text, because: why, policyVersion: this.policy.version });
  }

  /** A rule declined what somebody may have expected: it goes into the journal, with why. */
  declinedWorthKeeping(at: Instant, by: AccountId | null, text: string, why: Because): void {
    this.declined.push(why);
    this.#note({
      kind: 'declined',
      at,
      by,
      text,
      because: why,
      policyVersion: this.policy.version,
    });
  }

  /** A rule looked and had nothing to do: said to whoever asks now, not kept. */
  decline(why: Because): void {
    this.declined.push(why);
  }

  /** A person has decided that the ticket belongs to that account: so it does for what follows. */
  countTo(account: CustomerAccount): void {
    this.account = { kind: 'known', account, chosen: true };
  }

  /** The status in which the ticket stands once this turn is done, as far as it is decided; for words made at its end. */
  get statusAfter(): Named<StatusId> {
    return this.status?.to ?? this.ticket.status;
  }

  change(change: Partial<Ledger>): void {
    this.ledger = { ...this.ledger, ...change };
    this.touched = true;
  }

  /** A higher priority than the SOP or the agent set (X3); never a lower one: the rule has compared them. */
  raise(priority: string, clause: string): void {
    this.priority = priority;
    this.raised = { clause };
  }

  /** Something beyond comments, fields and the status: it is done after those. */
  want(effect: Effect): void {
    this.others.push({ ...effect, ...this.#owner });
  }

  announce(
    words: Words,
    actor: AccountId | null,
    clause: string,
    holds: Announcement['holds'],
  ): void {
    this.announcements.push({ words, actor, clause, holds, ...this.#owner });
  }

  /** Tells people of what is owed: the words are made from how it stands when they are posted. */
  tell(
    tells: readonly Told[],
    words: () => readonly Paragraph[],
    { actor, clause }: { readonly actor: AccountId | null; readonly clause: string },
  ): void {
    this.announcements.push({ words, tells, actor, clause, holds: null, ...this.#owner });
  }

  /** Has a procedure tagged somebody in this turn, with words that will be posted? */
  hasTagged(procedure: ProcedureId, person: AccountId): boolean {
    return this.announcements.some(
      (one) =>
        one.procedure === procedure &&
        (one.holds?.(this.ledger) ?? true) &&
        spoken(one.words)
          .flat()
          .some((piece) => piece.kind === 'mention' && piece.accountId === person),
    );
  }

  #note(entry: Omit<JournalEntry, 'id'>): void {
    this.ledger = withEntry(this.ledger, { ...entry, ...this.#owner });
    this.touched = true;
  }

  get #owner(): { readonly procedure?: ProcedureId } {
    return this.procedure === null ? {} : { procedure: this.procedure };
  }
}
