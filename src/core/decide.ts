// The one decision of all SOPs. The live app, the "what happens next" strip and the tests all call it.
import { planEffects } from './plan';
import type { Act, Actor } from './act';
import type { Because } from './because';
import type { Effect } from './command';
import { Draft } from './draft';
import { earliest, type Instant } from './instant';
import type { Ledger } from './ledger';
import type { Situation } from './situation';
import { sops } from '../procedures/index';
import type { Change, Comment } from './ticket';

export interface Decision {
  readonly ledger: Ledger;
  readonly effects: readonly Effect[];
  /** Every rule that looked and declined, and why. */
  readonly declined: readonly Because[];
  /** Why the act was refused; then nothing else of this decision counts. */
  readonly refused: Because | null;
  /** False when there is nothing worth storing. */
  readonly changed: boolean;
}

/** Something in the ticket's own history that was not considered yet. */
type Happening =
  | { readonly kind: 'comment'; readonly at: Instant; readonly comment: Comment }
  | { readonly kind: 'change'; readonly at: Instant; readonly change: Change };

/**
 * Considers what happened in the ticket since the ledger last looked, in the order in which it happened, then what a
 * person does now, then what time has brought. Events are only hints that it is worth looking: late, doubled,
 * reordered and lost ones all lead here, to the same end.
 */
export function decide(
  ledger: Ledger,
  situation: Situation,
  doing?: { readonly act: Act; readonly actor: Actor },
): Decision {
  const draft = new Draft(ledger, situation.policy.version);
  for (const happening of happenings(ledger, situation)) consider(draft, situation, happening);
  const refused = doing?.act.perform(draft, situation, doing.actor) ?? null;
  if (refused !== null)
    return { ledger, effects: [], declined: [...draft.declined, refused], refused, changed: false };
  for (const sop of sops) sop.onTime(draft, situation);
  const effects = planEffects(draft, situation);
  const { comments, changes } = situation.ticket;
  const cursor = {
    comment: Math.max(ledger.cursor.comment, ...comments.map(({ id }) => id)),
    change: Math.max(ledger.cursor.change, ...changes.map(({ id }) => id)),
  };
  return {
    ledger: {
      ...draft.ledger,
      key: situation.ticket.key,
      projectId: situation.ticket.projectId,
      cursor,
    },
    effects,
    declined: draft.declined,
    refused: null,
    changed: draft.touched || effects.length > 0,
  };
}

function happenings(ledger: Ledger, { ticket, policy }: Situation): Happening[] {
  const comments = ticket.comments
    .filter(({ id, at }) => id > ledger.cursor.comment && at >= policy.effectiveFrom)
    .map((comment): Happening => ({ kind: 'comment', at: comment.at, comment }));
  const changes = ticket.changes
    .filter(({ id, at }) => id > ledger.cursor.change && at >= policy.effectiveFrom)
    .map((change): Happening => ({ kind: 'change', at: change.at, change }));
  // At the same instant the words come before the move they caused.
  return [...comments, ...changes].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

function consider(draft: Draft, situation: Situation, happening: Happening): void {
  if (happening.kind === 'change') {
    for (const sop of sops) sop.onChange?.(draft, situation, happening.change);
    return;
  }
  const { comment } = happening;
  const ours =
    comment.author.accountId === situation.self || draft.ledger.ourComments.includes(comment.id);
  if (!ours) for (const sop of sops) sop.onComment?.(draft, situation, comment);
}

/** When the ledger has to be looked at next, whether or not anything happens: null when only events matter. */
export const wakeAt = (ledger: Ledger): Instant | null =>
  earliest(...sops.map((sop) => sop.wakeAt(ledger)));
