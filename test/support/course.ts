// The course of a ticket whatever procedure it is of: time passes, people act, and what is said to whom is kept. Begins
// where a story of any procedure has led.
import type { Act, Actor } from '../../src/core/act';
import type { Effect } from '../../src/core/command';
import { decide, type Decision, wakeAt } from '../../src/core/decide';
import { earliest, type Instant, later, plusMs } from '../../src/core/instant';
import { type JournalEntry, type Ledger, withOurComment } from '../../src/core/ledger';
import type { Situation } from '../../src/core/situation';
import type { Comment, Ticket } from '../../src/core/ticket';
import { ticketAfter } from '../../src/core/ticket-after';
import { commented, movedTo } from './in-jira';
import { aPerson } from './sop';
import type { DirectoryPerson } from '../../src/core/people';

/** One paragraph that the app wrote: whom it tags, and what it says. */
export interface Word {
  readonly at: Instant;
  /** Of which comment: a comment has as many as it has paragraphs. */
  readonly comment: number;
  readonly to: readonly string[];
  readonly text: string;
}

/** What a decision is made from; every story of the tests has it. */
export interface Scene {
  readonly ledger: Ledger;
  readonly situation: Situation;
}

/** What the app has written since it was asked last. */
export function newWords(course: Course): () => readonly Word[] {
  let seen = course.words.length;
  return () => {
    const fresh = course.words.slice(seen);
    seen = course.words.length;
    return fresh;
  };
}

/** Far above the ids that a story has given to what happened before. */
const firstId = 5000;

export class Course {
  ledger: Ledger;
  ticket: Ticket;
  now: Instant;
  last: Decision | null = null;
  readonly words: Word[] = [];
  /** What the journal was given, however long ago. */
  readonly journal: JournalEntry[] = [];
  /** Everything that was done in Jira or beyond. */
  readonly effects: Effect[] = [];
  /** Called after each look, before anything else happens. */
  onLook: (() => void) | undefined;
  #scene: Situation;
  #ids = firstId;

  constructor({ ledger, situation }: Scene) {
    this.ledger = ledger;
    this.#scene = situation;
    this.ticket = situation.ticket;
    this.now = situation.now;
  }

  get situation(): Situation {
    return { ...this.#scene, now: this.now, ticket: this.ticket };
  }

  /** From now on something of the world around the ticket is another. */
  set(change: Partial<Omit<Situation, 'now' | 'ticket'>>): void {
    this.#scene = { ...this.#scene, ...change };
  }

  /** The work goes on in another ticket, and this one is followed no more. */
  goesOnIn(ledger: Ledger): void {
    const { issueId, key } = ledger;
    this.ledger = ledger;
    this.ticket = { ...this.ticket, issueId, key, comments: [], changes: [] };
  }

  /** The rules look, and somebody acts; nothing is kept of what was refused. */
  look(doing?: { readonly act: Act; readonly actor: Actor }): Decision {
    const decision = decide(this.ledger, this.situation, doing);
    this.last = decision;
    if (decision.failures[0] !== undefined) throw decision.failures[0];
    this.journal.push(...decision.ledger.journal.filter(({ id }) => id > this.ledger.entries));
    this.ledger = decision.ledger;
    this.effects.push(...decision.effects);
    for (const { command } of decision.effects) {
      if (command.kind !== 'comment') continue;
      this.#ids += 1;
      this.ledger = withOurComment(this.ledger, this.#ids);
      for (const line of command.body)
        this.words.push({
          at: this.now,
          comment: this.#ids,
          to: line.flatMap((piece) => (piece.kind === 'mention' ? [piece.accountId] : [])),
          text: line
            .map((piece) => ('text' in piece ? piece.text : `@${piece.name}`))
            .join('')
            .trim(),
        });
    }
    const { queue, people } = this.situation;
    this.ticket = ticketAfter(this.ticket, decision.effects, queue, people);
    this.onLook?.();
    return decision;
  }

  /**
   * Lets time pass to a moment, with a look whenever one is due.
   * @param everyMs how often somebody looks besides: whoever opens the ticket, or the hourly search for what was lost
   */
  until(moment: Instant, everyMs = Infinity): this {
    for (;;) {
      const next = wakeAt(this.#scene.procedures, this.ledger);
      const besides = Number.isFinite(everyMs) ? plusMs(this.now, everyMs) : null;
      const then = earliest(next, besides);
      if (then === null || then > moment) break;
      this.now = later(this.now, then);
      this.look();
      if (then === next && wakeAt(this.#scene.procedures, this.ledger) === next)
        throw new Error(`It stands still at ${next}.`);
    }
    this.now = moment;
    return this;
  }

  #by = (who: string): DirectoryPerson => this.situation.people[who] ?? aPerson(who);

  /** Somebody comments in Jira. */
  comments(author: string, change: Partial<Comment> = {}): this {
    this.#ids += 1;
    this.ticket = commented(
      this.ticket,
      { id: this.#ids, at: this.now, by: this.#by(author) },
      change,
    );
    return this;
  }

  /** Somebody moves the ticket in Jira. */
  moves(to: string, by: string | null): this {
    this.#ids += 1;
    this.ticket = movedTo(
      this.ticket,
      { id: this.#ids, at: this.now, by: by === null ? null : this.#by(by) },
      to,
    );
    return this;
  }
}
