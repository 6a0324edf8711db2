// A record of the feed that says an opportunity is Closed Won (HY-06); said again, it changes nothing.
import * as v from 'valibot';
import type { RecordOf } from '../../../app/accounts/account-part';
import { given } from '../../../app/accounts/form-shapes';
import type { Ports } from '../../../app/ports';
import type { FeedEntry } from '../../../contract/feed';
import { openWon } from './closed-won';
import { opportunityPattern, opportunityRule } from './opportunity';

export const closedWonFields = {
  closedWon: v.optional(
    v.object({
      opportunity: v.pipe(given('opportunity'), v.regex(opportunityPattern, opportunityRule)),
      type: v.optional(
        v.picklist(['net-new', 'became-hybrid'], 'The type is net-new or became-hybrid.'),
        'net-new',
      ),
    }),
  ),
} as const;

const fields = v.object(closedWonFields);

/** Opens the onboarding of a hybrid account; what keeps it from being opened stands in the log, as for any record. */
export async function closedWonEntry(
  ports: Ports,
  of: RecordOf,
  said: unknown,
): Promise<FeedEntry | null> {
  const { closedWon } = v.parse(fields, said);
  if (closedWon === undefined) return null;
  const opened = await openWon(ports, { cid: of.cid, ...closedWon }, null);
  if ('why' in opened) return { ...of, outcome: 'refused', reason: `Closed Won: ${opened.why}` };
  return {
    ...of,
    outcome: opened.fresh ? 'added' : 'unchanged',
    reason: `Closed Won: the onboarding is ${opened.key}${opened.fresh ? '' : ' already'}.`,
  };
}
