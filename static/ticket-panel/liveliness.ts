import type { TicketView } from '../../src/procedures/account-manager/contract/panel';

const minute = 60_000;

/**
 * How soon to read again, in milliseconds: every minute, sooner while something decided is being carried out, and right
 * after the moment at which the next thing happens by itself.
 */
export function readAgainIn(view: TicketView | null): number {
  if (view === null) return minute;
  if (view.pending) return 3_000;
  return Math.min(minute, untilNext(view) ?? minute);
}

/** Milliseconds until just after the next thing happens by itself; null when nothing will. */
export function untilNext({ next: [next], now }: TicketView): number | null {
  return next === undefined ? null : Math.max(5_000, Date.parse(next.at) - Date.parse(now) + 2_000);
}

/** Is this change event of Jira's issue view about this ticket? Without an id it may be. */
export function concerns(payload: unknown, issueId: string): boolean {
  const changed =
    typeof payload === 'object' && payload !== null && 'issueId' in payload
      ? payload.issueId
      : undefined;
  return changed === undefined || String(changed) === issueId;
}
