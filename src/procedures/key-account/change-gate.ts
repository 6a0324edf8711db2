// X4: a change request of a key account goes through this SOP as well: what the client sees is reviewed before, and it
// stays open while its release has to be monitored.
import { type Because, because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { Situation } from '../../core/situation';
import { blocksClientReview, blocksFinish } from './blocks';
import { partOf } from './say';

/**
 * Why a step of a change request waits for the review of a key account's commit; null when it does not.
 * @param shows what of the change comes before the client's eyes by it (K8: CR gates 4 and 6)
 */
export function whyNotToClient(
  draft: Draft,
  { queue }: Situation,
  shows: 'interface-approval' | 'uat' | null,
): Because | null {
  const { of, release } = partOf(draft);
  const policy = queue.keyAccounts?.release;
  if (shows === null || of === null || policy === undefined || !policy.beforeGates.includes(shows))
    return null;
  if (release === null)
    return because(
      'KA-08',
      'This is a key account: start the release documentation first, so that the commit can be reviewed and double-checked before the client sees it.',
      {},
    );
  const [first] = blocksClientReview(policy, release);
  return first === undefined
    ? null
    : because(
        first.clause,
        `This is a key account, and the client may not see it yet. ${first.text}`,
        first.values,
      );
}

/** KA-16: no rule closes the ticket while its release is open; once that is finished, the status follows. */
export function keepOpen(draft: Draft, { queue, now }: Situation): void {
  const { release } = partOf(draft);
  const to = draft.status?.to;
  if (
    to === undefined ||
    release === null ||
    release.finished !== null ||
    queue.keyAccounts === undefined ||
    !queue.doneStatuses.some(({ id }) => id === to.id)
  )
    return;
  const open = blocksFinish(queue.keyAccounts.release, release);
  draft.status = null;
  draft.done(
    now,
    null,
    `Not moved to ${to.name} yet`,
    because(
      'KA-16',
      open.length === 0
        ? 'Its release is not marked as finished.'
        : open.map(({ text }) => text).join(' '),
      {},
    ),
  );
}

/** The release is finished: what was kept open for it may close now. */
export function letGo(draft: Draft): void {
  const { change } = draft.ledger;
  if (change !== undefined && change.shown !== null)
    draft.change({ change: { ...change, shown: null } });
}
