// The one decision of all SOPs. The live app, the "what happens next" strip and the tests all call it.
import { performAccess } from './access/perform';
import { perform } from './account-manager/perform';
import { planEffects } from './account-manager/plan';
import type { Act, Actor } from './act';
import type { Because } from './because';
import type { Effect } from './command';
import { performChange } from './change-request/perform';
import { Draft } from './draft';
import { performHybrid } from './hybrid/perform';
import { earliest, type Instant } from './instant';
import { performKey } from './key-account/perform';
import type { Ledger } from './ledger';
import type { Situation } from './situation';
import { sops } from './sops';
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
export function decide(ledger: Ledger, situation: Situation, doing?: { readonly act: Act; readonly actor: Actor }): Decision {
  const draft = new Draft(ledger, situation.policy.version);
  for (const happening of happenings(ledger, situation)) consider(draft, situation, happening);
  const refused = doing ? act(draft, situation, doing.act, doing.actor) : null;
  if (refused !== null) return { ledger, effects: [], declined: [...draft.declined, refused], refused, changed: false };
  for (const sop of sops) sop.onTime(draft, situation);
  const effects = planEffects(draft, situation);
  const { comments, changes } = situation.ticket;
  const cursor = {
    comment: Math.max(ledger.cursor.comment, ...comments.map(({ id }) => id)),
    change: Math.max(ledger.cursor.change, ...changes.map(({ id }) => id)),
  };
  return {
    ledger: { ...draft.ledger, key: situation.ticket.key, projectId: situation.ticket.projectId, cursor },
    effects,
    declined: draft.declined,
    refused: null,
    changed: draft.touched || effects.length > 0,
  };
}

/** Every act goes to the SOP that it belongs to. */
function act(draft: Draft, situation: Situation, doing: Act, actor: Actor): Because | null {
  switch (doing.kind) {
    case 'access':
      return performAccess(draft, situation, doing.step, actor.accountId);
    case 'change-request':
      return performChange(draft, situation, doing.step, { accountId: actor.accountId, side: actor.side ?? 'team' });
    case 'hybrid':
      return performHybrid(draft, situation, doing.step, actor.accountId);
    case 'key-account':
      return performKey(draft, situation, doing.step, actor);
    default:
      return perform(draft, situation, doing, actor);
  }
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
  const ours = comment.author.accountId === situation.self || draft.ledger.ourComments.includes(comment.id);
  if (!ours) for (const sop of sops) sop.onComment?.(draft, situation, comment);
}

/** When the ledger has to be looked at next, whether or not anything happens: null when only events matter. */
export const wakeAt = (ledger: Ledger): Instant | null => earliest(...sops.map((sop) => sop.wakeAt(ledger)));
