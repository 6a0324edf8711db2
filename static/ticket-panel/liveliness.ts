import type { TicketView } from '../../src/procedures/account-manager/contract/panel';

const minute = 60_000;

/**
 * How soon to read again, in milliseconds: every minute, sooner while something decided is being carried out, and right
 * after the moment at which the next thing happens by itself.
 */
export function readAgainIn(view: TicketView | null): number {
  if (view === null) return minute;
  if (view.pending) return 3_000;
  const next = view.next[0];
  const untilNext = next ? Date.parse(next.at) - Date.parse(view.now) + 2_000 : minute;
  return Math.min(minute, Math.max(5_000, untilNext));
}

/** Is this change event of Jira's issue view about this ticket? Without an id it may be. */
export function concerns(payload: unknown, issueId: string): boolean {
  const changed =
    typeof payload === 'object' && payload !== null && 'issueId' in payload
      ? payload.issueId
      : undefined;
  return changed === undefined || String(changed) === issueId;
}
