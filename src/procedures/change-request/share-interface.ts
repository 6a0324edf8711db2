// CR-19: the engineer shares the interface document with the customer, who reads it in the portal from then on.
import { changeNow, saveChange } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { ChangeRequest } from './change-request';
import type { ChangeRequestPolicy } from './settings/policy';
import { notSecure } from './edit-content';
import { putContent } from './lapse';
import { type Decider, whyNotDo } from './may';
import { outOfOrder, presentSteps, reached } from './standing';

/** `link`: where the customer finds it; null leaves the link that stands there, or the document as it is written here. */
export function shareInterface(
  c: Case,
  policy: ChangeRequestPolicy,
  change: ChangeRequest,
  { link }: { readonly link: string | null },
  { accountId }: Decider,
): Because | null {
  const refused = whyNotDo(c, accountId, 'share');
  if (refused !== null) return refused;
  const key = 'interface-shared';
  if (!presentSteps(change, policy).some((step) => step.key === key))
    return reached(change, policy, key)
      ? because('CR-19', 'The interface document is shared already.', {})
      : outOfOrder(change, policy, key);
  const wrong = notSecure(link, 'link');
  if (wrong !== null) return wrong;
  const { content } = change;
  const paper = content.interface ?? { url: null, headings: {} };
  if (link !== null && link !== paper.url)
    putContent(
      c,
      policy,
      { ...content, version: content.version + 1, interface: { ...paper, url: link } },
      accountId,
    );
  const after = changeNow(c);
  const url = after.content.interface?.url ?? null;
  saveChange(c, {
    ...after,
    done: {
      ...after.done,
      [key]: { by: accountId, at: c.now, ...(url === null ? {} : { note: url }) },
    },
  });
  c.done(
    c.now,
    accountId,
    'Interface document shared with the customer',
    because('CR-19', 'The customer reads it in the portal; the CSM asks for the approval.', {
      ...(url === null ? {} : { link: url }),
      version: `${after.content.version}`,
    }),
  );
  return null;
}
