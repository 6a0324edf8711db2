import type { Aspect, ListingReason } from '../../../src/procedures/key-account/contract/panel';

export const aspects: Readonly<Record<Aspect, string>> = {
  'code-quality': 'Code quality',
  timing: 'Timing',
  accuracy: 'Accuracy',
};

export const listingReasons: Readonly<Record<ListingReason, string>> = {
  'client-experience': 'Recent client experience',
  'operational-challenges': 'Operational challenges',
  'client-facing-team': 'A request from the client-facing team',
};

export const reviewTitles = { peer: 'Peer review', senior: 'Senior double-check' } as const;

/** Enough of a hash to compare two by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12);
