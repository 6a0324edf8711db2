// KA-08 … KA-11: one release to a key account, as its ticket's ledger keeps it.
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Rhythm } from './cycles';
import type { Rhythms } from './rhythm';
import type { ChecklistItem, ReleasePolicy, ReleaseSection } from './settings/policy';
import type { EngineerRank } from './rank';

/** The three things the same senior engineer witnesses, in this order (KA-09). */
export const witnessSteps = ['commit', 'release', 'post-release'] as const;
export type WitnessStep = (typeof witnessSteps)[number];

/** The checklist section that belongs to what is witnessed. */
export const sectionOf: Readonly<Record<WitnessStep, ReleaseSection>> = {
  commit: 'commit-review',
  release: 'release',
  'post-release': 'post-release',
};

export interface ReleaseItem extends ChecklistItem {
  readonly done: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly evidence: string | null;
  } | null;
}

/** What is released; filled in as it becomes known. */
export interface ReleaseFacts {
  /** Who wrote the code. */
  readonly authors: readonly AccountId[];
  /** SHA of the commit. */
  readonly commit: string | null;
  readonly build: string | null;
  readonly environment: string | null;
  readonly deployer: AccountId | null;
  readonly deployedAt: Instant | null;
  /** What the post-release checks showed. */
  readonly results: string | null;
}

/** M10: why something was not signed when it happened, and what whoever signed says to that. */
export interface Retrospective {
  readonly because: string;
  readonly reason: string;
}

/** A review of one commit; another commit needs another review. */
export interface Review {
  readonly by: AccountId;
  readonly at: Instant;
  readonly rank: EngineerRank;
  readonly commit: string;
  /** Absent where it was given in time. */
  readonly retrospective?: Retrospective | null;
}

/** One record of the chain: an attestation, the notice that one no longer holds, or that another goes on (K5). */
export interface ChainRecord {
  readonly number: number;
  readonly kind: 'attested' | 'void' | 'handed-over';
  readonly step: WitnessStep;
  readonly at: Instant;
  readonly by: AccountId;
  /** What the witness was at that moment; a role lost later changes nothing. Null for a notice. */
  readonly rank: EngineerRank | null;
  /** What was signed, why it no longer holds, or from whom to whom it was handed over. */
  readonly content: Readonly<Record<string, string | null>>;
  /** M10: why it was not given in time; null where it was. */
  readonly retrospective: Retrospective | null;
  /** Hash of the record before; null for the first. */
  readonly previous: string | null;
  readonly hash: string;
}

export interface Cycle {
  readonly date: LocalDate;
  readonly passed: boolean;
  readonly note: string;
  readonly by: AccountId;
  readonly at: Instant;
}

export interface Release {
  readonly cid: Cid;
  readonly startedBy: AccountId;
  readonly startedAt: Instant;
  readonly facts: ReleaseFacts;
  /** When each fact was put down last. */
  readonly saidAt?: Readonly<Partial<Record<keyof ReleaseFacts, Instant>>>;
  /** K5: whoever ever stood as author or deployer; editing that does not make anybody free to sign. */
  readonly stood?: readonly AccountId[];
  /** K5: whoever said who wrote or deployed it. */
  readonly said?: readonly AccountId[];
  /** What it was begun under; settings that are published later are for later releases (X11). */
  readonly terms?: Pick<ReleasePolicy, 'reviews' | 'witness' | 'cycles'>;
  /** K9: asked, with no default; null until somebody has answered. */
  readonly processing: {
    readonly value: boolean;
    readonly by: AccountId;
    readonly at: Instant;
  } | null;
  /** Somebody wants monitoring to end; another senior engineer decides. */
  readonly leaving?: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  readonly items: readonly ReleaseItem[];
  readonly peer: Review | null;
  readonly senior: Review | null;
  /** KA-10: when it went to the client for review. */
  readonly clientReview: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly commit?: string;
    readonly retrospective?: Retrospective | null;
  } | null;
  readonly chain: readonly ChainRecord[];
  /** In the order of their days. */
  readonly cycles: readonly Cycle[];
  /** Said here when the account runs production, until the account knows it (K10). */
  readonly rhythm?: Rhythm;
  /** X11: when the account ran production while this was followed; absent where that was not kept yet. */
  readonly ran?: Rhythms;
  /** The first production day that is not recorded; null while nothing is to be expected. */
  readonly nextCycle: LocalDate | null;
  /** When it is asked how the next day went that is not over yet. */
  readonly askAt: Instant | null;
  readonly finished: { readonly by: AccountId; readonly at: Instant } | null;
}

export const noFacts: ReleaseFacts = {
  authors: [],
  commit: null,
  build: null,
  environment: null,
  deployer: null,
  deployedAt: null,
  results: null,
};
