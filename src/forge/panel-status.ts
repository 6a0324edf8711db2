// The lozenge on the collapsed panel: who waits and until when, without opening it.
import { asksOf } from '../procedures/account-manager/asks';
import type { Ask } from '../procedures/account-manager/ask';
import { businessMinutesBetween } from '../core/calendar/business-time';
import { spellBusinessMinutes } from '../core/calendar/spell-time';
import { portsFor } from './ports';

interface StatusPayload {
  readonly extension?: { readonly issue?: { readonly id?: string | number } };
}

type Lozenge = {
  readonly type: 'lozenge';
  readonly value: {
    readonly label: string;
    readonly type: 'default' | 'inprogress' | 'moved' | 'removed' | 'success';
  };
};

/** `dynamicProperties` of the panel: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/ */
export async function panelStatus(payload: StatusPayload): Promise<{ status?: Lozenge }> {
  const issueId = payload.extension?.issue?.id;
  if (issueId === undefined) return {};
  const ports = portsFor(null);
  const { policy, record } = await ports.policy.glance(String(issueId));
  const { ask } = asksOf(record?.ledger);
  if (policy === null || record === null || ask == null) return {};
  const queue = policy.queues[record.ledger.projectId];
  const calendar = queue === undefined ? undefined : policy.calendars[queue.calendar];
  const left =
    calendar === undefined ? null : businessMinutesBetween(calendar, ports.now(), ask.dueAt);
  return { status: lozenge(ask, ports.now(), left) };
}

function lozenge(ask: Ask, now: string, minutesLeft: number | null): Lozenge {
  const label = (text: string, type: Lozenge['value']['type']): Lozenge => ({
    type: 'lozenge',
    value: { label: text, type },
  });
  if (ask.customerReply !== null) return label('Customer replied', 'moved');
  if (now >= ask.dueAt) return label('Overdue', 'removed');
  return label(
    minutesLeft === null ? 'Waiting' : `Due in ${spellBusinessMinutes(minutesLeft)}`,
    ask.rung === 0 ? 'inprogress' : 'moved',
  );
}
