import type { Ask } from './ask';
import type { Because } from './because';
import type { Effect, Paragraph } from './command';
import type { AccountId, StatusId } from './ids';
import type { Instant } from './instant';
import { type JournalEntry, type Ledger, withEntry } from './ledger';
import type { Named } from './policy';

/** A comment to be posted while the ask it speaks of still stands as it does. */
interface Announcement {
  readonly body: readonly Paragraph[];
  readonly actor: AccountId | null;
  readonly clause: string;
  /** The ask and rung it speaks of; null when it holds in any case. */
  readonly about: { readonly askId: string; readonly rung: number } | null;
}

/**
 * A decision in the making. Rules read and write it in the order in which things happened; what they want of Jira is
 * planned once, at the end, from where the ledger then stands.
 */
export class Draft {
  ledger: Ledger;
  /** Something worth keeping happened. */
  touched = false;
  readonly declined: Because[] = [];
  readonly announcements: Announcement[] = [];
  readonly others: Effect[] = [];
  /** The status the ticket should get, and why. */
  status: {
    readonly to: Named<StatusId>;
    readonly actor: AccountId | null;
    readonly clause: string;
  } | null = null;
  /** True when both manager fields shall show the ask (AM-07), with whose act that is. */
  fields: { readonly actor: AccountId | null; readonly clause: string } | null = null;
  /** True when both manager fields shall be emptied (A6, A11), with the clause. */
  emptied: {
    readonly fields: readonly ('accountManager' | 'regionalManager')[];
    readonly clause: string;
  } | null = null;
  /** The priority an agent or the SOP sets. */
  priority: string | null = null;
  /** True once a rule has raised the priority, whether or not anybody is asked; with its clause. */
  raised: { readonly clause: string } | null = null;
  /** Labels the ticket shall have. */
  readonly labels: string[] = [];

  readonly #policyVersion: number;

  constructor(ledger: Ledger, policyVersion: number) {
    this.ledger = ledger;
    this.#policyVersion = policyVersion;
  }

  /** Something was done: it goes into the journal. */
  done(at: Instant, by: AccountId | null, text: string, why: Because): void {
    this.#note({ kind: 'done', at, by, text, because: why, policyVersion: this.#policyVersion });
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
      policyVersion: this.#policyVersion,
    });
  }

  /** A rule looked and had nothing to do: said to whoever asks now, not kept. */
  decline(why: Because): void {
    this.declined.push(why);
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

  changeAsk(ask: Ask, change: Partial<Ask>): Ask {
    const changed = { ...ask, ...change };
    this.change({ ask: changed });
    return changed;
  }

  announce(
    body: readonly Paragraph[],
    actor: AccountId | null,
    clause: string,
    about: Ask | null,
  ): void {
    this.announcements.push({
      body,
      actor,
      clause,
      about: about === null ? null : { askId: about.id, rung: about.rung },
    });
  }

  #note(entry: Omit<JournalEntry, 'id'>): void {
    this.ledger = withEntry(this.ledger, entry);
    this.touched = true;
  }
}
