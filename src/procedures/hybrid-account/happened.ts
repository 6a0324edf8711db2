// HY-21: what happens in a ticket that two departments share is news for the other side, not only what somebody writes as
// an update. News of one kind is one line until it is acknowledged.
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId, StatusId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { nameOf } from '../../core/people';
import type { Change, Comment } from '../../core/ticket';
import { telling } from './inform';
import { type Happened, happenedAgain, type Knowledge } from './knowledge';
import { clipped, compact } from './room';
import { hybridSettingsOf } from './settings/policy';
import { departmentOf } from './sides';
import { knowledgeOf, saveKnowledge } from './state';

/** What happened, as far as it is news. */
export interface News {
  readonly happened: Happened;
  readonly at: Instant;
  /** Null where nobody of ours did it. */
  readonly by: AccountId | null;
  readonly text: string;
}

const kinds: Readonly<Record<Happened, string>> = {
  status: 'The status has changed',
  'public-comment': 'There is a public comment',
  resolution: 'The ticket is resolved',
  'integration-ticket': 'A ticket for the integrations team',
};

/** The same of what happened more than once since it was acknowledged last. */
export const severalTimes: Readonly<Record<Happened, string>> = {
  status: 'The status has changed several times',
  'public-comment': 'There are several public comments',
  resolution: 'The ticket was resolved several times',
  'integration-ticket': 'There are several tickets for the integrations team',
};

/** Adds it to what the departments know; what one of them did is news for the other. */
export function tellOf(c: Case, knowledge: Knowledge, news: News): void {
  const { happened, at, by, text } = news;
  const from = by === null ? null : departmentOf(c, by, knowledge.accounts);
  const after = happenedAgain(knowledge, {
    happened,
    from,
    by,
    at,
    class: knowledge.class,
    text: clipped(text, 240),
    comment: null,
  });
  saveKnowledge(c, compact(after));
  // What comes again before anybody has looked is counted on the same line, not noted each time.
  if (after.updates.at(-1)?.times === undefined)
    c.done(
      at,
      by,
      `${kinds[happened]}: news to be acknowledged`,
      because('HY-21', 'What happens in the ticket is news for the other department.', {}),
    );
}

/** What two departments share here; undefined where they share nothing yet, so that nothing is news. */
const shared = (c: Case): Knowledge | undefined =>
  hybridSettingsOf(c.policy) === undefined ? undefined : telling(knowledgeOf(c.ledger));

const nameOfStatus = ({ ticket, queue }: Case, change: Change): string => {
  const known: readonly { readonly id: StatusId; readonly name: string }[] = [
    ticket.status,
    ...queue.doneStatuses,
    ...queue.customerStatuses,
    ...Object.values(queue.statuses),
  ];
  return (
    known.find(({ id }) => id === change.to)?.name ??
    ticket.changes.find((one) => one.field === 'status' && one.from === change.to)?.fromName ??
    'another status'
  );
};

export function onStatus(c: Case, change: Change): void {
  const here = shared(c);
  if (here === undefined || change.field !== 'status') return;
  const by = change.by?.accountId ?? null;
  const to = nameOfStatus(c, change);
  const closes = c.queue.doneStatuses.some(({ id }) => id === change.to);
  tellOf(c, here, {
    happened: closes ? 'resolution' : 'status',
    at: change.at,
    by: by === c.self ? null : by,
    text: closes
      ? `Resolved: ${to}.`
      : `Status: ${change.fromName === null ? '' : `${change.fromName} → `}${to}.`,
  });
}

/** A public word of anybody but an app: an automatic confirmation of receipt tells nobody anything. */
export function onPublicComment(c: Case, comment: Comment): void {
  const here = shared(c);
  const { author } = comment;
  if (here === undefined || !comment.public || author.kind === 'app') return;
  tellOf(c, here, {
    happened: 'public-comment',
    at: comment.at,
    by: author.accountId,
    text: `${nameOf(c.people, author.accountId)} in a public comment: ${comment.text.trim()}`,
  });
}
