// X4: a change request of a key account goes through this SOP as well: what the client sees is reviewed before, and it
// stays open while its release has to be monitored.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { StatusId } from '../../core/ids';
import type { Named } from '../../core/named';
import { blocksClientReview, whyOpen } from './blocks';
import { coveredBy } from './covered';
import { partOf } from './say';
import { keyAccountSettingsOf } from './settings/policy';

/** Why the client may not see a piece of work before the review of a key account's commit; null when they may. */
export function whyNotToClient(c: Case, work: string): Because | null {
  const { queue } = c;
  const { release } = partOf(c);
  const of = coveredBy(c, partOf(c));
  const policy = keyAccountSettingsOf(queue)?.release;
  if (of === null || policy === undefined || !policy.beforeGates.some((gate) => gate === work))
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
export function whyNotClosed(c: Case, to: Named<StatusId>): Because | null {
  const { queue } = c;
  const { release, undocumented = false } = partOf(c);
  const policy = keyAccountSettingsOf(queue);
  if (
    (release === null ? !undocumented : release.finished !== null) ||
    policy === undefined ||
    !queue.doneStatuses.some(({ id }) => id === to.id)
  )
    return null;
  return whyOpen(c, policy.release, release);
}
