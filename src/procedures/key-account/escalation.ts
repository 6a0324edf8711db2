// KA-13, K11: a quality issue of a key account, for immediate resolution: answered first, and then resolved, each with a time
// and a ladder of its own.
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Aspect } from './happening';

/** One more quality issue that was reported while the escalation was open, and counts to it. */
export interface MoreReported {
  readonly aspect: Aspect;
  readonly what: string;
  readonly by: AccountId | null;
  readonly at: Instant;
}

export interface Escalation {
  readonly number: number;
  readonly aspect: Aspect;
  readonly what: string;
  readonly by: AccountId | null;
  readonly at: Instant;
  readonly more?: readonly MoreReported[];
  /** The response target: an answer after it is late, whoever gives it. */
  readonly respondBy: Instant | null;
  /** The target of its resolution until somebody has it in their list; absent where it was raised before there was one. */
  readonly resolveBy?: Instant | null;
  readonly answered: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly inTime: boolean;
  } | null;
  readonly resolved: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly how: string;
    readonly inTime?: boolean;
  } | null;
}

/** Escalations one ticket keeps; nobody resolves more in its life. */
export const mostEscalations = 30;

/** More reports than this are one for a talk, not for a list. */
export const mostReported = 20;

/** Everybody who has reported what it is about: they hear what becomes of it. */
export const reportersOf = ({ by, more = [] }: Escalation): readonly AccountId[] => [
  ...new Set([by, ...more.map((one) => one.by)].filter((person) => person !== null)),
];

export const openEscalation = (escalations: readonly Escalation[]): Escalation | null =>
  escalations.find(({ resolved }) => resolved === null) ?? null;

/** The keys of what is owed about it: an answer, the resolution, and in a closed ticket how it was resolved. */
export const escalationKeys = ({ number }: Pick<Escalation, 'number'>) =>
  ({
    answer: `escalation:${number}:answer`,
    resolve: `escalation:${number}:resolve`,
    say: `escalation:${number}:say-resolved`,
  }) as const;

/** K11: what the ticket that records an escalation is called; by this the one is found from the other. */
export const recordSummary = (
  key: string,
  { number, what }: Pick<Escalation, 'number' | 'what'>,
): string => shortened(`Escalation ${number} of ${key}: ${what.split('\n')[0] ?? ''}`);

/** A summary is read in lists; what is longer stands in the description. */
const longestSummary = 120;

const shortened = (summary: string): string =>
  summary.length <= longestSummary ? summary : `${summary.slice(0, longestSummary - 1).trimEnd()}…`;
