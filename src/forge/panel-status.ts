// The lozenge on the collapsed panel: who waits and until when, without opening it.
import { loaded } from '../app/app-procedure';
import { isAtWork } from '../app/at-work';
import type { Lozenge } from '../app/lozenge';
import { glance } from '../kvs/in-force';
import { procedures } from '../procedures';

interface StatusPayload {
  readonly extension?: { readonly issue?: { readonly id?: string | number } };
}

interface Status {
  readonly status?: { readonly type: 'lozenge'; readonly value: Lozenge };
}

/** `dynamicProperties` of the panel: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/ */
export async function panelStatus(payload: StatusPayload): Promise<Status> {
  const issueId = payload.extension?.issue?.id;
  if (issueId === undefined) return {};
  const { policy, record } = await glance(String(issueId));
  if (policy === null || record === null) return {};
  const { ledger } = record;
  const ticket = { projectId: ledger.projectId, ledger };
  const here = procedures.filter((one) => isAtWork(one, policy, ticket));
  for (const { lozenge } of await loaded(here, ['lozenge'])) {
    const value = lozenge?.(ledger, policy, new Date().toISOString()) ?? null;
    if (value !== null) return { status: { type: 'lozenge', value } };
  }
  return {};
}
