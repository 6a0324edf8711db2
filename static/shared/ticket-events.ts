// What the events about a ticket ask of a page in it.
import type { Asks } from './back-off';

/** Forge lets an act take 25 seconds, and Jira tells of what it wrote up to a few seconds later. */
const actMs = 25_000;
const toldMs = 10_000;

export class TicketEvents {
  #ownUntil = 0;

  /** @param onChange what a change in Jira asks of the page */
  constructor(
    private readonly issueId: string,
    private readonly onChange: Asks,
  ) {}

  /** Jira says that the ticket has changed. @param now in milliseconds */
  changed(payload: unknown, now: number): Asks {
    // What the app wrote for an act is in the act's answer, and is looked for when the act has ended.
    if (!this.#concerns(payload) || now < this.#ownUntil) return 'nothing';
    // Where Jira does not say what has changed, it may be everything.
    const changes = fieldOf(payload, 'changes');
    return Array.isArray(changes) && changes.length > 0 ? this.onChange : 'read';
  }

  /** Somebody begins to act in one of the app's pages around this one. @param now in milliseconds */
  actBegun(now: number): Asks {
    this.#ownUntil = now + actMs + toldMs;
    return 'nothing';
  }

  /** They have acted, or could not. @param now in milliseconds */
  actEnded(now: number): Asks {
    this.#ownUntil = now + toldMs;
    return 'look';
  }

  /** Is this event about this ticket? Without an id it may be. */
  #concerns(payload: unknown): boolean {
    const issueId = fieldOf(payload, 'issueId');
    return issueId === undefined || String(issueId) === this.issueId;
  }
}

const fieldOf = (payload: unknown, name: string): unknown =>
  typeof payload === 'object' && payload !== null
    ? (payload as Readonly<Record<string, unknown>>)[name]
    : undefined;
