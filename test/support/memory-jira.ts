// A Jira that keeps one ticket, in memory.
import { JiraBusy, JiraRefused } from '../../src/app/errors';
import type { JiraDoor } from '../../src/app/jira-ports';
import type { Ticket } from '../../src/core/ticket';
import { aPerson, aTicket } from './sop';

/** The function died here; nothing after it happened. */
export class Crash extends Error {}

export interface PostedComment {
  readonly effectId: string;
  readonly by: string;
  readonly tags: readonly string[];
  readonly text: string;
}

/** One ticket in Jira, and everything that was asked of it. */
export class MemoryJira {
  ticket: Ticket = aTicket();
  readonly comments: PostedComment[] = [];
  readonly watchers: string[] = [];
  readonly requests: string[] = [];
  /** Asked before every request; may throw what Jira would answer, or a crash. */
  before: (request: string, by: string) => void = () => undefined;
  /** Jira does not show the ticket to anybody. */
  hidden = false;
  /** What a search finds; may throw what Jira would answer. */
  finds: (jql: string, after: string | null) => { issueIds: string[]; next: string | null } =
    () => ({ issueIds: [this.ticket.issueId], next: null });
  /** Asked after every request was done. */
  after: (request: string) => void = () => undefined;
  #comments = 1000;

  constructor(readonly now: () => string) {}

  door(by: string): JiraDoor {
    const doing = async <T>(request: string, act: () => T): Promise<T> => {
      this.requests.push(request);
      this.before(request, by);
      const result = act();
      this.after(request);
      return result;
    };
    return {
      readTicket: (issueId) =>
        doing('readTicket', () => (this.hidden ? null : { ...this.ticket, issueId })),
      readTickets: (ids) =>
        doing('readTickets', () =>
          ids.includes(this.ticket.issueId) && !this.hidden ? [this.ticket] : [],
        ),
      readChanges: () => doing('readChanges', () => this.ticket.changes),
      readRequest: () =>
        doing('readRequest', () => ({ issueId: this.ticket.issueId, key: this.ticket.key })),
      attachments: () => doing('attachments', () => []),
      say: () => doing('say', () => ({ id: (this.#comments += 1) })),
      readTransitions: () => doing('readTransitions', () => this.ticket.reachable),
      comment: (_issue, body, { effectId }) =>
        doing('comment', () => {
          const pieces = body.flat();
          const tags = pieces.flatMap((piece) =>
            piece.kind === 'mention' ? [piece.accountId] : [],
          );
          const text = pieces.map((piece) => ('text' in piece ? piece.text : piece.name)).join('');
          this.comments.push({ effectId, by, tags, text });
          const id = (this.#comments += 1);
          this.ticket = {
            ...this.ticket,
            comments: [
              ...this.ticket.comments,
              { id, author: aPerson(by), at: this.now(), public: false, mentions: tags, text },
            ],
          };
          return { id };
        }),
      findComment: (_issue, effectId) =>
        doing('findComment', () => {
          const place = this.comments.findIndex((comment) => comment.effectId === effectId);
          return place < 0 ? null : { id: 1001 + place };
        }),
      edit: (_issue, { people, priority }, { effectId }) =>
        doing('edit', () => {
          const set = (field: string) => people.find((one) => one.field === field)?.person;
          this.ticket = {
            ...this.ticket,
            accountManager:
              set('am') == null ? this.ticket.accountManager : aPerson(set('am') as string),
            regionalManager:
              set('rm') == null ? this.ticket.regionalManager : aPerson(set('rm') as string),
            priority: priority === null ? this.ticket.priority : { id: priority, name: priority },
            effects: [...this.ticket.effects, effectId],
          };
        }),
      transition: (_issue, transition, _projection, { effectId }) =>
        doing('transition', () => {
          const way = this.ticket.reachable.find((one) => one.transition === transition);
          if (!way) throw new JiraRefused(400, 'move ticket 100');
          this.ticket = {
            ...this.ticket,
            status: { id: way.status, name: way.status, done: false },
            effects: [...this.ticket.effects, effectId],
          };
        }),
      watch: (_issue, person) => doing('watch', () => void this.watchers.push(person)),
      setProjection: () => doing('setProjection', () => undefined),
      count: () => doing('count', () => 1),
      searchTickets: (jql, _policy, after) =>
        doing('search', () => {
          const { issueIds, next } = this.finds(jql, after);
          const tickets = issueIds.map((issueId) => ({ ...this.ticket, issueId }));
          return { tickets, next };
        }),
      search: (jql, after) => doing('search', () => this.finds(jql, after)),
      people: (ids) => doing('people', () => ids.map((id) => aPerson(id))),
      myself: () => doing('myself', () => ({ accountId: 'relay' })),
      scarceFor: () => null,
    };
  }
}

export const busy = (reason = 'jira-burst-based'): JiraBusy => new JiraBusy(30, reason);
