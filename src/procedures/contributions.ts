// What procedures add to pages that are not their own, in the order in which it is shown.
import type { Contribution } from '../app/contribution';
import { hybridAccountContribution } from './hybrid-account/pages/contribution';
import { keyAccountContribution } from './key-account/pages/contribution';

export const contributions: readonly Contribution[] = [
  keyAccountContribution,
  hybridAccountContribution,
];
