// Who speaks (X12): what Jira makes of somebody on this request, not the kind of their account. A customer may have an
// Atlassian account like everybody else, and somebody of the team may have reported the ticket.
import type { AccountId } from './ids';
import { dayMs, type Instant } from './instant';
import type { Situation } from './situation';
import type { Comment } from './ticket';

export type Speaker = 'customer' | 'team' | 'asked' | 'automation';

/** How somebody stands to one request, as Jira said when it was asked. */
export interface Standing {
  readonly as: 'customer' | 'team';
  /** Completes "taken for the customer: ...". */
  readonly how: string;
  readonly at: Instant;
}

export type Standings = Readonly<Record<AccountId, Standing>>;

/** Who an author was taken for, and by what; it goes into the journal where it mattered. */
export interface TakenFor {
  readonly speaker: Speaker;
  readonly how: string;
}

/** What a verdict needs to know of a comment. */
export type Spoken = Pick<Comment, 'author' | 'public'>;

/** People change sides seldom: within this time Jira is not asked about the same person again. */
const holdsMs = dayMs;

/**
 * The one place that says who speaks.
 * @param asked who was asked for something here: their word is theirs, whatever else they are
 */
export function takenFor(
  situation: Situation,
  { author, public: isPublic }: Spoken,
  asked: readonly AccountId[] = [],
): TakenFor {
  if (author.kind === 'app') return { speaker: 'automation', how: 'an app or an automation' };
  if (asked.includes(author.accountId)) return { speaker: 'asked', how: 'asked on this ticket' };
  // Jira lets customers write in public only, and people without a place in the team only internally.
  if (!isPublic) return { speaker: 'team', how: 'an internal comment' };
  if (author.kind === 'customer') return { speaker: 'customer', how: 'a portal-only account' };
  const standing = situation.standings?.[author.accountId];
  if (standing !== undefined) return { speaker: standing.as, how: standing.how };
  if (isOfTheTeam(situation, author.accountId))
    return { speaker: 'team', how: 'in the team by these settings' };
  return situation.ticket.reporter?.accountId === author.accountId
    ? { speaker: 'customer', how: 'the reporter' }
    : { speaker: 'team', how: 'not a customer of this request' };
}

/** As people read it: "customer (participant of the request)". */
export const spellTaken = ({ speaker, how }: TakenFor): string => `${speaker} (${how})`;

/** Somebody whom the ticket or the settings name as one of ours: so they are taken, as long as Jira does not say otherwise. */
function isOfTheTeam({ ticket, account, policy }: Situation, person: AccountId): boolean {
  const of = account.kind === 'known' ? account.account : null;
  return [
    ticket.assignee?.accountId,
    of?.accountManager,
    of?.regionalManager,
    of?.customerSuccessManager,
    ...policy.fallback,
    ...Object.values(policy.roles ?? {}).flat(),
  ].includes(person);
}

/** Authors of public comments since `seen` of whom only Jira can say how they stand to this request. */
export function strangers(situation: Situation, seen: number): AccountId[] {
  const { ticket, self, standings = {} } = situation;
  const found = ticket.comments.filter(({ id, author, public: isPublic, at }) => {
    if (id <= seen || !isPublic || author.kind !== 'person' || author.accountId === self)
      return false;
    // Others whom the settings name may take part as customers.
    if (ticket.assignee?.accountId === author.accountId) return false;
    const known = standings[author.accountId];
    return known === undefined || Date.parse(at) - Date.parse(known.at) > holdsMs;
  });
  return [...new Set(found.map(({ author }) => author.accountId))];
}
