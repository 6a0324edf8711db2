import type { TicketView } from '../../src/procedures/account-manager/contract/panel';

/** Carrying out what happens takes the app a moment. */
const afterwardsMs = 2_000;

/**
 * Milliseconds from the reading until just after the next thing happens by itself; null when nothing will. What is late is
 * seen by looking, once it has been done.
 */
export function untilNext({ next: [next], now }: TicketView): number | null {
  const left = next === undefined ? 0 : Date.parse(next.at) - Date.parse(now);
  return left <= 0 ? null : left + afterwardsMs;
}
