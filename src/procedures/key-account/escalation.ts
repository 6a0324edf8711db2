// KA-13, K11: a quality issue of a key account, for immediate resolution; its own ladder, its own clock.
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Aspect } from './happening';

export interface Escalation {
  readonly number: number;
  readonly aspect: Aspect;
  readonly what: string;
  readonly by: AccountId | null;
  readonly at: Instant;
  /** Place on the ladder of who answers for it now. */
  readonly rung: number;
  readonly person: AccountId | null;
  /** The response target: an answer after it is late, whoever gives it. */
  readonly respondBy: Instant | null;
  /** When the one who answers for it must have answered; null once somebody has, or nobody is above. */
  readonly dueAt: Instant | null;
  readonly answered: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly inTime: boolean;
  } | null;
  readonly resolved: { readonly by: AccountId; readonly at: Instant; readonly how: string } | null;
}

/** Escalations one ticket keeps; nobody resolves more in its life. */
export const mostEscalations = 30;

export const openEscalation = (escalations: readonly Escalation[]): Escalation | null =>
  escalations.find(({ resolved }) => resolved === null) ?? null;

/** K11: what the ticket that records an escalation is called; by this the one is found from the other. */
export const recordSummary = (
  key: string,
  { number, what }: Pick<Escalation, 'number' | 'what'>,
): string => shortened(`Escalation ${number} of ${key}: ${what.split('\n')[0] ?? ''}`);

/** A summary is read in lists; what is longer stands in the description. */
const longestSummary = 120;

const shortened = (summary: string): string =>
  summary.length <= longestSummary ? summary : `${summary.slice(0, longestSummary - 1).trimEnd()}…`;
