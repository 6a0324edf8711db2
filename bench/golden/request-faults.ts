import type { PartialFaults } from '../../host/faults';

const atRequests = /^(?:crash|timeout|rate-limit|server-error|conflict)/u;

/**
 * Do these faults strike at requests of the app? Which of them they hit is the app's own business, and of requests side
 * by side it differs from one JavaScript environment to another.
 */
export function strikesRequests(faults: PartialFaults): boolean {
  const { once = [], crash, timeout, rateLimit, serverError, conflict } = faults;
  const chances = [crash?.before, crash?.after, timeout?.chance, rateLimit?.chance];
  return (
    once.some(({ kind }) => atRequests.test(kind)) ||
    [...chances, serverError?.chance, conflict?.chance].some((chance = 0) => chance > 0)
  );
}
